/** Judges of the acts by which a secret ballot is taken. */
import { blindSignatureHolds } from '../../../../kernel/blind-signature.ts';
import { fromOctets } from '../../../../kernel/modular.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import { type SecretBallot, ballotFault } from '../../../../kernel/secret-ballot.ts';
import type {
  HandedPaper,
  OpenedBox,
  PreparedPapers,
  TakenPaper,
} from '../../payloads/secret-ballot.ts';
import { type Upon, upon } from '../decisions/judging.ts';
import { UPON } from '../decisions/law.ts';
import { keepsTurn } from '../decisions/judging-turns.ts';
import { inTime, isMember, mayVote } from '../decisions/judging-votes.ts';
import { isSecret, roundOf } from './counted.ts';
import { SECRET } from './law.ts';
import { type OnBallot, marksFault } from './marks.ts';
import { placeOf, takingOf } from './taking.ts';

interface Numbered {
  readonly decision: string;
  readonly ballot: number;
}
type Of = Upon<Numbered>;

const roundHere = ({ decision, payload }: Of) => roundOf(decision, payload.ballot);
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'base64url');

function secretly({ decision, rule }: Of): Refusal | null {
  return isSecret(decision, rule)
    ? null
    : refuse(UPON.secret, said('{$name} is not put to a secret ballot.', { name: decision.name }), {
        remedy: said('Vote by name, as it was put.'),
      });
}

/** The node that keeps the record has the ballot's key, and nobody else. */
function byKeeper({ act, archive, floor }: Of): Refusal | null {
  const { actor, author, register } = act.header;
  const keeper = archive.custodianOf(register ?? '');
  return actor === keeper && author === keeper
    ? null
    : refuse(
        SECRET.keeper,
        said('{$author} does not keep the record of {$session}.', {
          author,
          session: floor.session,
        }),
        {
          remedy: said('The node that keeps it does this by itself.'),
        },
      );
}

/** That this very ballot is being taken now. */
function isTaken(given: Of): Refusal | null {
  const { decision, payload } = given;
  const { ballot, isOpen } = takingOf(decision, given);
  if (!isOpen)
    return refuse(
      UPON.closed,
      said('No ballot of {$name} is being taken.', { name: decision.name }),
    );
  return payload.ballot === ballot
    ? null
    : refuse(
        UPON.ballot,
        said('Ballot {$ballot} is taken, not {$payloadBallot}.', {
          ballot,
          payloadBallot: payload.ballot,
        }),
      );
}

function preparedOnce(given: Of): Refusal | null {
  return roundHere(given).prepared === null
    ? null
    : refuse(
        SECRET.prepared,
        said('The papers of ballot {$ballot} are prepared already.', {
          ballot: given.payload.ballot,
        }),
      );
}

/** Each ballot has a key of its own: else a paper of one would be a paper of another. */
function ownKey({ archive, floor, payload }: Upon<PreparedPapers>): Refusal | null {
  const rounds = [...archive.decisions(floor.session).values()].flatMap(({ rounds: all }) => [
    ...all.values(),
  ]);
  return rounds.some(({ prepared }) => prepared?.payload.key === payload.key)
    ? refuse(SECRET.prepared, said('Another ballot has this key.'))
    : null;
}

function isPrepared(given: Of): Refusal | null {
  return roundHere(given).prepared !== null
    ? null
    : refuse(
        SECRET.prepared,
        said('No papers of ballot {$ballot} were prepared yet.', { ballot: given.payload.ballot }),
        {
          remedy: said('Wait a moment: the node that keeps the record prepares them.'),
        },
      );
}

/** Who keeps the record takes papers for nobody: else it could vote in anybody's place. */
function byItself({ act, actor }: Of): Refusal | null {
  return act.header.basis.kind === 'signed'
    ? null
    : refuse(SECRET.own, said('{$actor} did not sign this itself.', { actor }), {
        remedy: said('A member, or its office under a mandate, takes its paper with its own key.'),
      });
}

/** What is no number below the key's could not be signed: the member would have no paper. */
function isBelowKey(given: Upon<TakenPaper>): Refusal | null {
  const key = fromOctets(bytesOf(roundHere(given).prepared?.payload.key ?? ''));
  return fromOctets(bytesOf(given.payload.blinded)) < key
    ? null
    : refuse(SECRET.handed, said('What was handed in to be signed is no number below the key.'), {
        remedy: said('Hide the serial under the key of this very ballot.'),
      });
}

