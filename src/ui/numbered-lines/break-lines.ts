/**
 * Breaks words into lines of a measure that does not hang on a screen or a printer, so that the
 * fifth line is the fifth line for everybody who has the paper before them.
 */

/** Words as they are printed: to be struck, to be put in, or a note's number. */
export interface PrintedRun {
  readonly text: string;
  readonly as?: 'old' | 'new' | 'note' | undefined;
}

/** Scripts whose signs are as wide as two Latin letters. */
const SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Hangul'].map((one) => `\\p{Script=${one}}`);
const WIDE = new RegExp(`[${SCRIPTS.join('')}\u3000-\u303f\uff00-\uff60]`, 'u');
const WIDTHLESS = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** Signs that no line begins with. */
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;

/** How many Latin letters are as wide. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += WIDTHLESS.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1;
  return width;
}

function mayBreak(before: string, after: string): boolean {
  if (/\s$/u.test(before)) return true;
  const isWide = WIDE.test(before.slice(-1)) && WIDE.test(after.slice(0, 1));
  return isWide && !CLOSING.test(after) && !OPENING.test(before);
}

/** Words that stand together on a line, and whether the next begin another. */
interface Atom {
  readonly text: string;
  readonly isLast: boolean;
}

function atomsOf(text: string, language: string): Atom[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const atoms: Atom[] = [];
  let open = '';
  for (const { segment } of segmenter.segment(text)) {
    if (open !== '' && mayBreak(open, segment)) {
      atoms.push({ text: open, isLast: open.endsWith('\n') });
      open = '';
    }
    open += segment;
  }
  if (open !== '') atoms.push({ text: open, isLast: true });
  return atoms;
}

/** The runs again, cut where lines end. */
function cutAt(runs: readonly PrintedRun[], lengths: readonly number[]): PrintedRun[][] {
  const left = runs.map((run) => ({ ...run }));
  return lengths.map((length) => {
    const line: PrintedRun[] = [];
    let rest = length;
    while (rest > 0) {
      const run = left[0];
      if (run === undefined) break;
      const taken = run.text.slice(0, rest);
      rest -= taken.length;
      if (taken !== '') line.push({ ...run, text: taken.replaceAll('\n', '') });
      run.text = run.text.slice(taken.length);
      if (run.text === '') left.shift();
    }
    return line;
  });
}

/** Lines of at most so many Latin letters; what has no place to break is a line of its own. */
export function brokenLines(
  runs: readonly PrintedRun[],
  language: string,
  widthMax: number,
): PrintedRun[][] {
  const lengths: number[] = [];
  let [length, width] = [0, 0];
  const end = (): void => {
    if (length > 0) lengths.push(length);
    [length, width] = [0, 0];
  };
  // Notes' numbers are small, and take no place of their own.
  const text = runs.map((run) => run.text).join('');
  for (const atom of atomsOf(text, language)) {
    const own = widthOf(atom.text.trimEnd());
    if (length > 0 && width + own > widthMax) end();
    length += atom.text.length;
    width += widthOf(atom.text);
    if (atom.isLast) end();
  }
  end();
  return cutAt(runs, lengths);
}
