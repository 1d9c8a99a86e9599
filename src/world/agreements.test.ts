import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, it } from 'vitest';
import countries from 'world-countries';
import { z } from 'zod';
import { laterOf } from '../kernel/dates.ts';
import { after } from '../practices/agreements/rules/delays.ts';
import { SECTORS } from '../practices/agreements/payloads/agreement.ts';
import { WORLD_ACTS_MAX, readActs } from './agreement-files.ts';
import { WorldDataError, type WorldAgreement, readWorldAgreements } from './agreements.ts';

const WORLD = new URL('../../world/', import.meta.url).pathname;

function table(name: string): Record<string, string>[] {
  const text = readFileSync(join(WORLD, 'actors', `${name}.csv`), 'utf8');
  return z.array(z.record(z.string(), z.string())).parse(parse(text, { columns: true }));
}

const continuedBy = new Map(
  table('successions')
    .filter((row) => row['kind'] === 'continuation')
    .map((row) => [row['predecessor'] ?? '', row['successor'] ?? '']),
);
function personOf(actor: string): string {
  const next = continuedBy.get(actor);
  return next === undefined ? actor : personOf(next);
}

const regional = new Set(
  table('organisations')
    .filter((row) => row['regional_integration'] === 'yes')
    .map((row) => row['id'] ?? ''),
);
const actors = new Set([
  ...countries.map((country) => country.cca3),
  ...['countries', 'historical-states', 'organisations'].flatMap((name) =>
    table(name).map((row) => row['id'] ?? ''),
  ),
]);
const world = readWorldAgreements(join(WORLD, 'agreements'), { actors, personOf });
const NOT_CONSENT = new Set(['signature', 'withdrawal', 'event', 'provisional-application']);

/** First consent of each person, in order; regional organisations as the clause says. */
function consentDays(agreement: WorldAgreement): string[] {
  const clause = agreement.finalClauses.entryIntoForce;
  const first = new Map<string, string>();
  for (const act of agreement.acts) {
    const isConsent =
      act.act === 'definitive-signature' ? clause.definitiveSignature : !NOT_CONSENT.has(act.act);
    const counts = clause.regionalOrganisations === 'counted' || !regional.has(act.actor);
    const person = personOf(act.actor);
    if (isConsent && counts && !first.has(person)) first.set(person, act.date);
  }
  return [...first.values()].sort();
}

/** Agreements whose clause is a plain number of consents, which can be checked by counting. */
const counted = world.flatMap((agreement) => {
  const { when } = agreement.finalClauses.entryIntoForce;
  return 'count' in when && 'any' in when.of ? [{ agreement, needed: when.count }] : [];
});

describe('the agreements that ship with the node', () => {
  it('are at least fifty, from each of the thirteen sectors', () => {
    expect(world.length).toBeGreaterThanOrEqual(50);
    const sectors = new Set(world.flatMap((agreement) => agreement.sectors));
    expect([...sectors].sort()).toEqual([...SECTORS].sort());
  });

  it('have acts with a source, and depositaries that are known actors', () => {
    for (const agreement of world) {
      expect(agreement.acts.length, agreement.id).toBeGreaterThan(0);
      for (const act of agreement.acts) expect(act.source, agreement.id).not.toBe('');
      for (const depositary of agreement.depositary) expect(actors).toContain(depositary);
    }
  });

  it.each(counted.map(({ agreement, needed }) => [agreement.id, agreement, needed] as const))(
    '%s: counting the deposits gives the day known to history',
    (_, agreement, needed) => {
      const clause = agreement.finalClauses.entryIntoForce;
      const decisive = consentDays(agreement)[needed - 1];
      let on: string | null = null;
      if (decisive !== undefined) on = after(decisive, clause.delay);
      if (on !== null && clause.notBefore !== undefined) on = laterOf(on, clause.notBefore);
      if (decisive !== undefined && clause.definiteDate !== undefined) {
        on = decisive <= clause.definiteDate ? clause.definiteDate : on;
      }
      expect(on).toBe(agreement.expected.byClauseOn ?? agreement.expected.entryIntoForceOn);
    },
  );

  it('say in a note why a depositary recorded another day than the clause gives', () => {
    const other = world.filter((agreement) => agreement.expected.byClauseOn !== undefined);
    expect(other.filter((agreement) => agreement.note === undefined)).toEqual([]);
  });

  it('are mostly checked by counting, so that the test cannot pass empty', () => {
    expect(counted.length).toBeGreaterThanOrEqual(50);
  });

  it('hold clauses of every shape of the grammar', () => {
    const text = JSON.stringify(world.map((agreement) => agreement.finalClauses));
    const shapes = ['count', 'share', 'weight', 'named', 'event', 'definiteDate', 'notBefore'];
    for (const shape of shapes) expect(text).toContain(`"${shape}"`);
  });
});

