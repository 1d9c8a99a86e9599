import type { Content, Markup } from '../markup.ts';
import { directionOfText } from '../legal-text/legal-text.tsx';
import { type PrintedRun, brokenLines } from './break-lines.ts';

/** A paragraph of a paper, and how many others stand around it. */
export interface PrintedParagraph {
  depth: number;
  /** A heading stands out. */
  isHeading?: boolean;
  runs: readonly PrintedRun[];
}

export interface NumberedLinesProps {
  /** BCP 47. */
  language: string;
  paragraphs: readonly PrintedParagraph[];
  /** How many Latin letters a line holds. */
  measure?: number;
}

const MEASURE = 84;
const INDENT = 4;
const MEASURE_MIN = 32;
const EVERY = 5;

function Run({ run: { as, text } }: { run: PrintedRun }): Content {
  if (as === 'old') return <del>{text}</del>;
  if (as === 'new') return <ins>{text}</ins>;
  return as === 'note' ? <sup>{text}</sup> : text;
}

const classOf = (depth: number, isHeading: boolean): string =>
  `numbered-lines-depth-${Math.min(depth, 4)}${isHeading ? ' numbered-lines-head' : ''}`;

/** A text whose lines are counted, every fifth with its number in the margin. */
export function NumberedLines({
  language,
  paragraphs,
  measure = MEASURE,
}: NumberedLinesProps): Markup {
  let count = 0;
  return (
    <div class="numbered-lines" lang={language} dir={directionOfText(language)}>
      {paragraphs.map(({ depth, isHeading = false, runs }) => (
        <p class={classOf(depth, isHeading)}>
          {brokenLines(runs, language, Math.max(MEASURE_MIN, measure - INDENT * depth)).map(
            (line) => {
              count += 1;
              return (
                <span class="numbered-line" data-line={count % EVERY === 0 ? count : undefined}>
                  {line.map((run) => (
                    <Run run={run} />
                  ))}
                </span>
              );
            },
          )}
        </p>
      ))}
    </div>
  );
}
