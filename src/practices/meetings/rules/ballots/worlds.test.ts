/** That whose ballot is whose follows from nothing: each pairing fits the record as well. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODULUS_BITS, SALT_BYTES, blind, blindSign } from '../../../../kernel/blind-signature.ts';
import { fromOctets, inverseOf } from '../../../../kernel/modular.ts';
import {
  type BallotPlace,
  type SecretBallot,
  askForPaper,
  ballotFault,
  markPaper,
  paperMessage,
  takePaper,
} from '../../../../kernel/secret-ballot.ts';
import { fraction, sum } from '../../../../kernel/fraction.ts';
import { countBallot } from '../deciding/ballot-count.ts';
import { choicesIn } from './counted.ts';

const PLACE: BallotPlace = { register: 'meetings/one', decision: 'seat', ballot: 1 };
const CANDIDATES = ['AAA', 'BBB', 'CCC'];
const MAJORITY = {
  kind: 'share',
  of: 'yes',
  base: 'present-and-voting',
  threshold: '1/2',
  more: true,
} as const;
const ROUND = { electors: [], candidates: CANDIDATES, seats: CANDIDATES.length };
const VOTERS = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE'];

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: MODULUS_BITS });
const modulus = privateKey.export({ format: 'jwk' }).n ?? '';
const key = Buffer.from(modulus, 'base64url');
const n = fromOctets(key);
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** A serial with its own key, and the salt that its paper is signed with. */
interface Serial {
  readonly serial: string;
  readonly own: string;
  readonly salt: Uint8Array;
}

const newSerial = (): Serial => {
  const { serial, key: own } = askForPaper(PLACE, modulus);
  return { serial, own, salt: randomBytes(SALT_BYTES) };
};

interface Voter {
  readonly actor: string;
  readonly serial: Serial;
  /** The number that hides the serial. */
  readonly factor: bigint;
}

interface Transcript {
  /** In the order in which members came: all of it is on record. */
  readonly papers: readonly { actor: string; blinded: string; signature: string }[];
  readonly box: readonly SecretBallot[];
}

/** A ballot as it is taken: what the record has of it, each serial marked as the list says. */
function held(voters: readonly Voter[], marked: ReadonlyMap<string, SecretBallot>): Transcript {
  const papers = voters.map(({ actor, serial: { salt, serial }, factor }) => {
    const { blinded, inverse } = blind(key, paperMessage(PLACE, serial), { salt, factor });
    const signature = blindSign(privateKey, key, blinded);
    if (signature === null) throw new Error('a paper is signed');
    const asked = { serial, key: '', blinded: textOf(blinded), inverse: textOf(inverse) };
    const paper = takePaper(PLACE, modulus, asked, textOf(signature));
    // The paper that comes of it is the one on which the serial was marked.
    expect(paper).toBe(marked.get(serial)?.paper);
    return { actor, blinded: asked.blinded, signature: textOf(signature) };
  });
  const box = voters.flatMap(({ serial: { serial } }) => marked.get(serial) ?? []);
  return { papers, box: box.toSorted((one, other) => (one.serial < other.serial ? -1 : 1)) };
}

const signatureOf = (message: Uint8Array, salt: Uint8Array): bigint => {
  const { blinded } = blind(key, message, { salt, factor: 1n });
  return fromOctets(blindSign(privateKey, key, blinded) ?? new Uint8Array());
};

/** The paper of a serial, signed. */
const paperOf = ({ salt, serial }: Serial): bigint =>
  signatureOf(paperMessage(PLACE, serial), salt);

const marksIn = fc.constantFrom('yes', 'no', 'abstain', '', '-');

describe('whose ballot is whose', () => {
  it('follows from nothing on record: each pairing gives the same bytes', {
    timeout: 60_000,
  }, () => {
    const worlds = fc.tuple(
      fc.array(marksIn, { minLength: VOTERS.length, maxLength: VOTERS.length }),
      fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 }),
    );
    const serials = VOTERS.map(newSerial);
    const papers = serials.map(paperOf);
    fc.assert(
      fc.property(worlds, ([marks, order]) => {
        const marked = new Map(
          serials.map(({ own, serial }, at) => {
            const paper = Buffer.from((papers[at] ?? 0n).toString(16).padStart(512, '0'), 'hex');
            const held = { serial, key: own, paper: textOf(paper) };
            const mark = marks[at] ?? '';
            return [serial, markPaper(PLACE, held, mark === '' ? [] : [mark])] as const;
          }),
        );
        const one = serials.map((serial, at): Voter => {
          const factor = fromOctets(randomBytes(200)) + 2n;
          return { actor: VOTERS[at] ?? '', serial, factor };
        });
        // In the other world each came with another's serial, under a factor that fits it.
        const other = one.map(({ actor, factor }, at): Voter => {
          const from = order[at] ?? 0;
          const apart = inverseOf(papers[from] ?? 0n, n) ?? 0n;
          return {
            actor,
            serial: serials[from] ?? newSerial(),
            factor: (((factor * (papers[at] ?? 0n)) % n) * apart) % n,
          };
        });
        expect(held(other, marked)).toEqual(held(one, marked));
      }),
      { numRuns: 10 },
    );
  });
});

describe('a ballot', () => {
  const serial = newSerial();
  const paper = Buffer.from(paperOf(serial).toString(16).padStart(512, '0'), 'hex');
  const made = { serial: serial.serial, key: serial.own, paper: textOf(paper) };

  it('holds for its own place, its own paper and what was marked, and nothing else', () => {
    const ballot = markPaper(PLACE, made, ['yes']);
    expect(ballotFault(PLACE, modulus, ballot)).toBeNull();
    for (const place of [
      { ...PLACE, ballot: 2 },
      { ...PLACE, decision: 'other' },
      { ...PLACE, register: 'meetings/two' },
    ]) {
      expect(ballotFault(place, modulus, ballot)).toBe('paper');
    }
    expect(ballotFault(PLACE, modulus, { ...ballot, marks: ['no'] })).toBe('signature');
    const foreign = { ...ballot, serial: newSerial().serial };
    expect(ballotFault(PLACE, modulus, foreign)).toBe('paper');
  });

  it('is counted once, in any order, whatever is marked', () => {
    const all = fc.array(marksIn.map((mark) => ({ marks: mark === '' ? [] : [mark] })));
    fc.assert(
      fc.property(all, (ballots) => {
        const { yes, no, abstain, invalid } = choicesIn(ballots);
        expect(yes + no + abstain + invalid).toBe(ballots.length);
        expect(choicesIn(ballots.toReversed())).toEqual({ yes, no, abstain, invalid });
      }),
    );
  });

  it('names each of its candidates once', () => {
    const names = fc.subarray(CANDIDATES).map((marks) => ({ marks }));
    fc.assert(
      fc.property(fc.array(names), (ballots) => {
        const marked = ballots.map(({ marks }) => marks);
        const { votes, valid, abstain, invalidCount } = countBallot({ marked }, MAJORITY, ROUND);
        const named = ballots.reduce((sum, { marks }) => sum + marks.length, 0);
        expect(sum([...votes.values()])).toEqual(fraction(BigInt(named)));
        expect(sum([valid, abstain])).toEqual(fraction(BigInt(ballots.length)));
        expect(invalidCount).toBe(0);
      }),
    );
  });
});
