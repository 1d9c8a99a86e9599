import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { actors } from '../practices/actors/area.ts';
import { members } from '../practices/actors/questions/members.ts';
import { agreements } from '../practices/agreements/area.ts';
import { meetings } from '../practices/meetings/area.ts';
import { body } from '../practices/meetings/questions/bodies/body.ts';
import { members as bodyMembers } from '../practices/meetings/questions/bodies/members.ts';
import { votingRights } from '../practices/meetings/questions/bodies/voting-rights.ts';
import { SECTORS } from '../practices/agreements/payloads/agreement.ts';
import { list } from '../practices/agreements/questions/list.ts';
import { entryIntoForce, parties } from '../practices/agreements/questions/one.ts';
import { type TestStore, openTestStore } from '../store/test-store.ts';
import { readWorldActors } from './actors.ts';
import { readWorldAgreements } from './agreements.ts';
import {
  type WorldLoaded,
  loadWorld,
  loadWorldActorsOnce,
  loadWorldOnce,
  worldDigest,
} from './load.ts';
import { readWorldMeetings } from './meetings.ts';

const FOLDER = fileURLToPath(new URL('../../world', import.meta.url));
const shipped = readWorldAgreements(`${FOLDER}/agreements`);
const TODAY = { viewer: { actors: [] }, asOf: '2026-06-01', knownAt: null };

let test: TestStore;
let loaded: WorldLoaded;
beforeAll(async () => {
  test = await openTestStore({ areas: [actors, agreements, meetings] });
  loaded = await loadWorld(test.store, FOLDER);
}, 60_000);
afterAll(async () => {
  await test.close();
});

async function countOf(agreement: string, asOf = TODAY.asOf): Promise<number | string> {
  const input = { agreement, standing: 'party' };
  const answer = await test.store.ask(parties, input, { ...TODAY, asOf });
  return isRefusal(answer) ? answer.reason : answer.rows.length;
}

async function statesIn(group: string, status: string): Promise<string[]> {
  const answer = await test.store.ask(members, { group, status }, TODAY);
  if (isRefusal(answer)) return [answer.reason];
  return answer.rows.filter(({ item }) => item.kind === 'state').map(({ item }) => item.id);
}

describe('the world that ships with the node', () => {
  it('is recorded as a whole, with no refusal', () => {
    expect(loaded.actors.refused).toEqual([]);
    expect(loaded.agreements.refused).toEqual([]);
    expect(loaded.meetings.refused.map(({ reason }) => reason)).toEqual([]);
    expect(loaded.agreements.again).toBe(0);
  });

  it('changes nothing when it is loaded again', async () => {
    const before = await test.store.ledger();
    const again = await loadWorld(test.store, FOLDER);
    expect(again.agreements.refused.map((one) => one.reason)).toEqual([]);
    expect(again.agreements).toMatchObject({ recorded: 0, again: loaded.agreements.recorded });
    expect(again.actors).toMatchObject({ recorded: 0, refused: [] });
    expect(again.meetings).toMatchObject({ recorded: 0, refused: [] });
    expect(await test.store.ledger()).toBe(before);
  });

  it('is not even read again while its files are the same', async () => {
    await test.store.setMark('world', worldDigest(FOLDER));
    expect(await loadWorldOnce(test.store, FOLDER)).toBeNull();
  });

  it('gives its actors alone to a node that takes agreements from others', async () => {
    const alone = await openTestStore({ areas: [actors, agreements, meetings] });
    const first = await loadWorldActorsOnce(alone.store, FOLDER);
    expect(first).toMatchObject({ recorded: loaded.actors.recorded, refused: [] });
    expect(await loadWorldActorsOnce(alone.store, FOLDER)).toBeNull();
    expect(await alone.store.ask(list, {}, TODAY)).toMatchObject({ rows: [] });
    await alone.close();
  });

  it('holds at least forty agreements, in every one of the thirteen sectors', async () => {
    const answer = await test.store.ask(list, {}, TODAY);
    const rows = isRefusal(answer) ? [] : answer.rows;
    expect(rows.length).toBe(shipped.length);
    expect(rows.length).toBeGreaterThanOrEqual(40);
    expect(new Set(rows.flatMap((row) => row.sectors))).toEqual(new Set(SECTORS));
    expect(SECTORS).toHaveLength(13);
  });

  it('holds at least forty organisations and groups', () => {
    const kinds = readWorldActors(`${FOLDER}/actors`).actors.map((actor) => actor.kind);
    const joint = kinds.filter((kind) => ['organisation', 'group', 'organ'].includes(kind));
    expect(joint.length).toBeGreaterThanOrEqual(40);
  });

  it('counts the Members of the United Nations, and its observer States', async () => {
    expect(await statesIn('un', 'member')).toHaveLength(193);
    expect(await statesIn('un', 'observer')).toEqual(['VAT', 'PSE']);
  });

  it.each(shipped.map((one) => [one.id, one.expected] as const))(
    '%s enters into force on the day known to history',
    async (agreement, expected) => {
      const answer = await test.store.ask(entryIntoForce, { agreement }, TODAY);
      const known = expected.byClauseOn ?? expected.entryIntoForceOn;
      expect(answer).toMatchObject({ on: known, finding: { value: known } });
    },
  );

  it.each([
    ['un-charter', '2026-06-01', 193],
    ['un-charter', '1945-12-31', 51],
    ['unfccc', '2026-06-01', 198],
    ['convention-rights-child', '2026-06-01', 196],
    ['non-proliferation-treaty', '2026-06-01', 191],
    ['chemical-weapons-convention', '2026-06-01', 193],
    ['rome-statute', '2026-06-01', 125],
    ['north-atlantic-treaty', '2026-06-01', 32],
    ['north-atlantic-treaty', '2004-03-28', 19],
    ['paris-agreement', '2026-06-01', 194],
    ['paris-agreement', '2026-01-26', 195],
  ])('%s had on %s so many parties: %i', async (agreement, day, count) => {
    expect(await countOf(agreement, day)).toBe(count);
  });
});

