import { describe, expect, it } from 'vitest';
import type { EntryIntoForce } from '../../clauses.ts';
import { partyFacts } from '../docket.ts';
import { factsFrom } from '../facts-for-tests.ts';
import { entryIntoForceFinding } from '../findings.ts';
import { type Done, consents, happens, paperChronicle } from '../paper-chronicle.ts';
import { concerned, dossiersOf, partiesOn, statusOn } from '../status.ts';

const PARTIES = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF'];
const TONNAGE = { AAA: '400', BBB: '100', CCC: '100', DDD: '200', EEE: '100', FFF: '100' };

const PARENT = paperChronicle({
  id: 'safety',
  more: { adoptedOn: '1974-11-01' },
  done: [
    ...consents('1980-05-25', ...PARTIES),
    ...consents('2005-01-01', 'GGG'),
    { kind: 'withdraw', actor: 'FFF', on: '2009-01-01' },
  ],
});
const read = { chronicle: PARENT, dossiers: dossiersOf(PARENT) };
const facts = {
  ...factsFrom({ attributes: { 'gross-tonnage': TONNAGE } }),
  ...partyFacts((agreement) => (agreement === 'safety' ? read : null)),
};

const OF_SAFETY = { partyTo: 'safety', on: 'live' } as const;

/** The shape of SOLAS Art. VIII(b)(vi)(2) and (vii)(2). */
const SOLAS = {
  when: {
    silence: {
      lasts: { years: 2 },
      from: { event: 'communicated' },
      unless: {
        any: [
          { share: '1/3', of: OF_SAFETY, more: true },
          { weight: '1/2', attribute: 'gross-tonnage', of: OF_SAFETY },
        ],
      },
    },
  },
  delay: { months: 6 },
  binds: { both: [OF_SAFETY, { except: { declined: true } }] },
  regionalOrganisations: 'not-counted',
  laterThan: 'condition',
  definitiveSignature: false,
  citation: 'Article VIII',
} satisfies EntryIntoForce;

const refuse = (actor: string, on: string): Done => ({ kind: 'refuse-amendment', actor, on });
const communicated = happens('communicated', '2000-03-31');

function amendment(done: readonly Done[], clause: EntryIntoForce = SOLAS) {
  const chronicle = paperChronicle({
    id: 'safety-amendment',
    more: { kind: 'amendment', adoptedOn: '2000-02-01', parent: 'safety' },
    clauses: { entryIntoForce: clause },
    done,
    facts,
  });
  return { chronicle, dossiers: dossiersOf(chronicle) };
}

const inForceOn = (done: readonly Done[], clause?: EntryIntoForce) =>
  amendment(done, clause).chronicle.decision.on;

describe('an amendment that silence accepts', () => {
  it('is accepted at the end of its time, and in force after the delay for all parties', () => {
    const { chronicle, dossiers } = amendment([communicated]);
    expect(chronicle.decision).toMatchObject({ fulfilledOn: '2002-03-31', on: '2002-09-30' });
    expect([...partiesOn(chronicle, '2002-09-30', dossiers)].sort()).toEqual(PARTIES);
    expect(partiesOn(chronicle, '2002-09-29', dossiers)).toEqual([]);
  });

  it('runs from the day it was communicated, and waits where it was not', () => {
    expect(inForceOn([])).toBeNull();
    const { chronicle } = amendment([]);
    expect(entryIntoForceFinding(chronicle, '2020-01-01').missing[0]).toContain('communicated');
  });

  it('is stopped by more than a third, and not by a third', () => {
    const third = [refuse('BBB', '2001-01-01'), refuse('CCC', '2001-01-01')];
    expect(inForceOn([communicated, ...third])).toBe('2002-09-30');
    const more = [...third, refuse('EEE', '2002-03-31')];
    expect(inForceOn([communicated, ...more])).toBeNull();
  });

  it('is stopped by half of the tonnage, and not by less', () => {
    expect(inForceOn([communicated, refuse('AAA', '2001-01-01')])).toBe('2002-09-30');
    const half = [refuse('AAA', '2001-01-01'), refuse('BBB', '2001-01-01')];
    expect(inForceOn([communicated, ...half])).toBeNull();
  });

  it('counts no refusal after its time, nor one that was withdrawn before its end', () => {
    const half = [refuse('AAA', '2001-01-01'), refuse('BBB', '2002-04-01')];
    expect(inForceOn([communicated, ...half])).toBe('2002-09-30');
    const withdrawn: Done = {
      kind: 'withdraw-refusal',
      actor: 'AAA',
      on: '2002-03-31',
      detail: { refusal: '1'.padStart(64, '0') },
    };
    const early = [refuse('AAA', '2001-01-01'), refuse('BBB', '2001-02-01'), withdrawn];
    expect(inForceOn([communicated, ...early])).toBe('2002-09-30');
  });

  it('does not bind one that refused, until it withdraws the refusal', () => {
    const { chronicle, dossiers } = amendment([
      communicated,
      refuse('BBB', '2001-01-01'),
      {
        kind: 'withdraw-refusal',
        actor: 'BBB',
        on: '2008-05-05',
        detail: { refusal: '1'.padStart(64, '0') },
      },
    ]);
    const standing = (day: string) => {
      const { standing: found, since } = statusOn('BBB', day, chronicle, dossiers);
      return [found, since];
    };
    expect(standing('2008-05-04')).toEqual(['declined', '2001-01-01']);
    expect(standing('2008-05-05')).toEqual(['party', '2008-05-05']);
    expect(concerned(chronicle, '2003-01-01')).toContain('BBB');
  });

  it('binds who joins the parent later from that day, and frees who leaves it', () => {
    const { chronicle, dossiers } = amendment([communicated]);
    const found = (actor: string, day: string) => {
      const { standing, since } = statusOn(actor, day, chronicle, dossiers);
      return [standing, since];
    };
    expect(found('GGG', '2005-01-01')).toEqual(['party', '2005-01-01']);
    expect(found('GGG', '2004-12-31')).toEqual(['none', null]);
    expect(found('FFF', '2009-12-31')).toEqual(['party', '2002-09-30']);
    expect(found('FFF', '2010-01-01')).toEqual(['none', null]);
  });

  it('has the days that the adopting body fixed (ISPS amendments: 2004-01-01, 2004-07-01)', () => {
    const when = { silence: { until: '2004-01-01' } };
    const { decision } = amendment([], { ...SOLAS, when }).chronicle;
    expect(decision).toMatchObject({ fulfilledOn: '2004-01-01', on: '2004-07-01' });
  });

  it('may reckon both periods from one day (IHR amendments of 2022: in force 2024-05-31)', () => {
    const from = { event: 'notified' };
    const clause = {
      ...SOLAS,
      when: { silence: { lasts: { months: 18 }, from } },
      delay: { months: 24 },
      delayFrom: from,
      citation: 'IHR Arts. 59, 61',
    };
    const done = [happens('notified', '2022-05-31'), refuse('BBB', '2023-11-28')];
    const { chronicle, dossiers } = amendment(done, clause);
    expect(chronicle.decision).toMatchObject({ fulfilledOn: '2023-11-30', on: '2024-05-31' });
    expect(statusOn('BBB', '2024-05-31', chronicle, dossiers).standing).toBe('declined');
    expect(statusOn('AAA', '2024-05-31', chronicle, dossiers).standing).toBe('party');
  });
});
