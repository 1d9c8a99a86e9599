/** Shapes that the answers of this practice share. */
import { z } from 'zod';
import { PlainDateText } from '../../../kernel/dates.ts';
import type { Asked } from '../../../kernel/define-area.ts';
import { rule } from '../../../kernel/law.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { said } from '../../../kernel/said.ts';
import { type Known, chroniclesOf } from '../chronicles.ts';
import { type Locale, locales } from '../../../ui/text/locale.ts';
import { type Adoption, AgreementId, KINDS, SECTORS } from '../payloads/agreement.ts';
import type { Chronicle } from '../rules/entry-into-force.ts';
import { AGREEMENT_STATES } from '../rules/agreement-state.ts';
import { STANDINGS } from '../rules/status.ts';

/** The language of names and titles in an answer; what has none in it comes in English. */
export const InLanguage = z.enum(locales).default('en');
export const AgreementInput = z.strictObject({ agreement: AgreementId, locale: InLanguage });
export const StateText = z.enum(AGREEMENT_STATES);
export const StandingText = z.enum(STANDINGS);
export const Day = PlainDateText.nullable();

export const AgreementRow = z.object({
  agreement: z.string(),
  title: z.string(),
  kind: z.enum(KINDS),
  sectors: z.array(z.enum(SECTORS)),
  adoptedOn: PlainDateText,
  state: StateText,
  entryIntoForceOn: Day,
  /** The first day on which it is no longer in force, once it has come. */
  endedOn: Day,
  /** The end that lies ahead, by its term or as terminated. */
  endsOn: Day,
  parties: z.int(),
  /** Consented, but not bound yet. */
  contracting: z.int(),
  signatories: z.int(),
});

/** An actor's name in a language, or its id where the registry does not know it. */
export function nameIn(locale: Locale, actor: string, chronicle: Chronicle): string {
  const fact = chronicle.scene.facts.actor(actor);
  return fact?.names[locale] ?? fact?.name ?? actor;
}

/** The title in a language, in English where it has none in that one. */
export function titleIn(locale: Locale, adoption: Adoption): string {
  return adoption.title[locale] || adoption.title.en;
}

/** What it is called for short in a language: its title, where it has no shorter name there. */
export function shortTitleIn(locale: Locale, adoption: Adoption): string {
  const { shortTitle, shortTitles = {} } = adoption;
  const short = locale === 'en' ? shortTitle : (shortTitles[locale] ?? shortTitle);
  return short ?? titleIn(locale, adoption);
}

/** Words on record and the language that they are in. */
export interface Worded {
  readonly words: string;
  readonly lang: Locale;
}

function wordedIn(
  locale: Locale,
  words: string | undefined,
  others: { readonly [locale in Locale]?: string | undefined } = {},
): Worded | undefined {
  const own = locale === 'en' ? undefined : others[locale];
  if (own !== undefined) return { words: own, lang: locale };
  return words === undefined ? undefined : { words, lang: 'en' };
}

/** What it is about in a language, in English where nothing is there in that one. */
export const summaryIn = (locale: Locale, adoption: Adoption): Worded | undefined =>
  wordedIn(locale, adoption.summary, adoption.summaries);

/** What is to be known of its record in a language, in English where nothing is there in it. */
export const noteIn = (locale: Locale, adoption: Adoption): Worded | undefined =>
  wordedIn(locale, adoption.note, adoption.notes);

/** The day of an event, a consent or an effect, where there is one. */
export const dayOf = (one: { readonly on: string | null } | null): string | null =>
  one === null ? null : one.on;

const NO_SUCH = rule(
  'agreements.unknown',
  'Concord, "agreements"',
  'A question names an agreement that the node holds and the asker may see.',
);

const NO_SUCH_ACTOR = rule(
  'agreements.unknown-actor',
  'Concord, "actors"',
  'A question names an actor by its id, or by a name that only one bears.',
);

/** The refusal of a question about an actor whom the registry does not know. */
export function unknownActor(name: string): Refusal {
  return refuse(NO_SUCH_ACTOR, said('No single actor is known here as “{$name}”.', { name }), {
    remedy: said('Look it up in the list of actors.'),
  });
}

/** The refusal of a question about an agreement of which the asker may know nothing. */
export function unknownAgreement(agreement: string): Refusal {
  return refuse(
    NO_SUCH,
    said('No agreement {$agreement} is known here at that time.', { agreement }),
    {
      remedy: said('Look it up in the list of agreements.'),
    },
  );
}

/** The agreement's chronicle, or why there is none for this asker. */
export async function chronicleFor(asked: Asked, agreement: string): Promise<Known | Refusal> {
  const known = (await chroniclesOf(asked, [agreement])).get(agreement);
  return known ?? unknownAgreement(agreement);
}
