/** Rows on votes of the past, beside the levels that they are held to. */
import type { Row } from './levels.ts';
import type { HistoryMeasured } from './measure-history.ts';
import type { ImportMeasured } from './measure-import.ts';
import type { Durations } from './quantiles.ts';

export const IMPORT_SECONDS_MAX = 30;
export const IMPORT_BYTES_MAX = 512 * 1024 * 1024;
export const TWO_MILLISECONDS_MAX = 20;
export const PAIRS_MILLISECONDS_MAX = 2000;

const MEBIBYTE = 1024 * 1024;
const number = (value: number, digits = 0): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const spread = ({ medianMilliseconds, p99Milliseconds }: Durations): string =>
  `p50 ${number(medianMilliseconds, 2)} ms, p99 ${number(p99Milliseconds, 2)} ms`;

export type HistoryTold = HistoryMeasured & { readonly imported: ImportMeasured };

const mebibytes = (bytes: number | null): string =>
  bytes === null ? 'not known here' : `${number(bytes / MEBIBYTE)} MiB`;

/** The same imported by the command line into a node that runs with its world. */
function importRows(measured: ImportMeasured): Row[] {
  const { seconds, startBytesMax, idleBytes, nodeBytesMax, commandBytesMax } = measured;
  return [
    {
      what: 'the same by the command line into a node with its world',
      measured: `${number(seconds, 1)} s`,
      level: `≤ ${IMPORT_SECONDS_MAX} s`,
      met: seconds <= IMPORT_SECONDS_MAX,
    },
    {
      what: 'memory of that node while it records, at most',
      measured: mebibytes(nodeBytesMax),
      ratio: `${mebibytes(idleBytes)} before, ${mebibytes(startBytesMax)} at most in its start`,
      ...(nodeBytesMax !== null && {
        level: `< ${number(IMPORT_BYTES_MAX / MEBIBYTE)} MiB`,
        met: nodeBytesMax < IMPORT_BYTES_MAX,
      }),
    },
    { what: 'memory of the command, at most', measured: mebibytes(commandBytesMax) },
  ];
}

/** What was measured of seventy years of roll calls, as rows. */
export function historyRows(measured: HistoryTold): Row[] {
  const { recorded, votes, seconds, cpuSeconds, beforeBytes, peakBytes } = measured;
  const { first, two, pairs, blocs } = measured;
  const [before, peak] = [beforeBytes / MEBIBYTE, peakBytes / MEBIBYTE];
  return [
    {
      what: `roll calls recorded: ${number(recorded)} with ${number(votes)} votes`,
      measured: `${number(seconds, 1)} s, ${number(cpuSeconds, 1)} s of them at work`,
      level: `≤ ${IMPORT_SECONDS_MAX} s`,
      met: seconds <= IMPORT_SECONDS_MAX,
    },
    {
      what: 'memory of a process that only records them, at most',
      measured: `${number(peak)} MiB`,
      ratio: `${number(before)} MiB before`,
      level: `< ${number(IMPORT_BYTES_MAX / MEBIBYTE)} MiB`,
      met: peakBytes < IMPORT_BYTES_MAX,
    },
    ...importRows(measured.imported),
    {
      what: 'agreement of any two over all of them, by year and by issue',
      measured: spread(two),
      ratio: `${number(first)} ms the first time, when all are read`,
      level: `p99 ≤ ${TWO_MILLISECONDS_MAX} ms`,
      met: two.p99Milliseconds <= TWO_MILLISECONDS_MAX,
    },
    {
      what: 'agreement of all pairs over all of them',
      measured: spread(pairs),
      level: `≤ ${number(PAIRS_MILLISECONDS_MAX)} ms`,
      met: pairs.maxMilliseconds <= PAIRS_MILLISECONDS_MAX,
    },
    { what: 'blocs found among all of them', measured: spread(blocs) },
  ];
}
