import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../kernel/dates.ts';
import { partyFacts } from '../docket.ts';
import { factsFrom } from '../facts-for-tests.ts';
import { type Done, type PaperAgreement, consents, paperChronicle } from '../paper-chronicle.ts';
import { statusFinding } from '../status-finding.ts';
import { concerned, dossiersOf, partiesOn, partyChanges, statusOn } from '../status.ts';
import { joinedThrough } from './later-party.ts';
import { type Family, type Member, bondOf, branchesOf } from './versions.ts';

const FOUNDERS = consents('2001-01-01', 'AAA', 'BBB');
const withdraw = (actor: string, on: string, effectiveOn: string): Done => ({
  kind: 'withdraw',
  actor,
  on,
  effectiveOn,
});

function amending(done: readonly Done[], more: object = {}, clauses: object = {}): PaperAgreement {
  const adoption = { kind: 'amendment', adoptedOn: '2002-01-01', parent: 'convention', ...more };
  return { more: adoption, clauses, done };
}

function family(told: Readonly<Record<string, PaperAgreement>>): Family {
  const members = new Map<string, Member>();
  const facts = { ...factsFrom(), ...partyFacts((id) => members.get(id) ?? null) };
  for (const [id, given] of Object.entries(told)) {
    const chronicle = paperChronicle({ facts, ...given, id });
    members.set(id, { chronicle, dossiers: dossiersOf(chronicle) });
  }
  return { root: 'convention', members };
}

function memberOf(of: Family, id: string): Member {
  const member = of.members.get(id);
  if (!member) throw new Error(`no text ${id}`);
  return member;
}

function standing(of: Family, actor: string, day: string, id = 'amendment') {
  const { chronicle, dossiers } = memberOf(of, id);
  const found = statusOn(actor, day, chronicle, dossiers);
  return [found.standing, found.since];
}

/** An amendment in force on 2005-01-01 of a convention that those named did things under. */
const amended = (done: readonly Done[], own: readonly Done[] = [], given = amending([])): Family =>
  family({
    convention: { done: [...FOUNDERS, ...done] },
    amendment: { ...given, done: [...consents('2005-01-01', 'AAA', 'BBB'), ...own] },
  });

const LATE = consents('2006-01-01', 'CCC');

describe('one that joins after an amendment is in force (VCLT Art. 40(5))', () => {
  it('is a party to it from then, by its consent to what was amended', () => {
    const of = amended(LATE);
    expect(standing(of, 'CCC', '2005-12-31')).toEqual(['none', null]);
    expect(standing(of, 'CCC', '2006-01-01')).toEqual(['party', '2006-01-01']);
    const { chronicle, dossiers } = memberOf(of, 'amendment');
    const found = statusOn('CCC', '2007-01-01', chronicle, dossiers);
    const finding = statusFinding(found, chronicle, '2007-01-01');
    expect(finding).toMatchObject({ value: 'party', rule: { citation: 'VCLT Art. 40(5)' } });
    expect(finding.parts[0]?.counted).toMatchObject([{ actor: 'CCC', on: '2006-01-01' }]);
  });

  it('is none where it joined on the very day, or before', () => {
    expect(standing(amended(consents('2005-01-01', 'CCC')), 'CCC', '2008-01-01')[0]).toBe('none');
    expect(standing(amended(consents('2005-01-02', 'CCC')), 'CCC', '2008-01-01')[0]).toBe('party');
  });

  it('is among its parties, and the days on which those change', () => {
    const of = amended([...LATE, withdraw('CCC', '2007-01-01', '2008-01-01')]);
    const { chronicle, dossiers } = memberOf(of, 'amendment');
    expect(partiesOn(chronicle, '2007-01-01', dossiers)).toContain('CCC');
    expect(partiesOn(chronicle, '2008-01-01', dossiers)).not.toContain('CCC');
    expect(concerned(chronicle, '2005-12-31')).not.toContain('CCC');
    expect(partyChanges(chronicle, dossiers)).toEqual(['2005-01-01', '2006-01-01', '2008-01-01']);
  });

  it('is no party where the text says that it takes a consent of its own', () => {
    const own = amending([], {}, { laterParties: 'separate-consent' });
    expect(standing(amended(LATE, [], own), 'CCC', '2008-01-01')).toEqual(['none', null]);
  });

  it('is no party to what was modified between others only, or to a protocol', () => {
    for (const more of [{ interSe: true }, { kind: 'protocol' }]) {
      expect(standing(amended(LATE, [], amending([], more)), 'CCC', '2008-01-01')[0]).toBe('none');
    }
  });

  it('is released when the amendment ends, and not bound where it joins after that', () => {
    const ended: readonly Done[] = [{ kind: 'terminate', on: '2010-01-01' }];
    const of = amended([...LATE, ...consents('2010-01-01', 'DDD')], ended);
    expect(standing(of, 'CCC', '2010-01-01')).toEqual(['terminated', '2010-01-01']);
    expect(standing(of, 'DDD', '2011-01-01')).toEqual(['none', null]);
  });

  it('goes before its own consent that waits, and gives way to one that has effect', () => {
    const waiting = amending(
      [],
      {},
      {
        entryIntoForce: {
          when: { count: 2, of: { any: true } },
          delay: { days: 0 },
          laterJoiners: { days: 90 },
          citation: 'Article 2',
        },
      },
    );
    const of = amended(LATE, consents('2006-02-01', 'CCC'), waiting);
    expect(standing(of, 'CCC', '2006-02-02')).toEqual(['party', '2006-01-01']);
    expect(standing(of, 'CCC', '2006-06-01')).toEqual(['party', '2006-05-02']);
  });

  it('joins again with the parent after it left both', () => {
    const left = withdraw('CCC', '2007-01-01', '2008-01-01');
    const of = amended(
      [...LATE, left, ...consents('2009-01-01', 'CCC')],
      [...consents('2006-01-01', 'CCC'), left],
    );
    expect(standing(of, 'CCC', '2008-01-01')).toEqual(['withdrawn', '2008-01-01']);
    expect(standing(of, 'CCC', '2009-01-01')).toEqual(['party', '2009-01-01']);
  });

  it('stays out of an amendment that it left alone', () => {
    const left = withdraw('CCC', '2007-01-01', '2008-01-01');
    const of = amended(LATE, [...consents('2006-01-01', 'CCC'), left]);
    expect(standing(of, 'CCC', '2009-01-01')).toEqual(['withdrawn', '2008-01-01']);
  });
});

