/** A large negotiating text as rows of the table. */
import type { Row } from './levels.ts';
import type { TextMeasured } from './measure-text.ts';
import { EDITS_EACH, type TextPageMeasured } from './measure-text-page.ts';
import type { Durations } from './quantiles.ts';

export const TEXT_MILLISECONDS_MAX = 200;
export const TEXT_GZIP_BYTES_MAX = 60 * 1024;

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

const kibibytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

function opened(what: string, durations: Durations): Row {
  return {
    what,
    measured: spread(durations),
    level: `p99 ≤ ${TEXT_MILLISECONDS_MAX} ms`,
    met: durations.p99Milliseconds <= TEXT_MILLISECONDS_MAX,
  };
}

/** How soon its page is there, request to last byte, and how soon an edit is admitted. */
export function textPageRows(measured: TextPageMeasured): Row[] {
  const { firstMilliseconds, gzipBytes, bytes, edit, together, issues } = measured;
  return [
    {
      what: 'its page, nothing remembered',
      measured: `${firstMilliseconds.toFixed(0)} ms`,
      level: `≤ ${TEXT_MILLISECONDS_MAX} ms`,
      met: firstMilliseconds <= TEXT_MILLISECONDS_MAX,
    },
    opened('its page, never asked for, signed out', measured.signedOut),
    opened('its page, never asked for, signed in', measured.signedIn),
    opened('its page after each edit', measured.afterEdit),
    {
      what: 'its page, gzip',
      measured: kibibytes(gzipBytes),
      ratio: `${kibibytes(bytes)} uncompressed`,
      level: `≤ ${kibibytes(TEXT_GZIP_BYTES_MAX)}`,
      met: gzipBytes <= TEXT_GZIP_BYTES_MAX,
    },
    { what: 'one more edit of it, admitted', measured: spread(edit) },
    {
      what: `20 editors at once, ${EDITS_EACH} edits each`,
      measured: `${together.seconds.toFixed(1)} s, an edit ${spread(together.edit)}`,
      ratio: `${issues} open issues in the end`,
    },
  ];
}
