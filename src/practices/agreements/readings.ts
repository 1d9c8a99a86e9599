/** Texts as a viewer may read them: drafts before adoption, then the text as it is amended. */
import type { Asked } from '../../kernel/define-area.ts';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import { type Known, chroniclesOf } from './chronicles.ts';
import { loadAdmitted } from './load.ts';
import { amendmentsOf, loadWords } from './load-texts.ts';
import type { Adoption } from './payloads/agreement.ts';
import { chronicleFor } from './questions/shapes.ts';
import type { AgreementEvent } from './rules/history.ts';
import { type Words, isWhole } from './rules/library.ts';
import {
  type AppliedAmendment,
  type Consolidated,
  type FixedVersion,
  changesIn,
  consolidated,
  rectificationsIn,
  textsOn,
} from './rules/texts.ts';

/** A register with what was put down in it, adopted or still being negotiated. */
export interface TextRegister {
  readonly agreement: string;
  /** Null while it is being negotiated. */
  readonly adoption: Adoption | null;
  readonly events: readonly AgreementEvent[];
}

/** The register of an agreement or of a draft, or why there is none for this asker. */
export async function textRegister(
  asked: Asked,
  agreement: string,
): Promise<TextRegister | Refusal> {
  const known = await chronicleFor(asked, agreement);
  if (!isRefusal(known)) {
    const { adoption, events } = known.chronicle.history;
    return { agreement, adoption, events };
  }
  const admitted = (await loadAdmitted(asked.query, [agreement], asked.knownAt)).get(agreement);
  const isDraft = admitted?.events.some(({ kind }) => kind === 'fix-text') ?? false;
  return admitted && isDraft ? { agreement, adoption: null, events: admitted.events } : known;
}

/** The languages in which the text is on record on the day, with the act that put each down. */
export function languagesOn(
  { adoption, events }: TextRegister,
  day: string,
): ReadonlyMap<string, FixedVersion> {
  return textsOn(events, adoption?.adoptedOn ?? null, day);
}

/** The amendments in force on the day, in the order in which they came to be. */
async function amendmentsOn(asked: Asked, agreement: string): Promise<Known[]> {
  const rows = await amendmentsOf(asked.query, [agreement], asked.knownAt);
  const known = await chroniclesOf(
    asked,
    rows.map((row) => row.agreement),
  );
  const from = ({ chronicle }: Known): string => chronicle.decision.on ?? '';
  return rows
    .flatMap((row) => known.get(row.agreement) ?? [])
    .filter(({ chronicle }) => chronicle.history.adoption.interSe !== true)
    .filter((one) => from(one) !== '' && from(one) <= asked.asOf)
    .sort((one, other) => (from(one) < from(other) ? -1 : from(one) > from(other) ? 1 : 0));
}

/** Its changes in the language; null where it changes the text, and says nothing in this one. */
function appliedOf(
  { chronicle }: Known,
  language: string,
  words: ReadonlyMap<string, Words>,
): AppliedAmendment[] {
  const { adoption, agreement, events } = chronicle.history;
  const acts = changesIn(events, language);
  const isSaid = adoption.kind === 'amendment' || events.some(({ kind }) => kind === 'change-text');
  if (acts.length === 0 && !isSaid) return [];
  const changes = acts.flatMap((act) => {
    const content = words.get(act);
    return content === undefined || isWhole(content) ? [] : [{ act, content }];
  });
  const from = chronicle.decision.on ?? '';
  return [{ agreement, from, changes: changes.length === 0 ? null : changes }];
}

/** A text as it stands on the day, in one language. */
export interface Reading extends Consolidated {
  readonly register: TextRegister;
  readonly version: FixedVersion;
  readonly title: string;
}

/** The text in a language, with rectifications and the amendments in force on the day. */
export async function readIn(
  asked: Asked,
  register: TextRegister,
  version: FixedVersion,
): Promise<Reading | null> {
  const { agreement, events, adoption } = register;
  const { language } = version;
  const isAdopted = adoption !== null && adoption.adoptedOn <= asked.asOf;
  const amending = isAdopted ? await amendmentsOn(asked, agreement) : [];
  const agreements = [agreement, ...amending.map(({ chronicle }) => chronicle.history.agreement)];
  const { knownAt } = asked;
  const words = await loadWords(asked.query, agreements, { language, knownAt });
  const text = words.get(version.act);
  if (text === undefined || !isWhole(text)) return null;
  const amendments = amending.flatMap((one) => appliedOf(one, language, words));
  const rectified = rectificationsIn(events);
  const whole = consolidated({ agreement, text, rectified, amendments });
  return { ...whole, register, version, title: text.title };
}

/** The words as they were put down, in every language, in the order of the record. */
export async function wordsOnRecord(
  asked: Asked,
  register: TextRegister,
): Promise<readonly Words[]> {
  const { agreement, events } = register;
  const { knownAt } = asked;
  const words = await loadWords(asked.query, [agreement], { knownAt });
  const last = new Set([...languagesOn(register, asked.asOf).values()].map(({ act }) => act));
  return events.flatMap(({ act, kind }) => {
    const one = words.get(act);
    const counts = kind === 'change-text' || last.has(act);
    return one === undefined || !counts ? [] : [one];
  });
}

/** The language that is read where none is asked for: the page’s, else English, else any. */
export function chooseLanguage(
  languages: ReadonlyMap<string, unknown>,
  locale: string,
): string | null {
  const wanted = [locale, 'en', ...languages.keys()];
  return wanted.find((language) => languages.has(language)) ?? null;
}
