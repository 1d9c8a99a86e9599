/** The agenda of a session, with what became of each item. */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { ITEM_STANDINGS, inOrder } from '../../rules/sessions/agenda.ts';
import { OfSession, SessionHead, itemTitle, readSession } from './reading.ts';

export const ItemRow = z.object({
  item: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  standing: z.enum(ITEM_STANDINGS),
  proposedBy: z.string(),
  proposedByName: z.string(),
  documents: z.int(),
  act: z.string(),
});
export type ItemRow = z.output<typeof ItemRow>;

export const agenda = defineQuestion({
  name: 'meetings.agenda',
  title: 'What is on the agenda of a session?',
  input: OfSession,
  output: z.object({ head: SessionHead, isAdopted: z.boolean(), rows: z.array(ItemRow) }),
  example: { session: 'first-session' },
  async answer(asked, input) {
    const reading = await readSession(asked, input);
    if (isRefusal(reading)) return reading;
    const { head, session } = reading;
    const documents = [...session.documents.bySymbol.values()];
    return {
      head,
      isAdopted: session.agenda.isAdopted,
      rows: inOrder(session.agenda).map(({ item, number, proposal, standing }) => ({
        item,
        number,
        title: itemTitle(session, item, input.locale),
        standing,
        proposedBy: proposal.actor,
        proposedByName: reading.nameOf(proposal.actor),
        documents: documents.filter(({ fact }) => fact.payload.item === item).length,
        act: proposal.act,
      })),
    };
  },
});
