import { describe, expect, it } from 'vitest';
import en from '../text/en.json' with { type: 'json' };
import { Adoption } from '../payloads/agreement.ts';
import { type ScenarioAct, counted } from '../scenarios/scenario.ts';
import { consequencesOf } from './consequences.ts';
import { chronicleOf } from './entry-into-force.ts';
import { factsFrom } from './facts-for-tests.ts';
import { type AgreementEvent, type CorrectionFact, historyOf } from './history.ts';

const TODAY = '2026-11-22';

const idOf = (at: number): string => `${at}`.padStart(64, '0');

function eventOf(act: ScenarioAct, at: number): AgreementEvent {
  return {
    act: idOf(at),
    position: at + 2,
    ledger: at + 2,
    recordedAt: '2026-11-22T00:00:00.000Z',
    kind: act.kind,
    actor: act.actor,
    on: act.on,
    effectiveOn: act.effectiveOn ?? null,
    instrument: act.instrument ?? null,
    form: act.form ?? null,
    source: null,
    detail: act.event === undefined ? {} : { event: act.event },
  };
}

const adoption = Adoption.parse({
  title: { en: 'The Common River' },
  kind: 'multilateral',
  sectors: ['environment'],
  adoptedOn: '2024-05-02',
  finalClauses: { entryIntoForce: counted(3, { days: 30 }) },
});

function chronicle(acts: readonly ScenarioAct[], corrections: readonly CorrectionFact[] = []) {
  const given = { agreement: 'common-river', adoption, adoptedBy: 'f'.repeat(64) };
  return chronicleOf(historyOf(given, acts.map(eventOf), corrections), factsFrom());
}

const deposit = (actor: string, on: string): ScenarioAct => ({
  kind: 'deposit',
  actor,
  on,
  instrument: 'accession',
});

const correction = (corrects: number, change: CorrectionFact['change']): CorrectionFact => ({
  act: 'c'.repeat(64),
  ledger: 99,
  corrects: idOf(corrects),
  isVoid: change === null,
  change,
  reason: 'Misread',
});

/** The consequences of the last of the acts, without the area's prefix. */
function ofLast(acts: readonly ScenarioAct[]) {
  const found = consequencesOf(chronicle(acts.slice(0, -1)), chronicle(acts), TODAY);
  return found.map(({ key, values }) => [key.replace('agreements.effect.', ''), values] as const);
}

function ofCorrection(acts: readonly ScenarioAct[], one: CorrectionFact) {
  const found = consequencesOf(chronicle(acts), chronicle(acts, [one]), TODAY);
  return found.map(({ key, values }) => [key.replace('agreements.effect.', ''), values]);
}

const two = [deposit('KEN', '2026-11-20'), deposit('NOR', '2026-11-21')];
const three = [...two, deposit('BRA', TODAY)];

describe('what follows from an act', () => {
  it('is entry into force, where it is the deposit that was missing', () => {
    expect(ofLast(three)).toEqual([
      ['enters', { kind: 'deposit', on: '2026-12-22' }],
      ['bound-from', { name: 'BRA', on: '2026-12-22' }],
      ['others', { count: 2 }],
    ]);
  });

  it('is told as past, where the days are past', () => {
    const acts = ['2025-01-01', '2025-01-02', '2025-01-03'].map((on, at) =>
      deposit(['KEN', 'NOR', 'BRA'][at] ?? '', on),
    );
    expect(ofLast(acts).slice(0, 2)).toEqual([
      ['entered', { kind: 'deposit', on: '2025-02-02' }],
      ['bound-since', { name: 'BRA', on: '2025-02-02' }],
    ]);
  });

  it('is what is still missing, where a deposit is not enough', () => {
    expect(ofLast(two)).toEqual([
      ['missing', { missing: expect.stringContaining('1 more') }],
      ['consented', { name: 'NOR' }],
    ]);
  });

  it('is a day of its own for one that joins later', () => {
    expect(ofLast([...three, deposit('FRA', TODAY)])).toEqual([
      ['bound-from', { name: 'FRA', on: '2026-12-22' }],
    ]);
  });

  it('is a standing without consent, for a signature or provisional application', () => {
    const signature: ScenarioAct = { kind: 'sign', actor: 'KEN', on: '2024-06-03' };
    expect(ofLast([signature])).toEqual([['signatory', { name: 'KEN', on: '2024-06-03' }]]);
    const applied: ScenarioAct = { kind: 'apply-provisionally', actor: 'KEN', on: '2024-07-01' };
    expect(ofLast([applied])).toEqual([['provisional', { name: 'KEN', on: '2024-07-01' }]]);
  });

  it('is the day on which one leaves, for a notice of withdrawal', () => {
    const notice: ScenarioAct = { kind: 'withdraw', actor: 'KEN', on: TODAY };
    expect(ofLast([...three, notice])).toEqual([['leaves', { name: 'KEN', on: '2027-11-22' }]]);
  });

  it('is nothing for an actor who stands where it stood', () => {
    const again: ScenarioAct = { kind: 'sign', actor: 'KEN', on: '2026-11-21' };
    expect(ofLast([...two, again])).toEqual([['same', { name: 'KEN' }]]);
  });

  it('is another day of entry into force, where a correction moves the deciding deposit', () => {
    expect(ofCorrection(three, correction(2, { on: '2026-11-21' }))).toEqual([
      ['moves', { from: '2026-12-22', to: '2026-12-21' }],
      ['bound-from', { name: 'BRA', on: '2026-12-21' }],
    ]);
  });

  it('is the end of entry into force, where a correction strikes that deposit out', () => {
    expect(ofCorrection(three, correction(2, null))).toEqual([
      ['undone', { missing: expect.stringContaining('1 more') }],
      ['nothing', { name: 'BRA', on: TODAY }],
    ]);
  });

  it('is told of both actors, where a correction moves an act from one to the other', () => {
    expect(ofCorrection(three, correction(2, { actor: 'FRA' }))).toEqual([
      ['nothing', { name: 'BRA', on: TODAY }],
      ['bound-from', { name: 'FRA', on: '2026-12-22' }],
    ]);
  });

  it('is the clause on entry into force, for the act of adoption', () => {
    const [only] = consequencesOf(null, chronicle([]), TODAY);
    expect(only).toMatchObject({
      key: 'agreements.effect.adopted',
      values: { title: 'The Common River', on: '2024-05-02' },
    });
  });

  it('is nothing where nothing changes', () => {
    expect(consequencesOf(chronicle(three), chronicle(three), TODAY)).toEqual([]);
  });

  it('has an English sentence', () => {
    const keys = [three, two].flatMap((acts) => ofLast(acts).map(([key]) => key));
    for (const key of keys) expect(Object.keys(en)).toContain(`agreements.effect.${key}`);
  });
});
