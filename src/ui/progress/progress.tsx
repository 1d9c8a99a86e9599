import type { Markup } from '../markup.ts';
import type { Text } from '../text/text.ts';

export interface ProgressProps {
  text: Text;
  /** What is being done: "Import of status tables". */
  label: string;
  state: 'running' | 'done' | 'failed';
  done: number;
  /** Unknown at the start of some work. */
  total: number | null;
  /** What it is at, or why it stopped. */
  detail?: string;
}

/** Long work that can be left: how far it is, in words and as a bar. */
export function Progress({ text, label, state, done, total, detail }: ProgressProps): Markup {
  const count = total === null ? null : text('ui.progress.of', { done, total });
  return (
    <div class={`progress progress-${state}`}>
      <p>
        <b>{label}</b>
        <span class="number">
          {count === null ? null : `${count} · `}
          {text(`ui.progress.${state}`)}
        </span>
      </p>
      <progress
        aria-label={label}
        max={total === null ? undefined : Math.max(1, total)}
        value={total === null ? undefined : total === 0 ? 1 : done}
      />
      {detail === undefined ? null : <small>{detail}</small>}
    </div>
  );
}
