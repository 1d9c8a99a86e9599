import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../kernel/dates.ts';
import { partyFacts } from '../docket.ts';
import { factsFrom } from '../facts-for-tests.ts';
import { type Done, type PaperAgreement, consents, paperChronicle } from '../paper-chronicle.ts';
import { dossiersOf } from '../status.ts';
import {
  type Family,
  type Member,
  amendmentsStanding,
  bondOf,
  branchesOf,
  nowhere,
  partySets,
  textOf,
} from './versions.ts';

const withdraw = (actor: string, on: string): Done => ({ kind: 'withdraw', actor, on });

/** The agreement: AAA, BBB, CCC since 2001, DDD since 2010; ZZZ left in 2011. */
const ROOT: readonly Done[] = [
  ...consents('2001-01-01', 'AAA', 'BBB', 'CCC', 'ZZZ'),
  ...consents('2010-01-01', 'DDD'),
  withdraw('ZZZ', '2010-06-01'),
];

function amendment(
  adoptedOn: string,
  done: readonly Done[],
  given: { more?: object; clauses?: PaperAgreement['clauses'] } = {},
): PaperAgreement {
  return {
    more: { kind: 'amendment', adoptedOn, parent: 'convention', ...given.more },
    clauses: given.clauses ?? {},
    done,
  };
}

function family(amendments: Readonly<Record<string, PaperAgreement>>, root = ROOT): Family {
  const told: Record<string, PaperAgreement> = { convention: { done: root }, ...amendments };
  const members = new Map<string, Member>();
  const facts = { ...factsFrom(), ...partyFacts((id) => members.get(id) ?? null) };
  for (const [id, given] of Object.entries(told)) {
    const chronicle = paperChronicle({ facts, ...given, id });
    members.set(id, { chronicle, dossiers: dossiersOf(chronicle) });
  }
  return { root: 'convention', members };
}

const LONDON = amendment('2004-01-01', consents('2005-01-01', 'AAA', 'BBB', 'ZZZ'));
const BEIJING = amendment('2006-01-01', consents('2007-01-01', 'AAA', 'CCC'));
const BOTH = family({ london: LONDON, beijing: BEIJING });

const between = (of: Family, one: string, other: string, day: string): string[] =>
  amendmentsStanding(of, day, [one, other]).map(({ agreement }) => agreement);

