/** A large negotiating text as rows of the table. */
import type { Row } from './levels.ts';
import type { TextMeasured } from './measure-text.ts';
import type { Durations } from './quantiles.ts';

export const TEXT_MILLISECONDS_MAX = 200;

const spread = ({ medianMilliseconds, p99Milliseconds }: Durations): string =>
  `p50 ${medianMilliseconds.toFixed(2)} ms, p99 ${p99Milliseconds.toFixed(2)} ms`;

/** How soon a text is folded from its acts and shown, and its open issues are counted by day. */
export function textRows({ shown, overTime, open, provisions }: TextMeasured): Row[] {
  return [
    {
      what: `negotiating text, ${provisions} paragraphs, ${open} open issues: folded and shown`,
      measured: spread(shown),
      level: `p99 ≤ ${TEXT_MILLISECONDS_MAX} ms`,
      met: shown.p99Milliseconds <= TEXT_MILLISECONDS_MAX,
    },
    { what: 'its open issues at the end of each day', measured: spread(overTime) },
  ];
}
