import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ACTOR_FILES, parseWorldActors, readWorldActors } from './actors.ts';
import type { ActorFile, ActorTexts } from './actors.ts';
import { actorFinder, normaliseName } from './actor-names.ts';
import { LANGUAGES } from './actor-types.ts';
import type { MembershipStatus } from './actor-types.ts';
import { ACTOR_ID, overlap } from './check-actors.ts';
import { isPlainDate } from './csv-table.ts';
import { personOfLawOn } from './person-of-law.ts';

const folder = fileURLToPath(new URL('../../world/actors', import.meta.url));
const world = readWorldActors(folder);
const actors = new Map(world.actors.map((actor) => [actor.id, actor]));

function membersOn(group: string, on: string, statuses: MembershipStatus[] = ['member']): string[] {
  return world.memberships
    .filter((one) => one.group === group && statuses.includes(one.status))
    .filter(({ from, to }) => (from === undefined || from <= on) && (to === undefined || on < to))
    .map(({ member }) => member);
}

const TODAY = '2026-11-22';
const IN_AND_SUSPENDED: MembershipStatus[] = ['member', 'suspended'];

describe('the United Nations', () => {
  it('has 193 Members and two observer States today', () => {
    expect(membersOn('un', TODAY)).toHaveLength(193);
    expect(membersOn('un', TODAY, ['observer']).sort()).toEqual(['PSE', 'VAT']);
  });

  // The year-end totals that the organisation publishes (Growth in United Nations membership).
  it.each([
    [1945, 51],
    [1946, 55],
    [1947, 57],
    [1948, 58],
    [1949, 59],
    [1950, 60],
    [1955, 76],
    [1956, 80],
    [1957, 82],
    [1958, 82],
    [1960, 99],
    [1961, 104],
    [1962, 110],
    [1963, 113],
    [1964, 115],
    [1965, 117],
    [1966, 122],
    [1968, 126],
    [1970, 127],
    [1971, 132],
    [1973, 135],
    [1974, 138],
    [1975, 144],
    [1976, 147],
    [1977, 149],
    [1978, 151],
    [1979, 152],
    [1980, 154],
    [1981, 157],
    [1983, 158],
    [1984, 159],
    [1990, 159],
    [1991, 166],
    [1992, 179],
    [1993, 184],
    [1994, 185],
    [1999, 188],
    [2000, 189],
    [2002, 191],
    [2006, 192],
    [2011, 193],
  ])('had at the end of %i the %i Members that it counts', (year, count) => {
    expect(membersOn('un', `${year}-12-31`, IN_AND_SUSPENDED)).toHaveLength(count);
  });

  it('puts every Member but one in a regional group, and that one observes', () => {
    const groups = [
      ['un-african-group', 54],
      ['un-asia-pacific-group', 54],
      ['un-eastern-european-group', 23],
      ['un-grulac', 33],
      ['un-weog', 28],
    ] as const;
    const grouped = groups.flatMap(([group, count]) => {
      const members = membersOn(group, TODAY);
      expect(members, group).toHaveLength(count);
      return members;
    });
    expect(membersOn('un-weog', TODAY, ['observer'])).toEqual(['USA']);
    expect([...grouped, 'USA'].sort()).toEqual(membersOn('un', TODAY).sort());
  });

  it('never had more nor fewer than five permanent members of the Security Council', () => {
    const days = ['1945-10-24', '1971-10-24', '1971-10-25', '1991-12-23', '1991-12-24', TODAY];
    for (const on of days) {
      expect(membersOn('un-security-council-permanent-members', on), on).toHaveLength(5);
    }
  });
});

