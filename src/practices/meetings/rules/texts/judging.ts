/** What keeps out an act upon a text under negotiation. */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import type {
  IssuedVersion,
  ProposedChange,
  SettledChange,
  StandOnChange,
  TabledText,
  WithdrawnChange,
} from '../../payloads/negotiating-text.ts';
import type { Given, Judging, TopicJudge } from '../judging.ts';
import { RULES } from '../law.ts';
import { changeFault, settlingFault, standingFault, withdrawalFault } from './faults.ts';
import { type Forum, forumOf, judgeProposer, presides } from './judging-standing.ts';
import { wordsFault } from './judging-words.ts';
import { TEXT_RULES } from './law.ts';
import type { TextState } from './text-state.ts';

/** An act upon a text that is there, in its forum. */
interface Upon extends Given {
  readonly text: TextState;
  readonly forum: Forum;
}
type Judge = (upon: Upon) => Refusal | null;

/** Asks one judge after another, until one refuses. */
function upon(...judges: readonly Judge[]): TopicJudge {
  return (given) => {
    const text = given.archive.text(given.name);
    const forum = text && forumOf(given, text.opening.payload.session);
    if (text === null || forum === null) {
      return refuse(TEXT_RULES.tabled, `No text ${given.name} was tabled.`, { forNow: true });
    }
    for (const judge of judges) {
      const refusal = judge({ ...given, text, forum });
      if (refusal !== null) return refusal;
    }
    return null;
  };
}

const open: Judge = ({ name, text }) =>
  text.isFinal
    ? refuse(TEXT_RULES.closed, `The negotiation of ${name} is closed.`, {
        remedy: 'Table it anew in a session.',
      })
    : null;

const proposer: Judge = (given) => {
  // Each act that asks for this may have groups, by its schema.
  const { onBehalfOf = [] } = given.act.payload as Partial<ProposedChange>;
  return judgeProposer(given, given.forum, onBehalfOf);
};

const presiding: Judge = (given) => {
  const { actor } = given.act.header;
  return presides(given, given.forum, actor)
    ? null
    : refuse(TEXT_RULES.settles, `${actor} neither presides nor keeps the text.`, {
        remedy: 'Propose a change, or support or oppose the issue.',
        values: { actor },
      });
};

const placed: Judge = ({ act, text }) => {
  // The schema accepted the payload of this very type.
  const { change } = act.payload as ProposedChange;
  const astray = changeFault(text, change);
  if (astray !== null) {
    return refuse(TEXT_RULES.place, astray, { remedy: 'Read the text again, and propose anew.' });
  }
  const fault = 'words' in change ? wordsFault(change.words) : null;
  return fault === null ? null : refuse(TEXT_RULES.words, fault);
};

const LISTED = { remedy: 'meetings.issues lists what is open.' };

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
    ? refuse(TEXT_RULES.issue, `Which of ${count} alternatives is agreed is not said.`)
    : null;
};

const ownChange: Judge = ({ act, text }) => {
  // The schema accepted the payload of this very type.
  const { change } = act.payload as WithdrawnChange;
  const { actor } = act.header;
  const fault = withdrawalFault(text, change);
  if (fault !== null) return refuse(TEXT_RULES.issue, fault, LISTED);
  return text.issues.get(change)?.by[0] === actor
    ? null
    : refuse(TEXT_RULES.withdraws, `The change was not proposed by ${actor}.`, {
        values: { actor },
      });
};

const versionOnce: Judge = ({ act, text }) => {
  // The schema accepted the payload of this very type.
  const { symbol } = act.payload as IssuedVersion;
  const symbols = [text.opening.payload.symbol, ...text.versions.map((one) => one.symbol)];
  return symbols.includes(symbol)
    ? refuse(TEXT_RULES.version, `${symbol} is a version already.`)
    : null;
};

/** Names are given once, and what stands under something comes after it. */
function tabledFault({ provisions }: TabledText): string | null {
  const seen = new Set<string>();
  for (const { id, parent, words } of provisions) {
    if (seen.has(id)) return `The provision ${id} is there twice.`;
    if (parent !== undefined && !seen.has(parent)) {
      return `The provision ${id} stands under ${parent}, which does not come before it.`;
    }
    seen.add(id);
    const fault = words.length === 0 ? null : wordsFault(words);
    if (fault !== null) return `In ${id}: ${fault}`;
  }
  return null;
}

const tabling: TopicJudge = (given) => {
  const { act, archive, name } = given;
  if (archive.text(name) !== null) return refuse(RULES.openedOnce, `${name} is open already.`);
  // The schema accepted the payload of this very type.
  const tabled = act.payload as TabledText;
  const forum = forumOf(given, tabled.session);
  if (forum === null) {
    return refuse(TEXT_RULES.session, `No session ${tabled.session} was convened here.`, {
      remedy: 'Name the session in whose register it was convened.',
      forNow: true,
    });
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
  'meetings.settle-change': { kind: 'text', judge: upon(open, presiding, settling) },
  'meetings.issue-version': { kind: 'text', judge: upon(open, presiding, versionOnce) },
};
