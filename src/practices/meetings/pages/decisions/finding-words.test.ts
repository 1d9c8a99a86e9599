import { describe, expect, test } from 'vitest';
import { locales } from '../../../../ui/text/locale.ts';
import { createText } from '../../../../ui/text/text.ts';
import { testedShape } from '../../questions/decisions/shapes.ts';
import { STANDARD_RULES } from '../../rules/deciding/standard-rules.ts';
import { decided, named } from '../../rules/deciding/poll-for-tests.ts';
import type { WrittenRule } from '../../rules/deciding/standard/parts.ts';
import { meetingCatalogues } from '../../text/catalogues.ts';
import type { Shown } from './answers.ts';
import { findingWords } from './finding-words.ts';

const who = (actor: string) => ({ actor, name: `Name of ${actor}` });

/** A decision as its page has it, as far as its finding is told. */
function shownOf(rule: WrittenRule, given: Parameters<typeof decided>[1]): Shown {
  const outcome = decided(rule, given);
  // Only what the words of a finding are made of is filled in.
  return {
    ruleTitle: rule.title.en,
    method: rule.method,
    tie: rule.tie ?? 'rejected',
    result: outcome.outcome,
    outcome: outcome.outcome,
    tests: outcome.tests.map(testedShape),
    against: outcome.against.map(testedShape),
    quorum: outcome.quorum === null ? null : testedShape(outcome.quorum),
    blockedBy: outcome.blockedBy.map(who),
    objectors: outcome.objectors.map(who),
    finding: outcome.finding,
    rows: [...(given.yes ?? []), ...(given.no ?? [])].map((actor) => ({
      ...who(actor),
      hinderedFor: null,
      standing: 'yes',
    })),
  } as unknown as Shown;
}

const english = createText('en', meetingCatalogues);
const french = createText('fr', meetingCatalogues);
const rules = STANDARD_RULES.flatMap((body) => body.rules.map(({ rule }) => rule));
const ruled = (citation: string): WrittenRule => {
  const found = rules.find((rule) => rule.citation === citation);
  if (!found) throw new Error(`no rule rests on ${citation}`);
  return found;
};
const FIVE = named(5, 'p');
const charter = ruled('UN Charter Art. 27(3)');

describe('a finding in the reader’s language', () => {
  test('says in English what the record says', () => {
    const shown = shownOf(charter, { yes: named(8), no: named(2, 'n') });
    expect(findingWords(english, shown)?.text).toBe(shown.finding?.text);
    expect(findingWords(english, shown)?.missing).toEqual(
      decided(charter, { yes: named(8), no: named(2, 'n') }).finding.missing,
    );
  });

  test('names who prevented it, and what each did', () => {
    const given = { yes: named(10), no: ['p-1'], groups: { permanent: FIVE } };
    const found = findingWords(french, shownOf(charter, given));
    expect(found?.text).toContain('empêché par Name of p-1');
    expect(found?.counted.map(({ label }) => label)).toContain('Name of p-1: contre');
    expect(found?.parts.map(({ value }) => value)).toEqual([true, true]);
  });

  test('is whole in every language: no key and no English is left', () => {
    const given = { yes: named(3), no: named(3, 'n'), absent: named(1, 'a') };
    const polled = rules.filter(
      (rule) => rule.method === 'vote' && !JSON.stringify(rule).includes('"weights"'),
    );
    const left = locales.flatMap((locale) => {
      const text = createText(locale, meetingCatalogues);
      return polled.flatMap((rule) => {
        const found = findingWords(text, shownOf(rule, given));
        const said = [found?.text, found?.question, ...(found?.missing ?? [])].join(' ');
        const isLeft = said.includes('meetings.') || (locale !== 'en' && said.includes('needed'));
        return isLeft ? [`${locale}: ${said}`] : [];
      });
    });
    expect(left).toEqual([]);
    expect(polled.length).toBeGreaterThan(20);
  });
});
