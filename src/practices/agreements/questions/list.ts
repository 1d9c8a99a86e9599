/** Which agreements there are, and where each stands on a day. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import type { PlainDateText } from '../../../kernel/dates.ts';
import { defineQuestion } from '../../../kernel/define-area.ts';
import { type Known, allChronicles } from '../chronicles.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { KINDS, SECTORS } from '../payloads/agreement.ts';
import { agreementStateOn } from '../rules/agreement-state.ts';
import { type Standing, concerned, statusOn } from '../rules/status.ts';
import { endAhead, endedBy } from '../rules/versions/ending.ts';
import { AgreementRow, InLanguage, StateText, titleIn } from './shapes.ts';

const Input = z.strictObject({
  sector: z.enum(SECTORS).optional(),
  kind: z.enum(KINDS).optional(),
  state: StateText.optional(),
  /** Those towards which this actor has a standing. */
  actor: ActorId.optional(),
  text: z.string().max(200).optional(),
  locale: InLanguage,
});

/** One agreement as a row, as of a day. */
export function rowOf(
  known: Known,
  day: PlainDateText,
  locale: Locale,
): z.output<typeof AgreementRow> {
  const { chronicle, dossiers } = known;
  const { adoption, agreement } = chronicle.history;
  const standings = concerned(chronicle, day).map(
    (actor) => statusOn(actor, day, chronicle, dossiers).standing,
  );
  const count = (wanted: Standing): number => standings.filter((one) => one === wanted).length;
  const { decision } = chronicle;
  const foreseen = decision.fulfilledOn !== null && decision.fulfilledOn <= day;
  return {
    agreement,
    title: titleIn(locale, adoption),
    kind: adoption.kind,
    sectors: adoption.sectors,
    adoptedOn: adoption.adoptedOn,
    state: agreementStateOn(chronicle, day),
    entryIntoForceOn: foreseen ? decision.on : null,
    endedOn: endedBy(chronicle, day)?.on ?? null,
    endsOn: endAhead(chronicle, day),
    parties: count('party'),
    contracting: count('contracting'),
    signatories: count('signatory'),
  };
}

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function matches(known: Known, input: z.output<typeof Input>): boolean {
  const { adoption, agreement } = known.chronicle.history;
  if (input.sector !== undefined && !adoption.sectors.includes(input.sector)) return false;
  if (input.kind !== undefined && adoption.kind !== input.kind) return false;
  if (input.text === undefined) return true;
  const titles = folded(
    [
      agreement,
      adoption.shortTitle ?? '',
      ...Object.values(adoption.shortTitles ?? {}),
      ...Object.values(adoption.title),
    ].join(' '),
  );
  return folded(input.text)
    .split(/\s+/)
    .every((word) => titles.includes(word));
}

export const list = defineQuestion({
  name: 'agreements.list',
  title: 'Which agreements are there, and where do they stand?',
  input: Input,
  output: z.object({ rows: z.array(AgreementRow) }),
  example: { sector: 'environment' as const },
  async answer(asked, input) {
    const day = asked.asOf;
    const known = (await allChronicles(asked)).filter((one) => matches(one, input));
    const concerning = known.filter(({ chronicle, dossiers }) => {
      if (input.actor === undefined) return true;
      return statusOn(input.actor, day, chronicle, dossiers).standing !== 'none';
    });
    const rows = concerning.map((one) => rowOf(one, day, input.locale));
    const stated = rows.filter((row) => input.state === undefined || row.state === input.state);
    const { compare } = new Intl.Collator(input.locale);
    return {
      rows: stated
        .filter((row) => row.state !== 'not-adopted')
        .sort((one, other) => compare(one.title, other.title)),
    };
  },
});
