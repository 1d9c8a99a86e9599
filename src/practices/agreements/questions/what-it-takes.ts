/** What it would take to bring an agreement into force. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { PlainDateText, daysBetween } from '../../../kernel/dates.ts';
import { defineQuestion } from '../../../kernel/define-area.ts';
import { FindingShape } from '../../../kernel/finding.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { progressOf } from '../rules/conditions.ts';
import { type Chronicle, dayOfForce } from '../rules/entry-into-force.ts';
import { amountsOf, describeSingle } from '../rules/condition-words.ts';
import type { Candidate } from '../rules/what-it-takes/candidates.ts';
import { COVERED_PERCENT } from '../rules/what-it-takes/forecast.ts';
import {
  type Takes,
  type Part,
  whatItTakes,
  withConsentsOf,
} from '../rules/what-it-takes/takes.ts';
import {
  heldFixed,
  isWhole,
  slowestOf,
  takesFinding,
  toldOf,
} from '../rules/what-it-takes/takes-finding.ts';
import { findingIn, sentenceIn } from './in-words.ts';
import { AgreementInput, Day, InLanguage, chronicleFor, nameIn } from './shapes.ts';
import { Threshold, kindOf } from './thresholds.ts';

const Named = z.object({ actor: z.string(), name: z.string() });

const ConditionRow = Threshold.omit({ of: true }).extend({
  /** What there would be with the first set shown. */
  withSet: z.string(),
  /** The fewest further consents for it alone; null where none suffice. */
  alone: z.int().nullable(),
  /** Whether without it one fewer would do; null where that was not told. */
  binds: z.boolean().nullable(),
});

const ForecastShape = z.object({
  /** The condition that it is of, and whether that is the whole of what is needed. */
  label: z.string(),
  whole: z.boolean(),
  needed: z.int(),
  /** Consents that came in the window from the one day to the other. */
  seen: z.int(),
  from: PlainDateText,
  to: PlainDateText,
  /** Days of entry into force if the condition is met then; null where none can be told. */
  expectedOn: Day,
  earliestOn: Day,
  latestOn: Day,
  coveredPercent: z.int(),
});

/** How many actors may be assumed to consent. */
export const ASSUMED_MAX = 250;

export const TakesInput = z.strictObject({
  agreement: AgreementInput.shape.agreement,
  /** Actors that are assumed to consent as well. */
  assume: z.array(ActorId).max(ASSUMED_MAX).default([]),
  locale: InLanguage,
});

const Output = z.object({
  state: z.enum(['met', 'possible', 'if-come', 'impossible']),
  fulfilledOn: Day,
  /** How many further consents; null where no candidates suffice. */
  needed: z.int().nullable(),
  /** Fewer than this were shown not to suffice; the same as `needed` where that is proven. */
  neededAtLeast: z.int(),
  conditions: z.array(ConditionRow),
  /** Members of the smallest sets that are shown. */
  rows: z.array(Named.extend({ set: z.int(), signedOn: Day, inEverySet: z.boolean().nullable() })),
  /** For each set shown, how many there are in which others stand for its members. */
  sets: z.array(z.object({ set: z.int(), size: z.int(), alike: z.string() })),
  /** How many smallest sets there are, as a decimal text; at least, where not exact. */
  setsCount: z.object({ number: z.string(), exact: z.boolean() }),
  /** Who is in every smallest set; null where that takes too long to tell. */
  always: z.array(Named).nullable(),
  signatories: z.array(
    Named.extend({
      signedOn: PlainDateText,
      daysAgo: z.int(),
      act: z.string(),
      /** `counts`, or why its consent would not. */
      standing: z.string(),
      inFirstSet: z.boolean(),
    }),
  ),
  /** All whose consent would count. */
  candidates: z.array(Named.extend({ signedOn: Day })),
  assumed: z.array(Named),
  ignored: z.array(Named.extend({ why: z.string() })),
  forecast: ForecastShape.nullable(),
  heldFixed: z.array(z.string()),
  finding: FindingShape,
});

interface Telling {
  readonly takes: Takes;
  readonly chronicle: Chronicle;
  readonly locale: Locale;
}

type Namer = (one: { readonly actor: string }) => z.output<typeof Named>;

function stateOf(takes: Takes): z.output<typeof Output>['state'] {
  const { smallest, ifCome } = toldOf(takes);
  if (takes.fulfilledOn !== null) return 'met';
  if (smallest.number === null) return 'impossible';
  return ifCome ? 'if-come' : 'possible';
}

