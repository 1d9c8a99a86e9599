import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BallotHouse, MEMBERS } from './ballot-house.ts';

let house: BallotHouse;

const groups = [
  { group: 'north', seats: 2, candidates: ['AAA', 'BBB', 'CCC'] },
  { group: 'south', seats: 1, candidates: ['DDD', 'EEE'] },
];
const candidates = groups.flatMap((one) => one.candidates);
const on = { kind: 'election', seats: 3, candidates, groups };

/** Each member's marks in a ballot. */
async function takeBallot(marks: readonly (readonly string[])[]): Promise<void> {
  for (const [at, actor] of MEMBERS.entries()) {
    expect([actor, await house.vote(actor, 'seats', ...(marks[at] ?? []))]).toEqual([actor, '201']);
  }
  expect(await house.close('seats')).toBe('taken');
}

beforeAll(async () => {
  house = await BallotHouse.open();
  const allocated = {
    from: '2026-01-01',
    citation: 'Rule 3',
    groups: [
      { seats: 'north', title: { en: 'Seats of the north' }, number: 2 },
      { seats: 'south', title: { en: 'Seats of the south' }, number: 1 },
    ],
  };
  const allocate = house.chair('allocate-seats', allocated, 'bodies/council');
  await house.hand(allocate);
  await house.put('seats', 'election', { on });
}, 60_000);
afterAll(() => house.stop());

describe('seats of two groups, filled by secret ballot', () => {
  it('have a part of the paper each', async () => {
    expect((await house.box('seats')).parts).toEqual([
      { group: 'north', title: 'Seats of the north', seats: 2, candidates: ['AAA', 'BBB', 'CCC'] },
      { group: 'south', title: 'Seats of the south', seats: 1, candidates: ['DDD', 'EEE'] },
    ]);
  });

  it('take no paper that names too many for one group, be there room in all', async () => {
    await house.put('tried', 'election', {
      on: { kind: 'election', seats: 3, candidates, groups },
    });
    await house.take('AAA', 'tried');
    for (const marks of [
      ['DDD', 'EEE'],
      ['AAA', 'DDD', 'EEE'],
      ['AAA', 'BBB', 'CCC'],
    ]) {
      const ballot = await house.marked('AAA', 'tried', ...marks);
      expect([marks, await house.drop('tried', ballot)]).toEqual([marks, 'meetings.ballot']);
    }
    const full = await house.marked('AAA', 'tried', 'AAA', 'BBB', 'DDD');
    expect(await house.drop('tried', full)).toBe('201');
  });

  it('are counted part by part: one group is filled, the other is not', async () => {
    await takeBallot([
      ['AAA', 'BBB', 'DDD'],
      ['AAA', 'BBB', 'DDD'],
      ['AAA', 'BBB', 'EEE'],
      ['AAA', 'CCC', 'EEE'],
      [],
    ]);
    const { election, result } = await house.decision('seats');
    expect(result).toBeNull();
    expect(election?.groups).toMatchObject([
      { group: 'north', status: 'filled', elected: [{ actor: 'AAA' }, { actor: 'BBB' }] },
      { group: 'south', status: 'open', elected: [], seatsLeft: 1 },
    ]);
    const [north, south] = election?.groups ?? [];
    expect(north?.ballots).toMatchObject([{ valid: '4', abstain: '1', invalid: 0, seats: 2 }]);
    expect(south?.ballots).toMatchObject([{ valid: '4', abstain: '1', invalid: 0, seats: 1 }]);
  });

  it('are shown with all who stood in a ballot, of either group', async () => {
    const box = await house.box('seats', 1);
    expect(box.candidates.map(({ actor }) => actor)).toEqual(candidates);
    expect(box.seats).toBe(3);
    expect(box.found).toMatchObject({ papers: 5, ballots: 5, valid: 4, blank: 1 });
  });

  it('go to a second round for the group alone that is not filled', async () => {
    const second = await house.box('seats');
    expect([second.ballot, second.phase, second.seats]).toEqual([2, 'open', 1]);
    expect(second.parts).toMatchObject([{ group: 'south', candidates: ['DDD', 'EEE'] }]);
    await house.take('AAA', 'seats');
    const filled = await house.marked('AAA', 'seats', 'CCC');
    expect(await house.drop('seats', filled, { number: 2 })).toBe('meetings.ballot');
    const good = await house.marked('AAA', 'seats', 'EEE');
    expect(await house.drop('seats', good, { number: 2 })).toBe('201');
    for (const actor of ['BBB', 'CCC']) {
      expect(await house.vote(actor, 'seats', 'EEE')).toBe('201');
    }
    await house.close('seats');
    const { election, result } = await house.decision('seats');
    expect(result).toBe('adopted');
    expect(election?.elected.map(({ actor }) => actor)).toEqual(['AAA', 'BBB', 'EEE']);
    expect(election?.groups.map(({ ballots }) => ballots.length)).toEqual([1, 2]);
  });
});
