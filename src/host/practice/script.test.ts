/** What a practice has ready: every kind of act, in forms that say exactly what is prepared. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { actsByType } from '../acts/draft.ts';
import { draftJsonOf } from '../acts/form-draft.ts';
import { house } from '../house.ts';
import { payloadOf, practiceScript } from './script.ts';
import { actorOf } from './done.ts';
import { prefilled } from './prefilled.ts';

const script = practiceScript();
const all = [...script.path, ...script.further];
const definitions = actsByType(house.areas);
const acts = new Map(all.map(({ key }) => [key, '0'.repeat(64)]));
const told = { now: new Date('2026-11-22T10:00:00Z'), acts };

it('has every kind of act of the house ready, and no other', () => {
  const prepared = new Set(all.map(({ type }) => type));
  expect([...prepared].toSorted()).toEqual([...definitions.keys()].toSorted());
});

it('names each act once, and needs only acts that come before it', () => {
  const keys = all.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const late = all.flatMap(({ key, after }, at) =>
    after.filter((one) => keys.indexOf(one) === -1 || keys.indexOf(one) > at).map(() => key),
  );
  expect(late).toEqual([]);
});

it('tells each act from the others of its kind that the same actor does in the same place', () => {
  const names = all.map((one) => {
    const payload = payloadOf(one, told);
    const by = one.match.map((name) => payload[name]);
    return JSON.stringify([one.type, one.register, actorOf(one), by, one.nth]);
  });
  const alike = Map.groupBy(all, (one) => [one.type, one.register, actorOf(one)].join(' '));
  const vague = [...alike.values()].filter((few) => few.length > 1).flat();
  expect(vague.filter(({ match }) => match.length === 0).map(({ key }) => key)).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

/** What the node fills in, or is done on a page of its own, is in no form. */
const CARRIES = 'releases.downgrade';
const inForms = all.filter(
  ({ byNode, page, type }) => !byNode && page === undefined && type !== CARRIES,
);

it.each(inForms.map((one) => [one.key, one] as const))(
  'the form of %s says what is prepared, and nothing is lost on the way',
  (_, prepared) => {
    const definition = definitions.get(prepared.type);
    if (definition === undefined) throw new Error(prepared.type);
    const draft = draftJsonOf(definition, prefilled(definition, prepared, told));
    const { payload } = definition;
    expect(payload.parse(draft['payload'])).toEqual(payload.parse(payloadOf(prepared, told)));
    expect(draft).toMatchObject({ type: prepared.type, register: prepared.register });
  },
);

it('has a cast with names in six languages, of which none is that of a real actor', () => {
  const known = ['countries', 'names', 'organisations', 'historical-states', 'aliases']
    .map((name) =>
      readFileSync(new URL(`../../../world/actors/${name}.csv`, import.meta.url), 'utf8'),
    )
    .join('\n')
    .toLowerCase();
  for (const { id, names } of script.cast) {
    expect(Object.keys(names).toSorted()).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh']);
    expect(known).not.toContain(names.en.toLowerCase());
    // ISO 3166 assigns no code from XAA to XZZ: they are left to whoever uses them.
    expect(id).toMatch(/^(X[A-Z]{2}|ilvara-[a-z]+)$/);
  }
});
