/** Puts a proposed change where it points; what was there keeps its place. */
import type { Change, ProposedChange } from '../../payloads/negotiating-text.ts';
import type { Fact } from '../facts.ts';
import {
  type GapTarget,
  type InlineTarget,
  type Placing,
  type WholeTarget,
  targetOf,
} from './change-target.ts';
import { WordLayer, newIssue } from './lay-words.ts';
import { type Astray, isAstray } from './places.ts';
import {
  type Issue,
  type IssueKind,
  ProvisionNode,
  type Sequence,
  emptySequence,
} from './structure.ts';

const KINDS: Readonly<Record<Change['kind'], IssueKind>> = {
  insert: 'insertion',
  delete: 'deletion',
  replace: 'replacement',
  'insert-provision': 'provision-insertion',
  'delete-provision': 'provision-deletion',
  'replace-provision': 'provision-replacement',
};

const NOWHERE = { from: 0, to: 0 };

/** A proposal on its way to its place. */
interface Proposal {
  readonly placing: Placing;
  readonly fact: Fact;
  readonly change: Change;
  readonly own: Pick<Issue, 'id' | 'kind' | 'by' | 'proposers' | 'reason'>;
}

/** Adds a change to what it is about, or says why it is about nothing. */
export function placeChange(
  placing: Placing,
  fact: Fact,
  { change, onBehalfOf, reason }: ProposedChange,
): Issue | Astray {
  const target = targetOf(placing, change);
  if (isAstray(target)) return target;
  const by = [...new Set([fact.actor, ...onBehalfOf])];
  const proposers = new Map([[fact.actor, onBehalfOf]]);
  const own = { id: fact.act, kind: KINDS[change.kind], by, proposers, reason: reason ?? null };
  const proposal = { placing, fact, change, own };
  const issue =
    'after' in target
      ? insertProvision(proposal, target)
      : 'sequence' in target
        ? changeWords(proposal, target)
        : changeProvision(proposal, target);
  placing.issues.set(issue.id, issue);
  return issue;
}

/** The words of a change, laid down around their issue. */
function layOwn({ placing, fact, change }: Proposal, issue: Issue, options: Sequence[]): void {
  if (!('words' in change)) return;
  const words = emptySequence({ kind: 'change', issue }, (issue.outer?.depth ?? 0) + 1);
  options.push(words);
  new WordLayer(fact.act, fact, issue.provision, placing).lay(change.words, words);
}

function changeWords(proposal: Proposal, { sequence, stretch }: InlineTarget): Issue {
  const { holder } = sequence;
  const provision = holder.kind === 'provision' ? holder.provision : holder.issue.provision;
  const options: Sequence[] = [];
  const where = { provision, outer: sequence, stretch, options };
  const issue = newIssue(proposal.fact, { ...proposal.own, ...where });
  sequence.changes.push(issue);
  layOwn(proposal, issue, options);
  return issue;
}

function changeProvision(proposal: Proposal, { provision }: WholeTarget): Issue {
  const options: Sequence[] = [];
  const where = { provision, outer: null, stretch: NOWHERE, options };
  const issue = newIssue(proposal.fact, { ...proposal.own, ...where });
  if (issue.kind === 'provision-deletion') provision.deletions.push(issue);
  else provision.replacements.push(issue);
  layOwn(proposal, issue, options);
  return issue;
}

function insertProvision(proposal: Proposal, { after, parent }: GapTarget): Issue {
  const { placing, fact, change, own } = proposal;
  if (change.kind !== 'insert-provision') throw new Error(`${change.kind} inserts no provision`);
  const kind = change.provisionKind;
  const provision = new ProvisionNode({ id: fact.act, kind, number: null, parent });
  const where = { provision, outer: null, stretch: NOWHERE, options: [provision.words] };
  const issue = newIssue(fact, { ...own, ...where });
  provision.insertion = issue;
  placing.provisions.set(provision.id, provision);
  (after?.followers ?? parent?.firsts ?? placing.firsts).push(provision);
  new WordLayer(fact.act, fact, provision, placing).lay(change.words, provision.words);
  return issue;
}
