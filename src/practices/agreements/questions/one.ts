/** Questions on one agreement: what it is, who is bound, and why. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { defineQuestion } from '../../../kernel/define-area.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { Adoption } from '../payloads.ts';
import type { Known } from '../chronicles.ts';
import { describeClass } from '../rules/classes.ts';
import { isEnough, progressOf, singlesOf } from '../rules/conditions.ts';
import { ballotOn } from '../rules/entry-into-force.ts';
import { amountsOf, describeSingle, entryIntoForceFinding, nameOf } from '../rules/findings.ts';
import { type Status, concerned, pendingWithdrawals, statusOn } from '../rules/status.ts';
import { statusFinding } from '../rules/status-finding.ts';
import { rowOf } from './list.ts';
import { standingFacets } from './standing-facets.ts';
import {
  AgreementInput,
  AgreementRow,
  Day,
  FindingShape,
  StandingText,
  chronicleFor,
} from './shapes.ts';

const Threshold = z.object({
  label: z.string(),
  /** Decimal text; how much there is, and how much is needed. */
  have: z.string(),
  need: z.string(),
  unit: z.enum(['count', 'percent']),
  enough: z.boolean(),
  kind: z.enum(['count', 'share', 'weight', 'named', 'event', 'on']),
  of: z.string(),
});

const kindOf = (single: object): z.output<typeof Threshold>['kind'] => {
  const kinds = ['share', 'weight', 'named', 'event', 'on'] as const;
  return kinds.find((kind) => kind in single) ?? 'count';
};

/** Where each single condition stands: at the deciding day, or on the day asked for before it. */
function thresholdsOf({ chronicle }: Known, day: string): z.output<typeof Threshold>[] {
  const { fulfilledOn } = chronicle.decision;
  const at = fulfilledOn !== null && fulfilledOn <= day ? fulfilledOn : day;
  const ballot = ballotOn(at, chronicle);
  const { when } = chronicle.history.adoption.finalClauses.entryIntoForce;
  return singlesOf(when).map((single) => {
    const progress = progressOf(single, ballot, chronicle.scene);
    return {
      label: describeSingle(single),
      ...amountsOf(progress),
      enough: isEnough(progress),
      kind: kindOf(single),
      of: 'of' in single ? describeClass(single.of) : '',
    };
  });
}

export const show = defineQuestion({
  name: 'agreements.show',
  title: 'What is this agreement, and where does it stand?',
  input: AgreementInput,
  output: z.object({
    row: AgreementRow,
    adoption: Adoption,
    adoptedBy: z.string(),
    fulfilledOn: Day,
    thresholds: z.array(Threshold),
    pending: z.array(
      z.object({
        actor: z.string(),
        name: z.string(),
        noticeOn: PlainDateText,
        effectiveOn: PlainDateText,
        act: z.string(),
      }),
    ),
    finding: FindingShape,
  }),
  example: { agreement: 'paris-agreement' },
  async answer(asked, input) {
    const known = await chronicleFor(asked, input.agreement);
    if (isRefusal(known)) return known;
    const { chronicle } = known;
    const { fulfilledOn } = chronicle.decision;
    return {
      row: rowOf(known, asked.asOf),
      adoption: chronicle.history.adoption,
      adoptedBy: chronicle.history.adoptedBy,
      fulfilledOn: fulfilledOn !== null && fulfilledOn <= asked.asOf ? fulfilledOn : null,
      thresholds: thresholdsOf(known, asked.asOf),
      pending: pendingWithdrawals(chronicle, asked.asOf).map((one) => ({
        actor: one.actor,
        name: nameOf(one.actor, chronicle),
        noticeOn: one.notice.on,
        effectiveOn: one.effectiveOn,
        act: one.notice.act,
      })),
      finding: entryIntoForceFinding(chronicle, asked.asOf),
    };
  },
});

export const entryIntoForce = defineQuestion({
  name: 'agreements.entry-into-force',
  title: 'When does this agreement enter into force, and why?',
  input: AgreementInput,
  output: z.object({ on: Day, fulfilledOn: Day, finding: FindingShape }),
  example: { agreement: 'paris-agreement' },
  async answer(asked, input) {
    const known = await chronicleFor(asked, input.agreement);
    if (isRefusal(known)) return known;
    const { fulfilledOn, on } = known.chronicle.decision;
    const foreseen = fulfilledOn !== null && fulfilledOn <= asked.asOf;
    return {
      on: foreseen ? on : null,
      fulfilledOn: foreseen ? fulfilledOn : null,
      finding: entryIntoForceFinding(known.chronicle, asked.asOf),
    };
  },
});

export const status = defineQuestion({
  name: 'agreements.status',
  title: 'Where does this actor stand towards this agreement, and why?',
  input: z.strictObject({
    agreement: AgreementInput.shape.agreement,
    actor: ActorId,
  }),
  output: z.object({
    name: z.string(),
    standing: StandingText,
    since: Day,
    effectiveOn: Day,
    finding: FindingShape,
  }),
  example: { agreement: 'paris-agreement', actor: 'USA' },
  async answer(asked, input) {
    const known = await chronicleFor(asked, input.agreement);
    if (isRefusal(known)) return known;
    const found = statusOn(input.actor, asked.asOf, known.chronicle, known.dossiers);
    return {
      name: nameOf(input.actor, known.chronicle),
      standing: found.standing,
      since: found.since,
      effectiveOn: found.effect?.on ?? null,
      finding: statusFinding(found, known.chronicle, asked.asOf),
    };
  },
});

const PartyRow = z.object({
  actor: z.string(),
  name: z.string(),
  /** ISO 3166 numeric code, where it has one. */
  numericCode: z.string().nullable(),
  standing: StandingText,
  since: Day,
  signedOn: Day,
  instrument: z.string().nullable(),
  depositedOn: Day,
  effectiveOn: Day,
  effectBy: z.string().nullable(),
  withdrawnOn: Day,
  provisionalOn: Day,
  /** The act that decides the standing, and where it was recorded from. */
  act: z.string().nullable(),
  source: z.string().nullable(),
});

function partyRow(found: Status, known: Known): z.output<typeof PartyRow> {
  const fact = known.chronicle.scene.facts.actor(found.actor);
  return {
    actor: found.actor,
    name: nameOf(found.actor, known.chronicle),
    numericCode: fact?.numericCode ?? null,
    ...standingFacets(found),
    effectBy: found.boundAsMember ? 'member' : (found.effect?.by ?? null),
  };
}

export const parties = defineQuestion({
  name: 'agreements.parties',
  title: 'Who is bound by this agreement, since when?',
  input: z.strictObject({
    agreement: AgreementInput.shape.agreement,
    standing: StandingText.optional(),
  }),
  output: z.object({ rows: z.array(PartyRow) }),
  example: { agreement: 'paris-agreement' },
  async answer(asked, input) {
    const known = await chronicleFor(asked, input.agreement);
    if (isRefusal(known)) return known;
    const rows = concerned(known.chronicle, asked.asOf)
      .map((actor) => statusOn(actor, asked.asOf, known.chronicle, known.dossiers))
      .filter((found) => found.standing !== 'none')
      .filter((found) => input.standing === undefined || found.standing === input.standing)
      .map((found) => partyRow(found, known));
    return {
      rows: rows.sort((one, other) => one.name.localeCompare(other.name, 'en')),
    };
  },
});
