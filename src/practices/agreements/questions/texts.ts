/** Questions on what agreements say: the text as it stands, and single provisions of it. */
import { z } from 'zod';
import { PlainDateText } from '../../../kernel/dates.ts';
import { type Asked, defineQuestion } from '../../../kernel/define-area.ts';
import { rule } from '../../../kernel/law.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { said } from '../../../kernel/said.ts';
import { chroniclesOf } from '../chronicles.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { AgreementId } from '../payloads/agreement.ts';
import { LanguageCode } from '../payloads/parts.ts';
import { Provision } from '../payloads/texts.ts';
import { ProvisionId, citationOf, isWithinProvision } from '../provision.ts';
import {
  type Pair,
  type Reading,
  type TextRegister,
  chooseLanguage,
  languagesOn,
  readIn,
  textRegister,
} from '../readings.ts';
import type { ConsolidatedProvision } from '../rules/texts/texts.ts';
import { ActorName, actorNamed, namedIn } from './actor-named.ts';
import { InLanguage, titleIn } from './shapes.ts';

const NO_LANGUAGE = rule(
  'agreements.text-unknown',
  'VCLT Art. 33',
  'A text is read in a language in which it is on record.',
);

const Change = z.object({
  how: z.enum(['inserted', 'replaced', 'rectified']),
  agreement: z.string(),
  act: z.string(),
  on: PlainDateText,
});

/** One provision of a text, as it stands. */
export const ProvisionRow = z.object({
  id: z.string(),
  kind: Provision.shape.kind,
  number: z.string().nullable(),
  heading: z.string().nullable(),
  text: z.string(),
  changes: z.array(Change),
});
export type ProvisionRow = z.output<typeof ProvisionRow>;

/** A provision as answers show it. */
export function provisionRow(provision: ConsolidatedProvision): ProvisionRow {
  const { id, kind, number = null, heading = null, text, changes } = provision;
  return { id, kind, number, heading, text, changes: [...changes] };
}

/** A language in which a text is on record. */
export const LanguageRow = z.object({
  language: z.string(),
  authentic: z.boolean(),
  on: PlainDateText,
  act: z.string(),
});

/** The languages of a text, those that are authentic first. */
export function languageRows(register: TextRegister, day: string): z.output<typeof LanguageRow>[] {
  return [...languagesOn(register, day).values()]
    .map(({ act, isAuthentic, language, on }) => ({ language, authentic: isAuthentic, on, act }))
    .sort((one, other) => {
      if (one.authentic !== other.authentic) return one.authentic ? -1 : 1;
      return one.language < other.language ? -1 : 1;
    });
}

const noLanguage = (language: string, known: readonly string[]): Refusal =>
  refuse(NO_LANGUAGE, said('It is not on record here in “{$language}”.', { language }), {
    remedy: known.length === 0 ? said('Put down its text.') : said('It is in {$known}.', { known }),
  });

/** The text of a register in a language that is asked for; null where it has no text at all. */
export async function readingFor(
  asked: Asked,
  register: TextRegister,
  wanted: {
    readonly language?: string | undefined;
    readonly locale: string;
    /** Between whom; absent: for all. */
    readonly pair?: Pair | null;
  },
): Promise<Reading | Refusal | null> {
  const languages = languagesOn(register, asked.asOf);
  const language = wanted.language ?? chooseLanguage(languages, wanted.locale);
  if (language === null || languages.size === 0) return null;
  const version = languages.get(language);
  return version
    ? readIn(asked, register, version, wanted.pair)
    : noLanguage(language, [...languages.keys()]);
}

const TextAnswer = z.object({
  agreement: z.string(),
  title: z.string(),
  /** The title that the text itself bears; null where no text is on record. */
  textTitle: z.string().nullable(),
  language: z.string().nullable(),
  authentic: z.boolean(),
  /** Whether it is being negotiated, and not adopted yet. */
  isDraft: z.boolean(),
  /** Between whom it is read; null: for all. */
  between: z.array(z.string()).nullable(),
  /** The day of adoption; null for a draft. */
  adoptedOn: PlainDateText.nullable(),
  /** The act that put the text down. */
  act: z.string().nullable(),
  languages: z.array(LanguageRow),
  rows: z.array(ProvisionRow),
  repealed: z.array(
    z.object({
      provision: z.string(),
      agreement: z.string(),
      act: z.string(),
      on: PlainDateText,
    }),
  ),
  /** Amendments in force that say nothing in this language. */
  lacking: z.array(z.string()),
  /** What the amendments are called that changed the text, or lack in it. */
  amendments: z.array(z.object({ agreement: z.string(), title: z.string() })),
  unapplied: z.array(z.object({ agreement: z.string(), act: z.string(), reason: z.string() })),
});

