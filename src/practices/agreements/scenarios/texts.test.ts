import { describe, expect, it } from 'vitest';
import { PaperRegisters } from '../paper-registers.ts';
import { isWhole } from '../rules/texts/library.ts';
import { appliedAmendments } from '../rules/texts/applied-amendments.ts';
import type { Docket } from '../rules/docket.ts';
import { dossiersOf } from '../rules/status.ts';
import { consolidated, rectificationsIn, textsOn } from '../rules/texts/texts.ts';
import { type Family, type Member, amendmentsStanding } from '../rules/versions/versions.ts';
import { textScenarios } from '../scenarios.ts';
import type { ReadingAsked } from './texts.ts';

/** An agreement on paper with all that amends it, from its root. */
function familyOn(docket: Docket, agreement: string): Family {
  const parent = docket.of(agreement).adoption?.parent;
  if (parent !== undefined) return familyOn(docket, parent);
  const members = new Map<string, Member>();
  const add = (dossier: ReturnType<typeof docket.of>): void => {
    const chronicle = dossier.chronicle();
    if (!chronicle) return;
    const id = chronicle.history.agreement;
    members.set(id, { chronicle, dossiers: dossiersOf(chronicle) });
    for (const one of docket.amending(id)) add(one);
  };
  add(docket.of(agreement));
  return { root: agreement, members };
}

function read(registers: PaperRegisters, asked: ReadingAsked) {
  const { agreement = 'convention', language = 'en', on } = asked;
  const dossier = registers.docket.of(agreement);
  const events = [...dossier.events()];
  const version = textsOn(events, dossier.adoption?.adoptedOn ?? null, on).get(language);
  const text = version === undefined ? null : registers.docket.words(version.act);
  if (text === null || !isWhole(text)) return null;
  const family = familyOn(registers.docket, agreement);
  const standing = amendmentsStanding(family, on, asked.between ?? null);
  const amendments = appliedAmendments(agreement, standing, language, {
    history: (one) => family.members.get(one)?.chronicle.history ?? null,
    words: (act) => registers.docket.words(act),
  });
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
