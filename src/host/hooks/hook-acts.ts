/** What people do with their webhooks, by form or by program. */
import { z } from 'zod';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { faultText } from '../faults.ts';
import { BODY_RULE, UNKNOWN_RULE } from '../host-rules.ts';
import { HookFilter } from './hook-filter.ts';
import type { HookRoom } from './hook-room.ts';
import { HOOKS_PER_PERSON_MAX } from './hook-tables.ts';

export const URL_CHARACTERS_MAX = 500;
export const HOOK_VERBS = ['test', 'pause', 'resume', 'rotate', 'remove'] as const;
export type HookVerb = (typeof HOOK_VERBS)[number];

export const NewHook = HookFilter.extend({
  url: z
    .string()
    .trim()
    .pipe(z.url({ protocol: /^https?$/ }).max(URL_CHARACTERS_MAX)),
});

/** What is answered: the secret is told this once. */
export interface HookMade {
  readonly id: string;
  readonly secret: string;
}

/** Makes a webhook of a person. */
export async function makeHook(
  room: HookRoom,
  person: string,
  given: unknown,
): Promise<HookMade | Refusal> {
  const parsed = NewHook.safeParse(given);
  if (!parsed.success) {
    const why = faultText(parsed.error);
    return refuse(BODY_RULE, said('The webhook is not well formed: {$why}.', { why }));
  }
  const { url, ...filter } = parsed.data;
  if (!room.allowsPlain && !url.startsWith('https:')) {
    return refuse(BODY_RULE, said('A webhook has an address that begins with https.'));
  }
  const made = await room.add({ person, url, filter });
  if (made !== null) return made;
  const reason = said('There are {$hooksMax} webhooks already.', {
    hooksMax: HOOKS_PER_PERSON_MAX,
  });
  return refuse(BODY_RULE, reason, { remedy: said('Remove one that is no longer used.') });
}

const isVerb = (text: string): text is HookVerb => HOOK_VERBS.some((verb) => verb === text);
const noSuch = (): Refusal => refuse(UNKNOWN_RULE, said('There is no such webhook.'));

/** Does something with a webhook of a person; the new secret where there is one. */
export async function actOnHook(
  room: HookRoom,
  person: string,
  asked: { readonly id: string; readonly verb: string },
): Promise<{ readonly secret?: string } | Refusal> {
  const own = (await room.hooks(person)).find(({ id }) => id === asked.id);
  if (own === undefined || !isVerb(asked.verb)) return noSuch();
  const verbs: Record<HookVerb, () => Promise<unknown>> = {
    test: () => room.test(own),
    pause: () => room.pause(own),
    resume: () => room.resume(own),
    remove: () => room.remove(own),
    rotate: () => room.rotate(own),
  };
  const done = await verbs[asked.verb]();
  return typeof done === 'string' ? { secret: done } : {};
}

/** What a person has, as a program is told of it. */
export async function hooksTold(room: HookRoom, person: string) {
  const hooks = await room.hooks(person);
  return hooks.map(({ id, url, filter, madeAt, pausedAs }) => {
    return { id, url, filter, madeAt: madeAt.toISOString(), pausedAs };
  });
}
