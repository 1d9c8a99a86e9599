import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { actors, loadActorFacts } from '../practices/actors/area.ts';
import { list, search } from '../practices/actors/questions/list.ts';
import { members, membership } from '../practices/actors/questions/members.ts';
import { show } from '../practices/actors/questions/show.ts';
import { OPERATOR, type TestStore, admitted, openTestStore, ruleOf } from '../store/test-store.ts';
import { readWorldActors } from './actors.ts';
import {
  type Loaded,
  SOURCE_LENGTH_MAX,
  actorDrafts,
  loadActors,
  sourceText,
} from './load-actors.ts';

const world = readWorldActors(fileURLToPath(new URL('../../world/actors', import.meta.url)));
const EVERYONE = { actors: [] };
const TODAY = { viewer: EVERYONE, asOf: '2026-06-01', knownAt: null };

let test: TestStore;
let loaded: Loaded;
beforeAll(async () => {
  test = await openTestStore({ areas: [actors] });
  loaded = await loadActors(test.store, world);
});
afterAll(async () => {
  await test.close();
});

/** All rows of all tables of the practice, as text that can be compared. */
function rows(): Promise<string> {
  return test.store.read(EVERYONE, async (query) => {
    const tables = query.withTables<Record<string, { ledger: number }>>();
    const all: unknown[] = [];
    for (const { name } of actors.tables) {
      all.push(await tables.selectFrom(name).selectAll().orderBy('ledger').execute());
    }
    return JSON.stringify(all);
  });
}

async function countOf(group: string, asOf: string): Promise<unknown> {
  const answer = await test.store.ask(members, { group }, { ...TODAY, asOf });
  return isRefusal(answer) ? answer.reason : answer.finding.value;
}

describe('the world’s actors', () => {
  it('are all recorded, none refused', () => {
    expect(loaded.refused).toEqual([]);
    expect(loaded.recorded).toBe(actorDrafts(world).length);
  });

  it('change nothing when they are loaded again', async () => {
    const before = await test.store.ledger();
    const again = await loadActors(test.store, world);
    expect(again).toEqual({ recorded: 0, again: loaded.recorded, refused: [] });
    expect(await test.store.ledger()).toBe(before);
  });

  it('are the same rows when the record is replayed', async () => {
    const live = await rows();
    await test.store.rebuild();
    expect(await rows()).toBe(live);
  });

  it.each([
    ['un', '2026-06-01', 193],
    ['un', '1945-12-31', 51],
    ['eu', '2020-01-31', 28],
    ['eu', '2020-02-01', 27],
    ['nato', '2026-06-01', 32],
  ])('count the members of %s on %s: %i', async (group, day, count) => {
    expect(await countOf(group, day)).toBe(count);
  });

  it('say since when and why one is a member', async () => {
    const left = await test.store.ask(membership, { group: 'eu', actor: 'GBR' }, TODAY);
    expect(left).toMatchObject({
      status: null,
      standings: [{ from: '1973-01-01', to: '2020-02-01' }],
      finding: { value: null, excluded: [{ reason: 'it ended on 2020-02-01' }] },
    });
    const asOf = '2019-12-31';
    const before = await test.store.ask(
      membership,
      { group: 'eu', actor: 'GBR' },
      { ...TODAY, asOf },
    );
    expect(before).toMatchObject({ status: 'member', since: '1973-01-01' });
  });

  it('end a membership with the State, where nobody left', async () => {
    const answer = await test.store.ask(show, { actor: 'CSK' }, TODAY);
    expect(answer).toMatchObject({
      item: { exists: false, to: '1993-01-01' },
      successors: [{ item: { id: 'CZE' } }, { item: { id: 'SVK' } }],
    });
  });

  it('are unknown as of before they were recorded', async () => {
    const knownAt = '2000-01-01T00:00:00.000Z';
    const answer = await test.store.ask(list, {}, { ...TODAY, knownAt });
    expect(answer).toEqual({ rows: [], total: 0 });
  });

  it.each([
    ['Cote dIvoire', 'CIV'],
    ['Grmany', 'DEU'],
    ['Россия', 'RUS'],
    ['日本', 'JPN'],
    ['مصر', 'EGY'],
    ['Etats-Unis', 'USA'],
    ['NATO', 'nato'],
  ])('are found by “%s”: %s', async (text, id) => {
    const answer = await test.store.ask(search, { text }, TODAY);
    expect(isRefusal(answer) ? answer.reason : answer.rows[0]?.item.id).toBe(id);
  });

  it('give the facts that other practices ask for', async () => {
    const facts = await test.store.read(EVERYONE, (query) =>
      loadActorFacts(query, { asKnownAt: null, groups: ['un'], attributes: [] }),
    );
    expect(facts.membersOn('un', '1990-12-31')).toHaveLength(159);
    expect(facts.membersOn('eu', '2026-06-01')).toEqual([]);
    expect(facts.personOf('SUN')).toBe('RUS');
    expect(facts.personOf('CSK')).toBe('CSK');
    expect(facts.resolve('Korea (Republic of)')).toBe('KOR');
    expect(facts.resolve('Yugoslavia', '1970-01-01')).toBe('YUG');
  });

  it('take a correction, and keep what was known before it', async () => {
    const asked = { group: 'eu', actor: 'HRV' };
    const before = await test.store.ask(membership, asked, TODAY);
    if (isRefusal(before)) throw new Error(before.reason);
    const act = before.standings[0]?.joinAct ?? '';
    const replacement = { group: 'eu', member: 'HRV', from: '2013-07-02', status: 'member' };
    const recorded = await test.store.act(act, EVERYONE);
    admitted(
      await test.store.submit([
        {
          type: 'actors.correct',
          register: 'actors/registry',
          actor: OPERATOR,
          payload: { act, replacement, reason: 'For the test.' },
          basis: { kind: 'recorded', source: 'a test' },
        },
      ]),
    );
    expect(await test.store.ask(membership, asked, TODAY)).toMatchObject({ since: '2013-07-02' });
    const knownAt = recorded?.admission?.recordedAt ?? null;
    expect(await test.store.ask(membership, asked, { ...TODAY, knownAt })).toMatchObject({
      since: '2013-07-01',
    });
  });

  it('refuse a question on somebody who is not there', async () => {
    expect(ruleOf(await test.store.ask(show, { actor: 'ZZZ' }, TODAY))).toBe('actors.known');
  });
});

describe('the text of a source', () => {
  it('is cut where a basis would not hold it, and warns of what nobody compared', () => {
    expect(sourceText(['A', 'A', 'B'])).toBe('A; B');
    expect(sourceText(['x'.repeat(SOURCE_LENGTH_MAX)])).toHaveLength(SOURCE_LENGTH_MAX);
    const long = sourceText(['x'.repeat(SOURCE_LENGTH_MAX + 1)], 'memory');
    expect(long).toHaveLength(SOURCE_LENGTH_MAX);
    expect(long).toMatch(/… \(from memory, unchecked\)$/);
  });
});
