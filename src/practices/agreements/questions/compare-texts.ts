/** Questions that set texts beside each other: two days, two drafts, or two languages. */
import { z } from 'zod';
import { PlainDateText } from '../../../kernel/dates.ts';
import { type Asked, defineQuestion } from '../../../kernel/define-area.ts';
import { type Refusal, isRefusal } from '../../../kernel/refusal.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { AgreementId } from '../payloads/agreement.ts';
import { LanguageCode } from '../payloads/parts.ts';
import { type Reading, type TextRegister, textRegister } from '../readings.ts';
import { type Compared, alignLanguages, compareVersions } from '../rules/texts/compare-texts.ts';
import { type ConsolidatedProvision, versionsIn } from '../rules/texts/texts.ts';
import { InLanguage, titleIn } from './shapes.ts';
import { LanguageRow, ProvisionRow, languageRows, provisionRow, readingFor } from './texts.ts';

const Stretch = z.object({ in: z.enum(['both', 'from', 'to']), text: z.string() });

const ComparedRow = z.object({
  id: z.string(),
  fate: z.enum(['same', 'changed', 'added', 'removed']),
  from: ProvisionRow.nullable(),
  to: ProvisionRow.nullable(),
  stretches: z.array(Stretch),
});

/** The first day of the text: of its adoption, or of its first draft. */
function firstDay({ adoption, events }: TextRegister): string | null {
  return adoption?.adoptedOn ?? versionsIn(events)[0]?.on ?? null;
}

async function readOn(
  asked: Asked,
  register: TextRegister,
  day: string,
  wanted: { readonly language?: string | undefined; readonly locale: string },
): Promise<Reading | Refusal | null> {
  return readingFor({ ...asked, asOf: day }, register, wanted);
}

function daysOf(
  asked: Asked,
  register: TextRegister,
  given: { readonly from?: string | undefined; readonly to?: string | undefined },
) {
  const to = given.to ?? asked.asOf;
  return { from: given.from ?? firstDay(register) ?? to, to };
}

/** The text of the first day; where nothing was put down by then, all of it was added. */
async function oldProvisions(
  asked: Asked,
  register: TextRegister,
  day: string,
  language: string | null,
): Promise<Reading['provisions']> {
  if (language === null) return [];
  const before = await readOn(asked, register, day, { language, locale: language });
  return isRefusal(before) || before === null ? [] : before.provisions;
}

function titleOf({ adoption, agreement }: TextRegister, now: Reading | null, locale: Locale) {
  return adoption ? titleIn(locale, adoption) : (now?.title ?? agreement);
}

function draftDays({ events }: TextRegister, language: string | null): string[] {
  const drafts = versionsIn(events).filter((version) => version.language === language);
  return [...new Set(drafts.map(({ on }) => on))].sort();
}

function comparedRow(row: Compared<ConsolidatedProvision>): z.output<typeof ComparedRow> {
  const { fate, from, id, stretches, to } = row;
  return {
    id,
    fate,
    from: from && provisionRow(from),
    to: to && provisionRow(to),
    stretches: [...stretches],
  };
}

export const compareTexts = defineQuestion({
  name: 'agreements.compare-texts',
  title: 'What changed in this text from one day to another?',
  input: z.strictObject({
    agreement: AgreementId,
    language: LanguageCode.optional(),
    /** Absent: the day of adoption, or of the first draft. */
    from: PlainDateText.optional(),
    /** Absent: the day as of which the question is asked. */
    to: PlainDateText.optional(),
    locale: InLanguage,
  }),
  output: z.object({
    agreement: z.string(),
    title: z.string(),
    language: z.string().nullable(),
    from: PlainDateText,
    to: PlainDateText,
    languages: z.array(LanguageRow),
    /** Days on which a draft was put down in this language. */
    draftedOn: z.array(PlainDateText),
    rows: z.array(ComparedRow),
  }),
  example: { agreement: 'paris-agreement' },
  async answer(asked, input) {
    const register = await textRegister(asked, input.agreement);
    if (isRefusal(register)) return register;
    const days = daysOf(asked, register, input);
    const now = await readOn(asked, register, days.to, input);
    if (isRefusal(now)) return now;
    const language = now?.version.language ?? input.language ?? null;
    const old = await oldProvisions(asked, register, days.from, language);
    return {
      agreement: register.agreement,
      title: titleOf(register, now, input.locale),
      language,
      ...days,
      languages: languageRows(register, days.to),
      draftedOn: draftDays(register, language),
      rows: compareVersions(old, now?.provisions ?? [], language ?? 'und').map(comparedRow),
    };
  },
});

export const languagesBeside = defineQuestion({
  name: 'agreements.text-beside',
  title: 'What does this text say in two languages, provision by provision?',
  input: z.strictObject({
    agreement: AgreementId,
    language: LanguageCode,
    beside: LanguageCode,
    locale: InLanguage,
  }),
  output: z.object({
    agreement: z.string(),
    language: z.string(),
    beside: z.string(),
    rows: z.array(
      z.object({
        id: z.string(),
        one: ProvisionRow.nullable(),
        other: ProvisionRow.nullable(),
      }),
    ),
  }),
  example: { agreement: 'paris-agreement', language: 'en', beside: 'fr' },
  async answer(asked, input) {
    const { agreement, beside, language, locale } = input;
    const register = await textRegister(asked, agreement);
    if (isRefusal(register)) return register;
    const one = await readingFor(asked, register, { language, locale });
    if (isRefusal(one)) return one;
    const other = await readingFor(asked, register, { language: beside, locale });
    if (isRefusal(other)) return other;
    const rows = alignLanguages(one?.provisions ?? [], other?.provisions ?? []);
    return {
      agreement,
      language,
      beside,
      rows: rows.map((row) => ({
        id: row.id,
        one: row.one && provisionRow(row.one),
        other: row.other && provisionRow(row.other),
      })),
    };
  },
});
