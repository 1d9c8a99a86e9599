/** Where delegations stand on open issues, as far as the asker may see it. */
import { z } from 'zod';
import { ActorId } from '../../../../kernel/actor-id.ts';
import { InstantText } from '../../../../kernel/dates.ts';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { loadOpenings, recallActors } from '../../load.ts';
import { Name } from '../../payloads/parts.ts';
import { SOURCES, STANCES } from '../../payloads/position.ts';
import { heldPositions } from '../../rules/positions/positions.ts';
import { InLanguage, nameOf } from '../shapes.ts';

const PositionRow = z.object({
  holder: z.string(),
  holderName: z.string(),
  text: z.string().nullable(),
  issue: z.string(),
  title: z.string(),
  of: z.string(),
  ofName: z.string(),
  knownFrom: z.enum(SOURCES),
  stance: z.enum(STANCES),
  note: z.string().nullable(),
  /** Whether others than the holder may see it. */
  isShared: z.boolean(),
  act: z.string(),
  at: InstantText,
});
export type PositionRow = z.output<typeof PositionRow>;

export const positions = defineQuestion({
  name: 'meetings.positions',
  title: 'Who stands where on which issue, as was noted by whom?',
  input: z.strictObject({
    /** Whose notes; absent: all that the asker may see. */
    holder: ActorId.optional(),
    text: Name.optional(),
    locale: InLanguage,
  }),
  output: z.object({ rows: z.array(PositionRow) }),
  example: { text: 'draft-declaration' },
  async answer(asked, { holder, text, locale }) {
    const actors = await recallActors(asked);
    const held = heldPositions(await loadOpenings(asked, 'meetings.hold-position'));
    const wanted = held.filter(
      (one) =>
        (holder === undefined || one.holder === holder) &&
        (text === undefined || one.text === text),
    );
    return {
      rows: wanted.map(({ title, ...one }) => ({
        ...one,
        title: title ?? one.issue,
        holderName: nameOf(locale, one.holder, actors),
        ofName: nameOf(locale, one.of, actors),
      })),
    };
  },
});
