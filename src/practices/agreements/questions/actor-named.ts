/** An actor as a question names it. */
import { z } from 'zod';
import type { Asked } from '../../../kernel/define-area.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { recallFacts } from '../load-facts.ts';
import type { ActorFact } from '../rules/facts.ts';
import { unknownActor } from './shapes.ts';

/** An id, or any name that only one actor bears. */
export const ActorName = z.string().trim().min(1).max(200);

/** The actor of that id or name, or that no single one bears it. */
export async function actorNamed(asked: Asked, name: string): Promise<ActorFact | Refusal> {
  const facts = await recallFacts(asked);
  const id = facts.resolve(name);
  const found = id === null ? null : facts.actor(id);
  return found ?? unknownActor(name);
}

/** Its name in a language, in English where it has none in that one. */
export const namedIn = (locale: Locale, actor: ActorFact): string =>
  actor.names[locale] ?? actor.name;
