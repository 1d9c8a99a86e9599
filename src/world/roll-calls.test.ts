import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actors } from '../practices/actors/area.ts';
import { meetings } from '../practices/meetings/area.ts';
import { makeTestFolder } from '../store/embedded/test-folder.ts';
import { type TestStore, admitted, openTestStore } from '../store/test-store.ts';
import { loadRollCallsOnce } from './load-roll-calls.ts';
import { readWorldRollCalls } from './roll-calls.ts';

const SHIPPED = fileURLToPath(new URL('../../world/meetings/roll-calls', import.meta.url));
const HEADER = 'number,session,date,symbol,topics,important,part,yes,no,abstain,votes';

async function folderWith(rows: readonly string[], voters = 'voter,code\nKenya,KE\nPeru,PE\n') {
  const world = await makeTestFolder();
  const folder = join(world, 'meetings', 'roll-calls');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'voters.csv'), voters);
  writeFileSync(join(folder, 'an-assembly.csv'), [HEADER, ...rows, ''].join('\n'));
  return { world, folder };
}

describe('the table of roll calls that ships with a node', () => {
  const [assembly] = readWorldRollCalls(SHIPPED);
  const shipped = assembly?.given.rollCalls ?? [];

  it('holds every roll call of thirty-nine years with its votes', () => {
    expect(assembly?.body).toBe('un-general-assembly');
    expect(shipped).toHaveLength(4056);
    expect(assembly?.given.votes).toBe(537_348 + 37_186 + 76_025);
  });

  it.each([
    ['A/RES/46/86', 111, 25, 13],
    ['A/RES/61/295', 143, 4, 11],
    ['A/RES/67/19', 138, 9, 41],
    ['A/RES/68/262', 100, 11, 58],
  ])('has the votes on %s as they were counted: %i to %i, %i abstaining', (symbol, ...counted) => {
    const { votes } = shipped.find((one) => one.symbol === symbol) ?? {};
    expect([votes?.yes.length, votes?.no.length, votes?.abstain.length]).toEqual(counted);
  });

  it('carries no words of its source: each is called by its symbol', () => {
    expect(shipped.filter(({ title, description }) => title + description !== '')).toEqual([]);
  });
});

describe('a table of roll calls', () => {
  it('is refused where a row has more or fewer votes than there are voters', async () => {
    const { folder } = await folderWith(['1,50,1995-12-01,A/RES/50/1,,,,1,0,0,YNA']);
    expect(() => readWorldRollCalls(folder)).toThrow('3 votes, and there are 2 voters');
  });

  it.each([
    ['a topic that nobody knows', '1,50,1995-12-01,A/RES/50/1,peace,,,1,0,0,YN'],
    ['a vote that is none', '1,50,1995-12-01,A/RES/50/1,,,,1,0,0,YX'],
    ['a day that is none', '1,50,1995-12-41,A/RES/50/1,,,,1,0,0,YN'],
  ])('is refused with %s', async (_, row) => {
    const { folder } = await folderWith([row]);
    expect(() => readWorldRollCalls(folder)).toThrow('an-assembly.csv');
  });
});

describe('a start', () => {
  let node: TestStore;
  beforeAll(async () => {
    node = await openTestStore({ areas: [actors, meetings] });
    const basis = { kind: 'recorded', source: 'a test' } as const;
    const enter = (id: string, name: string) => ({
      type: 'actors.enter',
      register: 'actors/registry',
      actor: id,
      payload: {
        id,
        names: { en: name },
        kind: id === 'un' ? 'organisation' : 'state',
        treatyCapacity: true,
        regionalIntegration: false,
      },
      basis,
    });
    const join = (member: string) => ({
      type: 'actors.join',
      register: 'actors/registry',
      actor: member,
      payload: { group: 'un', member, from: '1963-12-16', status: 'member' },
      basis,
    });
    admitted(
      await node.store.submit([
        enter('un', 'United Nations'),
        enter('KEN', 'Kenya'),
        enter('PER', 'Peru'),
        join('KEN'),
        join('PER'),
      ]),
    );
  });
  afterAll(async () => node.close());

  const recordedIn = async (world: string): Promise<number[]> => {
    const reports = await loadRollCallsOnce(node.store, world);
    return reports.map(({ totals }) => totals.recorded);
  };

  it('records the roll calls once, and again only those that are new', async () => {
    const first = '1,50,1995-12-01,A/RES/50/1,disarmament nuclear-weapons,yes,,1,0,1,YA';
    const { world, folder } = await folderWith([first]);
    expect(await recordedIn(world)).toEqual([1]);
    expect(await recordedIn(world)).toEqual([]);
    const second = '2,50,1995-12-02,,,,paragraph,1,0,0,Y-';
    writeFileSync(join(folder, 'an-assembly.csv'), [HEADER, first, second, ''].join('\n'));
    expect(await recordedIn(world)).toEqual([1]);
    const rows = await node.store.read({ actors: [] }, (query) =>
      query.selectFrom('meetings_roll_call').selectAll().orderBy('taken_on').execute(),
    );
    expect(rows).toMatchObject([
      {
        title: 'A/RES/50/1',
        symbol: 'A/RES/50/1',
        issues: ['disarmament', 'nuclear-weapons', 'important-vote'],
        yes: 'KEN',
        abstain: 'PER',
      },
      { title: '2', symbol: null, matter: 'paragraph', yes: 'KEN', absent: '' },
    ]);
  });
});
