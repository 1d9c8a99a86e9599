/** From the rows of a collection to acts that the custodian records from it. Pure. */
import { isPlainDate } from '../../../kernel/dates.ts';
import type { RollCall, RollCalls, VoteKind } from '../../../standards/roll-calls/roll-calls.ts';
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

export interface RollCallPlan {
  readonly drafts: readonly { readonly number: string; readonly draft: RollCallDraft }[];
  readonly rejected: readonly { readonly number: string; readonly reason: string }[];
  readonly unresolved: readonly UnresolvedVoter[];
  readonly outOfTime: readonly OutOfTime[];
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

class Planning {
  readonly unresolved = new Map<string, UnresolvedVoter>();
  readonly outOfTime = new Map<string, OutOfTime>();
  readonly #given: RollCalls;
  readonly #options: PlanOptions;

  constructor(given: RollCalls, options: PlanOptions) {
    this.#given = given;
    this.#options = options;
  }

  /** Actors of those who cast one kind of vote; whoever is not resolved goes to the others. */
  actors(one: RollCall, vote: VoteKind, others: { name: string; vote: string }[]): string[] {
    const actors: string[] = [];
    for (const place of one.votes[vote]) {
      const voter = this.#given.voters[place];
      if (voter === undefined) throw new Error(`no voter stands at ${place}`);
      const meant = this.#options.voters.meant(voter, one.on);
      const span = { votes: 0, from: one.on, to: one.on };
      if (meant === null) {
        const { name, code = null } = voter;
        count(this.unresolved, name, one.on, () => ({ name, code, ...span }));
        // Who was absent left no vote that would be lost.
        if (vote !== 'absent') others.push({ name, vote });
        continue;
      }
      const { actor } = meant;
      if (!meant.existed) count(this.outOfTime, actor, one.on, () => ({ actor, ...span }));
      actors.push(actor);
    }
    return actors;
  }

  payload(one: RollCall): Readonly<Record<string, unknown>> {
    const unresolved: { name: string; vote: string }[] = [];
    const votes = {
      yes: this.actors(one, 'yes', unresolved),
      no: this.actors(one, 'no', unresolved),
      abstain: this.actors(one, 'abstain', unresolved),
      absent: this.actors(one, 'absent', unresolved),
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

/** The acts that the tables state, by date, and what of them is not recorded as it stands. */
export function planRollCalls(given: RollCalls, options: PlanOptions): RollCallPlan {
  const planning = new Planning(given, options);
  const rejected: { number: string; reason: string }[] = [];
  const usable = given.rollCalls.filter(({ number, on, line }) => {
    if (number !== '' && isPlainDate(on)) return true;
    const what = number === '' ? 'It has no number.' : `“${on.slice(0, 30)}” is no date.`;
    rejected.push({ number, reason: `Line ${line}: ${what}` });
    return false;
  });
  const drafts = usable
    .toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1))
    .map((one) => ({
      number: one.number,
      draft: {
        type: 'meetings.record-roll-call' as const,
        register: registerOf('votes', options.body),
        actor: options.custodian,
        author: options.custodian,
        payload: planning.payload(one),
        basis: { kind: 'recorded' as const, source: options.source },
      },
    }));
  const byVotes = (one: { votes: number }, other: { votes: number }): number =>
    other.votes - one.votes;
  return {
    drafts,
    rejected,
    unresolved: [...planning.unresolved.values()].sort(byVotes),
    outOfTime: [...planning.outOfTime.values()].sort(byVotes),
  };
}
