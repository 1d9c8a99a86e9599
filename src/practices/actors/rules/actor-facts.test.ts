import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDecimal } from '../../../kernel/fraction.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { PaperRegistry } from '../paper-registry.ts';

type Line = readonly [verb: string, payload: object];
const capable = { treatyCapacity: true, regionalIntegration: false };
const enter = (id: string, kind: string, more: object = {}): Line => [
  'enter',
  { id, kind, names: { en: id }, ...capable, ...more },
];
const succeed = (predecessor: string, successor: string, on: string, kind: string): Line => [
  'succeed',
  { predecessor, successor, on, kind },
];
const measure = (
  actor: string,
  value: string,
  from: string | null,
  to: string | null = null,
): Line => ['measure', { actor, attribute: 'share', value, unit: 'percent', from, to }];
const join = (member: string, from: string | null): Line => [
  'join',
  { group: 'league', member, from, status: 'member' },
];

function registryOf(lines: readonly Line[]): PaperRegistry {
  const registry = new PaperRegistry();
  for (const [verb, payload] of lines) {
    const answer = registry.tell({ type: `actors.${verb}`, payload });
    if (isRefusal(answer)) throw new Error(answer.reason);
  }
  return registry;
}
const factsOf = (lines: readonly Line[]) => registryOf(lines).registry().facts;

const world = [
  enter('OLD', 'historical-state', { from: '1918-12-01', to: '1992-04-27' }),
  enter('MID', 'historical-state', { from: '1992-04-27', to: '2006-06-03' }),
  enter('NEW', 'state'),
  enter('ELS', 'state'),
  enter('league', 'organisation'),
  succeed('OLD', 'MID', '1992-04-27', 'dissolution'),
  succeed('MID', 'NEW', '2006-06-03', 'continuation'),
  succeed('MID', 'ELS', '2006-06-03', 'separation'),
];

describe('the legal person', () => {
  it('is that of the State which continues it, through any number of continuations', () => {
    const facts = factsOf([...world, succeed('NEW', 'ELS', '2020-01-01', 'continuation')]);
    expect(facts.personOf('MID')).toBe('ELS');
    expect(facts.personOf('ELS')).toBe('ELS');
  });

  it('is its own where the State was dissolved, or another separated from it', () => {
    const facts = factsOf(world);
    expect(facts.personOf('OLD')).toBe('OLD');
    expect(facts.personOf('ELS')).toBe('ELS');
  });

  it('is found where a union was made and left again', () => {
    const facts = factsOf([
      ...world,
      succeed('NEW', 'ELS', '2010-01-01', 'continuation'),
      succeed('ELS', 'NEW', '2015-01-01', 'continuation'),
    ]);
    expect(facts.personOf('MID')).toBe('NEW');
  });
});

describe('a figure', () => {
  const facts = factsOf([
    ...world,
    measure('NEW', '12.50', null, '2000-01-01'),
    measure('NEW', '13.25', '2000-01-01'),
    measure('ELS', '0.75', '1999-12-31'),
  ]);
  const read = (actor: string, day: string) => {
    const value = facts.attribute('share', actor, day);
    return value === null ? null : toDecimal(value, 2);
  };

  it('holds from its first day to the day before its end', () => {
    expect(read('NEW', '1999-12-31')).toBe('12.50');
    expect(read('NEW', '2000-01-01')).toBe('13.25');
    expect(read('ELS', '1999-12-30')).toBeNull();
  });

  it('is added up exactly over those that hold it, or those named', () => {
    expect(toDecimal(facts.attributeTotal('share', '2000-01-01'), 2)).toBe('14.00');
    expect(toDecimal(facts.attributeTotal('share', '2000-01-01', ['ELS', 'OLD']), 2)).toBe('0.75');
    expect(facts.holdersOf('share', '1999-12-30')).toEqual(['NEW']);
  });
});

describe('changes of a group', () => {
  it('are the days on which a standing began or ended, each once', () => {
    const facts = factsOf([
      ...world,
      join('OLD', '1945-10-24'),
      join('NEW', '1945-10-24'),
      join('ELS', null),
      ['leave', { group: 'league', member: 'NEW', on: '1960-01-01', status: 'member' }],
    ]);
    expect(facts.changesOf('league')).toEqual(['1945-10-24', '1960-01-01', '1992-04-27']);
    expect(facts.membersOn('league', '1992-04-26').toSorted()).toEqual(['ELS', 'OLD']);
  });
});

describe('independent acts', () => {
  const independent: readonly Line[] = [
    join('NEW', '1950-01-01'),
    join('ELS', '1960-01-01'),
    measure('NEW', '1', null),
    measure('ELS', '2', '1970-01-01'),
    ['name', { id: 'NEW', name: 'Novel' }],
    [
      'hold-office',
      { id: 'head', actor: 'NEW', title: 'Head', role: 'head', exemptFromFullPowers: true },
    ],
  ];

  it('lead to the same facts in any order', () => {
    const said = (lines: readonly Line[]) => {
      const facts = factsOf([...world, ...lines]);
      return [
        facts.membersOn('league', '1980-01-01').toSorted(),
        toDecimal(facts.attributeTotal('share', '1980-01-01'), 0),
        facts.resolve('novel'),
      ];
    };
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...independent], { minLength: independent.length }),
        (shuffled) => {
          expect(said(shuffled)).toEqual([['ELS', 'NEW'], '3', 'NEW']);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('change nothing when each is told again, wherever that happens', () => {
    const registry = registryOf([...world, ...independent]);
    const before = registry.registry().facts.membersOn('league', '1980-01-01');
    for (const [verb, payload] of [...world, ...independent]) {
      const answer = registry.tell({ type: `actors.${verb}`, payload });
      expect(isRefusal(answer) && answer.rule.id).toBe('actors.once');
    }
    expect(registry.registry().facts.membersOn('league', '1980-01-01')).toEqual(before);
  });
});
