import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../../kernel/refusal.ts';
import { type TestStore, OPERATOR, admitted, openTestStore } from '../../../store/test-store.ts';
import { actors } from '../../actors/area.ts';
import { meetings } from '../area.ts';
import { type RollCallReport, importRollCalls } from './import-roll-calls.ts';

let node: TestStore;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const recorded = { kind: 'recorded', source: 'a test' } as const;

function registry(type: string, actor: string, payload: Record<string, unknown>) {
  return { type: `actors.${type}`, register: 'actors/registry', actor, payload, basis: recorded };
}

function enter(id: string, name: string, more: Record<string, unknown> = {}) {
  const known = { kind: 'state', treatyCapacity: true, regionalIntegration: false, ...more };
  return registry('enter', id, { id, names: { en: name }, ...known });
}

const ROLL_CALLS =
  'rcid,session,date,unres,short,descr,yes,no,abstain\n' +
  '1,1,1950-06-01,R/1/66,First,,2,1,0\n' +
  '2,46,1992-06-01,R/10 65,"Second, long","Second, longer",1,0,2\n' +
  '3,46,soon,,Third,,0,0,0\n';
const VOTERS = 'country,country_code\nRussia,RU\nKenya,KE\nTaiwan,TW\nAtlantis,\n';
const VOTES = 'rcid,c,v\n1,1,Y\n1,2,Y\n1,4,N\n2,1,A\n2,2,A\n';

const OPTIONS = { body: 'general-assembly', source: 'A collection', custodian: OPERATOR };

async function imported(votes = VOTES, rollCalls = ROLL_CALLS, more = {}): Promise<RollCallReport> {
  const files = { rollCalls: bytes(rollCalls), votes: bytes(votes), voters: bytes(VOTERS) };
  const report = await importRollCalls(node.store, files, { ...OPTIONS, ...more });
  if (isRefusal(report)) throw new Error(report.reason);
  return report;
}

beforeAll(async () => {
  node = await openTestStore({ areas: [actors, meetings] });
  admitted(
    await node.store.submit([
      enter('SUN', 'Soviet Union', { from: '1922-12-30', to: '1991-12-24' }),
      enter('RUS', 'Russia', { from: '1991-12-24' }),
      enter('KEN', 'Kenya', { from: '1963-12-12' }),
      enter('TWN', 'Taiwan', { kind: 'territory' }),
      enter('ROC', 'Republic of China', { to: '1971-10-25' }),
      enter('un', 'United Nations', { kind: 'organisation' }),
      registry('succeed', 'RUS', {
        predecessor: 'SUN',
        successor: 'RUS',
        on: '1991-12-24',
        kind: 'continuation',
      }),
    ]),
  );
});
afterAll(async () => node.close());