describe('the bodies that ship with the node', () => {
  async function membersOf(body: string, asOf: string): Promise<string[]> {
    const answer = await test.store.ask(bodyMembers, { body }, { ...TODAY, asOf });
    return isRefusal(answer) ? [answer.reason] : answer.rows.map(({ actor }) => actor);
  }

  it.each([
    ['un-security-council', '1947-07-01', 11],
    ['un-security-council', '1965-12-31', 11],
    ['un-security-council', '1966-01-01', 15],
    ['un-security-council', '2026-06-01', 15],
    ['un-general-assembly', '2026-06-01', 193],
    ['council-of-the-eu', '2019-06-01', 28],
    ['council-of-the-eu', '2026-06-01', 27],
    ['imf-board-of-governors', '2020-12-01', 190],
    ['montreal-protocol-parties', '2026-06-01', 198],
    ['unfccc-cop', '2026-06-01', 198],
    ['nato-council', '2026-06-01', 32],
  ])('%s has on %s so many members: %i', async (body, asOf, count) => {
    expect((await membersOf(body, asOf)).length).toBe(count);
  });

  it('holds the Security Council that voted on 2022-02-25', async () => {
    const elected = ['ALB', 'ARE', 'BRA', 'GAB', 'GHA', 'IND', 'IRL', 'KEN', 'MEX', 'NOR'];
    const all = [...elected, 'CHN', 'FRA', 'GBR', 'RUS', 'USA'].sort();
    expect((await membersOf('un-security-council', '2022-02-25')).sort()).toEqual(all);
  });

  it('gives one seat of China to one government at a time', async () => {
    const [before, after] = [
      await membersOf('un-security-council', '1971-10-24'),
      await membersOf('un-security-council', '1971-10-25'),
    ];
    expect([before.includes('ROC'), before.includes('CHN')]).toEqual([true, false]);
    expect([after.includes('ROC'), after.includes('CHN')]).toEqual([false, true]);
  });

  it('takes the vote from members that the African Union suspended', async () => {
    const answer = await test.store.ask(votingRights, { body: 'au-assembly' }, TODAY);
    const rows = isRefusal(answer) ? [] : answer.rows.filter(({ mayVote }) => !mayVote);
    expect(rows.map(({ actor }) => actor)).toEqual(expect.arrayContaining(['BFA', 'MLI', 'NER']));
    expect(new Set(rows.map(({ hindrance }) => hindrance))).toEqual(new Set(['suspension']));
  });

  it('has rules for each of them, as its instruments state them', async () => {
    for (const { body: name } of readWorldMeetings(`${FOLDER}/meetings`).bodies) {
      const answer = await test.store.ask(body, { body: name }, TODAY);
      const rules = isRefusal(answer) ? [] : answer.rules;
      expect([name, rules.length > 0]).toEqual([name, true]);
    }
  });
});
