/** Finds what a change points at: a position in a sequence, or a stretch of one. */
import { type Sentence, said } from '../../../../kernel/said.ts';
import type { Place } from '../../payloads/negotiating-text.ts';
import type { RunPlace } from './lay-words.ts';
import type { Sequence, Stretch } from './structure.ts';

/** A position in a sequence. */
export interface Position {
  readonly sequence: Sequence;
  readonly at: number;
}

/** Why a change points at nothing, in words. */
export interface Astray {
  readonly astray: Sentence;
}
export const isAstray = (found: object): found is Astray => 'astray' in found;

/** The position of a place; where it falls within a placeholder, that after it. */
export function positionOf(
  runs: ReadonlyMap<string, RunPlace>,
  { run, offset }: Place,
): Position | Astray {
  const place = runs.get(run);
  const node = place?.sequence.nodes[place.node];
  if (place === undefined || node === undefined || node.kind === 'bracket') {
    return { astray: said('The text has no run {$run}.', { run }) };
  }
  const start = place.sequence.starts[place.node] ?? 0;
  const { length } = node.kind === 'run' ? node.text : node.label;
  if (offset > length)
    return {
      astray: said('The run {$run} has {$length} characters, not {$offset}.', {
        run,
        length,
        offset,
      }),
    };
  if (node.kind === 'placeholder') {
    return { sequence: place.sequence, at: start + Math.min(1, offset) };
  }
  if (splitsCharacter(node.text, offset)) {
    return {
      astray: said('The place {$offset} in the run {$run} is within a character.', { offset, run }),
    };
  }
  return { sequence: place.sequence, at: start + offset };
}

/** Whether an offset falls between the two halves of one character. */
function splitsCharacter(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** What a sequence is, seen from the one around it: a whole bracket, or where a change stands. */
function lifted({ holder }: Sequence): [Sequence, Stretch] | null {
  if (holder.kind === 'provision') return null;
  if (holder.kind === 'change') {
    const { outer, stretch } = holder.issue;
    return outer === null ? null : [outer, { from: stretch.to, to: stretch.to }];
  }
  const from = holder.outer.starts[holder.node] ?? 0;
  return [holder.outer, { from, to: from + 1 }];
}

/** Each sequence around a position, with the stretch that it is there. */
function around({ sequence, at }: Position): Map<Sequence, Stretch> {
  const found = new Map<Sequence, Stretch>([[sequence, { from: at, to: at }]]);
  for (let next = lifted(sequence); next !== null; next = lifted(next[0])) found.set(...next);
  return found;
}

/**
 * The stretch between two places, in the innermost sequence that holds both. A bracket that holds
 * one of them only is in it whole.
 */
export function stretchOf(
  runs: ReadonlyMap<string, RunPlace>,
  from: Place,
  to: Place,
): { readonly sequence: Sequence; readonly stretch: Stretch } | Astray {
  const [first, last] = [positionOf(runs, from), positionOf(runs, to)];
  if (isAstray(first)) return first;
  if (isAstray(last)) return last;
  const outer = around(last);
  for (const [sequence, begins] of around(first)) {
    const ends = outer.get(sequence);
    if (ends === undefined) continue;
    const stretch = { from: begins.from, to: ends.to };
    return stretch.from < stretch.to
      ? { sequence, stretch }
      : { astray: said('There are no words between these two places.') };
  }
  return { astray: said('The two places are in different provisions.') };
}
