/** What is open in a text: how much, where, whose, and how that changed over time. */
import { dayOf } from '../../../../kernel/dates.ts';
import { draftOf } from './draft-of.ts';
import { peopleOf } from './people.ts';
import { inOrder } from './show-text.ts';
import {
  attributed,
  isBracket,
  isPlaceholder,
  type Inline,
} from '../../../../standards/bracketed-text/bracketed-text.ts';
import type { IssuedVersion } from '../../payloads/negotiating-text.ts';
import type { Fact } from '../facts.ts';
import type { Issue, ProvisionNode } from './structure.ts';
import { TextFold } from './text-fold.ts';
import { Standings } from './standing.ts';
import { type TextState, foldText } from './text-state.ts';
import { inTheRoom } from './views.ts';

/** The issues that are open, in no order that means anything. */
export function openIssues({
  issues,
  standings,
}: Pick<TextState, 'issues' | 'standings'>): Issue[] {
  return [...issues.values()].filter((issue) => standings.of(issue) === 'open');
}

/** The article, or the provision at the top, that a provision belongs to. */
export function articleOf(provision: ProvisionNode): ProvisionNode {
  let around = provision;
  while (around.kind !== 'article' && around.parent !== null) around = around.parent;
  return around;
}

/** How many issues are open in a provision itself. */
export interface OpenIn {
  readonly provision: ProvisionNode;
  readonly article: ProvisionNode;
  readonly open: number;
}

/** Provisions in which something is open, in the order of reading. */
export function openByProvision(state: TextState): readonly OpenIn[] {
  const counts = new Map<ProvisionNode, number>();
  for (const { provision } of openIssues(state)) {
    counts.set(provision, (counts.get(provision) ?? 0) + 1);
  }
  return inOrder(state).flatMap((provision) => {
    const open = counts.get(provision);
    return open === undefined ? [] : [{ provision, article: articleOf(provision), open }];
  });
}

/** How many open issues each actor proposed, supports and opposes. */
export interface OpenOf {
  readonly actor: string;
  readonly by: number;
  readonly supported: number;
  readonly opposed: number;
}

/** Actors with a part in what is open, those with most proposals first. */
export function openByActor(state: TextState): readonly OpenOf[] {
  const counts = new Map<string, { by: number; supported: number; opposed: number }>();
  const count = (actors: Iterable<string>, what: 'by' | 'supported' | 'opposed'): void => {
    for (const actor of new Set(actors)) {
      const own = counts.get(actor) ?? { by: 0, supported: 0, opposed: 0 };
      own[what] += 1;
      counts.set(actor, own);
    }
  };
  for (const issue of openIssues(state)) {
    const people = Array.from({ length: Math.max(1, issue.options.length) }, (_, alternative) =>
      peopleOf(issue, alternative),
    );
    count(
      people.flatMap(({ by }) => by),
      'by',
    );
    count(
      people.flatMap(({ supportedBy }) => supportedBy),
      'supported',
    );
    count(
      people.flatMap(({ opposedBy }) => opposedBy),
      'opposed',
    );
  }
  return [...counts]
    .map(([actor, own]) => ({ actor, ...own }))
    .sort((one, other) => other.by - one.by || (one.actor < other.actor ? -1 : 1));
}

/** How much was open after the last act of a day, or when a version was issued. */
export interface OpenAt {
  readonly on: string;
  /** The version that was issued then; null at the end of a day. */
  readonly symbol: string | null;
  readonly open: number;
  readonly settled: number;
  readonly withdrawn: number;
  /** How many of those that were open stood in each article, by its name. */
  readonly byArticle: ReadonlyMap<string, number>;
}

type Counted = Pick<TextState, 'issues' | 'standings'>;

/** An act after which it is counted. */
interface Moment {
  readonly at: number;
  readonly on: string;
  readonly symbol: string | null;
}

