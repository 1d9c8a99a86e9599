/** Which kind of statement the words signal, how surely, and by which words. */
import { READ_KINDS, type ReadKind } from './signal.ts';
import { HEADING_SIGNALS, OVERRULES, SIGNALS } from './signals.ts';
import type { Section } from './blocks.ts';

/** A reason: words that were found, the kind they speak for, and how much they weigh. */
export interface Reason {
  readonly kind: ReadKind;
  readonly points: number;
  /** The words as they stand, shortened; or what else speaks for it. */
  readonly words: string;
  readonly from: 'text' | 'heading' | 'section' | 'others' | 'nothing';
}

export interface KindRead {
  readonly kind: ReadKind;
  /** 0 to 100, whole. */
  readonly confidence: number;
  /** The weightiest first. */
  readonly reasons: readonly Reason[];
}

const WORDS_SHOWN_MAX = 80;
const REASONS_SHOWN_MAX = 6;
/** Each further signal of the same kind adds this much. */
const FURTHER_POINTS = 3;
const CONFIDENCE_MAX = 98;
/** Half of what the runner-up has above this is taken off. */
const RUNNER_UP_FREE = 40;
/** A formula stands early; what only stands far below weighs less. */
const EARLY_WITHIN = 700;
const LATE_COST = 12;

const SECTION_POINTS: Readonly<Record<Section, readonly [ReadKind, number] | null>> = {
  statements: null,
  objections: ['objection', 78],
  territories: ['territorial', 78],
  notifications: ['notification', 60],
};

const shortened = (words: string): string =>
  words.length <= WORDS_SHOWN_MAX ? words : `${words.slice(0, WORDS_SHOWN_MAX - 1)}…`;

function reasonsIn(words: string, under: readonly string[], section: Section): Reason[] {
  const reasons: Reason[] = [];
  for (const { kind, points, pattern } of SIGNALS) {
    const found = pattern.exec(words);
    if (!found) continue;
    const late = found.index > EARLY_WITHIN ? LATE_COST : 0;
    reasons.push({ kind, points: points - late, words: shortened(found[0]), from: 'text' });
  }
  const heading = under.join(' ');
  for (const { kind, points, pattern } of HEADING_SIGNALS) {
    const found = pattern.exec(heading);
    if (found) reasons.push({ kind, points, words: shortened(found[0]), from: 'heading' });
  }
  const ofSection = SECTION_POINTS[section];
  if (ofSection) {
    const [kind, points] = ofSection;
    reasons.push({ kind, points, words: section, from: 'section' });
  }
  return reasons.sort((one, other) => other.points - one.points);
}

function scoreOf(kind: ReadKind, reasons: readonly Reason[]): number {
  const own = reasons.filter((reason) => reason.kind === kind);
  const first = own[0]?.points ?? 0;
  return first + Math.max(0, own.length - 1) * FURTHER_POINTS;
}

/** The points of each kind, without those that a surer one explains. */
function scoresOf(reasons: readonly Reason[]): Map<ReadKind, number> {
  const scores = new Map(READ_KINDS.map((kind) => [kind, scoreOf(kind, reasons)]));
  for (const { kind, from, over } of OVERRULES) {
    if ((scores.get(kind) ?? 0) < from) continue;
    for (const other of over) scores.set(other, Math.min(scores.get(other) ?? 0, RUNNER_UP_FREE));
  }
  return scores;
}

/** The kind that the reasons speak for; without any, what a statement is that says nothing else. */
export function weigh(reasons: readonly Reason[]): KindRead {
  const ranked = [...scoresOf(reasons)].sort(([, one], [, other]) => other - one);
  const [kind, score] = ranked[0] ?? ['political', 0];
  const runnerUp = ranked[1]?.[1] ?? 0;
  if (score === 0) {
    const reason: Reason = { kind: 'political', points: 10, words: '', from: 'nothing' };
    return { kind: 'political', confidence: 10, reasons: [reason] };
  }
  const doubt = Math.max(0, runnerUp - RUNNER_UP_FREE) / 2;
  const confidence = Math.round(Math.max(0, Math.min(CONFIDENCE_MAX, score) - doubt));
  return { kind, confidence, reasons: reasons.slice(0, REASONS_SHOWN_MAX) };
}

/** What the words of a statement, its headings and its section signal. */
export function kindReasons(
  words: string,
  under: readonly string[],
  section: Section,
): readonly Reason[] {
  return reasonsIn(words, under, section);
}
