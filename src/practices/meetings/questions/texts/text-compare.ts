/** What differs between two versions of a text, provision by provision. */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import { writeWords } from '../../../../standards/bracketed-text/write-words.ts';
import { DocumentSymbol, Name } from '../../payloads/parts.ts';
import { compareDrafts } from '../../rules/texts/compare-drafts.ts';
import { draftOf } from '../../rules/texts/draft-of.ts';
import type { TextState } from '../../rules/texts/text-state.ts';
import { agreedOnly, inTheRoom } from '../../rules/texts/views.ts';
import { InLanguage, unknownHere } from '../shapes.ts';
import { HeadShape, headOf, openText, versionOf } from './shapes.ts';

const Stretch = z.object({ in: z.enum(['both', 'from', 'to']), text: z.string() });

const Row = z.object({
  provision: z.string(),
  number: z.string(),
  fate: z.enum(['same', 'changed', 'added', 'removed']),
  stretches: z.array(Stretch),
});

const LABEL = { added: 'to', removed: 'from' } as const;

/** Provision by provision; of what only one has, all its words. */
function compared(from: TextState, to: TextState, view: 'room' | 'clean'): z.output<typeof Row>[] {
  const [before, after] = [from, to].map((state) =>
    draftOf(state, view === 'room' ? inTheRoom(state.standings) : agreedOnly(state.standings)),
  );
  if (before === undefined || after === undefined) return [];
  return compareDrafts(before, after).map(({ fate, from: old, id, stretches, to: now }) => {
    const { number = '', words = [] } = now ?? old ?? {};
    const whole = fate === 'added' || fate === 'removed';
    return {
      provision: id,
      number,
      fate,
      stretches: whole
        ? [{ in: LABEL[fate], text: writeWords(words) }]
        : stretches.map((stretch) => ({ ...stretch })),
    };
  });
}

export const textCompare = defineQuestion({
  name: 'meetings.text-compare',
  title: 'What differs between two versions of a text?',
  input: z.strictObject({
    text: Name,
    /** The symbol of a version; absent: as it was tabled. */
    from: DocumentSymbol.optional(),
    /** The symbol of a version; absent: as it stands. */
    to: DocumentSymbol.optional(),
    view: z.enum(['room', 'clean']).default('room'),
    locale: InLanguage,
  }),
  output: z.object({ ...HeadShape, rows: z.array(Row) }),
  example: { text: 'draft-declaration' },
  async answer(asked, { text: name, from, to, view, locale }) {
    const opened = await openText(asked, name);
    if (isRefusal(opened)) return opened;
    const before = versionOf(opened, from ?? null);
    const after = to === undefined ? opened.state : versionOf(opened, to);
    if (before === null || after === null)
      return unknownHere(said('There is no version of that symbol here.'));
    return { ...headOf(opened, locale), rows: compared(before, after, view) };
  },
});
