/** Acts by which a secret ballot is taken; all but one are the node's that keeps the record. */
import { type ActDefinition, defineAct } from '../../../kernel/define-area.ts';
import { MODULUS_BYTES } from '../../../kernel/blind-signature.ts';
import { HandedPaper, OpenedBox, PreparedPapers, TakenPaper } from '../payloads/secret-ballot.ts';
import { factRows } from './fact-row.ts';

const OF = { decision: 'election-of-members', ballot: 1 };
/** A number of the right length, for documentation alone. */
const NUMBER = Buffer.alloc(MODULUS_BYTES, 0xc5).toString('base64url');

const preparePapers = defineAct({
  type: 'meetings.prepare-ballot-papers',
  title: 'Prepare the papers of a secret ballot',
  payload: PreparedPapers,
  example: { ...OF, key: NUMBER },
  apply: factRows,
});

const takePaper = defineAct({
  type: 'meetings.take-ballot-paper',
  title: 'Take a ballot paper',
  payload: TakenPaper,
  example: { ...OF, blinded: NUMBER },
  apply: factRows,
});

const handPaper = defineAct({
  type: 'meetings.hand-ballot-paper',
  title: 'Hand out a ballot paper',
  payload: HandedPaper,
  example: { ...OF, to: 'KEN', signature: NUMBER },
  apply: factRows,
});

const openBox = defineAct({
  type: 'meetings.open-ballot-box',
  title: 'Open the ballot box',
  payload: OpenedBox,
  example: { ...OF, ballots: [] },
  apply: factRows,
});

export const secretBallotActs: readonly ActDefinition[] = [
  preparePapers,
  takePaper,
  handPaper,
  openBox,
];