describe('other organisations and groups', () => {
  it.each([
    ['nato', '1949-12-31', 12],
    ['nato', '2023-04-03', 30],
    ['nato', '2023-04-04', 31],
    ['nato', TODAY, 32],
    ['eu', '1958-01-01', 6],
    ['eu', '1973-01-01', 9],
    ['eu', '1995-01-01', 15],
    ['eu', '2004-05-01', 25],
    ['eu', '2020-01-01', 28],
    ['eu', '2020-01-31', 28],
    ['eu', '2020-02-01', 27],
    ['eu', TODAY, 27],
    ['coe', '2022-03-15', 47],
    ['coe', TODAY, 46],
    ['asean', '2025-10-25', 10],
    ['asean', TODAY, 11],
    ['oecd', '1961-12-31', 19],
    ['oecd', TODAY, 38],
    ['osce', TODAY, 57],
    ['wto', '2023-12-31', 164],
    ['wto', TODAY, 166],
    ['who', '2025-12-31', 194],
    ['who', TODAY, 193],
    ['unesco', TODAY, 194],
    ['ilo', TODAY, 187],
    ['icao', TODAY, 193],
    ['itu', TODAY, 194],
    ['imo', TODAY, 176],
    ['imf', TODAY, 191],
    ['ibrd', TODAY, 189],
    ['opcw', TODAY, 193],
    ['icc', TODAY, 125],
    ['g7', TODAY, 7],
    ['g20', '2023-09-08', 20],
    ['g20', TODAY, 21],
    ['g77', TODAY, 134],
    ['nam', TODAY, 121],
    ['oic', TODAY, 57],
    ['commonwealth', TODAY, 56],
    ['ldc', '2024-12-12', 45],
    ['ldc', '2024-12-13', 44],
    ['lldc', TODAY, 32],
    ['sids', TODAY, 39],
    ['unfccc-annex-i', TODAY, 43],
    ['ctbt-annex-2', TODAY, 44],
    ['antarctic-consultative-parties', '1961-06-23', 12],
    ['antarctic-consultative-parties', TODAY, 29],
    ['schengen-area', TODAY, 29],
    ['euro-area', TODAY, 21],
  ])('%s had on %s %i members', (group, on, count) => {
    expect(membersOn(group, on)).toHaveLength(count);
  });

  it('keeps suspended members apart from those in good standing', () => {
    expect(membersOn('au', TODAY, IN_AND_SUSPENDED)).toHaveLength(55);
    expect(membersOn('au', TODAY).length).toBeLessThan(55);
  });

  it('knows the members of at least 40 organisations and groups', () => {
    const known = new Set(world.memberships.map(({ group }) => group));
    expect(known.size).toBeGreaterThanOrEqual(40);
  });
});

describe('the tables together', () => {
  it('give every actor an id, an English name and a source', () => {
    expect(world.actors.length).toBeGreaterThan(400);
    for (const actor of world.actors) {
      expect(actor.id).toMatch(ACTOR_ID);
      expect(actor.names.en).not.toBe('');
      expect(actor.sources.length).toBeGreaterThan(0);
    }
  });

  it('name every State in the six languages and give it a number for maps', () => {
    const states = world.actors.filter(({ kind }) => kind === 'state');
    // 193 Members, the Holy See, the State of Palestine, the Cook Islands and Niue.
    expect(states).toHaveLength(197);
    for (const state of states) {
      expect(Object.keys(state.names).sort(), state.id).toEqual([...LANGUAGES].sort());
      expect(state.numericCode, state.id).toMatch(/^\d{3}$/);
      expect(state.treatyCapacity).toBe(true);
    }
  });

  it('put right what the package of countries says', () => {
    const holySee = { officialName: 'Holy See', names: { en: 'Holy See' }, kind: 'state' };
    expect(actors.get('VAT')).toMatchObject(holySee);
    expect(actors.get('COK')).toMatchObject({ kind: 'state', treatyCapacity: true });
    expect(actors.get('XKX')).toMatchObject({ kind: 'territory', treatyCapacity: false });
    expect(actors.has('UNK') || actors.has('ATA')).toBe(false);
  });

  it('never let a historical State belong to anything after it ended', () => {
    for (const { member, to } of world.memberships) {
      const end = actors.get(member)?.to ?? '9999-12-31';
      expect((to ?? '9999-12-31') <= end, member).toBe(true);
    }
    const historical = world.actors.filter(({ kind }) => kind === 'historical-state');
    expect(historical.length).toBeGreaterThanOrEqual(8);
    for (const { id, to } of historical) {
      const still = world.memberships.filter((one) => one.member === id && one.to === undefined);
      expect(still).toEqual([]);
      const followed = world.successions.filter((one) => one.predecessor === id);
      expect(
        followed.some((one) => one.on <= (to ?? '')),
        id,
      ).toBe(true);
    }
  });

  it('hold attributes that sum to the totals their sources print', () => {
    const sum = (name: string, from: string) =>
      world.attributes
        .filter((one) => one.attribute === name && one.from === from)
        .reduce((total, { value }) => total + Math.round(Number(value) * 1000), 0);
    expect(sum('un-assessment-share', '2025-01-01')).toBe(100_000);
    expect(sum('annex-i-co2-1990', '1997-12-11')).toBe(13_728_306_000);
    expect(sum('nuclear-power-reactors', '1995-12-31')).toBe(437_000);
  });
});