describe('an amendment of an amendment', () => {
  const line = (done: readonly Done[], middle: object = {}): Family =>
    family({
      convention: { done: [...FOUNDERS, ...done] },
      middle: amending(consents('2003-01-01', 'AAA', 'BBB'), {}, middle),
      amendment: amending(consents('2005-01-01', 'AAA', 'BBB'), { parent: 'middle' }),
    });

  it('is joined through what it amends, by who joined after both', () => {
    expect(standing(line(LATE), 'CCC', '2006-01-01')).toEqual(['party', '2006-01-01']);
    const between = line(consents('2004-01-01', 'CCC'));
    expect(standing(between, 'CCC', '2006-01-01', 'middle')).toEqual(['party', '2004-01-01']);
    expect(standing(between, 'CCC', '2006-01-01')).toEqual(['none', null]);
  });

  it('is not joined where what it amends takes a consent of its own', () => {
    const own = { laterParties: 'separate-consent' };
    expect(standing(line(LATE, own), 'CCC', '2006-01-01')).toEqual(['none', null]);
  });
});

it('a clause that binds a class says itself whom it binds', () => {
  const { history } = paperChronicle(
    amending(
      [],
      {},
      {
        entryIntoForce: {
          when: { count: 2, of: { any: true } },
          delay: { days: 0 },
          binds: { memberOf: 'un' },
          citation: 'Article 108',
        },
      },
    ),
  );
  expect(joinedThrough(history.adoption)).toBeNull();
  const { finalClauses } = history.adoption;
  const told = { ...finalClauses, laterParties: 'amended' as const };
  expect(joinedThrough({ ...history.adoption, finalClauses: told })).toBe('convention');
});

const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2001-01-01', days));
const actor = fc.constantFrom('AAA', 'BBB', 'CCC', 'DDD');
const done = fc.array(
  fc.record({ kind: fc.constantFrom('deposit', 'refuse-amendment' as const), actor, on: day }),
  { maxLength: 10 },
);

it('the status of an amendment and the table of versions tell the same', () => {
  fc.assert(
    fc.property(done, done, actor, day, (root, own, who, on) => {
      const of = family({ convention: { done: root }, amendment: amending(own) });
      const [branch] = branchesOf(of);
      const isParty = standing(of, who, on, 'convention')[0] === 'party';
      const bound = branch !== undefined && bondOf(who, branch, on, of).bound;
      expect(bound).toBe(isParty && standing(of, who, on)[0] === 'party');
    }),
  );
});
