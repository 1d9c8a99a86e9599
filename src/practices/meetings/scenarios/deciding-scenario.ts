/**
 * Decisions that read as rules of procedure: under which rule, who voted what, what came of it and
 * why. They are run as tests, and show how the rules are meant.
 */
import { own } from '../../../kernel/own.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Choice } from '../payloads/decision-rule.ts';
import type { CastBallot } from '../rules/deciding/ballot-count.ts';
import { decide } from '../rules/deciding/decide.ts';
import { type ElectionState, foldElection } from '../rules/deciding/election.ts';
import type { Outcome, OutcomeKind, Poll } from '../rules/deciding/poll.ts';
import { isInLists, weightIn } from '../rules/deciding/poll-for-tests.ts';
import { type SilenceEvent, type SilenceResult, silenceAt } from '../rules/deciding/silence.ts';
import { standardRule } from '../rules/deciding/standard-rules.ts';

interface Setting {
  readonly title: string;
  /** The body whose rule it is, and the rule. */
  readonly under: readonly [body: string, rule: string];
  readonly on: string;
  /** Who decides besides those that voted; names apart by a space. */
  readonly members?: string;
  /** So many more members, whom nobody needs to name. */
  readonly others?: number;
  readonly absent?: string;
  /** Who may not vote, and why. */
  readonly hindered?: Readonly<Record<string, string>>;
  readonly groups?: Readonly<Record<string, string>>;
  readonly weights?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

type Voted = Partial<Record<Choice, string | number>>;

export interface VoteScenario extends Setting {
  /** Names, or how many where it does not matter who. */
  readonly voted: Voted;
  readonly overruledBy?: string;
  readonly reserved?: string;
  readonly again?: boolean;
  readonly then: OutcomeKind;
  readonly blockedBy?: string;
  /** What the finding says, word for word. */
  readonly because?: string;
}

export interface SilenceScenario extends Setting {
  readonly openedAt: string;
  readonly deadlineAt: string;
  readonly received: readonly (
    | readonly [at: string, what: 'object', by: string]
    | readonly [at: string, what: 'extend' | 'resume', until: string]
    | readonly [at: string, what: 'close']
  )[];
  readonly asOf: string;
  readonly then: SilenceResult['status'];
  readonly endedAt?: string;
}

export interface ElectionScenario extends Setting {
  readonly candidates: string;
  readonly seats: number;
  /** Votes for each candidate, and how many valid ballots there were. */
  readonly ballots: readonly {
    readonly votes: Readonly<Record<string, number>>;
    readonly valid: number;
    readonly lot?: string;
  }[];
  readonly elected: string;
  readonly status: ElectionState['status'];
  readonly standing?: string;
}

const words = (names: string | undefined): string[] =>
  names === undefined || names === '' ? [] : names.split(' ');

function namesOf(voted: Voted, choice: Choice): string[] {
  const given = voted[choice];
  if (typeof given !== 'number') return words(given);
  return Array.from({ length: given }, (_, at) => `${choice}-${at + 1}`);
}

function pollOf(setting: Setting, voted: Voted): Poll {
  const { under, on, hindered = {}, groups = {}, others = 0 } = setting;
  const absent = words(setting.absent);
  const votes = (['yes', 'no', 'abstain'] as const).flatMap((choice) =>
    namesOf(voted, choice).map((actor) => [actor, choice] as const),
  );
  const silent = Array.from({ length: others }, (_, at) => `other-${at + 1}`);
  const all = [...words(setting.members), ...votes.map(([actor]) => actor), ...absent, ...silent];
  const lists = Object.fromEntries(
    Object.entries(groups).map(([name, list]) => [name, words(list)]),
  );
  return {
    rule: standardRule(under[0], under[1], on),
    on,
    members: [...new Set(all)].map((actor) => {
      const reason = own(hindered, actor);
      const isPresent = !absent.includes(actor);
      return { actor, isPresent, hindered: reason ? { reason, citation: reason } : null };
    }),
    votes: new Map(votes),
    weight: (scheme, actor) => weightIn(setting, scheme, actor),
    isIn: (selector, actor) => isInLists(selector, actor, lists),
  };
}

/** The outcome of a vote or a consensus. */
export function voteOutcome(scenario: VoteScenario): Outcome {
  const { voted, overruledBy, reserved, again } = scenario;
  const statements = words(reserved).map((actor) => ({ actor, kind: 'reservation' as const }));
  const outcome = decide({
    ...pollOf(scenario, voted),
    statements,
    ...(overruledBy !== undefined && { overruled: { actor: overruledBy } }),
    ...(again !== undefined && { isAgain: again }),
  });
  if (isRefusal(outcome)) throw new Error(outcome.reason);
  return outcome;
}

/** What a silence procedure came to on the day asked for. */
export function silenceResult(scenario: SilenceScenario): SilenceResult {
  const { openedAt, deadlineAt, received, asOf } = scenario;
  const events: SilenceEvent[] = received.map(([at, kind, more], number): SilenceEvent => {
    const act = `act ${number}`;
    if (kind === 'object') return { kind, at, act, actor: more };
    return kind === 'close' ? { kind, at, act } : { kind, at, act, deadlineAt: more };
  });
  const open: SilenceEvent = { kind: 'open', at: openedAt, act: 'opening', deadlineAt };
  const result = silenceAt([open, ...events], pollOf(scenario, {}), asOf);
  if (result === null || isRefusal(result)) throw new Error('a silence has its result');
  return result;
}

/** Where an election stands after the ballots. */
export function electionState(scenario: ElectionScenario): ElectionState {
  const { under, on, candidates, seats, ballots } = scenario;
  const { election } = standardRule(under[0], under[1], on);
  if (!election) throw new Error(`${under[1]} elects nobody`);
  const cast = ballots.map(({ votes, valid, lot }): CastBallot => {
    return {
      counted: { votes, valid, invalid: 0, abstain: 0 },
      ...(lot !== undefined && { lot: words(lot) }),
    };
  });
  const electors = pollOf(scenario, {}).members.map(({ actor }) => actor);
  return foldElection({ rule: election, candidates: words(candidates), seats, electors }, cast);
}
