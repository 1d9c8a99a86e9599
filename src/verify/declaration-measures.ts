/** Precision and recall of a reader over labelled statements, in lines. */
import type { Labelled } from './declaration-labels.ts';

export type Spread = readonly string[];

interface Count {
  /** Found and labelled; found alone; labelled alone. */
  right: number;
  wrong: number;
  left: number;
}

const none = (): Count => ({ right: 0, wrong: 0, left: 0 });
const share = (part: number, whole: number): string => {
  return whole === 0 ? '-' : `${Math.round((100 * part) / whole)} % (${part}/${whole})`;
};

function told(name: string, { right, wrong, left }: Count): string {
  return `${name}: precision ${share(right, right + wrong)}, recall ${share(right, right + left)}`;
}

function countSets(pairs: readonly (readonly [readonly string[], readonly string[]])[]): Count {
  const count = none();
  for (const [found, known] of pairs) {
    count.right += known.filter((one) => found.includes(one)).length;
    count.wrong += found.filter((one) => !known.includes(one)).length;
    count.left += known.filter((one) => !found.includes(one)).length;
  }
  return count;
}

const HIGH_FROM = 80;

/** Kinds one by one, all kinds where confidence is high, provisions and targets. */
export function measuresOf(labelled: readonly Labelled[]): string[] {
  const pairs = labelled.map(({ label, read }) => ({
    label,
    read,
    kind: read?.kind ?? 'not found',
  }));
  const kinds = [...new Set(pairs.map(({ label }) => label.kind))].sort();
  const lines = kinds.map((kind) => {
    const count = countSets(
      pairs.map(({ label, kind: found }) => [
        found === kind ? [kind] : [],
        label.kind === kind ? [kind] : [],
      ]),
    );
    return told(`kind ${kind}`, count);
  });
  const high = pairs.filter(({ read }) => (read?.confidence ?? 0) >= HIGH_FROM);
  const rightOf = (among: typeof pairs): number =>
    among.filter(({ label, kind }) => label.kind === kind).length;
  return [
    ...lines,
    `kind, all: ${share(rightOf(pairs), pairs.length)} right`,
    `kind, confidence from ${HIGH_FROM}: ${share(rightOf(high), high.length)} right`,
    told(
      'provisions',
      countSets(pairs.map(({ label, read }) => [read?.provisions ?? [], label.provisions])),
    ),
    told(
      'towards',
      countSets(pairs.map(({ label, read }) => [read?.towards ?? [], label.towards])),
    ),
  ];
}

const BANDS = [0, 20, 40, 60, 80] as const;
const BAND = 20;

/** How many statements were read in all, and with how much confidence. */
export function spreadOf(confidences: readonly number[]): Spread {
  const bands = BANDS.map((from) => {
    const to = from + BAND;
    const count = confidences.filter((one) => one >= from && (one < to || to === 100)).length;
    return `${from}-${to - (to === 100 ? 0 : 1)}: ${count}`;
  });
  return [`read in all: ${confidences.length} statements; by confidence ${bands.join(', ')}`];
}
