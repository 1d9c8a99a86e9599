import type { Content, Markup } from '../markup.ts';

export interface AnswerProps {
  /** Unique on the page. */
  id: string;
  /** That it is an answer, for ears: "Answer". */
  label: string;
  /** The answer in one sentence. */
  sentence: string;
  href: string;
  /** What stands behind it, each a sentence. */
  reasons?: readonly string[];
  /** For which day it holds, on which rule it rests. */
  notes?: readonly Content[];
  links?: readonly { href: string; label: string }[];
  /** An answer beside the one that was asked for. */
  lesser?: boolean;
}

/** What was asked in words, answered above all that was found: a sentence, then its reasons. */
export function Answer(props: AnswerProps): Markup {
  const { id, label, reasons = [], notes = [], links = [], lesser = false } = props;
  return (
    <section class={lesser ? 'answer answer-lesser' : 'answer'} aria-labelledby={`${id}-label`}>
      <p class="answer-label" id={`${id}-label`}>
        {label}
      </p>
      <p class="answer-sentence">
        <a href={props.href}>{props.sentence}</a>
      </p>
      {reasons.map((reason) => (
        <p class="answer-reason">{reason}</p>
      ))}
      {notes.length === 0 ? null : (
        <p class="answer-notes">
          {notes.map((note) => (
            <span>{note}</span>
          ))}
        </p>
      )}
      {links.length === 0 ? null : (
        <ul class="plain-list answer-links">
          {links.map((link) => (
            <li>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
