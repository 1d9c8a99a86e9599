/**
 * Alerts of the Common Alerting Protocol that are known to be valid or not: whether the reader
 * tells them apart, and whether what it reads is written again as it was. What a file is known to
 * be, its name or its folder says.
 */
import { isDeepStrictEqual } from 'node:util';
import { type ReadAlert, readCap, readCapFile } from '../../standards/cap/read-cap.ts';
import { reportSignatures } from '../../standards/cap/signature.ts';
import { faultText } from '../../standards/cap/verdict.ts';
import { writeCap } from '../../standards/cap/write-cap.ts';
import { compared, type Family, type Outcome, type Tally, type TruthFolder } from '../family.ts';

const FOLDER = 'notices/cap';
const DEPTH_MAX = 4;
/** Words by which files are told to be wrong; the last are attacks by entities. */
const WRONG = /(^|[^a-z])(invalid|errors?|bad|broken|malformed|xee|xxe)([^a-z]|$)/i;
const CARRIER = /\.(cap|xml|atom|rss|edxlde|edxl)$/i;

function filesBelow(folder: TruthFolder, path: string, depth = 0): string[] {
  if (depth > DEPTH_MAX) return [];
  return folder.list(path).flatMap((name) => {
    const below = `${path}/${name}`;
    if (CARRIER.test(name)) return [below];
    return folder.read(below) === null ? filesBelow(folder, below, depth + 1) : [];
  });
}

const whyOf = (alerts: readonly ReadAlert[]): string =>
  alerts
    .flatMap(({ verdict }) => verdict.errors.slice(0, 1).map(faultText))
    .slice(0, 2)
    .join('; ');

function judged(name: string, alerts: readonly ReadAlert[]): Outcome {
  const known = WRONG.test(name) ? 'invalid' : 'valid';
  if (alerts.length === 0) {
    return { case: name, outcome: 'not-at-hand', reason: 'it carries no alert' };
  }
  const found = alerts.every(({ verdict }) => verdict.valid) ? 'valid' : 'invalid';
  return compared(name, found, known, whyOf(alerts));
}

function roundTrip(name: string, { alert }: ReadAlert, number: number): Outcome[] {
  if (alert === null) return [];
  const { bytes, verdict } = writeCap(alert);
  const again = bytes === null ? null : readCap(bytes).alert;
  const isSame = isDeepStrictEqual(again, alert);
  const why = verdict.errors.slice(0, 1).map(faultText).join('');
  return [compared(`${name} ${number + 1}`, isSame ? 'the same' : 'another', 'the same', why)];
}

/** What is said of each signature: that it is there, and whether it holds. */
function signatures(folder: TruthFolder, paths: readonly string[]): string[] {
  const told = paths.flatMap((path) => reportSignatures(folder.read(path) ?? new Uint8Array()));
  const holding = told.filter(({ holds }) => holds === true).length;
  const weak = told.filter(({ isWeak }) => isWeak).length;
  return [`signatures: ${told.length}, of which ${holding} hold and ${weak} rest on SHA-1`];
}

export const capAlerts: Family = {
  files: [FOLDER],
  run(folder): Promise<readonly Tally[]> {
    const paths = filesBelow(folder, FOLDER);
    const all = paths.map((path) => {
      const name = path.slice(FOLDER.length + 1);
      return { name, alerts: readCapFile(folder.read(path) ?? new Uint8Array()) };
    });
    const outcomesOf = (wrong: boolean): Outcome[] =>
      all
        .filter(({ name }) => WRONG.test(name) === wrong)
        .map(({ name, alerts }) => judged(name, alerts));
    const written = all.flatMap(({ name, alerts }) =>
      alerts
        .filter(({ verdict }) => verdict.valid)
        .flatMap((alert, number) => roundTrip(name, alert, number)),
    );
    return Promise.resolve([
      { name: 'notices/cap: valid alerts taken', outcomes: outcomesOf(false) },
      { name: 'notices/cap: invalid alerts refused', outcomes: outcomesOf(true) },
      {
        name: 'notices/cap: read, written and read the same',
        outcomes: written,
        remarks: signatures(folder, paths),
      },
    ]);
  },
};
