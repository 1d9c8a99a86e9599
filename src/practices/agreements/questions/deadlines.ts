/** What falls due, over all agreements or for one actor: one clock for all deadlines. */
import { z } from 'zod';
import { InstantText, PlainDateText } from '../../../kernel/dates.ts';
import { defineQuestion } from '../../../kernel/define-area.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { type Known, allChronicles } from '../chronicles.ts';
import { AgreementId } from '../payloads/agreement.ts';
import { DEADLINES, type Deadline, deadlinesOf } from '../rules/deadlines.ts';
import { revisionOf } from '../rules/revision.ts';
import { statusOn } from '../rules/status.ts';
import { ActorName, actorNamed } from './actor-named.ts';
import { InLanguage, nameIn, titleIn } from './shapes.ts';
import { stagesOf } from './stages.ts';

const ROWS_MAX = 500;

const Row = z.object({
  on: PlainDateText,
  kind: z.enum(DEADLINES),
  agreement: z.string(),
  title: z.string(),
  /** Whom it concerns; null: all that the agreement concerns. */
  actor: z.string().nullable(),
  name: z.string().nullable(),
  about: z.string(),
  citation: z.string(),
  /** How often what is recorded of the agreement changed, and when it last did. */
  changes: z.int(),
  changedAt: InstantText,
});

function rowOf(deadline: Deadline, { chronicle }: Known, locale: Locale): z.output<typeof Row> {
  const { actor } = deadline;
  return {
    ...deadline,
    ...revisionOf(chronicle.history),
    title: titleIn(locale, chronicle.history.adoption),
    name: actor === null ? null : nameIn(locale, actor, chronicle),
  };
}

/** Whether it is the actor's affair: its own, or that of all whom the agreement concerns. */
function concerns({ actor, kind }: Deadline, person: string, known: Known, day: string): boolean {
  const { chronicle, dossiers } = known;
  const { facts } = chronicle.scene;
  if (actor !== null) return facts.personOf(actor) === person;
  // Whom silence would bind is a party to what is amended, and need not do anything yet.
  const { parent } = chronicle.history.adoption;
  if (kind === 'opt-out' && parent !== undefined && facts.isPartyTo(parent, person, day))
    return true;
  const { standing } = statusOn(person, day, chronicle, dossiers);
  return kind === 'signature-closes' ? standing === 'none' : standing !== 'none';
}

export const deadlines = defineQuestion({
  name: 'agreements.deadlines',
  title: 'What falls due, by when, and by which rule?',
  input: z.strictObject({
    actor: ActorName.optional(),
    agreement: AgreementId.optional(),
    locale: InLanguage,
  }),
  output: z.object({ rows: z.array(Row) }),
  example: { actor: 'KEN' },
  async answer(asked, { actor: name, agreement, locale }) {
    const actor = name === undefined ? null : await actorNamed(asked, name);
    if (isRefusal(actor)) return actor;
    const day = asked.asOf;
    const all = (await allChronicles(asked)).filter(
      ({ chronicle }) => agreement === undefined || chronicle.history.agreement === agreement,
    );
    const rows = all.flatMap((known) => {
      const person = actor === null ? null : known.chronicle.scene.facts.personOf(actor.id);
      return deadlinesOf(known, day)
        .filter((one) => person === null || concerns(one, person, known, day))
        .map((one) => rowOf(one, known, locale));
    });
    const steps = actor === null ? [] : await nextSteps(asked, actor.id, all, locale);
    const sorted = [...rows, ...steps].sort((one, other) => (one.on < other.on ? -1 : 1));
    return { rows: sorted.slice(0, ROWS_MAX) };
  },
});

/** Steps within the State that it expects by a day, overdue ones included. */
async function nextSteps(
  asked: Parameters<typeof stagesOf>[0],
  actor: string,
  all: readonly Known[],
  locale: Locale,
): Promise<z.output<typeof Row>[]> {
  const stages = await stagesOf(asked, actor);
  return all.flatMap((known) => {
    const stage = stages.get(known.chronicle.history.agreement);
    if (stage?.nextBy === undefined) return [];
    const { act: about, agreement, nextBy: on } = stage;
    const citation = 'VCLT Art. 14';
    return [rowOf({ on, kind: 'next-step', agreement, actor, about, citation }, known, locale)];
  });
}
