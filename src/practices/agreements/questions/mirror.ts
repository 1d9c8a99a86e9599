/** One side's copy of a mirrored agreement beside the other's. */
import { z } from 'zod';
import { ActId } from '../../../kernel/act.ts';
import { ActorId } from '../../../kernel/actor-id.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { type Asked, defineQuestion } from '../../../kernel/define-area.ts';
import { FindingShape } from '../../../kernel/finding.ts';
import { rule } from '../../../kernel/law.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { said } from '../../../kernel/said.ts';
import { loadWords } from '../load-texts.ts';
import { copyIn, copyOf } from '../mirror-copy.ts';
import { heldCopy, keepersOf, keptOutHere } from '../held-copies.ts';
import type { Facts } from '../rules/facts.ts';
import { EVENT_KINDS } from '../acts/event.ts';
import { TermsHash } from '../payloads/parts.ts';
import { type Copy, mirrorFinding, mirrorOf } from '../rules/mirrored/mirror.ts';
import { findingIn, sentenceIn } from './in-words.ts';
import { AgreementInput, Day, InLanguage, chronicleFor, nameIn } from './shapes.ts';

const NOTHING_GIVEN = rule(
  'agreements.mirror-given',
  'Concord agreements, "Mirrored"',
  'Copies are compared by what came of the other side: its acts, or its hash and its consents.',
);

const EXPORT_CHARACTERS_MAX = 4_000_000;
const CONSENTS_MAX = 20;

const Input = z.strictObject({
  agreement: AgreementInput.shape.agreement,
  /** Whose copy, of those that came in streams; absent: the first of them. */
  with: ActorId.optional(),
  /** The other side's acts, a signed act in each line. */
  acts: z.string().max(EXPORT_CHARACTERS_MAX).optional(),
  /** In their stead: the hash of the other side's terms, and its consents by their acts. */
  terms: TermsHash.optional(),
  consents: z.array(ActId).max(CONSENTS_MAX).default([]),
  locale: InLanguage,
});

interface Comparing {
  readonly asked: Asked;
  readonly input: z.output<typeof Input>;
  readonly here: Copy;
  readonly facts: Facts;
}

/** The copy of the other side as its streams brought it here. */
async function heldThere({ asked, input, facts }: Comparing) {
  const { agreement } = input;
  const keepers = await keepersOf(asked.query, agreement);
  const keeper = input.with ?? keepers[0];
  if (keeper === undefined || !keepers.includes(keeper)) {
    return refuse(
      NOTHING_GIVEN,
      said('No acts of the other side came here, and nothing was given.'),
      {
        remedy: said('Follow the other side’s node, or ask it for its record file or its hash.'),
      },
    );
  }
  const copy = await heldCopy(asked.query, agreement, { keeper, facts });
  return isRefusal(copy) ? copy : { keeper, copy };
}

/** What the other side gave; consents that are on record here are told by their acts alone. */
async function theirs(
  comparing: Comparing,
): Promise<{ keeper: string | null; copy: Copy } | Refusal> {
  const { input, here, facts } = comparing;
  if (input.acts !== undefined) {
    const copy = copyOf(input.acts, input.agreement, facts);
    return isRefusal(copy) ? copy : { keeper: null, copy };
  }
  if (input.terms === undefined) return heldThere(comparing);
  const known = new Map(here.consents.map((one) => [one.act, one]));
  const consents = input.consents.map((act) => {
    const own = known.get(act);
    const unknown = { act, actor: 'unknown', on: '0001-01-01', terms: null } as const;
    return { ...(own ?? { ...unknown, kind: 'deposit' as const }), voidedBy: null };
  });
  return { keeper: null, copy: { terms: input.terms, consents } };
}

/** This side's copy, with why acts that the other side has are not in it. */
async function withReasons(asked: Asked, here: Copy, there: Copy): Promise<Copy> {
  const own = new Set(here.consents.map(({ act }) => act));
  const lacking = there.consents.map(({ act }) => act).filter((act) => !own.has(act));
  return { ...here, keptOut: await keptOutHere(asked.query, lacking) };
}

export const mirror = defineQuestion({
  name: 'agreements.mirror',
  title: 'Does the other side have the same terms, and the same consents to them?',
  input: Input,
  output: z.object({
    /** Whose copy it is, where it came in streams. */
    with: ActorId.nullable(),
    name: z.string().nullable(),
    terms: TermsHash.nullable(),
    theirTerms: TermsHash.nullable(),
    /** The day of entry into force by each copy; of a hash alone nothing follows. */
    inForceOn: Day,
    theirInForceOn: Day,
    same: z.boolean(),
    /** The pieces of the terms that differ, as each side has them or by their digest. */
    apart: z.array(
      z.object({ part: z.string(), here: z.string().nullable(), there: z.string().nullable() }),
    ),
    rows: z.array(
      z.object({
        actor: z.string(),
        name: z.string(),
        kind: z.enum(EVENT_KINDS),
        on: PlainDateText,
        act: z.string(),
        here: z.boolean(),
        there: z.boolean(),
        /** Whether it is to the terms that both have, and no edit voids it on either side. */
        holds: z.boolean(),
        /** Why it does not, or is on one side only. */
        reason: z.string().nullable(),
      }),
    ),
    finding: FindingShape,
  }),
  example: { agreement: 'paris-agreement', terms: '0'.repeat(64) },
  async answer(asked, input) {
    const known = await chronicleFor(asked, input.agreement);
    if (isRefusal(known)) return known;
    const { chronicle } = known;
    const words = await loadWords(asked.query, [input.agreement], { knownAt: asked.knownAt });
    const wordsOf = (act: string) => words.get(act) ?? null;
    const own = copyIn(chronicle.history, wordsOf, chronicle.decision.on);
    const { facts } = chronicle.scene;
    const given = await theirs({ asked, input, here: own, facts });
    if (isRefusal(given)) return given;
    const { keeper, copy: there } = given;
    const here = await withReasons(asked, own, there);
    const compared = mirrorOf(here, there);
    return {
      with: keeper,
      name: keeper === null ? null : nameIn(input.locale, keeper, chronicle),
      terms: here.terms,
      theirTerms: there.terms,
      inForceOn: here.inForceOn ?? null,
      theirInForceOn: there.inForceOn ?? null,
      apart: [...compared.apart],
      same: compared.same,
      rows: compared.rows.map(({ consent, reason, ...sides }) => ({
        actor: consent.actor,
        name: nameIn(input.locale, consent.actor, chronicle),
        kind: consent.kind,
        on: consent.on,
        act: consent.act,
        ...sides,
        reason: reason && sentenceIn(input.locale, reason, chronicle),
      })),
      finding: findingIn(input.locale, mirrorFinding(compared, here, there), chronicle),
    };
  },
});
