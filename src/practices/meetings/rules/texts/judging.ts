/** What keeps out an act upon a text under negotiation. */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import type {
  Change,
  ProposedChange,
  SettledChange,
  StandOnChange,
  TabledText,
  WithdrawnChange,
} from '../../payloads/negotiating-text.ts';
import type { Given, Judging, TopicJudge } from '../judging.ts';
import { RULES } from '../law.ts';
import { bracketsOf, isClosed, isSettled, isWithdrawn, proposalOf } from './judging-issues.ts';
import { isBefore, isInText, wordsFault, wordsOf } from './judging-places.ts';
import { type Forum, forumOf, mayPropose, notItsGroup, presides } from './judging-standing.ts';
import { TEXT_RULES } from './law.ts';

type ForumJudge = (given: Given, forum: Forum) => Refusal | null;

/** The first refusal of several judges. */
const each =
  (...judges: readonly ForumJudge[]): ForumJudge =>
  (given, forum) => {
    for (const judge of judges) {
      const refusal = judge(given, forum);
      if (refusal !== null) return refusal;
    }
    return null;
  };

const factsOf = ({ archive, name }: Given) => archive.facts('text', name);

/** Upon a text that is there, in its forum. */
const upon =
  (judge: ForumJudge): TopicJudge =>
  (given) => {
    const text = given.archive.text(given.name);
    const forum = text && forumOf(given.archive, text.opening.payload.session);
    if (forum === null) {
      return refuse(TEXT_RULES.tabled, `No text ${given.name} was tabled.`, { forNow: true });
    }
    return judge(given, forum);
  };

const open: ForumJudge = (given) =>
  isClosed(factsOf(given))
    ? refuse(TEXT_RULES.closed, `The negotiation of ${given.name} is closed.`, {
        remedy: 'Table it anew in a session.',
      })
    : null;

const proposer: ForumJudge = (given, forum) => {
  const { actor } = given.act.header;
  if (!mayPropose(given, forum, actor)) {
    return refuse(TEXT_RULES.mayPropose, `${actor} has no right to propose in this body.`, {
      values: { actor },
    });
  }
  // Each act that asks for this has groups, by its schema.
  const { onBehalfOf = [] } = given.act.payload as Partial<ProposedChange>;
  const group = notItsGroup(given, actor, onBehalfOf);
  return group === undefined
    ? null
    : refuse(TEXT_RULES.onBehalf, `${actor} does not belong to ${group}.`, {
        values: { actor, group },
      });
};

const presiding: ForumJudge = (given, forum) => {
  const { actor, author } = given.act.header;
  return presides(given, forum, actor) || presides(given, forum, author)
    ? null
    : refuse(TEXT_RULES.settles, `${actor} neither presides nor keeps the text.`, {
        remedy: 'Propose a change, or support or oppose the issue.',
        values: { actor },
      });
};

function changeFault(given: Given, change: Change): string | null {
  const facts = factsOf(given);
  const places = 'from' in change ? [change.from, change.to] : 'at' in change ? [change.at] : [];
  const lost = places.find((place) => !isInText(facts, place));
  if (lost !== undefined) return `There is no character ${lost.offset} of a run ${lost.run}.`;
  if ('from' in change && !isBefore(change.from, change.to)) {
    return 'The words end where they begin, or before.';
  }
  return null;
}

function provisionFault(given: Given, change: Change): string | null {
  const named =
    change.kind === 'insert-provision'
      ? [change.after, change.parent]
      : 'provision' in change
        ? [change.provision]
        : [];
  const lost = named.find((name) => typeof name === 'string' && !isProvision(given, name));
  return lost === undefined ? null : `There is no provision ${lost}.`;
}

function isProvision(given: Given, name: string): boolean {
  const tabled = given.archive.text(given.name)?.opening.payload.provisions ?? [];
  if (tabled.some(({ id }) => id === name)) return true;
  return proposalOf(factsOf(given), name)?.payload.change.kind === 'insert-provision';
}

