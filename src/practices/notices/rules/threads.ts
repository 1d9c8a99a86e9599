/** Threads: a notice, what answers it, what answers that, and so on. */
import type { InstantText } from '../../../kernel/dates.ts';
import type { EventFact, NoticeFact } from './facts.ts';
import type { NoticeHistory } from './notice-state.ts';

/** Steps that are followed upward; a chain that is longer is read as if it began there. */
export const DEPTH_MAX = 200;

/** What was admitted, by what it concerns: folded once, read many times. */
export interface Archive {
  readonly notices: ReadonlyMap<string, NoticeFact>;
  readonly events: ReadonlyMap<string, readonly EventFact[]>;
  readonly replies: ReadonlyMap<string, readonly NoticeFact[]>;
}

/**
 * Each act once, in the order given, which is that of admission: one that was released to more has
 * a row for each audience. It was there from the first, and is marked as by the last.
 */
export function onePerAct<Fact extends NoticeFact | EventFact>(facts: readonly Fact[]): Fact[] {
  const each = new Map<string, Fact>();
  for (const fact of facts) {
    const first = each.get(fact.act);
    each.set(fact.act, first ? { ...first, marking: fact.marking } : fact);
  }
  return [...each.values()];
}

/** Sorts what was admitted by the notice that it concerns. */
export function archiveOf(notices: readonly NoticeFact[], events: readonly EventFact[]): Archive {
  const each = onePerAct(notices);
  const answering = each.filter(({ notice }) => notice.inReplyTo !== undefined);
  return {
    notices: new Map(each.map((fact) => [fact.act, fact])),
    events: Map.groupBy(onePerAct(events), ({ notice }) => notice),
    replies: Map.groupBy(answering, ({ notice }) => notice.inReplyTo ?? ''),
  };
}

/** The notice with which the thread of this one began, as far as it is known. */
export function rootOf(archive: Pick<Archive, 'notices'>, act: string): string {
  let root = act;
  for (let depth = 0; depth < DEPTH_MAX; depth += 1) {
    const parent = archive.notices.get(root)?.notice.inReplyTo;
    if (parent === undefined || !archive.notices.has(parent)) return root;
    root = parent;
  }
  return root;
}

/** The first act that closed the thread of the notice; null while it is open. */
export function closingOf(
  archive: Pick<Archive, 'notices' | 'events'>,
  act: string,
): { readonly act: string; readonly at: InstantText } | null {
  const events = archive.events.get(rootOf(archive, act)) ?? [];
  const [first] = events
    .filter(({ kind }) => kind === 'close')
    .toSorted((one, other) => one.ledger - other.ledger);
  return first === undefined ? null : { act: first.act, at: first.recordedAt };
}

/** All that is known of a notice; null where the notice itself is not. */
export function historyOf(archive: Archive, act: string): NoticeHistory | null {
  const fact = archive.notices.get(act);
  if (fact === undefined) return null;
  return {
    fact,
    events: archive.events.get(act) ?? [],
    replies: archive.replies.get(act) ?? [],
    closed: closingOf(archive, act),
  };
}

/** One notice of a thread, and how deep it stands in it. */
export interface ThreadEntry {
  readonly fact: NoticeFact;
  readonly depth: number;
}

/** The thread from its root down, each answer after what it answers, in the order of admission. */
export function threadFrom(archive: Archive, root: string): readonly ThreadEntry[] {
  const entries: ThreadEntry[] = [];
  const open = [{ act: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const fact = archive.notices.get(next.act);
    if (fact === undefined) continue;
    const { depth } = next;
    entries.push({ fact, depth });
    const replies = (archive.replies.get(next.act) ?? [])
      .toSorted((one, other) => other.ledger - one.ledger)
      .map(({ act }) => ({ act, depth: depth + 1 }));
    open.push(...replies);
  }
  return entries;
}
