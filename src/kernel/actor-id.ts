/** Names of actors in acts, registers and addresses. */
import { z } from 'zod';

/**
 * States and historical States carry their ISO 3166 alpha-3 code in capitals; every other actor
 * (organisation, group, office, company, person) a name in lower case with hyphens.
 */
export const ActorId = z
  .string()
  .regex(
    /^([A-Z]{3}|[a-z][a-z0-9-]{1,62})$/,
    'an actor is three capitals, such as KEN, or a name in small letters, such as eu',
  );
export type ActorId = z.infer<typeof ActorId>;