describe('between two parties', () => {
  it('stands what binds both; towards one that did not accept, the old text (Art. 40(4))', () => {
    expect(between(BOTH, 'AAA', 'BBB', '2008-01-01')).toEqual(['london']);
    expect(between(BOTH, 'AAA', 'CCC', '2008-01-01')).toEqual(['beijing']);
    expect(between(BOTH, 'BBB', 'CCC', '2008-01-01')).toEqual([]);
  });

  it('stands nothing before it is in force', () => {
    expect(between(BOTH, 'AAA', 'BBB', '2004-12-31')).toEqual([]);
    expect(between(BOTH, 'AAA', 'BBB', '2005-01-01')).toEqual(['london']);
  });

  it('a later joiner has the amended text, and the old one with the others (Art. 40(5))', () => {
    expect(between(BOTH, 'DDD', 'AAA', '2010-01-01')).toEqual(['london', 'beijing']);
    expect(between(BOTH, 'DDD', 'BBB', '2010-01-01')).toEqual(['london']);
    expect(between(BOTH, 'DDD', 'CCC', '2010-01-01')).toEqual(['beijing']);
    const [first] = amendmentsStanding(BOTH, '2012-01-01', ['DDD', 'AAA']);
    expect(first).toEqual({
      agreement: 'london',
      inForceOn: '2005-01-01',
      effectOn: '2010-01-01',
    });
  });

  it('who joins after adoption and before entry into force needs a consent of its own', () => {
    const late = amendment('2009-01-01', consents('2010-01-01', 'AAA', 'BBB'));
    expect(between(family({ late }), 'DDD', 'AAA', '2012-01-01')).toEqual([]);
    const early = amendment('2009-01-01', consents('2009-12-31', 'AAA', 'BBB'));
    expect(between(family({ early }), 'DDD', 'AAA', '2012-01-01')).toEqual(['early']);
  });

  it('a later joiner is bound by its own consent only, where the clauses say so', () => {
    const clauses = { laterParties: 'separate-consent' } as const;
    const one = amendment('2004-01-01', consents('2005-01-01', 'AAA', 'BBB'), { clauses });
    const other = amendment(
      '2004-01-01',
      [...consents('2005-01-01', 'AAA', 'BBB'), ...consents('2011-01-01', 'DDD')],
      { clauses },
    );
    expect(between(family({ one }), 'DDD', 'AAA', '2012-01-01')).toEqual([]);
    expect(between(family({ other }), 'DDD', 'AAA', '2012-01-01')).toEqual(['other']);
  });

  it('who left the agreement is out of its amendments', () => {
    expect(between(BOTH, 'AAA', 'ZZZ', '2011-05-31')).toEqual(['london']);
    expect(between(BOTH, 'AAA', 'ZZZ', '2011-06-01')).toEqual([]);
    const [branch] = branchesOf(BOTH);
    const bond = branch && bondOf('ZZZ', branch, '2011-06-01', BOTH);
    expect(bond).toMatchObject({ bound: false, why: 'no-party' });
    expect(bond?.status.standing).toBe('party');
  });

  it('who never was a party has no text, whatever it consented to', () => {
    const stray = amendment('2004-01-01', consents('2005-01-01', 'AAA', 'BBB', 'EEE'));
    expect(between(family({ stray }), 'AAA', 'EEE', '2012-01-01')).toEqual([]);
  });

  it('a modification inter se binds those only that agreed to it (Art. 41)', () => {
    const given = { more: { kind: 'multilateral', interSe: true } };
    const apart = amendment('2004-01-01', consents('2005-01-01', 'AAA', 'BBB'), given);
    const of = family({ apart });
    expect(between(of, 'AAA', 'BBB', '2012-01-01')).toEqual(['apart']);
    expect(between(of, 'AAA', 'CCC', '2012-01-01')).toEqual([]);
    expect(between(of, 'AAA', 'DDD', '2012-01-01')).toEqual([]);
    expect(amendmentsStanding(of, '2012-01-01')).toEqual([]);
  });

  it('an amendment that was left binds no more', () => {
    const left = amendment('2004-01-01', [
      ...consents('2005-01-01', 'AAA', 'BBB', 'CCC'),
      withdraw('CCC', '2006-01-01'),
    ]);
    expect(between(family({ left }), 'AAA', 'CCC', '2006-12-31')).toEqual(['left']);
    expect(between(family({ left }), 'AAA', 'CCC', '2007-01-01')).toEqual([]);
  });

  it('nothing stands once the agreement has ended', () => {
    const done: Done[] = [...ROOT, { kind: 'terminate', on: '2012-01-01' }];
    const of = family({ london: LONDON }, done);
    expect(between(of, 'AAA', 'BBB', '2011-12-31')).toEqual(['london']);
    expect(between(of, 'AAA', 'BBB', '2012-01-01')).toEqual([]);
    expect(amendmentsStanding(of, '2012-01-01')).toEqual([]);
  });
});

describe('an amendment of an amendment', () => {
  const adjusted = (done: readonly Done[]) =>
    amendment('2008-01-01', done, { more: { parent: 'london' } });
  const all = consents('2009-01-01', 'AAA', 'BBB', 'CCC');

  it('that never entered into force stands nowhere, with the reason', () => {
    const idle = amendment('2004-01-01', consents('2005-01-01', 'AAA'));
    const of = family({ london: idle, adjusted: adjusted(all) });
    expect(between(of, 'AAA', 'BBB', '2012-01-01')).toEqual([]);
    const branch = branchesOf(of).find(({ agreement }) => agreement === 'adjusted');
    const found = branch && nowhere(branch, '2012-01-01', of);
    expect(found).toEqual({ why: 'parent-not-in-force', of: 'london' });
  });

  it('stands between those that are bound by both', () => {
    const of = family({ london: LONDON, adjusted: adjusted(all) });
    expect(between(of, 'AAA', 'BBB', '2012-01-01')).toEqual(['london', 'adjusted']);
    expect(between(of, 'AAA', 'CCC', '2012-01-01')).toEqual([]);
    expect(textOf('CCC', of, '2012-01-01')).toEqual([]);
  });

  it('comes after what it amends, though it was in force before', () => {
    const late = amendment('2004-01-01', consents('2011-01-01', 'AAA', 'BBB'));
    const of = family({ london: late, adjusted: adjusted(all) });
    const found = amendmentsStanding(of, '2012-01-01', ['AAA', 'BBB']);
    expect(found.map(({ agreement, inForceOn }) => [agreement, inForceOn])).toEqual([
      ['london', '2011-01-01'],
      ['adjusted', '2011-01-01'],
    ]);
  });
});

