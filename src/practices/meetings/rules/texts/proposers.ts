/** Who proposes a change: alone or jointly, and what of it when one of them leaves. */
import type { JoinedChange, WithdrawnChange } from '../../payloads/negotiating-text.ts';
import type { Fact } from '../facts.ts';
import type { Issue, Passing } from './structure.ts';

function pass(issue: Issue, fact: Fact, as: Passing['as'], note: string | undefined): void {
  const { act, actor, recordedAt } = fact;
  issue.passings = [...issue.passings, { act, actor, recordedAt, as, note: note ?? null }];
  if (issue.proposers.size === 0) return;
  const all = [...issue.proposers].flatMap(([one, others]) => [one, ...others]);
  issue.by = [...new Set(all)];
}

/** One more proposes it. */
export function join(issue: Issue, fact: Fact, { note, onBehalfOf }: JoinedChange): void {
  issue.proposers = new Map(issue.proposers).set(fact.actor, onBehalfOf);
  pass(issue, fact, 'joined', note);
}

/** One proposes it no more; the last withdraws it, and it stays the proposal that it was. */
export function leave(issue: Issue, fact: Fact, { reason }: WithdrawnChange): void {
  if (issue.withdrawal !== null) return;
  const { act, actor, recordedAt } = fact;
  if (issue.proposers.size > 1 && issue.proposers.has(actor)) {
    issue.proposers = new Map([...issue.proposers].filter(([one]) => one !== actor));
    pass(issue, fact, 'left', reason);
    return;
  }
  issue.proposers = new Map();
  issue.withdrawal = { act, recordedAt, reason: reason ?? null };
  pass(issue, fact, 'withdrawn', reason);
}

/** It is proposed again, by another. UNGA Rules of Procedure, rules 80 and 122. */
export function takeOver(issue: Issue, fact: Fact, { note, onBehalfOf }: JoinedChange): void {
  issue.withdrawal = null;
  issue.proposers = new Map([[fact.actor, onBehalfOf]]);
  pass(issue, fact, 'taken-over', note);
}
