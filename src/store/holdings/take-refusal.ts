/** Refusals by other custodians: of what is at hand, and of what comes later. */
import type { Act, ActId } from '../../kernel/act.ts';
import { refusalElsewhere, refusedAhead } from './admit-elsewhere.ts';
import { type Taking, bringIn } from './taking.ts';

/** What a custodian elsewhere refused; of what has not come yet it is kept for later. */
export function takeRefusal(taking: Taking, act: Act): void {
  const refused = refusalElsewhere(taking, act);
  if (refused) {
    taking.refusals.push(refused);
    bringIn(taking, refused.act.id);
  }
  const named = refusedAhead(taking, act);
  if (named !== null) taking.ahead.push({ act: named, by: act.id });
}

/** What a custodian had refused before it came is refused as soon as it comes. */
export async function heedRefusals(taking: Taking, id: ActId): Promise<void> {
  for (const by of await taking.record.refusalsOf(id)) {
    const refused = refusalElsewhere(taking, by);
    if (refused) taking.refusals.push(refused);
  }
}
