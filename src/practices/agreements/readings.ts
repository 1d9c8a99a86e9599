/** Texts as a viewer may read them: drafts before adoption, then the text as it is amended. */
import type { Asked } from '../../kernel/define-area.ts';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import { chroniclesOf } from './chronicles.ts';
import { amendmentsThatStand } from './families.ts';
import { loadAdmitted } from './load.ts';
import { loadWords } from './load-texts.ts';
import type { Adoption } from './payloads/agreement.ts';
import { chronicleFor } from './questions/shapes.ts';
import { appliedAmendments } from './rules/texts/applied-amendments.ts';
import type { AgreementEvent } from './rules/history.ts';
import { isWhole } from './rules/texts/library.ts';
import {
  type Consolidated,
  type FixedVersion,
  consolidated,
  rectificationsIn,
  textsOn,
} from './rules/texts/texts.ts';

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

/** A text as it stands on the day, in one language. */
export interface Reading extends Consolidated {
  readonly register: TextRegister;
  readonly version: FixedVersion;
  readonly title: string;
}

/** Two actors, between whom a text is read. */
export type Pair = readonly [string, string];

/** The amendments that stand on the day, for all or between two, with what is known of them. */
async function amendmentsOn(
  asked: Asked,
  { adoption, agreement }: TextRegister,
  pair: Pair | null,
) {
  const isAdopted = adoption !== null && adoption.adoptedOn <= asked.asOf;
  const standing = isAdopted ? await amendmentsThatStand(asked, agreement, pair) : [];
  const ids = standing.map((one) => one.agreement);
  return { standing, ids, known: await chroniclesOf(asked, ids) };
}

/** The text in a language, with rectifications and the amendments that stand on the day. */
export async function readIn(
  asked: Asked,
  register: TextRegister,
  version: FixedVersion,
  pair: Pair | null = null,
): Promise<Reading | null> {
  const { agreement, events } = register;
  const { language } = version;
  const { knownAt, query } = asked;
  const { ids, known, standing } = await amendmentsOn(asked, register, pair);
  const words = await loadWords(query, [agreement, ...ids], { language, knownAt });
  const text = words.get(version.act);
  if (text === undefined || !isWhole(text)) return null;
  const amendments = appliedAmendments(agreement, standing, language, {
    history: (one) => known.get(one)?.chronicle.history ?? null,
    words: (act) => words.get(act) ?? null,
  });
  const rectified = rectificationsIn(events);
  const whole = consolidated({ agreement, text, rectified, amendments });
  return { ...whole, register, version, title: text.title };
}

/** The language that is read where none is asked for: the page’s, else English, else any. */
export function chooseLanguage(
  languages: ReadonlyMap<string, unknown>,
  locale: string,
): string | null {
  const wanted = [locale, 'en', ...languages.keys()];
  return wanted.find((language) => languages.has(language)) ?? null;
}
