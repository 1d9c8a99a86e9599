/** Questions on what stands between two parties, and between all of them. */
import { z } from 'zod';
import { type Asked, defineQuestion } from '../../../kernel/define-area.ts';
import { FindingShape } from '../../../kernel/finding.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import type { Known } from '../chronicles.ts';
import { Wording } from '../payloads/parts.ts';
import { citationOf } from '../provision.ts';
import { type Matrix, type MatrixRow, matrixOn } from '../rules/reservations/matrix.ts';
import { relationFinding, reservedIn } from '../rules/reservations/relation-finding.ts';
import { OUTCOMES, type Relation, type Term, relationOn } from '../rules/reservations/relations.ts';
import { TERM_STATES } from '../rules/reservations/reservation-effects.ts';
import { formOn } from '../rules/reservations/reservation-life.ts';
import { saidIn } from '../rules/reservations/reservation-said.ts';
import { ActorName, actorNamed, namedIn } from './actor-named.ts';
import { findingIn, sentenceIn } from './in-words.ts';
import {
  AgreementInput,
  Day,
  InLanguage,
  StandingText,
  chronicleFor,
  nameIn,
  titleIn,
} from './shapes.ts';

export const OutcomeText = z.enum(OUTCOMES);

const ProvisionState = z.enum(['applies', 'modified', 'does-not-apply', 'to-that-extent', 'open']);

const ProvisionAnswer = z.object({
  /** Null for all that no reservation touches. */
  provision: z.string().nullable(),
  citation: z.string(),
  state: ProvisionState,
  /** Acts of reservation. */
  reservations: z.array(z.string()),
});

const TermRow = z.object({
  act: z.string(),
  by: z.string(),
  byName: z.string(),
  towards: z.string(),
  towardsName: z.string(),
  reserved: z.string(),
  effect: z.enum(['excludes', 'modifies']),
  state: z.enum(TERM_STATES),
  since: Day,
  deadline: Day,
});

const Stated = z.object({ act: z.string(), actor: z.string(), name: z.string(), text: Wording });

function termRow(term: Term, { chronicle }: Known, day: string, locale: Locale) {
  const { life, by, towards, verdict } = term;
  return {
    act: life.event.act,
    by: by.actor,
    byName: nameIn(locale, by.actor, chronicle),
    towards: towards.actor,
    towardsName: nameIn(locale, towards.actor, chronicle),
    reserved: sentenceIn(locale, reservedIn(life, day), chronicle),
    effect: formOn(life, day).effect,
    state: verdict.state,
    since: verdict.since,
    deadline: verdict.deadline,
  };
}

function provisionAnswers({ provisions }: Relation): z.output<typeof ProvisionAnswer>[] {
  const rest = provisions.length > 1 ? 'all other provisions' : 'all provisions';
  return provisions.map(({ provision, state, reservations }) => ({
    provision,
    citation: provision === null ? rest : citationOf(provision),
    state,
    reservations: [...reservations],
  }));
}

