/**
 * What stands between two parties on a day: whether the agreement is in force between them, and
 * under which reservations of the one and of the other. VCLT Arts. 20, 21.
 */
import { type PlainDateText, addDays } from '../../../../kernel/dates.ts';
import type { ProvisionId } from '../../provision.ts';
import type { Chronicle } from '../entry-into-force.ts';
import { type ReservationLife, formOn } from './reservation-life.ts';
import {
  TERM_EFFECTS,
  TERM_STATES,
  type TermEffect,
  type TermState,
} from './reservation-effects.ts';
import { reservationsOf } from './reservations.ts';
import { voicesOf } from './spells.ts';
import { type Statement, statementsOf } from './statements.ts';
import { type Dossiers, type Status, concerned, statusOn } from '../status.ts';
import {
  type Bench,
  type PartyOn,
  type Verdict,
  benchOf,
  isMade,
  verdictForAll,
  verdictOf,
} from './verdicts.ts';

/** What holds between two, the gravest that a reservation brings about. */
export const OUTCOMES = [
  'not-parties',
  'precluded',
  'no-party',
  'excluded',
  'open',
  'modified',
  'pending',
  'in-force',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

const OUTCOME_OF: Readonly<Record<TermEffect, Outcome>> = {
  'not-in-force': 'precluded',
  'no-party': 'no-party',
  excluded: 'excluded',
  open: 'open',
  modified: 'modified',
  pending: 'pending',
  none: 'in-force',
};

/** A reservation of one party in its relation with another. */
export interface Term {
  readonly life: ReservationLife;
  readonly by: PartyOn;
  readonly towards: PartyOn;
  readonly verdict: Verdict;
}

/** What becomes of one provision between the two; null stands for all others. */
export interface ProvisionRow {
  readonly provision: ProvisionId | null;
  readonly state: 'applies' | 'modified' | 'does-not-apply' | 'to-that-extent' | 'open';
  readonly reservations: readonly string[];
}

export interface Relation {
  readonly one: Status;
  readonly other: Status;
  readonly outcome: Outcome;
  readonly terms: readonly Term[];
  readonly provisions: readonly ProvisionRow[];
  /** What either says of the other alone, as its maker states it. */
  readonly statements: readonly Statement[];
}

/** The reservations that are made by a day, by holder, with what verdicts rest on. */
export interface Docketed {
  readonly day: PlainDateText;
  readonly bench: Bench;
  readonly livesOf: ReadonlyMap<string, readonly ReservationLife[]>;
}

/** These, with the parties on the day. */
export interface Assembly extends Docketed {
  readonly parties: readonly PartyOn[];
}

function docketedOn(chronicle: Chronicle, day: PlainDateText): Docketed {
  const made = reservationsOf(chronicle).filter((life) => isMade(life, day));
  const livesOf = Map.groupBy(made, (life) => life.holder);
  return { day, bench: benchOf(chronicle), livesOf };
}

function partyOn({ actor, consent, since }: Status, bench: Bench): PartyOn {
  const { facts } = bench.chronicle.scene;
  const person = facts.personOf(actor);
  const alone = [{ person, consent, before: null }];
  const voices = consent === null ? alone : voicesOf(consent, facts, bench.consents);
  const joinedOn = voices.at(-1)?.consent?.on ?? since;
  const silentFrom = joinedOn === null ? null : addDays(joinedOn, 1);
  return { actor, person, consent, joinedOn, silentFrom, voices };
}

/** Brings together the parties on a day, and the reservations that were made by then. */
export function assemblyOn(chronicle: Chronicle, dossiers: Dossiers, day: PlainDateText): Assembly {
  const docketed = docketedOn(chronicle, day);
  const byPerson = new Map<string, PartyOn>();
  for (const actor of concerned(chronicle, day)) {
    const status = statusOn(actor, day, chronicle, dossiers);
    if (status.standing !== 'party') continue;
    const party = partyOn(status, docketed.bench);
    if (!byPerson.has(party.person)) byPerson.set(party.person, party);
  }
  return { ...docketed, parties: [...byPerson.values()] };
}

/** The reservations under the consent that binds a party. */
export function ownLives(by: PartyOn, { livesOf }: Docketed): readonly ReservationLife[] {
  const own = livesOf.get(by.person) ?? [];
  return own.filter(({ consent }) => consent !== null && consent === by.consent);
}

/**
 * How one reservation stands towards each other person that has consented by a day, whether the
 * agreement is in force between the two yet or not: objecting is open to both. VCLT Art. 20(5).
 */
export function verdictsTowards(
  life: ReservationLife,
  day: PlainDateText,
  { chronicle, dossiers }: { readonly chronicle: Chronicle; readonly dossiers: Dossiers },
): ReadonlyMap<string, Verdict> {
  const { bench } = docketedOn(chronicle, day);
  const common = verdictForAll(life, day, bench);
  const actors = new Set(chronicle.consents.map(({ actor }) => actor));
  const found = new Map<string, Verdict>();
  for (const actor of actors) {
    const status = statusOn(actor, day, chronicle, dossiers);
    if (status.standing !== 'party' && status.standing !== 'contracting') continue;
    const other = partyOn(status, bench);
    if (other.person !== life.holder && !found.has(other.person)) {
      found.set(other.person, common ?? verdictOf(other, life, day, bench));
    }
  }
  return found;
}

/** A reservation of a party, read towards any other. */
interface Reading {
  readonly life: ReservationLife;
  verdictTowards(other: PartyOn): Verdict;
}

function readingsOf(by: PartyOn, docketed: Docketed): readonly Reading[] {
  const { day, bench } = docketed;
  return ownLives(by, docketed).map((life) => {
    const common = verdictForAll(life, day, bench);
    const verdictTowards = (other: PartyOn): Verdict =>
      common ?? verdictOf(other, life, day, bench);
    return { life, verdictTowards };
  });
}

/** The terms that one party's reservations make towards another. */
function termsOf(by: PartyOn, towards: PartyOn, docketed: Docketed): readonly Term[] {
  return readingsOf(by, docketed).map((reading) => {
    return { life: reading.life, by, towards, verdict: reading.verdictTowards(towards) };
  });
}

/** How grave what a state brings about is, the gravest first: its place among the outcomes. */
const GRAVITY_OF: Readonly<Record<TermState, number>> = Object.fromEntries(
  TERM_STATES.map((state) => [state, OUTCOMES.indexOf(OUTCOME_OF[TERM_EFFECTS[state]])]),
  // An entry is made for every state.
) as Record<TermState, number>;

const WITHOUT_MORE = OUTCOMES.indexOf('in-force');

/** The gravest of what verdicts bring about. */
function outcomeOf(verdicts: readonly Verdict[]): Outcome {
  let gravest = WITHOUT_MORE;
  for (const { state } of verdicts) gravest = Math.min(gravest, GRAVITY_OF[state]);
  return OUTCOMES[gravest] ?? 'in-force';
}

/** What one party's reservations bring about towards others, asked one by one. */
export function outcomesOf(by: PartyOn, docketed: Docketed): (towards: PartyOn) => Outcome {
  const readings = readingsOf(by, docketed);
  return (towards) => {
    let gravest = WITHOUT_MORE;
    for (const reading of readings) {
      gravest = Math.min(gravest, GRAVITY_OF[reading.verdictTowards(towards).state]);
    }
    return OUTCOMES[gravest] ?? 'in-force';
  };
}

const GRAVITY = ['does-not-apply', 'to-that-extent', 'open', 'modified', 'applies'] as const;

function stateOf({ life, verdict }: Term, day: PlainDateText): ProvisionRow['state'] {
  const { effect } = formOn(life, day);
  const does = TERM_EFFECTS[verdict.state];
  if (does === 'open') return 'open';
  if (does === 'modified') return effect === 'excludes' ? 'does-not-apply' : 'modified';
  // Guide 4.3.6: what a reservation modifies falls away to that extent only.
  return effect === 'excludes' ? 'does-not-apply' : 'to-that-extent';
}

function provisionRows(terms: readonly Term[], day: PlainDateText): ProvisionRow[] {
  const touched = new Map<ProvisionId, { state: ProvisionRow['state']; reservations: string[] }>();
  const whole: string[] = [];
  for (const term of terms) {
    if (!['open', 'modified', 'excluded'].includes(TERM_EFFECTS[term.verdict.state])) continue;
    const { act } = term.life.event;
    const state = stateOf(term, day);
    const { provisions } = formOn(term.life, day);
    if (provisions.length === 0) whole.push(act);
    for (const provision of provisions) {
      const known = touched.get(provision) ?? { state, reservations: [] };
      const graver = Math.min(GRAVITY.indexOf(state), GRAVITY.indexOf(known.state));
      known.state = GRAVITY[graver] ?? state;
      known.reservations.push(act);
      touched.set(provision, known);
    }
  }
  const rest: ProvisionRow = {
    provision: null,
    state: whole.length === 0 ? 'applies' : 'modified',
    reservations: whole,
  };
  const rows = [...touched].map(([provision, row]) => ({ provision, ...row }));
  const { compare } = new Intl.Collator('en', { numeric: true });
  return [...rows.sort((a, b) => compare(a.provision, b.provision)), rest];
}

/** What stands between two on a day. */
export function relationOn(
  [one, other]: readonly [string, string],
  day: PlainDateText,
  { chronicle, dossiers }: { readonly chronicle: Chronicle; readonly dossiers: Dossiers },
): Relation {
  const bothStatus = [
    statusOn(one, day, chronicle, dossiers),
    statusOn(other, day, chronicle, dossiers),
  ] as const;
  const base = { one: bothStatus[0], other: bothStatus[1], terms: [], provisions: [] };
  const statements = statementsBetween(one, other, day, chronicle);
  const { facts } = chronicle.scene;
  const same = facts.personOf(one) === facts.personOf(other);
  if (same || bothStatus.some(({ standing }) => standing !== 'party')) {
    return { ...base, outcome: 'not-parties', statements };
  }
  const docketed = docketedOn(chronicle, day);
  const { bench } = docketed;
  const [first, second] = [partyOn(bothStatus[0], bench), partyOn(bothStatus[1], bench)];
  const terms = [...termsOf(first, second, docketed), ...termsOf(second, first, docketed)];
  const outcome = outcomeOf(terms.map(({ verdict }) => verdict));
  const inForce = outcome !== 'precluded' && outcome !== 'no-party';
  const provisions = inForce ? provisionRows(terms, day) : [];
  return { ...base, outcome, terms, provisions, statements };
}

/** Statements of either that it makes towards the other, and that stand on the day. */
function statementsBetween(
  one: string,
  other: string,
  day: PlainDateText,
  chronicle: Chronicle,
): readonly Statement[] {
  const { facts } = chronicle.scene;
  const [first, second] = [facts.personOf(one), facts.personOf(other)];
  return statementsOf(chronicle).filter((statement) => {
    const { kind, towards, event, endsOn } = statement;
    if (kind !== 'non-recognition' || event.on > day) return false;
    if (endsOn !== null && endsOn <= day) return false;
    const maker = facts.personOf(event.actor);
    const to = new Set(towards.map((actor) => facts.personOf(actor)));
    return (maker === first && to.has(second)) || (maker === second && to.has(first));
  });
}
