import { describe, expect, it } from 'vitest';
import { PaperRegisters } from '../paper-registers.ts';
import { isWhole } from '../rules/library.ts';
import {
  type AppliedAmendment,
  changesIn,
  consolidated,
  rectificationsIn,
  textsOn,
} from '../rules/texts.ts';
import { textScenarios } from '../scenarios.ts';
import type { ReadingAsked } from './texts.ts';

/** The amendments of an agreement that are in force on paper on a day. */
function amendmentsOn(
  { docket }: PaperRegisters,
  agreement: string,
  language: string,
  day: string,
): AppliedAmendment[] {
  return docket.amending(agreement).flatMap((dossier) => {
    const chronicle = dossier.chronicle();
    const from = chronicle?.decision.on ?? null;
    if (!chronicle || from === null || from > day || dossier.adoption?.interSe) return [];
    const changes = changesIn(dossier.events(), language).flatMap((act) => {
      const content = docket.words(act);
      return content === null || isWhole(content) ? [] : [{ act, content }];
    });
    const { agreement: by } = chronicle.history;
    return [{ agreement: by, from, changes: changes.length === 0 ? null : changes }];
  });
}

function read(registers: PaperRegisters, asked: ReadingAsked) {
  const { agreement = 'convention', language = 'en', on } = asked;
  const dossier = registers.docket.of(agreement);
  const events = [...dossier.events()];
  const version = textsOn(events, dossier.adoption?.adoptedOn ?? null, on).get(language);
  const text = version === undefined ? null : registers.docket.words(version.act);
  if (text === null || !isWhole(text)) return null;
  const amendments = amendmentsOn(registers, agreement, language, on);
  return consolidated({ agreement, text, rectified: rectificationsIn(events), amendments });
}

describe('texts', () => {
  it.each(textScenarios)('$title', ({ given, readings, refused = [] }) => {
    const registers = new PaperRegisters();
    for (const told of given) registers.take(told);
    for (const asked of readings) {
      const found = read(registers, asked);
      const says = found?.provisions.map(({ id, text }) => `${id}: ${text}`) ?? null;
      expect([asked.on, asked.language, says]).toEqual([asked.on, asked.language, asked.says]);
      expect(found?.lacking ?? []).toEqual(asked.lacking ?? []);
    }
    for (const [told, rule] of refused) expect(registers.ask(told)).toBe(rule);
  });
});
