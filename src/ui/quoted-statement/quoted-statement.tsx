import type { FieldOption } from '../form-fields/form-fields.tsx';
import { Heading } from '../heading/heading.tsx';
import type { Content, HeadingLevel, Markup } from '../markup.ts';

export interface QuotedStatementProps {
  /** Unique on the page. */
  id: string;
  /** Whose statement it is. */
  title: string;
  level?: HeadingLevel;
  /** The words as they were made, and the language they are in. */
  words: string;
  language?: string;
  /** 0 to 100, and how it is said. */
  confidence: number;
  confidenceLabel: string;
  /** Why it was read so, the weightiest first. */
  why: string;
  reasons: readonly string[];
  /** What became of it, or the fields that say what it is. */
  children?: Content;
}

const HIGH = 80;
const LOW = 50;

/** A statement word for word beside what it was read as, with how surely and why. */
export function QuotedStatement(props: QuotedStatementProps): Markup {
  const { id, title, level = 3, words, language, confidence, confidenceLabel } = props;
  return (
    <article class="quoted-statement" id={id} aria-labelledby={`${id}-title`}>
      <div>
        <Heading level={level} id={`${id}-title`}>
          {title}
        </Heading>
        <p class="quoted-statement-confidence">
          <meter
            min={0}
            max={100}
            low={LOW}
            high={HIGH}
            optimum={100}
            value={confidence}
            aria-label={confidenceLabel}
          />{' '}
          {confidenceLabel}
        </p>
        <blockquote lang={language} dir="auto" translate="no" tabindex={0}>
          {words}
        </blockquote>
        {props.reasons.length === 0 ? null : (
          <details>
            <summary>{props.why}</summary>
            <ul>
              {props.reasons.map((reason) => (
                <li>{reason}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <div class="quoted-statement-fields">{props.children}</div>
    </article>
  );
}

export interface TickBoxesProps {
  /** Unique on the page. */
  id: string;
  legend: string;
  hint?: string;
  /** Each choice is a field of its own, named by its value. */
  name: (value: string) => string;
  options: readonly (FieldOption & { checked: boolean })[];
}

/** Several things to tick, each a field of its own. */
export function TickBoxes({ id, legend, hint, name, options }: TickBoxesProps): Markup {
  const described = hint === undefined ? undefined : `${id}-hint`;
  return (
    <fieldset class="field" id={id} aria-describedby={described}>
      <legend>{legend}</legend>
      {hint === undefined ? null : (
        <p class="field-hint" id={described}>
          {hint}
        </p>
      )}
      {options.map(({ value, label, checked }) => (
        <label class="choice">
          <input type="checkbox" name={name(value)} value="true" checked={checked} />
          <span dir="auto">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
