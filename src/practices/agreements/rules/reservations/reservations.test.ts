import { describe, expect, it } from 'vitest';
import { PaperRegisters, adoption } from '../../paper-registers.ts';
import type { Answer, ReservationScenario, Step } from '../../scenarios/reservation-scenario.ts';
import { reservationScenarios } from '../../scenarios.ts';
import { relationOn } from './relations.ts';
import { dossiersOf } from '../status.ts';

const KEYS: Readonly<Record<string, string>> = {
  'withdraw-objection': 'objection',
  'withdraw-declaration': 'declaration',
  'end-derogation': 'derogation',
};

let notices = 0;

/** The payload of a step, with the acts that it names. */
function payloadOf(step: Step, ids: ReadonlyMap<string, string>): Record<string, unknown> {
  const { type, on, about, acts, payload } = step;
  const named = (name: string): string => ids.get(name) ?? name;
  const key = KEYS[type] ?? 'reservation';
  notices += 1;
  return {
    on,
    ...payload,
    ...(about === undefined ? {} : { [key]: named(about) }),
    ...(acts === undefined ? {} : { acts: acts.map(named) }),
    ...(type === 'notify' ? { number: `C.N.${notices}.${on.slice(0, 4)}.TREATIES-1.1` } : {}),
  };
}

function play(one: ReservationScenario) {
  const registers = new PaperRegisters(one.given);
  const payload = adoption(one.clauses, { kind: one.kind ?? 'multilateral' });
  registers.take({ type: 'adopt', payload });
  const ids = new Map<string, string>();
  const refused: unknown[] = [];
  for (const step of one.when) {
    const actor = step.actor ?? 'AAA';
    const put = registers.put({ type: step.type, actor, payload: payloadOf(step, ids) });
    if (put.startsWith('refused')) refused.push([step.type, put.replace(/.*agreements\./, '')]);
    else ids.set(step.as ?? put, put);
  }
  const expected = one.when.filter((step) => step.refused !== undefined);
  expect(refused).toEqual(expected.map((step) => [step.type, step.refused]));
  const chronicle = registers.docket.of('convention').chronicle();
  if (!chronicle) throw new Error('nothing is adopted');
  return { ids, known: { chronicle, dossiers: dossiersOf(chronicle) } };
}

function told(answer: Answer, { ids, known }: ReturnType<typeof play>) {
  const { outcome, terms, provisions } = relationOn(answer.between, answer.on, known);
  const names = new Map([...ids].map(([name, id]) => [id, name]));
  const touched = provisions.flatMap(({ provision, state }) =>
    provision === null ? [] : [[provision, state]],
  );
  const states = terms.map(({ life, verdict }) => [names.get(life.event.act), verdict.state]);
  return {
    outcome,
    terms: Object.fromEntries(states),
    deadline: terms.map(({ verdict }) => verdict.deadline ?? '').join(),
    provisions: Object.fromEntries(touched),
  };
}

describe('reservations pair by pair', () => {
  it.each(reservationScenarios.map((one) => [one.title, one] as const))('%s', (_title, one) => {
    const played = play(one);
    for (const answer of one.answers) {
      const { between, on, ...expected } = answer;
      const found = told(answer, played);
      expect([between, on, { ...found, ...expected }]).toEqual([between, on, found]);
      const back = told({ ...answer, between: [between[1], between[0]] }, played);
      expect([between, on, back.outcome, back.provisions]).toEqual([
        between,
        on,
        found.outcome,
        found.provisions,
      ]);
    }
  });
});
