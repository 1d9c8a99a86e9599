/** What is at hand of the acts that custodians decide on in a batch. */
import type { ActId } from '../../kernel/act.ts';
import type { Work } from '../work.ts';
import type { Ahead, HeldAct } from './ahead.ts';
import { asideOf } from './set-aside.ts';
import { type Given, loadHeld } from './take-given.ts';

/** The acts that custodians decide on in the batch, as far as they are held. */
export async function loadDecided(
  db: Work['db'],
  given: readonly Given[],
  ahead: Ahead,
): Promise<Map<ActId, HeldAct>> {
  const ids = given.flatMap(({ decides }) => decides);
  const aside = await asideOf({ db }, ids);
  const recent = ids.flatMap((id) => {
    const found = aside.has(id) ? undefined : ahead.recent(id);
    // What came without a part may have got it since.
    const isWhole = found?.signed.parts.every((part) => part !== null) === true;
    return found && isWhole ? [[id, found] as const] : [];
  });
  const met = new Map<ActId, HeldAct>(recent);
  const held = await loadHeld(
    db,
    ids.filter((id) => !met.has(id)),
  );
  return new Map([...held, ...met]);
}