function conditionRow(
  part: Part,
  { takes, chronicle, locale }: Telling,
  first: readonly Candidate[],
) {
  const { single, enough, alone, binds } = part;
  const amounts = amountsOf(progressOf(single, takes.ballot, chronicle.scene));
  const then = withConsentsOf(takes.ballot, first);
  return {
    label: sentenceIn(locale, describeSingle(single), chronicle),
    kind: kindOf(single),
    ...amounts,
    enough,
    alone,
    binds,
    withSet: amountsOf(progressOf(single, then, chronicle.scene)).have,
  };
}

function forecastOf({ takes, chronicle, locale }: Telling): z.output<typeof ForecastShape> | null {
  const part = slowestOf(takes.parts);
  if (part === null || takes.fulfilledOn !== null) return null;
  const clause = chronicle.history.adoption.finalClauses.entryIntoForce;
  const inForce = (on: string | null) =>
    on === null ? null : dayOfForce(clause, on, chronicle.scene).on;
  const { expectedOn, earliestOn, latestOn, needed, seen, from, to } = part.forecast;
  return {
    label: sentenceIn(locale, describeSingle(part.single), chronicle),
    whole: isWhole(part, chronicle),
    needed,
    seen,
    from,
    to,
    expectedOn: inForce(expectedOn),
    earliestOn: inForce(earliestOn),
    latestOn: inForce(latestOn),
    coveredPercent: COVERED_PERCENT,
  };
}

function setsOf(takes: Takes, named: Namer) {
  const { smallest } = toldOf(takes);
  const always = smallest.always && new Set(smallest.always.map(({ actor }) => actor));
  return {
    needed: smallest.number,
    neededAtLeast: smallest.fewestPossible,
    rows: smallest.sets.flatMap(({ members }, at) =>
      members.map((one) => ({
        set: at + 1,
        ...named(one),
        signedOn: one.signedOn,
        inEverySet: always && always.has(one.actor),
      })),
    ),
    sets: smallest.sets.map(({ members, alike }, at) => ({
      set: at + 1,
      size: members.length,
      alike: `${alike}`,
    })),
    setsCount: { number: `${smallest.count.number}`, exact: smallest.count.exact },
    always: smallest.always?.map(named) ?? null,
  };
}

function signatoryRows(takes: Takes, named: Namer, first: readonly Candidate[]) {
  const inFirst = new Set(first.map(({ actor }) => actor));
  return takes.signatories.map((one) => ({
    ...named(one),
    signedOn: one.signature.on,
    daysAgo: daysBetween(one.signature.on, takes.day),
    act: one.signature.act,
    standing: typeof one.standing === 'string' ? one.standing : 'counts',
    inFirstSet: inFirst.has(one.actor),
  }));
}

function answerFor(takes: Takes, chronicle: Chronicle, locale: Locale): z.output<typeof Output> {
  const telling = { takes, chronicle, locale };
  const named: Namer = ({ actor }) => ({ actor, name: nameIn(locale, actor, chronicle) });
  const first = toldOf(takes).smallest.sets[0]?.members ?? [];
  const { compare } = new Intl.Collator(locale);
  const candidates = takes.candidates.map((one) => ({ ...named(one), signedOn: one.signedOn }));
  return {
    state: stateOf(takes),
    fulfilledOn: takes.fulfilledOn,
    ...setsOf(takes, named),
    conditions: takes.parts.map((part) => conditionRow(part, telling, first)),
    signatories: signatoryRows(takes, named, first),
    candidates: candidates.sort((one, other) => compare(one.name, other.name)),
    assumed: takes.assumed.map(named),
    ignored: takes.ignored.map((one) => ({ ...named(one), why: one.why })),
    forecast: forecastOf(telling),
    heldFixed: heldFixed(chronicle.history.adoption.finalClauses.entryIntoForce.when).map((one) =>
      sentenceIn(locale, one, chronicle),
    ),
    finding: findingIn(locale, takesFinding(takes, chronicle), chronicle),
  };
}

export const takesQuestion = defineQuestion({
  name: 'agreements.what-it-takes',
  title: 'What would it take to bring this agreement into force?',
  input: TakesInput,
  output: Output,
  example: { agreement: 'comprehensive-test-ban-treaty' },
  async answer(asked, input) {
    const known = await chronicleFor(asked, input.agreement);
    if (isRefusal(known)) return known;
    const takes = whatItTakes(known.chronicle, asked.asOf, input.assume);
    return answerFor(takes, known.chronicle, input.locale);
  },
});
