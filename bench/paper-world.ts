/** Made-up agreements, and what the world's States did under them, as status tables. */
import { addDays } from '../src/kernel/dates.ts';
import type { DraftAct } from '../src/kernel/submission.ts';
import type { WorldActor } from '../src/world/actor-types.ts';
import { type Seeded, seeded } from './seeded.ts';

const LAST_DAY = '2024-12-31';
/** Well below what a table may hold; where it is exceeded, the next agreement begins a new one. */
const TABLE_ROWS = 50_000;
const HEADER = 'Date,Code,Country,Action,Treaty';

export interface PaperWorld {
  readonly adoptions: readonly DraftAct[];
  /** Status tables as CSV, a row for each act; each agreement stands in one of them. */
  readonly tables: readonly string[];
  /** Number of rows below the headers. */
  readonly acts: number;
  readonly agreements: readonly string[];
  readonly actors: readonly string[];
}

const CONDITIONS = [
  { when: { count: 40, of: { any: true } }, delay: { days: 90 } },
  { when: { count: 60, of: { kind: 'state' } }, delay: { months: 3 } },
  { when: { share: '1/2', of: { memberOf: 'un' } }, delay: { days: 30 } },
  {
    when: {
      all: [
        { count: 20, of: { any: true } },
        { count: 4, of: { memberOf: 'g7' } },
      ],
    },
    delay: { firstOfNthMonth: 3 },
  },
];

const idOf = (at: number): string => `measured-agreement-${at}`;

function adoption(at: number, adoptedOn: string, operator: string): DraftAct {
  const condition = CONDITIONS[at % CONDITIONS.length];
  return {
    type: 'agreements.adopt',
    register: `agreements/${idOf(at)}`,
    actor: operator,
    basis: { kind: 'signed' },
    payload: {
      title: { en: `Agreement number ${at} on what is measured` },
      kind: 'multilateral',
      sectors: ['science'],
      adoptedOn,
      finalClauses: {
        entryIntoForce: { ...condition, citation: 'Article 20' },
        withdrawal: { notice: { months: 12 }, citation: 'Article 21' },
      },
    },
  };
}

const later = (one: string, other: string): string => (one > other ? one : other);

/** What one State did under one agreement: nothing, or a signature, an instrument, a notice. */
function lineage(random: Seeded, adoptedOn: string, state: WorldActor): [string, string][] {
  const from = later(adoptedOn, state.from ?? adoptedOn);
  const signs = random.inPercent(75);
  const rows: [string, string][] = [];
  const signedOn = addDays(from, random.below(700));
  if (signs) rows.push([signedOn, 'Signature']);
  if (!random.inPercent(88)) return rows;
  const depositedOn = addDays(signs ? signedOn : from, 30 + random.below(4000));
  rows.push([depositedOn, signs ? 'Ratification' : 'Accession']);
  if (random.inPercent(3)) {
    rows.push([addDays(depositedOn, 800 + random.below(3000)), 'Withdrawal']);
  }
  return rows;
}

function rowsOf(random: Seeded, states: readonly WorldActor[], adoptedOn: string, id: string) {
  return states.flatMap((state) =>
    lineage(random, adoptedOn, state)
      .filter(([day]) => day <= LAST_DAY)
      .map(([day, action]) => `${day},${state.id},"${state.names.en}",${action},${id}`),
  );
}

/** Makes exactly `acts` rows: the last agreement is cut short. */
export function paperWorld(
  acts: number,
  operator: string,
  actors: readonly WorldActor[],
): PaperWorld {
  const random = seeded(acts);
  const states = actors.filter((actor) => actor.kind === 'state' && actor.to === undefined);
  const adoptions: DraftAct[] = [];
  const tables: string[] = [];
  let rows: string[] = [];
  const endTable = (): void => {
    if (rows.length > 0) tables.push(`${[HEADER, ...rows].join('\n')}\n`);
    rows = [];
  };
  for (let left = acts; left > 0; ) {
    const adoptedOn = addDays('1950-01-01', random.below(50 * 365));
    const at = adoptions.length;
    adoptions.push(adoption(at, adoptedOn, operator));
    const own = rowsOf(random, states, adoptedOn, idOf(at)).slice(0, left);
    rows.push(...own);
    left -= own.length;
    if (rows.length >= TABLE_ROWS) endTable();
  }
  endTable();
  return {
    adoptions,
    tables,
    acts,
    agreements: adoptions.map((_, at) => idOf(at)),
    actors: states.map((state) => state.id),
  };
}
