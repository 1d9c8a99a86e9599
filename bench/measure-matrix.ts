/** How long it takes to say what stands between any two parties, for a treaty much reserved to. */
import { addDays } from '../src/kernel/dates.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import type { DraftAct } from '../src/kernel/submission.ts';
import { parties } from '../src/practices/agreements/questions/one.ts';
import { matrix, relation } from '../src/practices/agreements/questions/relations.ts';
import { agreementsIn } from '../src/practices/agreements/load.ts';
import type { Asking, Store } from '../src/store/contract.ts';
import { type Durations, timeEach } from './quantiles.ts';
import { type Seeded, seeded } from './seeded.ts';

export interface Reserved {
  readonly parties: number;
  readonly reservations: number;
  readonly objections: number;
  /** Pairs that differ from being in force without more, on the last day asked for. */
  readonly pairs: number;
  /** The first question on the matrix: the chronicle is loaded and computed for it. */
  readonly first: number;
  readonly matrix: Durations;
  readonly relation: Durations;
  /** The parties of the same agreement on any day: what a list of them alone takes. */
  readonly partyList: Durations;
}

export const PARTIES = 190;
export const RESERVATIONS = 100;
export const OBJECTIONS = 300;
const AGREEMENT = 'measured-reservations';
const ADOPTED_ON = '1990-01-01';
const QUESTIONS = 100;
const EVERYONE = { actors: [] };

const words = (text: string) => [{ language: 'en', text }];

function draft(type: string, actor: string, payload: Record<string, unknown>): DraftAct {
  return {
    type: `agreements.${type}`,
    register: `agreements/${AGREEMENT}`,
    actor,
    basis: { kind: 'recorded', source: 'a paper for measuring' },
    payload,
  };
}

function adoption(operator: string): DraftAct {
  const entryIntoForce = {
    when: { count: 20, of: { any: true } },
    delay: { days: 30 },
    citation: 'Article 20',
  };
  const payload = {
    title: { en: 'Agreement on what is reserved' },
    kind: 'multilateral',
    sectors: ['science'],
    adoptedOn: ADOPTED_ON,
    finalClauses: { entryIntoForce },
  };
  return { ...draft('adopt', operator, payload), basis: { kind: 'signed' } };
}

interface Maker {
  readonly actor: string;
  readonly on: string;
}

function deposits(random: Seeded, states: readonly string[]): Maker[] {
  return states.map((actor) => ({ actor, on: addDays(ADOPTED_ON, random.below(4000)) }));
}

function reservation(random: Seeded, at: number, { actor, on }: Maker): DraftAct {
  const provisions = [`art_${1 + random.below(30)}`, `art_${31 + at}`];
  const effect = random.inPercent(50) ? 'excludes' : 'modifies';
  return draft('reserve', actor, { on, provisions, effect, text: words(`Reservation ${at}.`) });
}

/** Objections by others, most of them in time, some with the definite intention. */
function objections(random: Seeded, makers: readonly Maker[], acts: readonly string[]): DraftAct[] {
  const taken = new Set<string>();
  const drafts: DraftAct[] = [];
  while (drafts.length < OBJECTIONS) {
    const at = random.below(RESERVATIONS);
    const { actor, on } = random.pick(makers);
    const maker = makers[at];
    const reserved = acts[at];
    if (!maker || reserved === undefined) throw new Error('a reservation was not recorded');
    if (maker.actor === actor || taken.has(`${at} ${actor}`)) continue;
    taken.add(`${at} ${actor}`);
    const first = on > maker.on ? on : maker.on;
    const definite = random.inPercent(20);
    const day = addDays(first, random.below(400));
    const payload = { on: day, reservation: reserved, definite, text: words('It objects.') };
    drafts.push(draft('object', actor, payload));
  }
  return drafts;
}

async function submit(store: Store, drafts: readonly DraftAct[]): Promise<void> {
  for (const receipt of await store.submit(drafts)) {
    if (isRefusal(receipt)) throw new Error(`an act was refused: ${receipt.reason}`);
  }
}

/** The acts of reservation in the order in which they were submitted. */
async function reservedActs(store: Store): Promise<string[]> {
  const rows = await store.read(EVERYONE, (query) =>
    agreementsIn(query)
      .selectFrom('agreements_event')
      .select('entry')
      .where('agreement', '=', AGREEMENT)
      .where('kind', '=', 'reserve')
      .orderBy('ledger')
      .execute(),
  );
  return rows.map(({ entry }) => entry);
}

async function record(store: Store, operator: string, states: readonly string[], random: Seeded) {
  await submit(store, [adoption(operator)]);
  const makers = deposits(random, states);
  const instrument = 'ratification';
  await submit(
    store,
    makers.map(({ actor, on }) => draft('deposit', actor, { on, instrument })),
  );
  const own = makers.slice(0, RESERVATIONS);
  await submit(
    store,
    own.map((maker, at) => reservation(random, at, maker)),
  );
  await submit(store, objections(random, makers, await reservedActs(store)));
}

/** Records the treaty, then asks for its matrix, for pairs and for its parties on any days. */
export async function measureMatrix(
  store: Store,
  operator: string,
  actors: readonly string[],
): Promise<Reserved> {
  const random = seeded(PARTIES);
  const states = actors.slice(0, PARTIES);
  if (states.length < PARTIES) throw new Error(`only ${states.length} States are there`);
  await record(store, operator, states, random);
  const asking = (): Asking => {
    const asOf = addDays('1995-01-01', random.below(25 * 365));
    return { viewer: EVERYONE, asOf, knownAt: null };
  };
  let pairs = 0;
  const askMatrix = async (): Promise<void> => {
    const answer = await store.ask(matrix, { agreement: AGREEMENT }, asking());
    if (isRefusal(answer)) throw new Error(answer.reason);
    pairs = answer.rows.length;
  };
  const times = Array.from({ length: QUESTIONS }, () => null);
  const first = await timeEach([null], askMatrix);
  return {
    parties: PARTIES,
    reservations: RESERVATIONS,
    objections: OBJECTIONS,
    first: first.maxMilliseconds,
    matrix: await timeEach(times, askMatrix),
    relation: await timeEach(times, async () => {
      const input = { agreement: AGREEMENT, one: random.pick(states), other: random.pick(states) };
      const answer = await store.ask(relation, input, asking());
      if (isRefusal(answer)) throw new Error(answer.reason);
    }),
    partyList: await timeEach(times, async () => {
      const answer = await store.ask(parties, { agreement: AGREEMENT }, asking());
      if (isRefusal(answer)) throw new Error(answer.reason);
    }),
    pairs,
  };
}
