/** That nothing which is recorded, stored, logged or shown joins a voter and a ballot. */
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SecretBallot } from '../../src/kernel/secret-ballot.ts';
import { BallotHouse, MEMBERS } from './ballot-house.ts';
import { COOKIE } from './fake-sign-in.ts';

const SESSION = 'secret-session';
const BALLOT_PAGE = `/meetings/sessions/${SESSION}/decisions/seat/ballot`;
const MARKS: Readonly<Record<string, string>> = {
  AAA: 'BBB',
  BBB: 'CCC',
  CCC: 'BBB',
  DDD: 'AAA',
  EEE: 'BBB',
};

let house: BallotHouse;
let owner: pg.Client;
const logged: string[] = [];
const cast = new Map<string, SecretBallot>();

/** Every row of every table of the node, as text, by its table. */
async function dump(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await owner.query<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
     from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const all = new Map<string, readonly string[]>();
  for (const { name } of rows) {
    const found = await owner.query<{ text: string }>(`select t::text as text from ${name} t`);
    all.set(
      name,
      found.rows.map(({ text }) => text),
    );
  }
  return all;
}

/** What a ballot is known by, in the forms in which it could lie in a table. */
function formsOf({ serial, paper, signature }: SecretBallot): string[] {
  return [serial, paper, signature].flatMap((text) => {
    const bytes = Buffer.from(text, 'base64url');
    const written = Buffer.from(text, 'utf8');
    return [text, bytes.toString('hex'), bytes.toString('base64'), written.toString('hex')];
  });
}

const tablesWith = (all: ReadonlyMap<string, readonly string[]>, forms: readonly string[]) =>
  [...all].flatMap(([name, rows]) =>
    rows
      .filter((row) => forms.some((form) => row.includes(form)))
      .map((row) => [name, row] as const),
  );

beforeAll(async () => {
  const sink = { write: (line: string) => void logged.push(line) };
  house = await BallotHouse.open(pino({ level: 'trace' }, sink));
  owner = new pg.Client(house.test.options.connection);
  await owner.connect();
  const on = { kind: 'election', seats: 1, candidates: ['AAA', 'BBB', 'CCC'] };
  await house.put('seat', 'election', { on });
  for (const actor of MEMBERS) await house.take(actor, 'seat');
  // In another order than that in which papers were taken.
  for (const actor of MEMBERS.toReversed()) {
    const ballot = await house.marked(actor, 'seat', MARKS[actor] ?? '');
    cast.set(actor, ballot);
    const told = await house.drop('seat', ballot);
    if (told !== '201') throw new Error(told);
  }
}, 60_000);
afterAll(async () => {
  await owner.end();
  await house.stop();
});

describe('before the box is opened', () => {
  it('no table has anything of a ballot that could be read', async () => {
    const all = await dump();
    expect(all.get('ballots.box')).toHaveLength(1);
    for (const ballot of cast.values()) expect(tablesWith(all, formsOf(ballot))).toEqual([]);
  });

  it('the box is one row, so that no order of rows tells who came when', async () => {
    const { rows } = await owner.query<{ columns: string }>(
      `select string_agg(column_name, ' ' order by ordinal_position) as columns
       from information_schema.columns where table_schema = 'ballots'`,
    );
    expect(rows[0]?.columns).toBe('place modulus is_sealed content');
  });

  it('its length does not tell what was marked last', async () => {
    const { rows } = await owner.query<{ length: number }>(
      'select length(content) as length from ballots.box',
    );
    const overhead = 12 + 16;
    expect(((rows[0]?.length ?? 0) - overhead) % (16 * 1024)).toBe(0);
  });

  it('those who ask and those who record may not even look at it', async () => {
    for (const role of ['reader', 'writer']) {
      const { rows } = await owner.query<{ may: boolean }>(
        `select bool_or(has_schema_privilege(oid, 'ballots', 'usage')
           or has_table_privilege(oid, 'ballots.box', 'select')) as may
         from pg_roles where rolname like '%' || $1 and not rolsuper`,
        [role],
      );
      expect([role, rows[0]?.may]).toEqual([role, false]);
    }
  });

  it('no page, question or feed has anything of a ballot, whoever asks', async () => {
    const paths = [
      BALLOT_PAGE,
      BALLOT_PAGE.replace('/ballot', ''),
      `/api/meetings/ballot-box?session=${SESSION}&decision=seat`,
      `/api/meetings/ballot-box?session=${SESSION}&decision=seat&format=csv`,
      `/api/meetings/decision?session=${SESSION}&decision=seat`,
      `/record?register=meetings/${SESSION}`,
    ];
    for (const path of paths) {
      for (const headers of [{}, { cookie: COOKIE }]) {
        const answer = await house.house.app.request(path, { headers });
        expect([path, answer.status]).toEqual([path, 200]);
        const said = await answer.text();
        for (const ballot of cast.values()) {
          expect(formsOf(ballot).some((form) => said.includes(form))).toBe(false);
        }
      }
    }
  });
});

describe('when the box was opened', () => {
  beforeAll(async () => {
    await house.close('seat');
  });

  it('ballots are in the act of opening alone, and the box and its key are gone', async () => {
    const all = await dump();
    expect((await house.box('seat', 1)).found).toMatchObject({ papers: 5, ballots: 5 });
    expect(all.get('ballots.box')?.filter((row) => row.includes('seat 1'))).toEqual([]);
    for (const ballot of cast.values()) {
      const places = tablesWith(all, formsOf(ballot));
      expect(places.length).toBeGreaterThan(0);
      for (const [, row] of places) {
        // Whatever holds one ballot holds all of them, in the order of their serials.
        for (const other of cast.values()) {
          expect(formsOf(other).some((form) => row.includes(form))).toBe(true);
        }
      }
    }
  });

  it('nothing was logged that names a ballot', () => {
    const said = logged.join('');
    for (const ballot of cast.values()) {
      expect(formsOf(ballot).some((form) => said.includes(form))).toBe(false);
    }
  });

  it('rebuilt from the record it is what it was', async () => {
    const before = [await house.box('seat', 1), await house.decision('seat')];
    await house.test.store.rebuild();
    expect([await house.box('seat', 1), await house.decision('seat')]).toEqual(before);
  });

  it('what is asked for at a former instant is what was known then', async () => {
    const { election } = await house.decision('seat');
    expect(election?.ballots[0]?.votes.map(({ actor, votes }) => [actor, votes])).toEqual([
      ['AAA', '1'],
      ['BBB', '3'],
      ['CCC', '1'],
    ]);
    expect(election?.elected.map(({ actor }) => actor)).toEqual(['BBB']);
  });
});

it('what goes wrong at the slot is logged without the ballot that it went wrong with', async () => {
  await house.put('broken', 'secret');
  await house.take('AAA', 'broken');
  const ballot = await house.marked('AAA', 'broken', 'yes');
  await owner.query('alter table ballots.box rename to elsewhere');
  expect(await house.drop('broken', ballot)).toBe('host.incident');
  await owner.query('alter table ballots.elsewhere rename to box');
  expect(await house.drop('broken', ballot)).toBe('201');
  const said = logged.join('');
  expect(said).toContain('incident');
  expect(formsOf(ballot).some((form) => said.includes(form))).toBe(false);
});
