/** What a body is on a day: its seats, officers, observers, rules, weights and sessions. */
import { z } from 'zod';
import { PlainDateText } from '../../../../kernel/dates.ts';
import { type Asked, defineQuestion } from '../../../../kernel/define-area.ts';
import { fractionText, sum } from '../../../../kernel/fraction.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { loadOpenings, meetingsIn } from '../../load.ts';
import {
  BODY_KINDS,
  INTERVENTIONS,
  Membership,
  OBSERVER_CATEGORIES,
  OBSERVER_RIGHTS,
  OFFICES,
} from '../../payloads/body.ts';
import { BASES, Condition, METHODS } from '../../payloads/decision-rule.ts';
import { Name } from '../../payloads/parts.ts';
import { membersOn } from '../../rules/bodies/members.ts';
import {
  quorumToOpenOn,
  rulesInForceOn,
  schemesOn,
  speakingLimitsOn,
  weightsOf,
} from '../../rules/bodies/rules-on.ts';
import { observersOn, officersOn, rightsOfObserver } from '../../rules/bodies/standing.ts';
import { InLanguage, titleIn } from '../shapes.ts';
import { openBody } from './open-body.ts';
import { ShownSeats, seatsShown } from './seats-shown.ts';
import { SessionRow, sessionRowOf } from './session-rows.ts';
import { Named, type Spoken, named } from './spoken.ts';
import { rightsRows } from './voting-rights.ts';

const Day = PlainDateText.nullable();

const Output = z.object({
  name: z.string(),
  title: z.string(),
  kind: z.enum(BODY_KINDS),
  organization: Named.nullable(),
  parent: Named.nullable(),
  membership: Membership,
  /** The name of the group whose members its members are. */
  groupName: z.string().nullable(),
  note: z.string().nullable(),
  custodian: Named,
  act: z.string(),
  source: z.string().nullable(),
  members: z.int(),
  mayVote: z.int(),
  ...ShownSeats.shape,
  officers: z.array(
    z.object({
      office: z.enum(OFFICES),
      holder: Named.nullable(),
      person: z.string().nullable(),
      from: PlainDateText,
      until: Day,
      act: z.string(),
    }),
  ),
  observers: z.array(
    z.object({
      observer: Named,
      category: z.enum(OBSERVER_CATEGORIES),
      rights: z.array(z.enum(OBSERVER_RIGHTS)),
      citation: z.string().nullable(),
      from: PlainDateText,
      until: Day,
      act: z.string(),
    }),
  ),
  rules: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      citation: z.string(),
      method: z.enum(METHODS),
      matters: z.array(z.string()),
      /** What adopts, and what prevents it; the conditions as they stand in the rule. */
      adoptedIf: Condition.nullable(),
      blockedIf: z.array(Condition),
      /** By which rule it is first decided that it applies, and what follows where it fails. */
      preliminary: z.string().nullable(),
      fallback: z.string().nullable(),
      since: PlainDateText,
      act: z.string(),
    }),
  ),
  quorumToOpen: z
    .object({ threshold: z.string(), base: z.enum(BASES), more: z.boolean() })
    .nullable(),
  speaking: z.array(
    z.object({
      kind: z.enum(INTERVENTIONS),
      minutesMax: z.int(),
      timesMax: z.int().nullable(),
      laterMinutesMax: z.int().nullable(),
      citation: z.string(),
    }),
  ),
  schemes: z.array(
    z.object({
      scheme: z.string(),
      title: z.string(),
      citation: z.string(),
      unit: z.string().nullable(),
      from: PlainDateText,
      /** The weights of all that it covers, added up exactly. */
      total: z.string(),
      covers: z.int(),
      uncovered: z.array(Named),
      act: z.string(),
    }),
  ),
  sessions: z.array(SessionRow),
  /** Roll calls of its past that are on record by the day. */
  rollCalls: z.int(),
});
export type ShownBody = z.output<typeof Output>;

function peopleShown(spoken: Spoken): Pick<ShownBody, 'officers' | 'observers'> {
  const { body, day } = spoken;
  const officers = officersOn(body, day).map(({ fact, from, until }) => {
    const { holder, office, person = null } = fact.payload;
    const who = holder === undefined ? null : named(holder, spoken);
    return { office, holder: who, person, from, until, act: fact.act };
  });
  const observers = observersOn(body, day).map((term) => {
    const { rights, citation } = rightsOfObserver(body, term, day);
    const { fact, from, until } = term;
    const { category, observer } = fact.payload;
    const base = { observer: named(observer, spoken), category, rights: [...rights], citation };
    return { ...base, from, until, act: fact.act };
  });
  const inOrder = OFFICES as readonly string[];
  return {
    officers: officers.sort((a, b) => inOrder.indexOf(a.office) - inOrder.indexOf(b.office)),
    observers,
  };
}

