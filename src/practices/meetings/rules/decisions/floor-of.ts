/** The floor of a session, read from its body and from the session itself. */
import { type InstantText, type PlainDateText, dayOf } from '../../../../kernel/dates.ts';
import { type Fraction, sum } from '../../../../kernel/fraction.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import type { Archive } from '../archive.ts';
import type { BodyState } from '../bodies/body-state.ts';
import { isIn, membersOn } from '../bodies/members.ts';
import { groupOn, whyNoSeat } from '../bodies/rotation.ts';
import { ruleNamed, rulesOn, schemeOn, weightOn, weightsOf } from '../bodies/rules-on.ts';
import { hindrancesOf, officersOn } from '../bodies/standing.ts';
import type { Registry } from '../facts.ts';
import { mayTakePart } from '../sessions/credentials.ts';
import type { SessionState } from '../sessions/session-state.ts';
import { presentAt, sittingAt } from '../sessions/sittings.ts';
import type { Floor, Hindrance } from './floor.ts';

/** Offices whose holder puts questions to the decision. */
const PRESIDING: readonly string[] = ['president', 'vice-president', 'chair', 'vice-chair'];

interface Of {
  readonly body: BodyState;
  readonly session: SessionState;
  readonly registry: Registry;
}

const WHY = {
  arrears: 'is in arrears',
  suspension: 'is suspended',
  other: 'has no vote',
} as const;

function hindranceOf(
  { body, session, registry }: Of,
  rule: DecisionRule,
  { actor, at }: { readonly actor: string; readonly at: InstantText },
): Hindrance | null {
  const found = hindrancesOf(body, actor, { day: dayOf(at), registry }).find(
    ({ kind, what }) => what === 'all' || rule.hindrances.includes(kind),
  );
  if (found !== undefined) {
    const since = found.since === null ? '' : ` since ${found.since}`;
    const { citation, reason: why } = found;
    return { reason: `${actor} ${WHY[why]}${since}.`, citation, for: why };
  }
  if (!rule.hindrances.includes('credentials')) return null;
  const papers = mayTakePart(session, actor, at);
  if (papers.value === true) return null;
  const reason = `The credentials of ${actor} do not let it take part: ${papers.text ?? 'none'}.`;
  return { reason, citation: papers.rule.citation, for: 'credentials' };
}

function presides({ body, session }: Of, actor: string, on: PlainDateText): boolean {
  const { opening } = session;
  if (actor === opening.actor || actor === opening.author) return true;
  return officersOn(body, on).some(({ fact: { payload } }) => {
    return payload.holder === actor && PRESIDING.includes(payload.office);
  });
}

function totalOf(body: BodyState, scheme: string, on: PlainDateText): Fraction | null {
  const set = schemeOn(body, scheme, on);
  return set === null ? null : sum(weightsOf(set).values());
}

/** Of a revision, that of the proposal as it was first submitted. */
function submissionOf({ documents }: SessionState, symbol: string): number | null {
  const stem = documents.bySymbol.get(symbol)?.stem;
  const first = [...documents.bySymbol.values()].find((one) => one.stem === stem);
  return stem === undefined ? null : (first?.fact.ledger ?? null);
}

/** The floor of a session; null where none of the name was convened, or its body is not here. */
export function floorOf(archive: Archive, name: string): Floor | null {
  const session = archive.session(name);
  const body = session === null ? null : archive.bodyOf(session);
  if (session === null || body === null) return null;
  const { registry } = archive;
  const of = { body, session, registry };
  // Asked for once and again through a roll call.
  const members = new Map<PlainDateText, readonly string[]>();
  return {
    body: body.name,
    session: name,
    members: (on) => {
      const known = members.get(on) ?? membersOn(body, on, registry);
      members.set(on, known);
      return known;
    },
    rule: (rule, on) => ruleNamed(body, rule, on),
    ruleNames: (on) => rulesOn(body, on).map((rule) => rule.name),
    weight: (scheme, actor, on) => weightOn(body, scheme, actor, on),
    totalWeight: (scheme, on) => totalOf(body, scheme, on),
    isIn: (selector, actor, on) => isIn(selector, actor, { body, day: on, registry }),
    hindrance: (rule, actor, at) => hindranceOf(of, rule, { actor, at }),
    isPresent: (actor, at) => presentAt(session, at).has(actor),
    presides: (actor, at) => presides(of, actor, dayOf(at)),
    whyNoSeat: (group, actor, on) => whyNoSeat(body, { group, actor, day: on, registry }),
    seatsOf: (group, on) => groupOn(body, group, on)?.number ?? null,
    seatTitles: (group, on) => groupOn(body, group, on)?.title ?? null,
    exists: (actor, on) => registry.exists(actor, on),
    sittingAt: (at) => sittingAt(session, at)?.sitting.number ?? null,
    submission: (symbol) => submissionOf(session, symbol),
    hasItem: (item) => session.agenda.items.has(item),
    hasText: (text) => archive.text(text)?.opening.payload.session === name,
  };
}