describe('finding an actor by a name', () => {
  const find = actorFinder(world.actors, world.aliases);

  it.each([
    ['Bolivia (Plurinational State of)', 'BOL'],
    ['Turkey', 'TUR'],
    ['Türkiye', 'TUR'],
    ['Swaziland', 'SWZ'],
    ['Cabo Verde', 'CPV'],
    ['Cape Verde', 'CPV'],
    ['Viet Nam', 'VNM'],
    ["Côte d'Ivoire", 'CIV'],
    ['Côte d’Ivoire', 'CIV'],
    ["Cote d'Ivoire", 'CIV'],
    ['The former Yugoslav Republic of Macedonia', 'MKD'],
    ['Antigua & Barbuda', 'ATG'],
    ['  HOLY   SEE ', 'VAT'],
    ['European Community', 'eu'],
    ['EEC', 'eu'],
    ['GDR', 'DDR'],
    ['NAM', 'NAM'],
    ['Российская Федерация', undefined],
    ['Россия', 'RUS'],
    ['Atlantis', undefined],
  ])('reads %s as %s', (name, id) => {
    expect(find(name)).toEqual(id === undefined ? { kind: 'unknown' } : { kind: 'found', id });
  });

  it('lets the date decide where a name passed from one State to another', () => {
    expect(find('Yugoslavia')).toEqual({ kind: 'ambiguous', ids: ['YUG', 'SCG'] });
    expect(find('Yugoslavia', '1992-04-26')).toEqual({ kind: 'found', id: 'YUG' });
    expect(find('Yugoslavia', '1992-04-27')).toEqual({ kind: 'found', id: 'SCG' });
  });

  it('folds spacing and apostrophes but not letters', () => {
    expect(normaliseName(' Lao  People’s Republic ')).toBe("lao people's republic");
    expect(normaliseName('Curaçao')).not.toBe(normaliseName('Curacao'));
  });
});

describe('whose act it was', () => {
  const person = personOfLawOn(world);

  it('is the continued State before the continuing one bears the place', () => {
    expect(person('RUS', '1968-07-01')).toBe('SUN');
    expect(person('RUS', '1991-12-23')).toBe('SUN');
    expect(person('RUS', '1991-12-24')).toBe('RUS');
    expect(person('SRB', '2001-03-12')).toBe('SCG');
    expect(person('FRA', '1875-05-20')).toBe('FRA');
  });

  it('is nobody where the predecessor only dissolved, for that needs a succession', () => {
    expect(person('CZE', '1992-12-31')).toBeUndefined();
    expect(person('HRV', '1980-01-01')).toBeUndefined();
    expect(person('xyz', '1980-01-01')).toBeUndefined();
  });
});

