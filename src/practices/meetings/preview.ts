/** What would follow from an act upon a decision, before it is recorded. */
import type { ActOf } from '../../kernel/act.ts';
import type { Asked, Consequence } from '../../kernel/define-area.ts';
import { openReading } from './load.ts';
import { nameIn } from './registers.ts';
import { type Upcoming, consequencesOf } from './rules/decisions/consequences.ts';
import { floorOf } from './rules/decisions/floor-of.ts';
import { factOf } from './rules/fact-of.ts';

/** Read as the asker may see it, so that nothing follows from what is not shown to it. */
export async function preview(asked: Asked, act: ActOf<unknown>): Promise<readonly Consequence[]> {
  const { register } = act.header;
  const session = nameIn('session', register);
  // Every act upon a decision names it.
  const { decision } = act.payload as { readonly decision?: unknown };
  if (session === '' || register === null || typeof decision !== 'string') return [];
  const { archive } = await openReading(asked, [register]);
  const before = archive.decisions(session);
  archive.admit(factOf(act, asked.now));
  const floor = floorOf(archive, session);
  if (floor === null) return [];
  const upcoming: Upcoming = {
    type: act.header.type,
    decision,
    before: { floor, decisions: before, at: asked.now },
    after: { floor, decisions: archive.decisions(session), at: asked.now },
  };
  return consequencesOf(upcoming);
}
