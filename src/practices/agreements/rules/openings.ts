/** When an agreement is open for signature: as its text says, and as was opened later. */
import { type Sentence, asWritten, said } from '../../../kernel/said.ts';
import type { PlainDateText } from '../../../kernel/dates.ts';
import type { Adoption } from '../payloads/agreement.ts';
import type { AgreementEvent } from './history.ts';

/** First and last day of a time for signature; null where it has no end. */
export interface Opening {
  readonly from: PlainDateText;
  readonly to: PlainDateText | null;
}

/** The time for signature that an event opened. */
export function openingOf(event: AgreementEvent): Opening {
  const to = event.detail['to'];
  return { from: event.on, to: typeof to === 'string' ? to : null };
}

/** All times for signature; none where nothing is said of any. */
export function openingsOf(adoption: Adoption, events: readonly AgreementEvent[]): Opening[] {
  const { openForSignature: own } = adoption;
  const opened = events.filter((event) => event.kind === 'open-for-signature').map(openingOf);
  return own ? [{ from: own.from, to: own.to ?? null }, ...opened] : opened;
}

/** Whether a day is within. */
export function isOpen({ from, to }: Opening, day: PlainDateText): boolean {
  return from <= day && (to === null || day <= to);
}

/** The times in words: `from 2024-06-01 to 2025-05-31`. */
export function describeOpenings(openings: readonly Opening[]): Sentence {
  const [first, ...others] = openings.map(({ from, to }) =>
    to === null ? said('from {$from} on', { from }) : said('from {$from} to {$to}', { from, to }),
  );
  return others.reduce(
    (before, next) => said('{$before}, and {$next}', { before, next }),
    first ?? asWritten(''),
  );
}
