/** Of which acts a webhook is told. */
import { z } from 'zod';
import { RegisterKey } from '../../kernel/act.ts';
import { ActorId } from '../../kernel/actor-id.ts';

const NAME_CHARACTERS_MAX = 80;
const AREA = /^[a-z][a-z-]*$/;
const TYPE = /^[a-z][a-z-]*\.[a-z][a-z-]*$/;

/** All acts that its owner may see, or those alone of which all this is true. */
export const HookFilter = z.strictObject({
  area: z.string().max(NAME_CHARACTERS_MAX).regex(AREA).optional(),
  register: RegisterKey.optional(),
  actor: ActorId.optional(),
  type: z.string().max(NAME_CHARACTERS_MAX).regex(TYPE).optional(),
});
export type HookFilter = z.output<typeof HookFilter>;
export const FILTERS = ['area', 'register', 'actor', 'type'] as const;
