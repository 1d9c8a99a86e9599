import { describe, expect, it } from 'vitest';
import { PaperRegisters } from '../paper-registers.ts';
import { deskOf } from '../rules/depositary/desk.ts';
import { fourDatesOf } from '../rules/depositary/four-dates.ts';
import { noticesIn } from '../rules/reservations/reservation-said.ts';
import { dossiersOf, statusOn } from '../rules/status.ts';
import { DESK, RIVER } from './desk.ts';
import type { DeskScenario, Step } from './desk-scenario.ts';

const DEPOSITARY = 'un-secretary-general';
const GIVEN = {
  actors: { [DEPOSITARY]: { kind: 'organisation' }, 'lake-commission': { kind: 'organisation' } },
};

/** Named acts stand for their ids, however deep they are named. */
function named(value: unknown, acts: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return value.startsWith('@') ? acts.get(value.slice(1)) : value;
  if (Array.isArray(value)) return value.map((one) => named(one, acts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, named(member, acts)]),
  );
}

/** Does what the scenario tells; each outcome beside what is expected. */
function play(scenario: DeskScenario) {
  const registers = new PaperRegisters(GIVEN);
  const acts = new Map<string, string>();
  const outcome = (step: Step): string => {
    const put = registers.put({
      type: step.does,
      payload: named(step.with, acts) as Record<string, unknown>, // A payload stays an object.
      actor: step.actor ?? DEPOSITARY,
      agreement: step.under ?? RIVER,
      ...(step.register === undefined ? {} : { register: step.register }),
      issuedAt: '2026-11-22T00:00:00.000Z',
      source: `the scenario: ${step.tells}`,
    });
    if (put.startsWith('refused')) return put.replace('refused: agreements.', 'refused by ');
    if (step.as !== undefined) acts.set(step.as, put);
    return 'taken in';
  };
  const outcomes = scenario.steps.map((step) => `${step.tells}: ${outcome(step)}`);
  return { outcomes, acts, dossier: registers.docket.of(RIVER) };
}

const expectedOf = (scenario: DeskScenario): string[] =>
  scenario.steps.map(({ tells, refusedBy }) =>
    refusedBy === undefined ? `${tells}: taken in` : `${tells}: refused by ${refusedBy}`,
  );

/** What the record says in the end, in the form in which the scenario tells it. */
function endOf(scenario: DeskScenario): DeskScenario['then'] {
  const { acts, dossier } = play(scenario);
  const { on, inForceOn, standings, desk, dates } = scenario.then;
  const chronicle = dossier.chronicle();
  if (!chronicle) return { on };
  const sorted = dossiersOf(chronicle);
  const told = noticesIn(chronicle.history);
  const standing = (actor: string) => statusOn(actor, on, chronicle, sorted).standing;
  const whose = (actor: string | undefined): string | null =>
    actor === undefined || actor === DEPOSITARY ? null : actor;
  const datesOf = (name: string) => {
    const event = dossier.event(acts.get(name) ?? '');
    return event ? Object.values(fourDatesOf(event, chronicle, told, on)) : [];
  };
  return {
    on,
    ...(inForceOn === undefined ? {} : { inForceOn: chronicle.decision.on }),
    ...(standings && {
      standings: Object.fromEntries(Object.keys(standings).map((one) => [one, standing(one)])),
    }),
    ...(desk && {
      desk: deskOf(chronicle, on).map(({ section, event, state }) => [
        section,
        whose(event?.actor),
        state,
      ]),
    }),
    ...(dates && {
      dates: Object.fromEntries(Object.keys(dates).map((one) => [one, datesOf(one)])),
    }),
  };
}

describe.each(DESK.map((scenario) => [scenario.title, scenario] as const))('%s', (_title, one) => {
  it('goes as it is told, step by step', () => {
    expect(play(one).outcomes).toEqual(expectedOf(one));
  });

  it('ends as it is told', () => {
    expect(endOf(one)).toEqual(one.then);
  });
});