describe('a folder that cannot be believed', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  const good = JSON.stringify({
    id: 'sample-agreement',
    title: { en: 'Sample Agreement' },
    kind: 'multilateral',
    sectors: ['trade'],
    adoptedOn: '2000-01-01',
    adoptedAt: 'Geneva',
    depositary: ['un-secretary-general'],
    authenticLanguages: ['en'],
    finalClauses: {
      entryIntoForce: { when: { count: 1, of: { any: true } }, delay: { days: 0 }, citation: '1' },
    },
    summary: { en: 'A sample.' },
    links: [],
    expected: { entryIntoForceOn: null, sources: ['none'] },
  });
  const HEAD = 'actor,act,date,effective_on,source,note\n';

  function problemsWith(acts: string, json = good): string {
    const folder = mkdtempSync(join(tmpdir(), 'world-'));
    folders.push(folder);
    mkdirSync(join(folder, 'sample-agreement'));
    writeFileSync(join(folder, 'sample-agreement', 'agreement.json'), json);
    writeFileSync(join(folder, 'sample-agreement', 'acts.csv'), HEAD + acts);
    try {
      readWorldAgreements(folder, { actors: new Set(['FRA', 'ITA']), personOf });
    } catch (error) {
      if (error instanceof WorldDataError) return error.message;
      throw error;
    }
    return '';
  }

  it.each([
    ['an unknown act', 'FRA,promise,2001-01-01,,here,', ':2: act'],
    ['a day that is not in the calendar', 'FRA,accession,2001-02-31,,here,', ':2: date'],
    ['an unknown actor', 'ABC,accession,2001-01-01,,here,', ':2: unknown actor ABC'],
    ['an act without a source', 'FRA,accession,2001-01-01,,,', ':2: source'],
    ['an instrument before the adoption', 'FRA,accession,1999-12-31,,here,', ':2: accession of'],
    [
      'a repeated row',
      'FRA,signature,2001-01-01,,here,\nFRA,signature,2001-01-01,,there,',
      ':3: repeats line 2',
    ],
    [
      'a second consent without a withdrawal between',
      'FRA,accession,2001-01-01,,here,\nFRA,ratification,2002-01-01,,here,',
      ':3: FRA had consented on line 2',
    ],
    ['a withdrawal of nothing', 'FRA,withdrawal,2001-01-01,,here,', ':2: FRA withdraws'],
    ['an event without its key', 'FRA,event,2001-01-01,,here,', ':2: an event needs'],
    ['a row of too few cells', 'FRA,accession', ':1:'],
  ])('refuses %s, with file and line', (_, acts, reason) => {
    expect(problemsWith(acts)).toContain(`sample-agreement/acts.csv${reason}`);
  });

  it('refuses a clause outside the grammar', () => {
    const json = good.replace('"count":1', '"number":1');
    expect(problemsWith('FRA,accession,2001-01-01,,here,', json)).toContain('agreement.json:1');
  });

  it('accepts a return after a withdrawal, and reads the key of an event', () => {
    const acts = [
      'FRA,accession,2001-01-01,,here,',
      'FRA,withdrawal,2002-01-01,2003-01-01,here,',
      'FRA,accession,2004-01-01,,here,',
      'ITA,event,2004-01-01,,here,council-decides: in Rome',
    ].join('\n');
    expect(problemsWith(acts)).toBe('');
    expect(readActs('acts.csv', HEAD + acts).values.at(-1)?.event).toBe('council-decides');
  });

  it('reads as many rows as the bound, and not one more', () => {
    const row = 'FRA,signature,2001-01-01,,s,\n';
    const rows = (count: number): string => HEAD + row.repeat(count);
    expect(readActs('a', rows(WORLD_ACTS_MAX - 1)).problems).toEqual([]);
    expect(readActs('a', rows(WORLD_ACTS_MAX)).problems).toEqual([]);
    expect(readActs('a', rows(WORLD_ACTS_MAX + 1)).problems).toHaveLength(1);
  });
});
