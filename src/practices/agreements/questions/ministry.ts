/** The ministry's desk: what binds one State, how far it is, and what others did meanwhile. */
import { z } from 'zod';
import { PlainDateText, addDays } from '../../../kernel/dates.ts';
import { defineQuestion } from '../../../kernel/define-area.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { type Known, allChronicles } from '../chronicles.ts';
import { SECTORS } from '../payloads/agreement.ts';
import { Stage } from '../payloads/national.ts';
import { agreementStateOn } from '../rules/agreement-state.ts';
import { statusOn } from '../rules/status.ts';
import { ActorName, actorNamed, namedIn } from './actor-named.ts';
import { Day, InLanguage, StandingText, StateText, dayOf, nameIn, titleIn } from './shapes.ts';
import { type ReachedStage, stagesOf } from './stages.ts';

const Row = z.object({
  agreement: z.string(),
  title: z.string(),
  sectors: z.array(z.enum(SECTORS)),
  state: StateText,
  standing: StandingText,
  since: Day,
  signedOn: Day,
  depositedOn: Day,
  effectiveOn: Day,
  /** How far it is within the State, where that was recorded and may be seen. */
  stage: Stage.nullable(),
  stageOn: Day,
  nextBy: Day,
  responsible: z.string().nullable(),
  stageAct: z.string().nullable(),
});
type Row = z.output<typeof Row>;

const NO_STAGE = { stage: null, stageOn: null, nextBy: null, responsible: null, stageAct: null };

function stageCells(stage: ReachedStage | undefined) {
  if (stage === undefined) return NO_STAGE;
  const { act, nextBy = null, on, responsible = null } = stage;
  return { stage: stage.stage, stageOn: on, nextBy, responsible, stageAct: act };
}

function rowOf(
  known: Known,
  actor: string,
  day: string,
  given: { locale: Locale; stage: ReachedStage | undefined },
): Row {
  const { chronicle, dossiers } = known;
  const { adoption, agreement } = chronicle.history;
  const found = statusOn(actor, day, chronicle, dossiers);
  return {
    agreement,
    title: titleIn(given.locale, adoption),
    sectors: adoption.sectors,
    state: agreementStateOn(chronicle, day),
    standing: found.standing,
    since: found.since,
    signedOn: dayOf(found.signature),
    depositedOn: dayOf(found.consent),
    effectiveOn: dayOf(found.effect),
    ...stageCells(given.stage),
  };
}

export const ministry = defineQuestion({
  name: 'agreements.ministry',
  title: 'What binds this State, and how far is it with what does not yet?',
  input: z.strictObject({ actor: ActorName, locale: InLanguage }),
  output: z.object({ actor: z.string(), name: z.string(), rows: z.array(Row) }),
  example: { actor: 'KEN' },
  async answer(asked, { actor: name, locale }) {
    const actor = await actorNamed(asked, name);
    if (isRefusal(actor)) return actor;
    const stages = await stagesOf(asked, actor.id);
    const rows = (await allChronicles(asked))
      .map((known) => {
        const stage = stages.get(known.chronicle.history.agreement);
        return rowOf(known, actor.id, asked.asOf, { locale, stage });
      })
      .filter((row) => row.standing !== 'none' || row.stage !== null);
    return { actor: actor.id, name: namedIn(locale, actor), rows };
  },
});

const NEWS_DAYS = 90;
const NEWS_MAX = 200;

const News = z.object({
  on: PlainDateText,
  agreement: z.string(),
  title: z.string(),
  actor: z.string(),
  name: z.string(),
  kind: z.string(),
  instrument: z.string().nullable(),
  act: z.string(),
});

export const news = defineQuestion({
  name: 'agreements.news',
  title: 'What did others do since a day under the agreements that concern this State?',
  input: z.strictObject({
    actor: ActorName,
    /** Absent: the last ninety days. */
    since: PlainDateText.optional(),
    locale: InLanguage,
  }),
  output: z.object({ since: PlainDateText, rows: z.array(News) }),
  example: { actor: 'KEN', since: '2024-01-01' },
  async answer(asked, { actor: name, since: given, locale }) {
    const actor = await actorNamed(asked, name);
    if (isRefusal(actor)) return actor;
    const since = given ?? addDays(asked.asOf, -NEWS_DAYS);
    const rows = (await allChronicles(asked)).flatMap((known) => {
      const { chronicle, dossiers } = known;
      const { agreement, adoption, events } = chronicle.history;
      const isOwn = statusOn(actor.id, asked.asOf, chronicle, dossiers).standing !== 'none';
      if (!isOwn) return [];
      const { facts } = chronicle.scene;
      const person = facts.personOf(actor.id);
      return events
        .filter((event) => event.on >= since && event.on <= asked.asOf)
        .filter((event) => facts.personOf(event.actor) !== person)
        .map((event) => ({
          on: event.on,
          agreement,
          title: titleIn(locale, adoption),
          actor: event.actor,
          name: nameIn(locale, event.actor, chronicle),
          kind: event.kind,
          instrument: event.instrument,
          act: event.act,
        }));
    });
    rows.sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0));
    return { since, rows: rows.slice(0, NEWS_MAX) };
  },
});
