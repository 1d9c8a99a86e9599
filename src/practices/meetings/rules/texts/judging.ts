/** What keeps out an act upon a text under negotiation. */
import { refuse } from '../../../../kernel/refusal.ts';
import { said, type Sentence } from '../../../../kernel/said.ts';
import type {
  AppointedFacilitator,
  IssuedVersion,
  JoinedChange,
  ProposedChange,
  SettledChange,
  StandOnChange,
  TabledText,
  WithdrawnChange,
} from '../../payloads/negotiating-text.ts';
import type { Judging, TopicJudge } from '../judging.ts';
import { RULES } from '../law.ts';
import {
  changeFault,
  settlingFault,
  standingFault,
  takingUpFault,
  withdrawalFault,
} from './faults.ts';
import { commentJudges } from './judging-comments.ts';
import { forumOf, judgeProposer } from './judging-standing.ts';
import { type Judge, open, presiding, proposer, upon } from './judging-upon.ts';
import { wordsFault } from './judging-words.ts';
import { TEXT_RULES } from './law.ts';

const placed: Judge = ({ act, text }) => {
  // The schema accepted the payload of this very type.
  const { change } = act.payload as ProposedChange;
  const astray = changeFault(text, change);
  if (astray !== null) {
    return refuse(TEXT_RULES.place, astray, {
      remedy: said('Read the text again, and propose anew.'),
    });
  }
  const fault = 'words' in change ? wordsFault(change.words) : null;
  return fault === null ? null : refuse(TEXT_RULES.words, fault);
};

const LISTED = { remedy: said('meetings.issues lists what is open.') };

const standing: Judge = ({ act, text }) => {
  // The schema accepted the payload of this very type.
  const { issue, alternative } = act.payload as StandOnChange;
  const fault = standingFault(text, issue, alternative);
  return fault === null ? null : refuse(TEXT_RULES.issue, fault, LISTED);
};

const settling: Judge = ({ act, text }) => {
  // The schema accepted the payload of this very type.
  const settled = act.payload as SettledChange;
  const fault = settlingFault(text, settled);
  if (fault !== null) return refuse(TEXT_RULES.issue, fault, LISTED);
  const count = text.issues.get(settled.issue)?.options.length ?? 1;
  return settled.as === 'accepted' && settled.alternative === undefined && count > 1
    ? refuse(
        TEXT_RULES.issue,
        said('Which of {$count} alternatives is agreed is not said.', { count }),
      )
    : null;
};

const ownChange: Judge = ({ act, text }) => {
  // The schema accepted the payload of this very type.
  const { change } = act.payload as WithdrawnChange;
  const { actor } = act.header;
  const fault = withdrawalFault(text, change);
  if (fault !== null) return refuse(TEXT_RULES.issue, fault, LISTED);
  return text.issues.get(change)?.proposers.has(actor) === true
    ? null
    : refuse(TEXT_RULES.withdraws, said('The change was not proposed by {$actor}.', { actor }), {
        values: { actor },
      });
};

const joining: Judge = ({ act, text }) => {
  // The schema accepted the payload of this very type.
  const { change } = act.payload as JoinedChange;
  const { actor } = act.header;
  const fault = takingUpFault(text, change, 'open');
  if (fault !== null) return refuse(TEXT_RULES.takenOver, fault, LISTED);
  return text.issues.get(change)?.proposers.has(actor) === true
    ? refuse(TEXT_RULES.takenOver, said('{$actor} proposes it already.', { actor }), {
        values: { actor },
      })
    : null;
};

const takingOver: Judge = ({ act, text }) => {
  // The schema accepted the payload of this very type.
  const { change } = act.payload as JoinedChange;
  const fault = takingUpFault(text, change, 'withdrawn');
  return fault === null ? null : refuse(TEXT_RULES.takenOver, fault, LISTED);
};

const known: Judge = ({ act, archive, forum }) => {
  // The schema accepted the payload of this very type.
  const { holder } = act.payload as AppointedFacilitator;
  return archive.registry.exists(holder, forum.day)
    ? null
    : refuse(
        RULES.known,
        said('The registry has no {$holder} on {$day}.', { holder, day: forum.day }),
      );
};

const versionOnce: Judge = ({ act, archive, name, text }) => {
  // The schema accepted the payload of this very type.
  const { isFinal = false, symbol, through } = act.payload as IssuedVersion;
  if (through !== undefined) {
    const isThere = archive.facts('text', name).some((fact) => fact.act === through);
    if (!isThere) return refuse(TEXT_RULES.version, said('The text has no act of that name.'));
    if (isFinal)
      return refuse(TEXT_RULES.version, said('A final version holds all that was done.'));
  }
  const symbols = [text.opening.payload.symbol, ...text.versions.map((one) => one.symbol)];
  return symbols.includes(symbol)
    ? refuse(TEXT_RULES.version, said('{$symbol} is a version already.', { symbol }))
    : null;
};

/** Names are given once, and what stands under something comes after it. */
function tabledFault({ provisions }: TabledText): Sentence | null {
  const seen = new Set<string>();
  for (const { id, parent, words } of provisions) {
    if (seen.has(id)) return said('The provision {$id} is there twice.', { id });
    if (parent !== undefined && !seen.has(parent)) {
      return said('The provision {$id} stands under {$parent}, which does not come before it.', {
        id,
        parent,
      });
    }
    seen.add(id);
    const fault = words.length === 0 ? null : wordsFault(words);
    if (fault !== null) return said('In {$id}: {$fault}', { id, fault });
  }
  return null;
}

const tabling: TopicJudge = (given) => {
  const { act, archive, name } = given;
  if (archive.text(name) !== null)
    return refuse(RULES.openedOnce, said('{$name} is open already.', { name }));
  // The schema accepted the payload of this very type.
  const tabled = act.payload as TabledText;
  const forum = forumOf(given, tabled.session);
  if (forum === null) {
    return refuse(
      TEXT_RULES.session,
      said('No session {$session} was convened here.', { session: tabled.session }),
      {
        remedy: said('Name the session in whose register it was convened.'),
        forNow: true,
      },
    );
  }
  const fault = tabledFault(tabled);
  return fault === null ? judgeProposer(given, forum, []) : refuse(TEXT_RULES.provisions, fault);
};

/** Who judges the acts of this topic. */
export const textJudges: Readonly<Record<string, Judging>> = {
  'meetings.table-text': { kind: 'text', judge: tabling },
  'meetings.propose-change': { kind: 'text', judge: upon(open, proposer, placed) },
  'meetings.stand-on-change': { kind: 'text', judge: upon(open, proposer, standing) },
  'meetings.withdraw-change': { kind: 'text', judge: upon(open, ownChange) },
  'meetings.join-change': { kind: 'text', judge: upon(open, proposer, joining) },
  'meetings.take-over-change': { kind: 'text', judge: upon(open, proposer, takingOver) },
  'meetings.settle-change': { kind: 'text', judge: upon(open, presiding, settling) },
  'meetings.appoint-facilitator': { kind: 'text', judge: upon(open, presiding, known) },
  'meetings.issue-version': { kind: 'text', judge: upon(open, presiding, versionOnce) },
  ...commentJudges,
};
