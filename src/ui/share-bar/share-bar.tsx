import type { Markup } from '../markup.ts';
import { percentOf } from '../quantity.ts';
import { formatNumber } from '../text/format.ts';
import type { Text } from '../text/text.ts';

/** How a share weighs; each is drawn in a form of its own, so that colour is never alone. */
export type ShareTone = 'done' | 'late' | 'open' | 'overdue' | 'quiet';

export interface Share {
  label: string;
  count: number;
  tone: ShareTone;
}

export interface ShareBarProps {
  text: Text;
  /** What the whole is. */
  label: string;
  shares: readonly Share[];
}

/** How thick each is drawn: what is overdue stands out of the line. */
const THICKNESS: Readonly<Record<ShareTone, number>> = {
  done: 14,
  late: 14,
  open: 10,
  overdue: 22,
  quiet: 6,
};
const HEIGHT = 24;
const MARK_WIDTH = 22;

function Mark({ tone }: { tone: ShareTone }): Markup {
  const height = THICKNESS[tone];
  return (
    <svg class="share-mark" width={MARK_WIDTH} height={HEIGHT} aria-hidden="true">
      <rect class={`share-${tone}`} x="1" y={(HEIGHT - height) / 2} width="20" height={height} />
    </svg>
  );
}

/** A whole in its parts: a bar, and each part in words with its number. */
export function ShareBar({ text, label, shares }: ShareBarProps): Markup {
  const there = shares.filter(({ count }) => count > 0);
  const whole = there.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  const placed = there.map((share) => {
    const at = before;
    before += share.count;
    return { ...share, at };
  });
  return (
    <figure class="share-bar">
      <figcaption>
        <b>{label}</b>
      </figcaption>
      {whole === 0 ? null : (
        <svg width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
          {placed.map(({ tone, count, at }) => (
            <rect
              class={`share-${tone}`}
              x={percentOf(at, whole)}
              y={(HEIGHT - THICKNESS[tone]) / 2}
              width={percentOf(count, whole)}
              height={THICKNESS[tone]}
            />
          ))}
        </svg>
      )}
      <ul class="plain-list share-key">
        {there.map(({ label: name, count, tone }) => (
          <li>
            <Mark tone={tone} /> <b>{formatNumber(text.locale, count)}</b> {name}
          </li>
        ))}
      </ul>
    </figure>
  );
}
