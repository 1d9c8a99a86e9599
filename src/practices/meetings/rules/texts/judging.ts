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
import { type Forum, forumOf, mayPropose, notItsGroup, presides } from './judging-standing.ts';
import { wordsFault } from './judging-words.ts';
import { TEXT_RULES } from './law.ts';
import { targetOf } from './change-target.ts';
import { isAstray } from './places.ts';
import type { Issue } from './structure.ts';
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
    const forum = text && forumOf(given.archive, text.opening.payload.session);
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

function judgeProposer(given: Given, forum: Forum): Refusal | null {
  const { actor } = given.act.header;
  if (!mayPropose(given, forum, actor)) {
    return refuse(TEXT_RULES.mayPropose, `${actor} has no right to propose in this body.`, {
      values: { actor },
    });
  }
  // Each act that asks for this may have groups, by its schema.
  const { onBehalfOf = [] } = given.act.payload as Partial<ProposedChange>;
  const group = notItsGroup(given, actor, onBehalfOf);
  return group === undefined
    ? null
    : refuse(TEXT_RULES.onBehalf, `${actor} does not belong to ${group}.`, {
        values: { actor, group },
      });
}

const proposer: Judge = (given) => judgeProposer(given, given.forum);

const presiding: Judge = (given) => {
  const { actor, author } = given.act.header;
  return presides(given, given.forum, actor) || presides(given, given.forum, author)
    ? null
    : refuse(TEXT_RULES.settles, `${actor} neither presides nor keeps the text.`, {
        remedy: 'Propose a change, or support or oppose the issue.',
        values: { actor },
      });
};

const placed: Judge = ({ act, text }) => {
  // The schema accepted the payload of this very type.
  const { change } = act.payload as ProposedChange;
  const target = targetOf(text.structure, change);
  if (isAstray(target)) {
    return refuse(TEXT_RULES.place, target.astray, {
      remedy: 'Read the text again, and propose anew.',
    });
  }
  const fault = 'words' in change ? wordsFault(change.words) : null;
  return fault === null ? null : refuse(TEXT_RULES.words, fault);
};

/** The issue that is named, where it is or was open. */
function issueIn({ text }: Upon, name: string): Issue | Refusal {
  const issue = text.issues.get(name);
  const isGone = issue === undefined || text.standings.of(issue) === 'withdrawn';
  if (!isGone) return issue;
  return refuse(TEXT_RULES.issue, `There is no open issue ${name.slice(0, 80)} in this text.`, {
    remedy: 'meetings.issues lists them.',
  });
}

const settledAlready = refuse(TEXT_RULES.issue, 'The issue is settled.', {
  remedy: 'Ask whoever presides to open it again.',
});

/** Of several alternatives one is meant, which has to be there. */
function alternativeFault(issue: Issue, alternative: number | undefined): Refusal | null {
  const count = Math.max(1, issue.options.length);
  return (alternative ?? 0) < count
    ? null
    : refuse(TEXT_RULES.issue, `The issue has ${count} alternatives, counted from 0.`);
}

const standing: Judge = (given) => {
  // The schema accepted the payload of this very type.
  const { issue: name, alternative } = given.act.payload as StandOnChange;
  const issue = issueIn(given, name);
  if ('refused' in issue) return issue;
  if (given.text.standings.of(issue) !== 'open') return settledAlready;
  return alternativeFault(issue, alternative);
};

const settling: Judge = (given) => {
  // The schema accepted the payload of this very type.
  const { issue: name, as, alternative } = given.act.payload as SettledChange;
  const issue = issueIn(given, name);
  if ('refused' in issue) return issue;
  if (as === 'reopened') {
    return issue.settlement === null ? refuse(TEXT_RULES.issue, 'The issue is open.') : null;
  }
  if (given.text.standings.of(issue) !== 'open') return settledAlready;
  if (as === 'rejected') return null;
  if (alternative === undefined && issue.options.length > 1) {
    const which = `Which of ${issue.options.length} alternatives is agreed is not said.`;
    return refuse(TEXT_RULES.issue, which);
  }
  return alternativeFault(issue, alternative);
};

const ownChange: Judge = (given) => {
  // The schema accepted the payload of this very type.
  const { change } = given.act.payload as WithdrawnChange;
  const issue = issueIn(given, change);
  if ('refused' in issue) return issue;
  const { actor } = given.act.header;
  if (issue.by[0] !== actor) {
    return refuse(TEXT_RULES.withdraws, `The change was not proposed by ${actor}.`, {
      values: { actor },
    });
  }
  return issue.settlement === null
    ? null
    : refuse(TEXT_RULES.withdraws, 'The change is decided on already.');
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
  const forum = forumOf(archive, tabled.session);
  if (forum === null) {
    return refuse(TEXT_RULES.session, `No session ${tabled.session} was convened here.`, {
      remedy: 'Name the session in whose register it was convened.',
      forNow: true,
    });
  }
  const fault = tabledFault(tabled);
  return fault === null ? judgeProposer(given, forum) : refuse(TEXT_RULES.provisions, fault);
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
