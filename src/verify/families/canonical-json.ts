/** The canonical form of JSON, RFC 8785, byte for byte, and what of it an act may hold. */
import { parseCanonical, plainCanonicalText } from '../../kernel/canonical.ts';
import { type Family, type Outcome, type TruthFolder, compared } from '../family.ts';
import { jsonIn, judged } from '../vectors.ts';

const BELOW = 'federation/rfc8785/testdata';
const SIZE_BYTES_MAX = 100_000;

const bytesIn = (folder: TruthFolder, path: string): Uint8Array =>
  folder.read(`${BELOW}/${path}`) ?? new Uint8Array();

/** Numbers that an act may not hold: all but whole ones that JavaScript counts exactly. */
function holdsFraction(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(holdsFraction);
}

function faultOf(bytes: Uint8Array): string | null {
  const parsed = parseCanonical(bytes, SIZE_BYTES_MAX);
  return 'fault' in parsed ? parsed.fault : null;
}

function outcomesOf(folder: TruthFolder, file: string): Outcome[] {
  const name = file.replace(/\.json$/, '');
  const known = Buffer.from(bytesIn(folder, `outhex/${name}.txt`))
    .toString('utf8')
    .replaceAll(/\s/g, '');
  const bytes = Buffer.from(known, 'hex');
  const value = jsonIn(folder, `${BELOW}/input/${file}`);
  const found = Buffer.from(plainCanonicalText(value), 'utf8');
  const isSame = Buffer.compare(bytesIn(folder, `input/${file}`), bytes) === 0;
  return [
    compared(`${name}: written`, found.toString('hex'), known),
    // An act holds no fraction, so that no outcome rests on how one is rounded.
    judged(`${name}: read as part of an act`, faultOf(bytes), holdsFraction(value)),
    judged(`${name}: read in another form`, faultOf(bytesIn(folder, `input/${file}`)), !isSame),
  ];
}

export const canonicalJson: Family = {
  files: [`${BELOW}/input`],
  async run(folder) {
    const files = folder.list(`${BELOW}/input`);
    const outcomes = files.flatMap((file) => outcomesOf(folder, file));
    return [{ name: 'federation/rfc8785', outcomes }];
  },
};