function rulesShown({
  body,
  day,
  locale,
}: Spoken): Pick<ShownBody, 'rules' | 'quorumToOpen' | 'speaking'> {
  const quorum = quorumToOpenOn(body, day);
  const inForce = rulesInForceOn(body, day);
  const titles = new Map(inForce.map(({ rule }) => [rule.name, titleIn(locale, rule.title)]));
  const called = (name: string | undefined) =>
    name === undefined ? null : (titles.get(name) ?? name);
  return {
    rules: inForce.map(({ act, from, rule }) => {
      const { citation, matters, method, name } = rule;
      return {
        name,
        title: titleIn(locale, rule.title),
        citation,
        method,
        matters: [...matters],
        adoptedIf: rule.adoptedIf ?? null,
        blockedIf: [...rule.blockedIf],
        preliminary: called(rule.preliminary),
        fallback: called(rule.fallback),
        since: from,
        act,
      };
    }),
    quorumToOpen:
      quorum === null
        ? null
        : { threshold: quorum.threshold, base: quorum.base, more: quorum.more },
    speaking: speakingLimitsOn(body, day).map((limit) => ({
      kind: limit.kind,
      minutesMax: limit.minutesMax,
      timesMax: limit.timesMax ?? null,
      laterMinutesMax: limit.laterMinutesMax ?? null,
      citation: limit.citation,
    })),
  };
}

function schemesShown(spoken: Spoken): ShownBody['schemes'] {
  const { body, day, locale } = spoken;
  return schemesOn(body, day).map((fact) => {
    const { citation, from, scheme, title, uncovered, unit = null, weights } = fact.payload;
    return {
      scheme,
      title: title === undefined ? scheme : titleIn(locale, title),
      citation,
      unit,
      from,
      total: fractionText(sum(weightsOf(fact).values())),
      covers: weights.length,
      uncovered: uncovered.map((actor) => named(actor, spoken)),
      act: fact.act,
    };
  });
}

function openingShown(spoken: Spoken) {
  const { archive, body, locale } = spoken;
  const { act, payload, source } = body.opening;
  const { kind, membership, note = null, organization, parent, title } = payload;
  const above = parent === undefined ? null : archive.body(parent)?.opening.payload.title;
  return {
    name: body.name,
    title: titleIn(locale, title),
    kind,
    organization: organization === undefined ? null : named(organization, spoken),
    parent:
      parent === undefined ? null : { id: parent, name: above ? titleIn(locale, above) : parent },
    membership,
    groupName: membership.kind === 'group' ? named(membership.group, spoken).name : null,
    note,
    custodian: named(body.custodian, spoken),
    act,
    source,
  };
}

async function rollCallsOf({ asOf, knownAt, query }: Asked, body: string): Promise<number> {
  const { count } = await meetingsIn(query)
    .selectFrom('meetings_roll_call')
    .select(({ fn }) => fn.count<string>('entry').distinct().as('count'))
    .where('body', '=', body)
    .where('taken_on', '<=', asOf)
    .where('recorded_at', '<=', knownAt ?? '9999-12-31T23:59:59.999Z')
    .executeTakeFirstOrThrow();
  return Number(count);
}

export const body = defineQuestion({
  name: 'meetings.body',
  title: 'What is this body: its seats, officers, observers, rules, weights and sessions?',
  input: z.strictObject({ body: Name, locale: InLanguage }),
  output: Output,
  example: { body: 'general-conference' },
  async answer(asked, { body: name, locale }) {
    const open = await openBody(asked, name);
    if (isRefusal(open)) return open;
    const spoken = { ...open, locale };
    const sessions = await loadOpenings(asked, 'meetings.convene');
    return {
      ...openingShown(spoken),
      members: membersOn(open.body, open.day, open.registry).length,
      mayVote: rightsRows(open, locale).filter((row) => row.mayVote).length,
      ...seatsShown(spoken),
      ...peopleShown(spoken),
      ...rulesShown(spoken),
      schemes: schemesShown(spoken),
      sessions: sessions
        .map((fact) => sessionRowOf(fact, locale))
        .filter((row) => row.body === name)
        .toSorted((one, other) => (one.opensOn < other.opensOn ? 1 : -1)),
      rollCalls: await rollCallsOf(asked, name),
    };
  },
});
