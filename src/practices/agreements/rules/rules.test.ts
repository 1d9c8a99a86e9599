import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../kernel/dates.ts';
import { Adoption } from '../payloads/agreement.ts';
import type { Scenario, ScenarioAct } from '../scenarios/scenario.ts';
import { scenarios } from '../scenarios.ts';
import { chronicleOf } from './entry-into-force.ts';
import { factsFrom } from './facts-for-tests.ts';
import { entryIntoForceFinding } from './findings.ts';
import { type AgreementEvent, type History, historyOf } from './history.ts';
import { dossiersOf, partiesOn, statusOn } from './status.ts';
import { statusFinding } from './status-finding.ts';

function eventOf(act: ScenarioAct, at: number): AgreementEvent {
  return {
    act: `${at}`.padStart(64, '0'),
    position: at + 2,
    ledger: at + 2,
    recordedAt: '2026-01-01T00:00:00.000Z',
    kind: act.kind,
    actor: act.actor,
    on: act.on,
    effectiveOn: act.effectiveOn ?? null,
    instrument: act.instrument ?? null,
    form: act.form ?? null,
    source: 'a scenario',
    detail: act.event === undefined ? {} : { event: act.event },
  };
}

function historyFor(
  one: Pick<Scenario, 'adoptedOn' | 'clause'>,
  acts: readonly ScenarioAct[],
): History {
  const adoption = Adoption.parse({
    title: { en: 'A scenario' },
    kind: 'multilateral',
    sectors: ['diplomacy'],
    adoptedOn: one.adoptedOn,
    finalClauses: { entryIntoForce: one.clause },
  });
  const given = { agreement: 'scenario', adoption, adoptedBy: 'f'.repeat(64) };
  return historyOf(given, acts.map(eventOf), []);
}

const chronicleFor = (one: Scenario, acts = one.acts) =>
  chronicleOf(historyFor(one, acts), factsFrom(one.facts));

describe('entry into force and status', () => {
  it.each(scenarios.map((one) => [one.title, one] as const))('%s', (_title, one) => {
    const chronicle = chronicleFor(one);
    expect(chronicle.decision.on).toBe(one.entersOn);
    const finding = entryIntoForceFinding(chronicle, '2026-01-01');
    expect(finding.value).toBe(one.entersOn);
    expect(finding.missing.length > 0).toBe(one.entersOn === null);
    const excluded = finding.excluded.map(({ ref }) => ref.actor);
    expect(excluded).toEqual(one.excluded ?? excluded);
    const dossiers = dossiersOf(chronicle);
    for (const [actor, day, standing, since] of one.standings ?? []) {
      const status = statusOn(actor, day, chronicle, dossiers);
      expect([actor, day, status.standing, status.since]).toEqual([actor, day, standing, since]);
      expect(statusFinding(status, chronicle, day).value).toBe(standing);
    }
  });

  it('is not in force on the day before, and counts only what had been done by then', () => {
    for (const one of scenarios) {
      const chronicle = chronicleFor(one);
      const { fulfilledOn } = chronicle.decision;
      if (fulfilledOn === null) continue;
      const before = entryIntoForceFinding(chronicle, addDays(fulfilledOn, -1));
      expect([one.title, before.value]).toEqual([one.title, null]);
    }
  });
});

const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('1990-01-01', days));
const actor = fc.constantFrom('AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF', 'GGG', 'HHH');
const act = fc.record({
  kind: fc.constantFrom('sign' as const, 'deposit' as const, 'withdraw' as const),
  actor,
  on: day,
  instrument: fc.constant('accession' as const),
});

const counting = (count: number): Scenario => ({
  title: '',
  adoptedOn: '1990-01-01',
  clause: {
    ...(scenarios[1]?.clause ?? failed()),
    when: { count, of: { any: true } },
  },
  acts: [],
  entersOn: null,
});

function failed(): never {
  throw new Error('the scenarios are gone');
}

describe('lists of those concerned', () => {
  it('name a person by what it is called on the day', () => {
    const facts = factsFrom({
      actors: { OLD: { to: '1991-12-24' }, NEW: { from: '1991-12-24' } },
      continues: { OLD: 'NEW' },
    });
    const one = counting(1);
    const signed = {
      kind: 'deposit',
      actor: 'OLD',
      on: '1990-05-01',
      instrument: 'accession',
    } as const;
    const chronicle = chronicleOf(historyFor(one, [signed]), facts);
    const dossiers = dossiersOf(chronicle);
    expect(partiesOn(chronicle, '1991-01-01', dossiers)).toEqual(['OLD']);
    expect(partiesOn(chronicle, '2001-01-01', dossiers)).toEqual(['NEW']);
  });
});

describe('what always holds', () => {
  it('does not depend on the order in which acts arrive', () => {
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 24 }),
        fc.integer({ min: 1, max: 5 }),
        (acts, count) => {
          const unique = [...new Map(acts.map((one) => [JSON.stringify(one), one])).values()];
          const forward = chronicleFor(counting(count), unique);
          const backward = chronicleFor(counting(count), unique.toReversed());
          expect(backward.decision).toEqual(forward.decision);
          const read = (chronicle: typeof forward) => {
            const parties = partiesOn(chronicle, '2010-01-01', dossiersOf(chronicle));
            return [...parties].sort();
          };
          expect(read(backward)).toEqual(read(forward));
        },
      ),
    );
  });

  it('a later act does not change what was so on an earlier day', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 24 }), day, (acts, asked) => {
        const known = acts.filter((one) => one.on <= asked);
        const all = chronicleFor(counting(3), acts);
        const early = chronicleFor(counting(3), known);
        const value = (chronicle: typeof all) => entryIntoForceFinding(chronicle, asked).value;
        expect(value(all)).toBe(value(early));
      }),
    );
  });

  it('one more consent never delays entry into force', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 24 }), actor, day, (acts, who, on) => {
        const deposits = acts.filter((one) => one.kind === 'deposit');
        const more = [
          ...deposits,
          {
            kind: 'deposit' as const,
            actor: who,
            on,
            instrument: 'accession' as const,
          },
        ];
        const without = chronicleFor(counting(3), deposits).decision.on ?? '9999-12-31';
        const withIt = chronicleFor(counting(3), more).decision.on ?? '9999-12-31';
        expect(withIt <= without).toBe(true);
      }),
    );
  });

  it('nobody is a party before the agreement is in force', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 24 }), day, (acts, asked) => {
        const chronicle = chronicleFor(counting(2), acts);
        const on = chronicle.decision.on ?? '9999-12-31';
        const parties = partiesOn(chronicle, asked, dossiersOf(chronicle));
        expect(asked >= on || parties.length === 0).toBe(true);
      }),
    );
  });
});
