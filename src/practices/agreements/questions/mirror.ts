/** One side's copy of a mirrored agreement beside the other's. */
import { z } from 'zod';
import { ActId } from '../../../kernel/act.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { defineQuestion } from '../../../kernel/define-area.ts';
import { FindingShape } from '../../../kernel/finding.ts';
import { rule } from '../../../kernel/law.ts';
import { isRefusal, refuse } from '../../../kernel/refusal.ts';
import { loadWords } from '../load-texts.ts';
import { copyOf } from '../mirror-copy.ts';
import { TermsHash } from '../payloads/parts.ts';
import { type Copy, consentsIn, mirrorFinding, mirrorOf } from '../rules/mirrored/mirror.ts';
import { termsOf } from '../rules/mirrored/mirrored.ts';
import { AgreementInput, InLanguage, chronicleFor, nameIn } from './shapes.ts';

const NOTHING_GIVEN = rule(
  'agreements.mirror-given',
  'Concord agreements, "Mirrored"',
  'Copies are compared by what the other side gives: its acts, or its hash and its consents.',
);

const EXPORT_CHARACTERS_MAX = 4_000_000;
const CONSENTS_MAX = 20;

const Input = z.strictObject({
  agreement: AgreementInput.shape.agreement,
  /** The other side's acts, a signed act in each line. */
  acts: z.string().max(EXPORT_CHARACTERS_MAX).optional(),
  /** In their stead: the hash of the other side's terms, and its consents by their acts. */
  terms: TermsHash.optional(),
  consents: z.array(ActId).max(CONSENTS_MAX).default([]),
  locale: InLanguage,
});

/** What the other side gave; consents that are on record here are told by their acts alone. */
function theirs(input: z.output<typeof Input>, here: Copy) {
  if (input.acts !== undefined) return copyOf(input.acts, input.agreement);
  if (input.terms === undefined) {
    return refuse(NOTHING_GIVEN, 'Neither acts nor a hash of terms were given.', {
      remedy: 'Ask the other side for agreements.terms, or for its acts as JSON lines.',
    });
  }
  const known = new Map(here.consents.map((one) => [one.act, one]));
  const consents = input.consents.map((act) => {
    const own = known.get(act);
    const unknown = { act, actor: 'unknown', on: '0001-01-01', terms: null };
    return { ...(own ?? unknown), voidedBy: null };
  });
  return { terms: input.terms, consents };
}

export const mirror = defineQuestion({
  name: 'agreements.mirror',
  title: 'Does the other side have the same terms, and the same consents to them?',
  input: Input,
  output: z.object({
    terms: TermsHash.nullable(),
    theirTerms: TermsHash.nullable(),
    same: z.boolean(),
    rows: z.array(
      z.object({
        actor: z.string(),
        name: z.string(),
        on: PlainDateText,
        act: z.string(),
        here: z.boolean(),
        there: z.boolean(),
        /** Whether it is to the terms that both have, and no edit voids it on either side. */
        holds: z.boolean(),
      }),
    ),
    finding: FindingShape,
  }),
  example: { agreement: 'paris-agreement', terms: '0'.repeat(64) },
  async answer(asked, input) {
    const known = await chronicleFor(asked, input.agreement);
    if (isRefusal(known)) return known;
    const { history } = known.chronicle;
    const words = await loadWords(asked.query, [input.agreement], { knownAt: asked.knownAt });
    const terms = termsOf(history.adoption, history.events, (act) => words.get(act) ?? null);
    const here: Copy = { terms, consents: consentsIn(history) };
    const there = theirs(input, here);
    if (isRefusal(there)) return there;
    const compared = mirrorOf(here, there);
    return {
      terms: here.terms,
      theirTerms: there.terms,
      same: compared.same,
      rows: compared.rows.map(({ consent, ...sides }) => ({
        actor: consent.actor,
        name: nameIn(input.locale, consent.actor, known.chronicle),
        on: consent.on,
        act: consent.act,
        ...sides,
      })),
      finding: mirrorFinding(compared, here, there),
    };
  },
});
