/**
 * Onward release: a notice that passes on what another said, and what its originator permits.
 * FIRST, Traffic Light Protocol 2.0: RED is for those it was given to; AMBER and AMBER+STRICT for
 * them and, within limits, their own; who wants to go further asks the source.
 */
import { LEVELS, type Marking, mayView } from '../../../kernel/marking.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { said } from '../../../kernel/said.ts';
import { Permit } from '../payloads/notice.ts';
import type { EventFact, NoticeFact } from './facts.ts';
import { RULES } from './law.ts';
import { type Archive, DEPTH_MAX } from './threads.ts';

const RESTRICTED: readonly Marking['level'][] = ['amber', 'amber+strict', 'red'];
const PermitDetail = Permit.omit({ notice: true });

/** From the notice that is passed on to the one with which it began, as far as both are known. */
export function lineageOf(
  archive: Pick<Archive, 'notices'>,
  source: string,
): readonly NoticeFact[] {
  const chain: NoticeFact[] = [];
  let next: string | undefined = source;
  while (next !== undefined && chain.length < DEPTH_MAX) {
    const fact = archive.notices.get(next);
    if (fact === undefined) return chain;
    chain.push(fact);
    next = fact.notice.source?.notice;
  }
  return chain;
}

/** A notice in the tree of those that pass one on, and how far it stands from the first. */
export interface Released {
  readonly fact: NoticeFact;
  readonly depth: number;
}

/** The notice, what passes it on, what passes that on, each once and after what it passes on. */
export function releasesFrom(
  notices: ReadonlyMap<string, NoticeFact>,
  root: string,
): readonly Released[] {
  const below = Map.groupBy(notices.values(), ({ notice }) => notice.source?.notice);
  const open = [root].flatMap((act) => notices.get(act) ?? []).map((fact) => ({ fact, depth: 0 }));
  const found = new Map<string, Released>();
  while (open.length > 0) {
    const next = open.shift();
    if (next === undefined || found.has(next.fact.act)) continue;
    found.set(next.fact.act, next);
    const passed = (below.get(next.fact.act) ?? []).toSorted((a, b) => a.ledger - b.ledger);
    open.unshift(...passed.map((fact) => ({ fact, depth: next.depth + 1 })));
  }
  return [...found.values()];
}

/** Actors of the marking to whom the other is not released; null where it is for all. */
export function beyond(marking: Marking, source: Marking): readonly string[] | null {
  if (source.level === 'clear') return [];
  if (marking.level === 'clear') return null;
  return marking.to.filter((actor) => !mayView(source, [actor]));
}

/** Those to whom the originator permits the release, by the permits that it gave. */
export function permittedTo(permits: readonly EventFact[]): ReadonlySet<string> {
  return new Set(
    permits
      .filter(({ kind }) => kind === 'permit-onward-release')
      .flatMap(({ detail }) => PermitDetail.parse(detail).to),
  );
}

/** Why a notice so marked may not pass on the one that began the chain; null where it may. */
function originFault(
  marking: Marking,
  origin: NoticeFact,
  permits: readonly EventFact[],
): string | null {
  if (!RESTRICTED.includes(origin.marking.level)) return null;
  if (LEVELS.indexOf(marking.level) < LEVELS.indexOf(origin.marking.level)) {
    return `what ${origin.actor} marked ${origin.marking.level} would be marked ${marking.level}`;
  }
  const others = beyond(marking, origin.marking);
  if (others === null) return 'it would be for all';
  const permitted = permittedTo(permits);
  const outside = others.filter((actor) => !permitted.has(actor));
  return outside.length === 0
    ? null
    : `${origin.actor} did not permit it for ${outside.join(', ')}`;
}

/**
 * Judges an onward release by every notice of its chain: whoever said something so marked permits
 * where it goes. Null, or the refusal.
 */
export function judgeOnward(
  marking: Marking,
  actor: string,
  source: { readonly notice: string; readonly releasedBy: string | null },
  archive: Pick<Archive, 'notices' | 'events'>,
): Refusal | null {
  const chain = lineageOf(archive, source.notice);
  const permitsOf = ({ act }: NoticeFact) => archive.events.get(act) ?? [];
  const { releasedBy } = source;
  const isGiven = chain.flatMap(permitsOf).some(({ act }) => act === releasedBy);
  if (releasedBy !== null && !isGiven) {
    return refuse(
      RULES.onward,
      said('{$releasedBy} is no permission to release this onward.', { releasedBy }),
    );
  }
  // What one said oneself, one may say to whom one likes.
  const faults = chain
    .filter((origin) => origin.actor !== actor)
    .map((origin) => originFault(marking, origin, permitsOf(origin)));
  const fault = faults.find((one) => one !== null) ?? null;
  return fault === null
    ? null
    : refuse(RULES.onward, said('It is not to be released onward so: {$fault}.', { fault }), {
        remedy: said('Ask for permission, or release it to those who may have it.'),
      });
}