const NO_TEXT = {
  textTitle: null,
  language: null,
  authentic: false,
  act: null,
  rows: [],
  repealed: [],
  lacking: [],
  unapplied: [],
  amendments: [],
};

function textOf(reading: Reading) {
  const { lacking, provisions, repealed, title, unapplied, version } = reading;
  return {
    textTitle: title,
    language: version.language,
    authentic: version.isAuthentic,
    act: version.act,
    rows: provisions.map(provisionRow),
    repealed: [...repealed],
    lacking: [...lacking],
    unapplied: [...unapplied],
  };
}

/** The titles of what the text was changed by, as far as the asker may know of it. */
async function amendmentsNamed(asked: Asked, reading: Reading, locale: Locale) {
  const { lacking, provisions, register, repealed } = reading;
  const changed = provisions.flatMap(({ changes }) => changes.map((one) => one.agreement));
  const all = [...changed, ...repealed.map((one) => one.agreement), ...lacking];
  const ids = [...new Set(all)].filter((agreement) => agreement !== register.agreement);
  const known = await chroniclesOf(asked, ids);
  return ids.map((agreement) => {
    const adoption = known.get(agreement)?.chronicle.history.adoption;
    return { agreement, title: adoption ? titleIn(locale, adoption) : agreement };
  });
}

/** The two who are named, where they are. */
async function pairFor(
  asked: Asked,
  { one, other }: { readonly one?: string | undefined; readonly other?: string | undefined },
) {
  if (one === undefined || other === undefined) return null;
  const first = await actorNamed(asked, one);
  if (isRefusal(first)) return first;
  const second = await actorNamed(asked, other);
  return isRefusal(second) ? second : ([first, second] as const);
}

/** What is read: an agreement, or a draft of one. */
function namesOf(asked: Asked, register: TextRegister, reading: Reading | null, locale: Locale) {
  const { adoption, agreement } = register;
  return {
    agreement,
    title: adoption ? titleIn(locale, adoption) : (reading?.title ?? agreement),
    isDraft: adoption === null || adoption.adoptedOn > asked.asOf,
    adoptedOn: adoption?.adoptedOn ?? null,
  };
}

export const text = defineQuestion({
  name: 'agreements.text',
  title: 'What does this agreement say, as it stands on a day?',
  input: z.strictObject({
    agreement: AgreementId,
    language: LanguageCode.optional(),
    /** Between whom the text is asked for; absent: for all. VCLT Arts. 30(4), 40(4), 41. */
    one: ActorName.optional(),
    other: ActorName.optional(),
    locale: InLanguage,
  }),
  output: TextAnswer,
  example: { agreement: 'paris-agreement' },
  async answer(asked, input) {
    const register = await textRegister(asked, input.agreement);
    if (isRefusal(register)) return register;
    const pair = await pairFor(asked, input);
    if (isRefusal(pair)) return pair;
    const ids = pair && ([pair[0].id, pair[1].id] as const);
    const reading = await readingFor(asked, register, { ...input, pair: ids });
    if (isRefusal(reading)) return reading;
    return {
      between: pair?.map((actor) => namedIn(input.locale, actor)) ?? null,
      ...namesOf(asked, register, reading, input.locale),
      languages: languageRows(register, asked.asOf),
      ...(reading === null ? NO_TEXT : textOf(reading)),
      amendments: reading === null ? [] : await amendmentsNamed(asked, reading, input.locale),
    };
  },
});

export const provision = defineQuestion({
  name: 'agreements.provision',
  title: 'What does this provision say, in each language, on a day?',
  input: z.strictObject({ agreement: AgreementId, provision: ProvisionId }),
  output: z.object({
    agreement: z.string(),
    provision: z.string(),
    /** As it is cited: `Art. 11(1)`. */
    citation: z.string(),
    /** The provision and those below it, language by language; none where it does not stand. */
    rows: z.array(ProvisionRow.extend({ language: z.string(), authentic: z.boolean() })),
  }),
  example: { agreement: 'paris-agreement', provision: 'art_4' },
  async answer(asked, input) {
    const register = await textRegister(asked, input.agreement);
    if (isRefusal(register)) return register;
    const rows = [];
    for (const version of languagesOn(register, asked.asOf).values()) {
      const reading = await readIn(asked, register, version);
      const within = (reading?.provisions ?? []).filter(({ id }) =>
        isWithinProvision(id, input.provision),
      );
      const { isAuthentic, language } = version;
      rows.push(
        ...within.map((one) => ({ ...provisionRow(one), language, authentic: isAuthentic })),
      );
    }
    const citation = citationOf(input.provision);
    return { agreement: input.agreement, provision: input.provision, citation, rows };
  },
});