function onePaper(given: Upon<TakenPaper>): Refusal | null {
  const { actor, payload } = given;
  return roundHere(given).taken.has(actor)
    ? refuse(
        SECRET.onePaper,
        said('{$actor} took its paper of ballot {$ballot} already.', {
          actor,
          ballot: payload.ballot,
        }),
        {
          remedy: said('Use the paper in the browser that took it, as long as the voting lasts.'),
        },
      )
    : null;
}

function handsTaken(given: Upon<HandedPaper>): Refusal | null {
  const { to, signature } = given.payload;
  const { handed, opened, prepared, taken } = roundHere(given);
  const asked = taken.get(to);
  if (asked === undefined || prepared === null) {
    return refuse(SECRET.handed, said('{$to} asked for no paper.', { to }));
  }
  if (handed.has(to) || opened !== null) {
    return refuse(
      SECRET.handed,
      said('{$to} was handed its paper, or the box was opened.', { to }),
    );
  }
  const [key, blinded] = [bytesOf(prepared.payload.key), bytesOf(asked.payload.blinded)];
  return blindSignatureHolds(key, blinded, bytesOf(signature))
    ? null
    : refuse(
        SECRET.handed,
        said('What is handed to {$to} is not signed under the ballot’s key.', { to }),
      );
}

function afterClose(given: Of): Refusal | null {
  const { decision, payload } = given;
  if (roundHere(given).opened !== null) {
    return refuse(
      SECRET.closed,
      said('The box of ballot {$ballot} was opened already.', { ballot: payload.ballot }),
    );
  }
  const { ballot, isClosed } = takingOf(decision, given);
  return isClosed && payload.ballot === ballot
    ? null
    : refuse(SECRET.closed, said('Ballot {$ballot} is not closed.', { ballot: payload.ballot }), {
        remedy: said('Close the voting first.'),
      });
}

/** What a ballot is held to, wherever it is looked at: in the box, and before it is let in. */
export function ballotRefusal(
  ballot: SecretBallot,
  {
    place,
    key,
    on,
  }: {
    readonly place: Parameters<typeof ballotFault>[0];
    readonly key: string;
    readonly on: OnBallot;
  },
): Refusal | null {
  const fault = ballotFault(place, key, ballot);
  if (fault === 'paper') {
    return refuse(
      SECRET.paper,
      said('The ballot does not stand on a paper that was handed out for it.'),
    );
  }
  if (fault === 'signature') {
    return refuse(SECRET.signed, said('What is marked is not signed by the ballot’s serial.'));
  }
  return marksFault(ballot.marks, on);
}

function holdsBallots(given: Upon<OpenedBox>): Refusal | null {
  const { decision, floor, payload } = given;
  const { ballots, ballot } = payload;
  const { handed, prepared } = roundHere(given);
  if (ballots.length > handed.size) {
    const reason = said('{$count} ballots are in the box, of {$handedCount} papers.', {
      count: ballots.length,
      handedCount: handed.size,
    });
    return refuse(SECRET.inBox, reason);
  }
  if (ballots.some(({ serial }, at) => at > 0 && (ballots[at - 1]?.serial ?? '') >= serial)) {
    return refuse(SECRET.sorted, said('The ballots do not stand in the order of their serials.'));
  }
  const { on } = takingOf(decision, given);
  const place = placeOf(floor, decision, ballot);
  const key = prepared?.payload.key ?? '';
  for (const one of ballots) {
    const refused = ballotRefusal(one, { place, key, on });
    if (refused) return refused;
  }
  return null;
}

export const BALLOT_JUDGES = {
  'meetings.prepare-ballot-papers': upon<PreparedPapers>(
    secretly,
    byKeeper,
    preparedOnce,
    isTaken,
    ownKey,
  ),
  'meetings.take-ballot-paper': upon<TakenPaper>(
    secretly,
    inTime,
    isMember,
    mayVote,
    isTaken,
    keepsTurn,
    byItself,
    isPrepared,
    onePaper,
    isBelowKey,
  ),
  'meetings.hand-ballot-paper': upon<HandedPaper>(secretly, byKeeper, handsTaken),
  'meetings.open-ballot-box': upon<OpenedBox>(
    secretly,
    byKeeper,
    isPrepared,
    afterClose,
    holdsBallots,
  ),
} as const;

/** Acts that only whoever keeps the register may make. */
export const KEEPERS_ACTS: ReadonlySet<string> = new Set([
  'meetings.prepare-ballot-papers',
  'meetings.hand-ballot-paper',
  'meetings.open-ballot-box',
]);