export const relation = defineQuestion({
  name: 'agreements.relation',
  title: 'What stands between these two under this agreement, provision by provision, and why?',
  input: z.strictObject({
    agreement: AgreementInput.shape.agreement,
    one: ActorName,
    other: ActorName,
    locale: InLanguage,
  }),
  output: z.object({
    agreement: z.string(),
    title: z.string(),
    one: z.string(),
    oneName: z.string(),
    oneStanding: StandingText,
    other: z.string(),
    otherName: z.string(),
    otherStanding: StandingText,
    outcome: OutcomeText,
    rows: z.array(ProvisionAnswer),
    terms: z.array(TermRow),
    /** What either says of the other, as it states it. */
    statements: z.array(Stated),
    finding: FindingShape,
  }),
  example: { agreement: 'genocide-convention', one: 'KEN', other: 'NOR' },
  async answer(asked, input) {
    const known = await chronicleFor(asked, input.agreement);
    if (isRefusal(known)) return known;
    const first = await actorNamed(asked, input.one);
    if (isRefusal(first)) return first;
    const second = await actorNamed(asked, input.other);
    if (isRefusal(second)) return second;
    const found = relationOn([first.id, second.id], asked.asOf, known);
    const { chronicle } = known;
    const { locale } = input;
    return {
      agreement: input.agreement,
      title: titleIn(locale, chronicle.history.adoption),
      one: first.id,
      oneName: namedIn(locale, first),
      oneStanding: found.one.standing,
      other: second.id,
      otherName: namedIn(locale, second),
      otherStanding: found.other.standing,
      outcome: found.outcome,
      rows: provisionAnswers(found),
      terms: found.terms.map((term) => termRow(term, known, asked.asOf, locale)),
      statements: found.statements.map(({ event }) => ({
        act: event.act,
        actor: event.actor,
        name: nameIn(locale, event.actor, chronicle),
        text: saidIn('declare', event).text,
      })),
      finding: findingIn(locale, relationFinding(found, chronicle, asked.asOf), chronicle),
    };
  },
});

const Maker = z.object({
  actor: z.string(),
  name: z.string(),
  /** Acts of its reservations that stand. */
  reservations: z.array(z.string()),
  /** How they stand towards all others than those below. */
  rest: OutcomeText,
  others: z.array(z.object({ outcome: OutcomeText, actors: z.array(z.string()) })),
});

function makerOf(row: MatrixRow, name: string): z.output<typeof Maker> {
  const groups = Map.groupBy(row.towards.keys(), (other) => row.towards.get(other) ?? 'in-force');
  const bySize = [...groups].sort(([, a], [, b]) => b.length - a.length);
  const [rest = 'in-force'] = bySize.map(([outcome]) => outcome);
  const others = bySize.slice(1).map(([outcome, actors]) => ({ outcome, actors }));
  return { actor: row.actor, name, reservations: [...row.reservations], rest, others };
}

function answerOf({ parties, rows, pairs, counts }: Matrix, known: Known, locale: Locale) {
  const nameOf = (actor: string): string => nameIn(locale, actor, known.chronicle);
  const { compare } = new Intl.Collator(locale);
  const named = <Item extends { name: string }>(items: Item[]): Item[] =>
    items.sort((one, other) => compare(one.name, other.name));
  return {
    parties: named(parties.map((actor) => ({ actor, name: nameOf(actor) }))),
    makers: named(rows.map((row) => makerOf(row, nameOf(row.actor)))),
    counts: OUTCOMES.map((outcome) => ({ outcome, pairs: counts[outcome] })),
    rows: [...pairs],
  };
}

/** The matrix of an agreement as it is answered, from what is known of it. */
export function matrixAnswer(known: Known, asked: Pick<Asked, 'asOf'>, locale: Locale) {
  const { chronicle, dossiers } = known;
  const { agreement, adoption } = chronicle.history;
  const found = matrixOn(chronicle, dossiers, asked.asOf);
  return { agreement, title: titleIn(locale, adoption), ...answerOf(found, known, locale) };
}

export const matrix = defineQuestion({
  name: 'agreements.matrix',
  title: 'Between which of the parties does it hold otherwise than without more?',
  input: AgreementInput,
  output: z.object({
    agreement: z.string(),
    title: z.string(),
    parties: z.array(z.object({ actor: z.string(), name: z.string() })),
    /** Those that made reservations, and how these stand towards each of the others. */
    makers: z.array(Maker),
    /** How many pairs of parties there are of each outcome. */
    counts: z.array(z.object({ outcome: OutcomeText, pairs: z.int() })),
    /** Pairs between which it holds otherwise; all others are in force without more. */
    rows: z.array(z.object({ one: z.string(), other: z.string(), outcome: OutcomeText })),
  }),
  example: { agreement: 'genocide-convention' },
  async answer(asked, input) {
    const known = await chronicleFor(asked, input.agreement);
    return isRefusal(known) ? known : matrixAnswer(known, asked, input.locale);
  },
});