const inText: ForumJudge = (given) => {
  // The schema accepted the payload of this very type.
  const { change } = given.act.payload as ProposedChange;
  const fault = changeFault(given, change) ?? provisionFault(given, change);
  if (fault !== null) {
    return refuse(TEXT_RULES.place, fault, { remedy: 'Read the text again, and propose anew.' });
  }
  const empty = 'words' in change ? wordsFault(wordsOf(change)) : null;
  return empty === null ? null : refuse(TEXT_RULES.words, empty);
};

const noSuchIssue = (issue: string): Refusal =>
  refuse(TEXT_RULES.issue, `There is no open issue ${issue.slice(0, 80)} in this text.`, {
    remedy: 'meetings.issues lists them.',
  });

/** An issue that is there and was not withdrawn; whether it is settled is asked apart. */
const known: ForumJudge = (given) => {
  // The schemas accepted the payloads of these very types.
  const { issue } = given.act.payload as StandOnChange | SettledChange;
  const facts = factsOf(given);
  const isThere = proposalOf(facts, issue) !== null || bracketsOf(facts, issue) !== null;
  return isThere && !isWithdrawn(facts, issue) ? null : noSuchIssue(issue);
};

const unsettled = (given: Given): Refusal | null => {
  const { issue } = given.act.payload as StandOnChange;
  return isSettled(factsOf(given), issue)
    ? refuse(TEXT_RULES.issue, 'The issue is settled.', {
        remedy: 'Ask whoever presides to open it again.',
      })
    : null;
};

const settling: ForumJudge = (given) => {
  // The schema accepted the payload of this very type.
  const { issue, as, alternative } = given.act.payload as SettledChange;
  const facts = factsOf(given);
  if (as === 'reopened') {
    return isSettled(facts, issue) ? null : refuse(TEXT_RULES.issue, 'The issue is open.');
  }
  const refusal = unsettled(given);
  const alternatives = bracketsOf(facts, issue) ?? 1;
  if (refusal !== null || as === 'rejected') return refusal;
  if (alternative === undefined && alternatives > 1) {
    return refuse(TEXT_RULES.issue, `Which of ${alternatives} alternatives is agreed is not said.`);
  }
  return (alternative ?? 0) < alternatives
    ? null
    : refuse(TEXT_RULES.issue, `The issue has ${alternatives} alternatives, counted from 0.`);
};

const ownChange: ForumJudge = (given) => {
  // The schema accepted the payload of this very type.
  const { change } = given.act.payload as WithdrawnChange;
  const facts = factsOf(given);
  const proposal = proposalOf(facts, change);
  if (proposal === null || isWithdrawn(facts, change)) return noSuchIssue(change);
  if (proposal.actor !== given.act.header.actor) {
    return refuse(TEXT_RULES.withdraws, `The change was proposed by ${proposal.actor}.`);
  }
  return isSettled(facts, change)
    ? refuse(TEXT_RULES.withdraws, 'The change is decided on already.')
    : null;
};

const versionOnce: ForumJudge = (given) => {
  const own = given.act.payload as { readonly symbol: string };
  const isTaken = factsOf(given).some(
    ({ type, payload }) =>
      ['meetings.issue-version', 'meetings.table-text'].includes(type) &&
      (payload as { readonly symbol?: string }).symbol === own.symbol,
  );
  return isTaken ? refuse(TEXT_RULES.version, `${own.symbol} is a version already.`) : null;
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
  return fault === null ? proposer(given, forum) : refuse(TEXT_RULES.provisions, fault);
};

/** Who judges the acts of this topic. */
export const textJudges: Readonly<Record<string, Judging>> = {
  'meetings.table-text': { kind: 'text', judge: tabling },
  'meetings.propose-change': { kind: 'text', judge: upon(each(open, proposer, inText)) },
  'meetings.stand-on-change': {
    kind: 'text',
    judge: upon(each(open, proposer, known, unsettled)),
  },
  'meetings.withdraw-change': { kind: 'text', judge: upon(each(open, ownChange)) },
  'meetings.settle-change': { kind: 'text', judge: upon(each(open, presiding, known, settling)) },
  'meetings.issue-version': { kind: 'text', judge: upon(each(open, presiding, versionOnce)) },
};
