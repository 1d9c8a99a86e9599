import type { Content, Markup } from '../markup.ts';

export interface Step {
  /** Mostly a date. */
  title: Content;
  detail: Content;
  note?: Content;
  /** Not reached yet. */
  open?: boolean;
}

/** What followed from what, in two to four steps. */
export function Steps({ steps }: { steps: readonly Step[] }): Markup {
  return (
    <ol class="steps plain-list">
      {steps.map((step) => (
        <li class={step.open ? 'step-open' : undefined}>
          <b>{step.title}</b>
          <span>{step.detail}</span>
          {step.note === undefined ? null : <small>{step.note}</small>}
        </li>
      ))}
    </ol>
  );
}
