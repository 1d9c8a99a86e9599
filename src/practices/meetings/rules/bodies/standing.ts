/** What takes a member's rights, who holds office, and who takes part without being a member. */
import type { ActId } from '../../../../kernel/act.ts';
import type { PlainDateText } from '../../../../kernel/dates.ts';
import type { ObserverRight, RestoredRights, SuspendedRights } from '../../payloads/body.ts';
import type { AdmittedObserver, ElectedOfficer } from '../../payloads/body.ts';
import type { HINDRANCES } from '../../payloads/decision-rule.ts';
import type { Fact, Registry } from '../facts.ts';
import { type BodyState, type Term, holdsOn } from './body-state.ts';
import { debtOf } from './contributions.ts';

/** Why a member may not vote, or not take part at all. */
export interface Hindrance {
  /** As the rules of decision name it. Credentials are a session's own matter. */
  readonly kind: Exclude<(typeof HINDRANCES)[number], 'credentials'>;
  readonly what: 'voting' | 'all';
  readonly reason: SuspendedRights['for'];
  readonly citation: string;
  readonly since: PlainDateText | null;
  /** The act that says so, in the body's register or in the registry of actors. */
  readonly act: ActId;
}

const REGISTRY_CITATION = 'Registry of actors, suspension of membership';

const isOf = (one: RestoredRights, suspended: SuspendedRights): boolean =>
  one.member === suspended.member && (one.for === undefined || one.for === suspended.for);

/** Whether a suspension holds on the day: it is over once rights were restored after it began. */
function stillHolds(one: Fact<SuspendedRights>, body: BodyState, day: PlainDateText): boolean {
  const { payload } = one;
  if (!holdsOn(payload, day)) return false;
  return !body.restorations.some(
    ({ payload: restored }) =>
      isOf(restored, payload) &&
      restored.how === 'restored' &&
      restored.from >= payload.from &&
      restored.from <= day,
  );
}

/** Whether the vote is permitted on the day in spite of it (UN Charter Art. 19). */
export function permissionFor(
  suspended: SuspendedRights,
  body: BodyState,
  day: PlainDateText,
): Fact<RestoredRights> | null {
  const found = body.restorations.findLast(
    ({ payload }) =>
      payload.how === 'permitted' && isOf(payload, suspended) && holdsOn(payload, day),
  );
  return found ?? null;
}

/** What a debt takes, as if it had been said: nobody needs to, it follows from the rule. */
function byDebt(body: BodyState, actor: string, day: PlainDateText): Fact<SuspendedRights>[] {
  const debt = debtOf(body, actor, day);
  if (debt === null || !debt.takesVote) return [];
  const { rule, statement } = debt;
  const { citation } = rule;
  const payload = { member: actor, what: 'voting', for: 'arrears', citation } as const;
  return [{ ...statement, payload: { ...payload, from: statement.payload.on } }];
}

/** Suspensions that hold on the day, whether the vote is permitted in spite of them or not. */
export function suspensionsOn(
  body: BodyState,
  actor: string,
  day: PlainDateText,
): readonly Fact<SuspendedRights>[] {
  const said = body.suspensions.filter(({ payload }) => payload.member === actor);
  return [...said, ...byDebt(body, actor, day)].filter((one) => stillHolds(one, body, day));
}

function inRegistry(
  body: BodyState,
  actor: string,
  { day, registry }: { day: PlainDateText; registry: Registry },
): Hindrance[] {
  const { membership } = body.opening.payload;
  if (membership.kind !== 'group') return [];
  const found = registry.suspendedOn(membership.group, day).find((one) => one.actor === actor);
  if (found === undefined) return [];
  const { act, from } = found;
  const kind = 'suspension' as const;
  return [{ kind, what: 'all', reason: kind, citation: REGISTRY_CITATION, since: from, act }];
}

/** What keeps a member from voting on the day; nothing: it may. */
export function hindrancesOf(
  body: BodyState,
  actor: string,
  { day, registry }: { day: PlainDateText; registry: Registry },
): readonly Hindrance[] {
  const own = suspensionsOn(body, actor, day).flatMap(({ act, payload }): Hindrance[] => {
    if (permissionFor(payload, body, day) !== null) return [];
    const { citation, from, what } = payload;
    const kind = payload.for === 'arrears' ? 'arrears' : 'suspension';
    return [{ kind, what, reason: payload.for, citation, since: from, act }];
  });
  return [...own, ...inRegistry(body, actor, { day, registry })];
}

/** Who holds which office on the day. */
export function officersOn(body: BodyState, day: PlainDateText): readonly Term<ElectedOfficer>[] {
  return body.officers.filter((term) => holdsOn(term, day));
}

/** Who takes part without being a member on the day. */
export function observersOn(
  body: BodyState,
  day: PlainDateText,
): readonly Term<AdmittedObserver>[] {
  return body.observers.filter((term) => holdsOn(term, day));
}

/** What an observer may do on the day: by its admission, else by the rules for its category. */
export function rightsOfObserver(
  body: BodyState,
  { fact }: Term<AdmittedObserver>,
  day: PlainDateText,
): { readonly rights: readonly ObserverRight[]; readonly citation: string | null } {
  const { category, citation, rights } = fact.payload;
  if (rights !== undefined) return { rights, citation: citation ?? null };
  const said = body.rules
    .filter(({ payload }) => payload.from <= day)
    .flatMap(({ payload }) => payload.observerRights)
    .findLast((one) => one.category === category);
  return { rights: said?.rights ?? [], citation: citation ?? said?.citation ?? null };
}