function countAt({ issues, standings }: Counted, { on, symbol }: Moment): OpenAt {
  const counted = { open: 0, accepted: 0, rejected: 0, withdrawn: 0, fallen: 0 };
  const byArticle = new Map<string, number>();
  for (const issue of issues.values()) {
    const standing = standings.of(issue);
    counted[standing] += 1;
    if (standing !== 'open') continue;
    const { id } = articleOf(issue.provision);
    byArticle.set(id, (byArticle.get(id) ?? 0) + 1);
  }
  const { open, accepted, rejected, withdrawn } = counted;
  return { on, symbol, open, settled: accepted + rejected, withdrawn, byArticle };
}

/** The last act of each day, and each by which a version was issued, from the first tabling on. */
function momentsOf(facts: readonly Fact[]): readonly Moment[] {
  const from = facts.findIndex(({ type }) => type === 'meetings.table-text');
  if (from === -1) return [];
  return facts.slice(from).flatMap(({ payload, recordedAt, type }, after) => {
    const at = from + after;
    const on = dayOf(recordedAt);
    const next = facts[at + 1];
    const isLast = next === undefined || dayOf(next.recordedAt) !== on;
    // The schema accepted the payload of this very type.
    const symbol = type === 'meetings.issue-version' ? (payload as IssuedVersion).symbol : null;
    return symbol !== null || isLast ? [{ at, on, symbol }] : [];
  });
}

/** What was counted before, by the last fact that it was counted from, with all of them. */
const passed = new WeakMap<Fact, { facts: readonly Fact[]; times: readonly OpenAt[] }>();

/** Counts at moments that have passed: once for as long as the facts until then are these. */
function countPassed(facts: readonly Fact[], moments: readonly Moment[]): readonly OpenAt[] {
  const last = facts[moments.at(-1)?.at ?? -1];
  if (last === undefined) return [];
  const until = facts.slice(0, (moments.at(-1)?.at ?? -1) + 1);
  const known = passed.get(last);
  const isKnown = known?.facts.length === until.length;
  if (isKnown && known.facts.every((fact, at) => fact === until[at])) return known.times;
  const fold = new TextFold();
  let next = 0;
  const times = moments.map((moment) => {
    for (; next <= moment.at; next += 1) fold.admit(facts[next] ?? last);
    return countAt({ issues: fold.issues, standings: new Standings() }, moment);
  });
  passed.set(last, { facts: until, times });
  return times;
}

/**
 * How much was open at the end of each day on which something was admitted, and at versions. `now`
 * is what the facts make, where that is known: the last of these moments is counted from it.
 */
export function openOverTime(
  facts: readonly Fact[],
  now: Counted | null = foldText('', facts),
): readonly OpenAt[] {
  const moments = momentsOf(facts);
  const last = moments.at(-1);
  if (last === undefined || now === null) return [];
  return [...countPassed(facts, moments.slice(0, -1)), countAt(now, last)];
}

/** How large a text is, as it lies in the room. */
export interface TextSize {
  readonly provisions: number;
  readonly words: number;
  /** Of the words, those within brackets. */
  readonly bracketedWords: number;
  readonly brackets: number;
  readonly placeholders: number;
  readonly deepest: number;
}

interface Sizes {
  words: number;
  bracketedWords: number;
  brackets: number;
  placeholders: number;
  deepest: number;
}

function measure(words: readonly Inline[], segmenter: Intl.Segmenter, depth: number, sizes: Sizes) {
  sizes.deepest = Math.max(sizes.deepest, depth);
  for (const inline of words) {
    if (isPlaceholder(inline)) sizes.placeholders += 1;
    else if (isBracket(inline)) {
      sizes.brackets += 1;
      for (const one of inline.alternatives) {
        measure(attributed(one).words, segmenter, depth + 1, sizes);
      }
    } else {
      const count = [...segmenter.segment(inline)].filter(({ isWordLike }) => isWordLike).length;
      sizes.words += count;
      if (depth > 0) sizes.bracketedWords += count;
    }
  }
}

/** Counts provisions, words and brackets as the room sees them. */
export function sizeOf(state: TextState): TextSize {
  const { language, provisions } = draftOf(state, inTheRoom(state.standings));
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const sizes = { words: 0, bracketedWords: 0, brackets: 0, placeholders: 0, deepest: 0 };
  for (const { words } of provisions) measure(words, segmenter, 0, sizes);
  return { provisions: provisions.length, ...sizes };
}
