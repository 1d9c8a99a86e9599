/** Parts that the payloads of several kinds of acts share. */
import { z } from 'zod';
import { ActId } from '../../../kernel/act.ts';
import { ActorId } from '../../../kernel/actor-id.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { ProvisionId } from '../provision.ts';

export const LanguageCode = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language is a code, such as en or zh-Hant');

export const Note = z.string().max(2000).optional();

/** SHA-256 of an agreement's terms in canonical form, hex: quoted by consents to mirrored ones. */
export const TermsHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'a hash of terms has 64 characters, 0-9 and a-f');

/**
 * Offices of those who act for a State. The first three need no full powers (VCLT Art. 7(2)(a));
 * the next two need none for adopting a text between certain parties (Art. 7(2)(b), (c)).
 */
export const OFFICES = [
  'head-of-state',
  'head-of-government',
  'minister-for-foreign-affairs',
  'head-of-mission',
  'permanent-representative',
  'other',
] as const;
export const Office = z.enum(OFFICES);
export type Office = z.output<typeof Office>;

/** The person through whom an actor acts. */
export const Representative = z.strictObject({
  name: z.string().min(1).max(200),
  office: Office,
  /** The act by which full powers were presented, or filed for all agreements. */
  fullPowers: ActId.optional(),
});
export type Representative = z.output<typeof Representative>;

/** A statement as it was made, word for word, in one language; further ones are translations. */
export const Wording = z
  .array(
    z.strictObject({
      language: LanguageCode,
      text: z.string().min(1).max(40_000),
      /** Whether it was made in this language; absent: the first was, the others translate it. */
      original: z.boolean().optional(),
    }),
  )
  .min(1)
  .max(8);
export type Wording = z.output<typeof Wording>;

export const Provisions = z.array(ProvisionId).max(100);

/** An act that concerns an earlier one of the same register, on a day. */
export const Concerning = { on: PlainDateText, note: Note };

/** Territories by their names, with the registry's id where it knows them. */
export const Territories = z
  .array(z.strictObject({ name: z.string().min(1).max(200), actor: ActorId.optional() }))
  .min(1)
  .max(60);