describe('tables at fault', () => {
  const texts = Object.fromEntries(
    ACTOR_FILES.map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
    // fromEntries forgets the keys; they are exactly those of ACTOR_FILES.
  ) as Record<ActorFile, string>;
  const problemsWith = (file: ActorFile, rows: string) => {
    const lines = texts[file].trimEnd().split('\n').length;
    const bad: ActorTexts = { ...texts, [file]: `${texts[file].trimEnd()}\n${rows}\n` };
    return parseWorldActors(bad).problems.map((one) => ({ ...one, line: one.line - lines }));
  };

  it.each<[string, ActorFile, string, RegExp]>([
    ['an actor twice', 'organisations.csv', 'un,organisation,U,,,,no,no,,s', /already in/],
    ['no actor id', 'organisations.csv', 'U_N,organisation,U,,,,no,no,,s', /no actor id/],
    ['an unknown kind', 'organisations.csv', 'zz,club,U,,,,no,no,,s', /kind is "club"/],
    ['an unknown member', 'memberships.csv', 'un,ZZZ,,,member,s,checked', /ZZZ is no known/],
    ['no date', 'memberships.csv', 'g7,IND,2020-02-30,,member,s,checked', /is no date/],
    ['a date the other way', 'memberships.csv', 'g7,IND,31.02.2020,,member,s,checked', /no date/],
    ['an end first', 'memberships.csv', 'g7,IND,2020-02-02,2020-02-01,member,s,checked', /after/],
    ['an empty span', 'memberships.csv', 'g7,IND,2020-02-02,2020-02-02,member,s,checked', /after/],
    ['an overlap', 'memberships.csv', 'un,FRA,1950-01-01,,member,s,checked', /overlaps line/],
    ['a dead member', 'memberships.csv', 'g20,SUN,1980-01-01,,member,s,checked', /SUN ended/],
    ['a dead group', 'memberships.csv', 'oau,FRA,1980-01-01,,member,s,checked', /oau ended/],
    ['no source', 'memberships.csv', 'g7,IND,,,member,,checked', /source is empty/],
    ['a stolen name', 'aliases.csv', 'FRA,Swaziland,,,s', /overlaps line/],
    ['no decimal', 'attributes.csv', 'FRA,weight,1e3,percent,,,s', /no decimal/],
    ['a missing cell', 'aliases.csv', 'FRA,Gaul', /record length|columns/i],
    ['an open quote', 'aliases.csv', 'FRA,"Gaul,,,s', /quote/i],
  ])('say so where there is %s', (_, file, row, says) => {
    const problems = problemsWith(file, row);
    expect(problems[0]).toMatchObject({ file, says: expect.stringMatching(says) });
    expect(problems[0]?.line).toBe(1);
  });

  it('say so where a column is not the expected one', () => {
    const aliases = texts['aliases.csv'].replace('id,name', 'name,id');
    const { problems } = parseWorldActors({ ...texts, 'aliases.csv': aliases });
    expect(problems[0]).toMatchObject({ file: 'aliases.csv', line: 1 });
  });

  it('are named when the folder is read', () => {
    expect(() => readWorldActors(join(folder, 'nowhere'))).toThrow(/countries.csv/);
  });
});

describe('spans and dates', () => {
  it('meet without overlapping where one ends the day the other begins', () => {
    expect(overlap({ to: '1991-12-24' }, { from: '1991-12-24' })).toBe(false);
    expect(overlap({ to: '1991-12-25' }, { from: '1991-12-24' })).toBe(true);
    expect(overlap({}, { from: '1991-12-24' })).toBe(true);
  });

  it('are days that the calendar has', () => {
    expect(['2024-02-29', '1900-01-01'].every(isPlainDate)).toBe(true);
    expect(['2023-02-29', '2023-2-1', '31.02.2020', '', '2020'].some(isPlainDate)).toBe(false);
  });
});
