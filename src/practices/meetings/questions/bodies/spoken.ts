/** A body as an answer tells it, in a language. */
import { z } from 'zod';
import type { Locale } from '../../../../ui/text/locale.ts';
import { nameOf } from '../shapes.ts';
import type { OpenBody } from './open-body.ts';

export type Spoken = OpenBody & { readonly locale: Locale };
export const Named = z.object({ id: z.string(), name: z.string() });

/** An actor with its name in the language of the answer. */
export const named = (id: string, { actors, locale }: Spoken): z.output<typeof Named> => ({
  id,
  name: nameOf(locale, id, actors),
});
