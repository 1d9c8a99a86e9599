/**
 * The terms of an agreement under one hash. Where each party keeps a copy of its own, consent
 * quotes it, and holds for these terms only. VCLT Arts. 2(1)(a), 9, 13.
 */
import { createHash } from 'node:crypto';
import { canonicalText } from '../../../../kernel/canonical.ts';
import type { Adoption } from '../../payloads/agreement.ts';
import type { Passage } from '../../payloads/depositary.ts';
import type { FixedText, TextChanges } from '../../payloads/texts.ts';
import { isWhole } from './library.ts';
import { withPassage } from './texts.ts';

/** What is of the depositary, or of who wrote the record, and was not agreed. */
const NOT_TERMS = [
  'depositary',
  'reference',
  'registration',
  'summary',
  'note',
  'links',
] as const satisfies readonly (keyof Adoption)[];

function termsIn(adoption: Adoption): Record<string, unknown> {
  const left: ReadonlySet<string> = new Set(NOT_TERMS);
  return Object.fromEntries(
    Object.entries(adoption).filter(([name, value]) => value !== undefined && !left.has(name)),
  );
}

/** The words of a text, without the day on which this copy of it was put down. */
function wordsIn(text: FixedText | TextChanges): Record<string, unknown> {
  const { on: _on, note: _note, ...words } = text;
  // Members that are absent, and those that are undefined, say the same.
  return JSON.parse(JSON.stringify(words)) as Record<string, unknown>;
}

/**
 * The words as rectified: the corrected text replaces the defective one from the beginning (VCLT
 * Art. 79(4)). Passages for which the texts have no place are left, so that none is without effect
 * on the hash.
 */
function rectifiedIn(texts: readonly (FixedText | TextChanges)[], passages: readonly Passage[]) {
  const left: Passage[] = [];
  const corrected = [...texts];
  for (const passage of passages) {
    const { language, provision, wrong, right } = passage;
    const at = corrected.findIndex((text) => isWhole(text) && text.language === language);
    const text = corrected[at];
    const provisions = text !== undefined && isWhole(text) ? text.provisions : [];
    const old = provisions.find(({ id }) => id === provision);
    const put = old && withPassage(old, wrong, right);
    if (text !== undefined && isWhole(text) && put) {
      const all = provisions.map((one) => (one === old ? { ...put, id: old.id } : one));
      corrected[at] = { ...text, provisions: all };
    } else left.push(passage);
  }
  return { corrected, left };
}

/** What was agreed, in canonical form: the adoption, and the words in the order of languages. */
function agreedIn(
  adoption: Adoption,
  texts: readonly (FixedText | TextChanges)[],
  passages: readonly Passage[],
) {
  const { corrected, left } = rectifiedIn(texts, passages);
  const byLanguage = corrected.sort(({ language: one }, { language: other }) =>
    one === other ? 0 : one < other ? -1 : 1,
  );
  const words = byLanguage.map((text) => ({ language: text.language, words: wordsIn(text) }));
  return { adoption: termsIn(adoption), words, left };
}

const digest = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalText(JSON.parse(JSON.stringify(value))))
    .digest('hex');

/** Values longer than this are told by their digest. */
const VALUE_CHARACTERS_MAX = 60;

function briefly(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= VALUE_CHARACTERS_MAX ? text : digest(value);
}

/**
 * The terms piece by piece, each as it is or by its digest, so that copies that differ can be laid
 * beside each other: `adoptedOn`, `finalClauses`, `text.fr`. Where all are the same, the hash is.
 */
export function termsParts(
  adoption: Adoption,
  texts: readonly (FixedText | TextChanges)[],
  passages: readonly Passage[] = [],
): ReadonlyMap<string, string> {
  const agreed = agreedIn(adoption, texts, passages);
  const members = Object.entries(agreed.adoption).map(([name, value]) => {
    return [name, briefly(value)] as const;
  });
  const byLanguage = Map.groupBy(agreed.words, ({ language }) => language);
  const words = [...byLanguage].map(([language, all]) => {
    return [`text.${language}`, digest(all.map((one) => one.words))] as const;
  });
  const rectified = agreed.left.length === 0 ? [] : [['rectified', digest(agreed.left)] as const];
  return new Map([...members, ...words, ...rectified]);
}

/**
 * SHA-256, hex, of the canonical JSON (RFC 8785) of what was agreed: the adoption and the texts in
 * all languages, with the passages that were rectified. The order in which languages were put down
 * does not count; of changes in one language it does.
 */
export function termsHash(
  adoption: Adoption,
  texts: readonly (FixedText | TextChanges)[],
  passages: readonly Passage[] = [],
): string {
  const { adoption: members, words, left } = agreedIn(adoption, texts, passages);
  const rectified = left.length === 0 ? {} : { rectified: left };
  return digest({ adoption: members, texts: words.map((one) => one.words), ...rectified });
}