describe('an import of roll calls', () => {
  it('records each once, and says what of it nobody may take for granted', async () => {
    const report = await imported();
    expect(report.totals).toEqual({
      rollCalls: 3,
      votes: 5,
      recorded: 2,
      'already-recorded': 0,
      refused: 0,
      rejected: 1,
      differing: 1,
      faults: 0,
      unresolvedVotes: 1,
    });
    expect(report.rows).toEqual([
      { number: '3', outcome: 'rejected', reason: 'Line 4: “soon” is no date.' },
    ]);
    expect(report.unresolved).toEqual([
      { name: 'Atlantis', code: null, votes: 1, from: '1950-06-01', to: '1950-06-01' },
    ]);
    expect(report.outOfTime).toEqual([
      { actor: 'KEN', votes: 1, from: '1950-06-01', to: '1950-06-01' },
    ]);
    expect(report.differing).toEqual([{ number: '2', stated: '1-0-2', counted: '0-0-2' }]);
  });

  it('takes a State by its name on the day, and keeps by name whom nobody knows', async () => {
    const rows = await node.store.read({ actors: [] }, (query) =>
      query.selectFrom('meetings_roll_call').selectAll().orderBy('taken_on').execute(),
    );
    expect(rows).toMatchObject([
      {
        number: '1',
        yes: 'SUN KEN',
        no: '',
        symbol: 'R/1/66',
        source: 'A collection',
        detail: {
          stated: { yes: 2, no: 1, abstain: 0 },
          unresolved: [{ name: 'Atlantis', vote: 'no' }],
        },
      },
      {
        number: '2',
        abstain: 'RUS KEN',
        symbol: null,
        title: 'Second, long',
        detail: { note: 'Second, longer\nSymbol in the source: R/10 65' },
      },
    ]);
  });

  it('changes nothing when it is done again, and goes on where it ended', async () => {
    const again = await imported();
    expect(again.totals).toMatchObject({ recorded: 0, 'already-recorded': 2 });
    const longer = await imported(
      `${VOTES}4,1,Y\n`,
      `${ROLL_CALLS}4,1,1992-06-02,,Fourth,,1,0,0\n`,
    );
    expect(longer.totals).toMatchObject({ recorded: 1, 'already-recorded': 2 });
  });

  it('refuses a roll call in which an actor would vote twice, and no other', async () => {
    const rows = 'rcid,date,short\n5,1992-06-03,Fifth\n6,1992-06-03,Sixth\n';
    const report = await imported('rcid,c,v\n5,2,Y\n5,2,N\n6,2,N\n', rows);
    expect(report.totals).toMatchObject({ recorded: 1, refused: 1 });
    expect(report.rows).toEqual([
      {
        number: '5',
        outcome: 'meetings.roll-call-one-vote',
        reason: 'KEN would vote twice in 5.',
      },
    ]);
  });
});

describe('a voter', () => {
  const rows = (number: number) => `rcid,date,short\n${number},1950-06-03,A vote\n`;
  const cast = (number: number) => `rcid,c,v\n${number},3,Y\n`;

  it('is whoever bears the name, where nothing is said of who can have voted', async () => {
    await imported(cast(7), rows(7));
    expect(await yesIn('7')).toBe('TWN');
  });

  it('is nobody who was never a member of the group that votes', async () => {
    const report = await imported(cast(8), rows(8), { group: 'un' });
    expect(report.unresolved).toMatchObject([{ name: 'Taiwan', votes: 1 }]);
  });

  it('is whom the importer names, if that was a member', async () => {
    const join = { group: 'un', member: 'ROC', from: '1945-10-24', status: 'member' };
    admitted(await node.store.submit([registry('join', 'ROC', join)]));
    const report = await imported(cast(9), rows(9), { group: 'un', meanings: { Taiwan: 'ROC' } });
    expect(report.unresolved).toEqual([]);
    expect(await yesIn('9')).toBe('ROC');
  });

  async function yesIn(number: string): Promise<unknown> {
    const row = await node.store.read({ actors: [] }, (query) =>
      query
        .selectFrom('meetings_roll_call')
        .select('yes')
        .where('number', '=', number)
        .executeTakeFirstOrThrow(),
    );
    return row['yes'];
  }
});

describe('a roll call', () => {
  const rollCall = (payload: Record<string, unknown>, basis: object = recorded) => ({
    type: 'meetings.record-roll-call',
    register: 'votes/general-assembly',
    actor: OPERATOR,
    payload: { number: 'n', on: '1992-01-01', title: 'A vote', ...payload },
    basis: basis as typeof recorded,
  });
  const ruleFor = async (draft: ReturnType<typeof rollCall>): Promise<string | null> => {
    const [receipt] = await node.store.submit([draft]);
    return isRefusal(receipt) ? receipt.rule.id : null;
  };

  it('is recorded from a source, of actors that the registry knows', async () => {
    expect(await ruleFor(rollCall({ yes: ['KEN'] }, { kind: 'signed' }))).toBe(
      'meetings.roll-call-sourced',
    );
    expect(await ruleFor(rollCall({ yes: ['ZZZ'] }))).toBe('meetings.known-actor');
    expect(await ruleFor(rollCall({ yes: ['KEN'], absent: ['KEN'] }))).toBe(
      'meetings.roll-call-one-vote',
    );
    expect(await ruleFor(rollCall({ yes: ['KEN'], no: ['RUS'] }))).toBe(null);
    expect(await ruleFor(rollCall({ yes: ['RUS'] }))).toBe('meetings.roll-call-once');
  });
});
