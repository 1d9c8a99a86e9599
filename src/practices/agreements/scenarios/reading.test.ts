import { describe, expect, it } from 'vitest';
import { actsOf } from '../import/declarations/confirming.ts';
import { type Proposal, proposalsOn } from '../import/declarations/proposals.ts';
import { readDeclarations } from '../import/declarations/reading.ts';
import { PaperRegisters } from '../paper-registers.ts';
import { readings } from '../scenarios.ts';
import type { ReadingScenario } from './reading-scenario.ts';

const SOURCE = 'the depositary’s page';

function given(scenario: ReadingScenario): PaperRegisters {
  const registers = new PaperRegisters();
  for (const told of scenario.given) registers.take(told);
  return registers;
}

const eventsIn = ({ docket }: PaperRegisters) => [...docket.of('convention').events()];

function read({ names, page }: ReadingScenario, registers: PaperRegisters) {
  const parsed = readDeclarations(page, (name) => names[name] ?? null);
  return proposalsOn(parsed, eventsIn(registers)).statements;
}

const told = ({ actor, kind, provisions, recordedAs }: Proposal) => ({
  actor,
  kind,
  provisions,
  ...(recordedAs === null ? {} : { known: true }),
});

/** Records what a person confirms of a proposal, corrected where it has to be. */
function confirm(registers: PaperRegisters, proposal: Proposal, corrected: object): void {
  const { actor, language, moment, on, text } = proposal;
  const { definite, effect, kind, provisions, towards } = proposal;
  const as = { effect, kind, provisions, towards, definite: definite ?? false, answers: [] };
  const said = { actor: actor ?? '', language, moment: moment ?? 'consent', on: on ?? '', text };
  for (const act of actsOf({ ...said, ...as, ...corrected }, 'convention', SOURCE)) {
    const { actor: whose, payload, basis } = act;
    const type = act.type.replace('agreements.', '');
    registers.take({ type, actor: whose, payload, source: basis.source });
  }
}

describe.each(readings.map((one) => [one.title, one] as const))('%s', (_title, scenario) => {
  it('is read as it is told, and leaves the record as it was', () => {
    const registers = given(scenario);
    const before = eventsIn(registers);
    const found = read(scenario, registers);
    expect(found.map(told)).toEqual(scenario.proposed);
    expect(found.every(({ confidence, reasons }) => confidence > 0 && reasons.length > 0)).toBe(
      true,
    );
    expect(eventsIn(registers)).toEqual(before);
  });

  it('is recorded where it is confirmed, with its source and its words', () => {
    const registers = given(scenario);
    const before = new Set(eventsIn(registers).map(({ act }) => act));
    const found = read(scenario, registers);
    for (const { statement, corrected = {} } of scenario.confirmed) {
      const proposal = found[statement - 1];
      if (proposal) confirm(registers, proposal, corrected);
    }
    const added = eventsIn(registers).filter(({ act }) => !before.has(act));
    expect(
      added.map(({ actor, detail, kind }) => [actor, kind, String(detail['provisions'])]),
    ).toEqual(scenario.recorded);
    expect(added.every(({ source }) => source === SOURCE)).toBe(true);
    const words = added.flatMap(({ detail }) => detail['text'] as { text: string }[]); // By schema.
    expect(words.every(({ text }) => scenario.page.includes(text))).toBe(true);
  });
});
