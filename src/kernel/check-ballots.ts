/**
 * Checks the secret ballots in the acts of a session with nothing but these: that each paper that
 * was handed out is signed, and that each ballot stands on a signed paper that its serial marked.
 */
import { z } from 'zod';
import { blindSignatureHolds } from './blind-signature.ts';
import { SPOILT, SecretBallot, ballotFault } from './secret-ballot.ts';

/** What is told of an act, as a record file carries it. */
export interface ToldAct {
  readonly type: string;
  readonly register: string | null;
  readonly actor: string;
  readonly payload: unknown;
}

/** One ballot of one question, with all that is wrong with it. */
export interface BallotReport {
  readonly decision: string;
  readonly ballot: number;
  readonly papers: number;
  readonly ballots: number;
  readonly spoilt: number;
  /** How often each mark stands on a ballot; what is blank stands under no word. */
  readonly marks: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
}

const Of = z.object({ decision: z.string(), ballot: z.int() });
const Prepared = Of.extend({ key: z.string() });
const Taken = Of.extend({ blinded: z.string() });
const Handed = Of.extend({ to: z.string(), signature: z.string() });
const Opened = Of.extend({ ballots: z.array(SecretBallot) });

/** Those of the acts that are of a kind and read as it; by the question and ballot they are of. */
function actsOf<Shape extends typeof Of>(acts: readonly ToldAct[], verb: string, shape: Shape) {
  return acts.flatMap(({ actor, payload, register, type }) => {
    if (type !== `meetings.${verb}`) return [];
    const read = shape.safeParse(payload);
    return read.success ? [{ actor, register: register ?? '', ...read.data }] : [];
  });
}

type Numbered = z.output<typeof Of>;
const isOf = (one: Numbered, other: Numbered): boolean =>
  one.decision === other.decision && one.ballot === other.ballot;

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'base64url');

function paperFaults(key: string, acts: readonly ToldAct[], of: Numbered): string[] {
  const taken = actsOf(acts, 'take-ballot-paper', Taken).filter((one) => isOf(one, of));
  const handed = actsOf(acts, 'hand-ballot-paper', Handed).filter((one) => isOf(one, of));
  const asked = new Map(taken.map(({ actor, blinded }) => [actor, blinded]));
  return handed.flatMap(({ to, signature }) => {
    const blinded = asked.get(to);
    if (blinded === undefined) return [`${to} was handed a paper that it did not ask for`];
    const holds = blindSignatureHolds(bytesOf(key), bytesOf(blinded), bytesOf(signature));
    return holds ? [] : [`the paper of ${to} is not signed under the ballot's key`];
  });
}

function ballotFaults(key: string, register: string, box: z.output<typeof Opened>): string[] {
  const { ballot, ballots, decision } = box;
  const wrong = ballots.flatMap((one) => {
    const fault = ballotFault({ register, decision, ballot }, key, one);
    return fault === null ? [] : [`ballot ${one.serial.slice(0, 20)}…: its ${fault} does not hold`];
  });
  const isTwice = new Set(ballots.map(({ serial }) => serial)).size < ballots.length;
  return [...wrong, ...(isTwice ? ['a serial is in the box twice'] : [])];
}

function counted(ballots: readonly SecretBallot[]): ReadonlyMap<string, number> {
  const marks = new Map<string, number>();
  for (const mark of ballots.flatMap((one) => (one.marks.length === 0 ? [''] : one.marks))) {
    if (mark !== SPOILT) marks.set(mark, (marks.get(mark) ?? 0) + 1);
  }
  return marks;
}

/** What the acts say of every box that was opened. */
export function checkBallots(acts: readonly ToldAct[]): BallotReport[] {
  const prepared = actsOf(acts, 'prepare-ballot-papers', Prepared);
  const handed = actsOf(acts, 'hand-ballot-paper', Handed);
  return actsOf(acts, 'open-ballot-box', Opened).map((box) => {
    const { ballot, ballots, decision, register } = box;
    const key = prepared.find((one) => isOf(one, box))?.key;
    const papers = handed.filter((one) => isOf(one, box)).length;
    const faults =
      key === undefined
        ? ['no papers were prepared for it']
        : [...paperFaults(key, acts, box), ...ballotFaults(key, register, box)];
    const tooMany = ballots.length > papers ? ['there are more ballots than papers'] : [];
    const spoilt = ballots.filter(({ marks }) => marks[0] === SPOILT).length;
    return {
      decision,
      ballot,
      papers,
      ballots: ballots.length,
      spoilt,
      marks: counted(ballots),
      faults: [...faults, ...tooMany],
    };
  });
}
