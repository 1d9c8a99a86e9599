/** From the rows of a collection to acts that the custodian records from it. Pure. */
import { isPlainDate } from '../../../kernel/dates.ts';
import type { RollCall, VoteKind, Voter } from '../../../standards/roll-calls/roll-calls.ts';
import { DocumentSymbol, NOTE_CHARACTERS_MAX } from '../payloads/parts.ts';
import { registerOf } from '../registers.ts';
import type { Voters } from './voters.ts';

const TITLE_CHARACTERS_MAX = 2000;

/** An act to be signed by the custodian, as the store takes it. */
export interface RollCallDraft {
  readonly type: 'meetings.record-roll-call';
  readonly register: string;
  readonly actor: string;
  readonly author: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly basis: { readonly kind: 'recorded'; readonly source: string };
}

export interface PlanOptions {
  readonly body: string;
  readonly source: string;
  /** Who keeps the votes of the body, and so records. */
  readonly custodian: string;
  readonly voters: Voters;
}

/** A voter whom the registry does not know for certain, with how often it voted, and when. */
export interface UnresolvedVoter {
  readonly name: string;
  readonly code: string | null;
  votes: number;
  from: string;
  to: string;
}

/** An actor that voted on days on which the registry says that it did not exist. */
export interface OutOfTime {
  readonly actor: string;
  votes: number;
  from: string;
  to: string;
}

export interface PlannedRollCall {
  readonly number: string;
  readonly draft: RollCallDraft;
}

/** Counts a vote that is to be told of, and widens the days between which there were such. */
function count<Told extends { votes: number; from: string; to: string }>(
  told: Map<string, Told>,
  key: string,
  day: string,
  first: () => Told,
): void {
  const known = told.get(key) ?? first();
  known.votes += 1;
  if (day < known.from) known.from = day;
  if (day > known.to) known.to = day;
  told.set(key, known);
}

/** Its title, symbol and note; what is no symbol of a document stands in the note. */
function wordsOf({ symbol, title: given, description, number }: RollCall) {
  const isSymbol = DocumentSymbol.safeParse(symbol).success;
  const title = given || description || symbol || number;
  const notes = [
    description === title ? '' : description,
    symbol === '' || isSymbol ? '' : `Symbol in the source: ${symbol}`,
  ].filter((note) => note !== '');
  const note = notes.join('\n').slice(0, NOTE_CHARACTERS_MAX);
  return {
    ...(isSymbol && { symbol }),
    title: title.slice(0, TITLE_CHARACTERS_MAX),
    ...(note !== '' && { note }),
  };
}

/** Most votes first. */
const byVotes = (one: { votes: number }, other: { votes: number }): number =>
  other.votes - one.votes;

/** Plans roll calls part by part, and remembers what of them is not recorded as it stands. */
export class RollCallPlanning {
  readonly rejected: { readonly number: string; readonly reason: string }[] = [];
  readonly #unresolved = new Map<string, UnresolvedVoter>();
  readonly #outOfTime = new Map<string, OutOfTime>();
  readonly #names: readonly Voter[];
  readonly #options: PlanOptions;

  constructor(names: readonly Voter[], options: PlanOptions) {
    this.#names = names;
    this.#options = options;
  }

  get unresolved(): readonly UnresolvedVoter[] {
    return [...this.#unresolved.values()].sort(byVotes);
  }

  get outOfTime(): readonly OutOfTime[] {
    return [...this.#outOfTime.values()].sort(byVotes);
  }

  /** The acts that these roll calls state. */
  plan(rollCalls: readonly RollCall[]): readonly PlannedRollCall[] {
    const { body, source, custodian } = this.#options;
    return rollCalls.flatMap((one): PlannedRollCall[] => {
      if (!this.#isUsable(one)) return [];
      const draft = {
        type: 'meetings.record-roll-call' as const,
        register: registerOf('votes', body),
        actor: custodian,
        author: custodian,
        payload: this.#payload(one),
        basis: { kind: 'recorded' as const, source },
      };
      return [{ number: one.number, draft }];
    });
  }

  #isUsable({ number, on, line }: RollCall): boolean {
    if (number !== '' && isPlainDate(on)) return true;
    const what = number === '' ? 'It has no number.' : `“${on.slice(0, 30)}” is no date.`;
    this.rejected.push({ number, reason: `Line ${line}: ${what}` });
    return false;
  }

  /** Actors of those who cast one kind of vote; whoever is not resolved goes to the others. */
  #actors(one: RollCall, vote: VoteKind, others: { name: string; vote: string }[]): string[] {
    const actors: string[] = [];
    for (const place of one.votes[vote]) {
      const voter = this.#names[place];
      if (voter === undefined) throw new Error(`no voter stands at ${place}`);
      const meant = this.#options.voters.meant(voter, one.on);
      const span = { votes: 0, from: one.on, to: one.on };
      if (meant === null) {
        const { name, code = null } = voter;
        count(this.#unresolved, name, one.on, () => ({ name, code, ...span }));
        // Who was absent left no vote that would be lost.
        if (vote !== 'absent') others.push({ name, vote });
        continue;
      }
      const { actor } = meant;
      if (!meant.existed) count(this.#outOfTime, actor, one.on, () => ({ actor, ...span }));
      actors.push(actor);
    }
    return actors;
  }

  #payload(one: RollCall): Readonly<Record<string, unknown>> {
    const unresolved: { name: string; vote: string }[] = [];
    const votes = {
      yes: this.#actors(one, 'yes', unresolved),
      no: this.#actors(one, 'no', unresolved),
      abstain: this.#actors(one, 'abstain', unresolved),
      absent: this.#actors(one, 'absent', unresolved),
    };
    return {
      number: one.number,
      ...(one.session !== '' && { session: one.session }),
      on: one.on,
      ...wordsOf(one),
      issues: one.issues,
      ...(one.matter !== null && { matter: one.matter }),
      ...votes,
      ...(unresolved.length > 0 && { unresolved }),
      ...(one.stated && { stated: one.stated }),
    };
  }
}

/** By date, then as the source has them. */
export function byDate(rollCalls: readonly RollCall[]): readonly RollCall[] {
  return rollCalls.toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1));
}
