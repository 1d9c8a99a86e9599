import type { Markup } from '../markup.ts';

export interface AskBoxProps {
  /** Unique on the page; prefixes the id of the field. */
  id: string;
  action: string;
  /** What one can ask, as the field's own label. */
  label: string;
  /** What the button says. */
  button: string;
  /** What was asked last, so that it can be changed. */
  value?: string;
  /** How one may ask, below the field. */
  hint?: string;
  /** Heads the examples. */
  examplesLabel?: string;
  /** Questions as somebody would ask them, each leading to its answer. */
  examples?: readonly { href: string; label: string }[];
  /** Other query parameters to carry on, as the dates. */
  query?: Readonly<Record<string, string>>;
}

/** One large field over everything, with questions that show what can be asked. */
export function AskBox(props: AskBoxProps): Markup {
  const { id, action, label, button, value, hint, examples = [], query = {} } = props;
  return (
    <div class="ask-box">
      <form action={action} method="get" role="search" aria-label={label}>
        {Object.entries(query).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <label for={`${id}-q`}>{label}</label>
        <span class="ask-line">
          <input
            type="search"
            id={`${id}-q`}
            name="q"
            value={value}
            maxlength={200}
            autocomplete="off"
            dir="auto"
          />
          <button type="submit">{button}</button>
        </span>
        {hint === undefined ? null : <small>{hint}</small>}
      </form>
      {examples.length === 0 ? null : (
        <div class="ask-examples">
          <b>{props.examplesLabel}</b>
          <ul class="plain-list">
            {examples.map((one) => (
              <li>
                <a href={one.href}>{one.label}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
