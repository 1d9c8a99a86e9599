/**
 * What a notice carries for machines: STIX objects or a CAP alert, as text. Acts hold no floats,
 * and a codec that reads them today may read more tomorrow; so the text is what is signed.
 */
import { z } from 'zod';

export const OBJECTS_MAX = 1000;
export const OBJECT_CHARACTERS_MAX = 256_000;
export const ALERT_CHARACTERS_MAX = 500_000;

/** STIX 2.1, section 2.9: an identifier is a type, two hyphens and a UUID. */
const OBJECT_ID = /^(?<type>[a-z0-9][a-z0-9-]{1,248})--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is read of an object for the tables: by what it is found, filtered and versioned. */
const Head = z.object({
  type: z.string().min(1).max(250),
  id: z.string().regex(OBJECT_ID),
  spec_version: z.string().max(10).optional(),
  modified: z.string().max(40).optional(),
  created: z.string().max(40).optional(),
});
export type ObjectHead = z.output<typeof Head>;

/** The head of an object that stands as text, or null where it is no STIX object. */
export function objectHead(text: string): ObjectHead | null {
  try {
    const head = Head.safeParse(JSON.parse(text)).data ?? null;
    return head !== null && OBJECT_ID.exec(head.id)?.groups?.['type'] === head.type ? head : null;
  } catch {
    return null;
  }
}

const ObjectText = z
  .string()
  .max(OBJECT_CHARACTERS_MAX)
  .refine(
    (text) => objectHead(text) !== null,
    'an object is JSON with a type, and an id that begins with it',
  );

export const StixContent = z.strictObject({
  standard: z.literal('stix'),
  /** Each object as JSON text, in its canonical form where we wrote it. */
  objects: z.array(ObjectText).min(1).max(OBJECTS_MAX),
});

export const CapContent = z.strictObject({
  standard: z.literal('cap'),
  /** The alert as XML text, with its signature where it has one. */
  alert: z.string().min(1).max(ALERT_CHARACTERS_MAX),
  /** CAP 1.2, section 3.2.1: by these three an alert is named and referred to. */
  identifier: z.string().min(1).max(300),
  sender: z.string().min(1).max(300),
  sent: z.string().min(1).max(40),
});

export type CapContent = z.output<typeof CapContent>;

export const Content = z.discriminatedUnion('standard', [StixContent, CapContent]);
export type Content = z.output<typeof Content>;
