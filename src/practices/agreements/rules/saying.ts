/** What a source says of an agreement, by which it is known when the source is read again. */
import { canonicalText } from '../../../kernel/canonical.ts';
import type { PlainDateText } from '../../../kernel/dates.ts';
import { namedOnly } from '../payloads/texts.ts';
import type { AgreementEvent } from './history.ts';

/** What a source says that somebody did: by it a row is known when it is read again. */
export interface Saying {
  readonly actor: string;
  /** Type of the act. */
  readonly type: string;
  readonly on: PlainDateText;
  readonly instrument?: string | undefined;
  readonly event?: string | undefined;
  /** Of whom the event is recorded. */
  readonly of?: string | undefined;
  readonly withdrawal?: string | undefined;
  /** All else that was said, for acts that a day and an actor do not tell apart. */
  readonly content?: string | undefined;
  readonly source: string;
}

/** The key of a saying: what else it has in common with another is chance. */
export function keyOf({ actor, type, on, instrument, source, ...more }: Saying): string {
  const about = more.event ?? more.withdrawal ?? more.content ?? '';
  return `${actor} ${type} ${on} ${instrument ?? ''} ${about} ${more.of ?? ''} ${source}`;
}

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** Kinds of which an actor does one a day, whatever else is said of it. */
const TOLD_BY_DAY: ReadonlySet<string> = new Set([
  'sign',
  'deposit',
  'apply-provisionally',
  'end-provisional-application',
  'withdraw',
]);

/**
 * With several depositaries, one instrument is deposited with each (VCLT Art. 76(1)); and other
 * terms are consented to by another consent.
 */
function toldBesides(detail: object): string | undefined {
  // Whether they are there is seen by their values.
  const { with: depositary, terms } = detail as Readonly<Record<string, unknown>>;
  const told = [textIn(depositary), textIn(terms)].filter((one) => one !== undefined);
  return told.length === 0 ? undefined : told.join(' ');
}

/** What tells an act of this kind from others of the actor and day: all that it says. */
export function contentOf(kind: string, detail: object): string | undefined {
  if (TOLD_BY_DAY.has(kind)) return toldBesides(detail);
  const isText = kind === 'fix-text' || kind === 'change-text';
  // What is on record of a text is its hash; what is told of it has its words.
  return canonicalText(isText && !('digest' in detail) ? namedOnly(detail) : detail);
}

/** What a source says by an event that was recorded from it. */
export function sayingOf(event: AgreementEvent, source: string): Saying {
  const { actor, kind, on, instrument, detail } = event;
  const about = {
    event: textIn(detail['event']),
    of: textIn(detail['of']),
    withdrawal: textIn(detail['withdrawal']),
    content: contentOf(kind, detail),
  };
  return { actor, type: `agreements.${kind}`, on, instrument: instrument ?? '', ...about, source };
}
