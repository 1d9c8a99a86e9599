/** Names of actors in acts, registers and addresses. */
import { z } from 'zod';
import { ACTOR_FORMAT } from './text-formats.ts';

/**
 * States and historical States carry their ISO 3166 alpha-3 code in capitals; every other actor
 * (organisation, group, office, company, person) a name in lower case with hyphens.
 */
export const ActorId = z
  .string()
  .regex(
    /^([A-Z]{3}|[a-z][a-z0-9-]{1,62})$/,
    'an actor is three capitals, such as KEN, or a name in small letters, such as eu',
  )
  // By which a form knows that names of actors are to be offered.
  .meta({ format: ACTOR_FORMAT });
export type ActorId = z.infer<typeof ActorId>;