describe('party sets', () => {
  it('put each party on its text, the least amended first', () => {
    expect(partySets(BOTH, '2012-01-01')).toEqual([
      { amendments: ['london'], actors: ['BBB'] },
      { amendments: ['beijing'], actors: ['CCC'] },
      { amendments: ['london', 'beijing'], actors: ['AAA', 'DDD'] },
    ]);
  });

  it('are one, of the agreement as adopted, where nothing amends it', () => {
    expect(partySets(family({}), '2002-01-01')).toEqual([
      { amendments: [], actors: ['AAA', 'BBB', 'CCC', 'ZZZ'] },
    ]);
  });
});

const day = fc.integer({ min: 0, max: 6000 }).map((days) => addDays('2001-01-01', days));
const actor = fc.constantFrom('AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF');
const joins = fc.array(fc.record({ kind: fc.constant('deposit' as const), actor, on: day }), {
  maxLength: 12,
});

describe('what always holds of versions', () => {
  const familyFrom = (root: readonly Done[], one: readonly Done[], other: readonly Done[]) =>
    family(
      {
        first: amendment('2001-01-01', one),
        second: amendment('2001-01-01', other, { more: { parent: 'first' } }),
      },
      root,
    );

  it('is the same from both sides, and of what each is bound by', () => {
    fc.assert(
      fc.property(joins, joins, joins, actor, actor, day, (root, one, other, a, b, on) => {
        const of = familyFrom(root, one, other);
        const found = between(of, a, b, on);
        expect(between(of, b, a, on)).toEqual(found);
        const texts = [textOf(a, of, on), textOf(b, of, on)];
        const shared = (texts[0] ?? []).filter((each) => texts[1]?.includes(each));
        expect(found.toSorted()).toEqual(shared.toSorted());
      }),
    );
  });

  it('does not depend on the order in which acts were recorded', () => {
    fc.assert(
      fc.property(joins, joins, joins, day, (root, one, other, on) => {
        const forward = familyFrom(root, one, other);
        const backward = familyFrom(root.toReversed(), one.toReversed(), other.toReversed());
        const read = (of: Family) =>
          partySets(of, on)
            .map(({ amendments, actors }) => `${amendments.join()}: ${actors.toSorted().join()}`)
            .toSorted();
        expect(read(backward)).toEqual(read(forward));
      }),
    );
  });

  it('is not touched by an agreement that amends another', () => {
    fc.assert(
      fc.property(joins, joins, joins, day, (root, one, other, on) => {
        const of = familyFrom(root, one, other);
        const stray = amendment('2001-01-01', one, { more: { parent: 'elsewhere' } });
        const chronicle = paperChronicle({ ...stray, id: 'stray' });
        const members = new Map(of.members).set('stray', {
          chronicle,
          dossiers: dossiersOf(chronicle),
        });
        expect(partySets({ ...of, members }, on)).toEqual(partySets(of, on));
        expect(amendmentsStanding({ ...of, members }, on)).toEqual(amendmentsStanding(of, on));
      }),
    );
  });

  it('puts every party on exactly one text', () => {
    fc.assert(
      fc.property(joins, joins, joins, day, (root, one, other, on) => {
        const actors = partySets(familyFrom(root, one, other), on).flatMap((set) => set.actors);
        expect(new Set(actors).size).toBe(actors.length);
      }),
    );
  });
});
