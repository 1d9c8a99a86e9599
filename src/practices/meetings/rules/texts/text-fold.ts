/** Takes the acts on a text one by one, in the order of admission. */
import type {
  IssuedVersion,
  JoinedChange,
  ProposedChange,
  SettledChange,
  StandOnChange,
  TabledText,
  WithdrawnChange,
} from '../../payloads/negotiating-text.ts';
import type { Fact } from '../facts.ts';
import { type RunPlace, WordLayer, newIssue } from './lay-words.ts';
import type { Placing } from './change-target.ts';
import { placeChange } from './place-change.ts';
import { isAstray } from './places.ts';
import { join, leave, takeOver } from './proposers.ts';
import { type Issue, ProvisionNode, type Sequence } from './structure.ts';

/** A version that was issued. */
export interface TextVersion {
  readonly symbol: string;
  readonly act: string;
  /** The last act that it holds. */
  readonly through: string;
  readonly isFinal: boolean;
  readonly fact: Fact;
}

/** Everything that the acts have made so far. */
export class TextFold implements Placing {
  readonly runs = new Map<string, RunPlace>();
  readonly issues = new Map<string, Issue>();
  readonly provisions = new Map<string, ProvisionNode>();
  /** Those that were tabled at the top, and those inserted before all. */
  readonly top: ProvisionNode[] = [];
  readonly firsts: ProvisionNode[] = [];
  readonly versions: TextVersion[] = [];
  /** Acts that point at what is not there, as where one may not see it. */
  readonly unplaced: Fact[] = [];
  opening: Fact<TabledText> | null = null;
  #settlements = 0;

  admit(fact: Fact): void {
    if (fact.type === 'meetings.table-text') this.#table(fact);
    else if (this.opening !== null) this.#act(fact);
  }

  /** The payloads were accepted by the schemas of these very types. */
  #act(fact: Fact): void {
    const { payload } = fact;
    if (fact.type === 'meetings.propose-change') this.#propose(fact, payload as ProposedChange);
    if (fact.type === 'meetings.stand-on-change') this.#stand(fact, payload as StandOnChange);
    if (fact.type === 'meetings.withdraw-change') {
      this.#pass(fact, (issue) => leave(issue, fact, payload as WithdrawnChange));
    }
    if (fact.type === 'meetings.join-change') {
      this.#pass(fact, (issue) => join(issue, fact, payload as JoinedChange));
    }
    if (fact.type === 'meetings.take-over-change') {
      this.#pass(fact, (issue) => takeOver(issue, fact, payload as JoinedChange));
    }
    if (fact.type === 'meetings.settle-change') this.#settle(fact, payload as SettledChange);
    if (fact.type === 'meetings.issue-version') {
      const { symbol, isFinal = false, through = fact.act } = payload as IssuedVersion;
      this.versions.push({ symbol, isFinal, through, act: fact.act, fact });
    }
  }

  #table(fact: Fact): void {
    if (this.opening !== null) return;
    // The schema accepted the payload of this very type.
    const opening = fact as Fact<TabledText>;
    this.opening = opening;
    for (const { id, kind, number, parent, words } of opening.payload.provisions) {
      const above = this.provisions.get(parent ?? '') ?? null;
      const node = new ProvisionNode({ id, kind, number: number ?? null, parent: above });
      this.provisions.set(id, node);
      const siblings = above?.children ?? this.top;
      if (kind === 'option') this.#joinOptions(fact, node, siblings.at(-1));
      siblings.push(node);
      new WordLayer(id, fact, node, this).lay(words, node.words);
    }
  }

  /** Options that follow each other are one issue, named after the first. */
  #joinOptions(fact: Fact, node: ProvisionNode, before: ProvisionNode | undefined): void {
    node.options = before?.options ?? null;
    const options = (node.options?.options ?? []) as Sequence[]; // As made below, to be added to.
    options.push(node.words);
    if (node.options !== null) return;
    node.options = newIssue(fact, {
      id: `${node.id}:options`,
      kind: 'options',
      provision: node,
      outer: null,
      stretch: { from: 0, to: 0 },
      options,
    });
    this.issues.set(node.options.id, node.options);
  }

  #propose(fact: Fact, proposed: ProposedChange): void {
    const placed = placeChange(this, fact, proposed);
    if (isAstray(placed)) this.unplaced.push(fact);
  }

  #stand(fact: Fact, said: StandOnChange): void {
    const issue = this.issues.get(said.issue);
    if (issue === undefined) {
      this.unplaced.push(fact);
      return;
    }
    const { stance } = said;
    // Of one alternative only, what is said of it is said of the bracket.
    const alternative = issue.options.length > 1 ? (said.alternative ?? null) : null;
    for (const actor of [fact.actor, ...said.onBehalfOf]) {
      const { act, issuedAt } = fact;
      const own = { actor, alternative, stance, act, issuedAt, note: said.note ?? null };
      issue.stances = new Map(issue.stances).set(`${actor} ${alternative ?? ''}`, own);
    }
  }

  /** Somebody takes up a proposal, or leaves it; the payload names the change. */
  #pass(fact: Fact, passing: (issue: Issue) => void): void {
    const { change } = fact.payload as WithdrawnChange; // As of all acts that come here.
    const issue = this.issues.get(change);
    if (issue === undefined) this.unplaced.push(fact);
    else passing(issue);
  }

  #settle(fact: Fact, { issue: name, as, alternative = 0 }: SettledChange): void {
    const issue = this.issues.get(name);
    // An empty place is filled by a change of it; as it is it can be agreed by nobody.
    if (issue === undefined || (issue.kind === 'placeholder' && as === 'accepted')) {
      this.unplaced.push(fact);
      return;
    }
    this.#settlements += 1;
    const { act, actor: by, recordedAt } = fact;
    const order = this.#settlements;
    issue.settlement = as === 'reopened' ? null : { as, alternative, act, by, recordedAt, order };
  }
}
