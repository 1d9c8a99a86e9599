/** The agenda of a session, with what became of each item. */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import type { DecidedOn } from '../../payloads/decision.ts';
import type { DecisionState } from '../../rules/decisions/decision-state.ts';
import { latestOf, mattersIn } from '../../rules/decisions/matter.ts';
import { ITEM_STANDINGS, inOrder } from '../../rules/sessions/agenda.ts';
import { titleIn } from '../shapes.ts';
import { OfSession, SessionHead, type SessionReading, itemTitle, readSession } from './reading.ts';

export const ItemRow = z.object({
  item: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  standing: z.enum(ITEM_STANDINGS),
  proposedBy: z.string(),
  proposedByName: z.string(),
  documents: z.int(),
  /** Questions that were put under it: by their own word, or on a document or text of the item. */
  decisions: z.array(z.object({ decision: z.string(), title: z.string() })),
  act: z.string(),
});
export type ItemRow = z.output<typeof ItemRow>;

/** Under which item a question is put; null: under none. */
function itemOf({ session }: SessionReading, { opening }: DecisionState): string | null {
  const { item, on } = opening.payload;
  if (item !== undefined) return item;
  const documents = [...session.documents.bySymbol.values()].map(({ fact }) => fact.payload);
  const about = documents.findLast((one) => {
    return on.kind === 'document' ? one.symbol === on.symbol : isOnText(on, one.text);
  });
  return about?.item ?? null;
}

const isOnText = (on: DecidedOn, text: string | undefined): boolean =>
  on.kind === 'text' && on.text === text;

/** Proposals under an item, each as it was put last; what belongs to them stands with them. */
function decisionsUnder(reading: SessionReading, item: string, locale: Locale) {
  const decisions = reading.archive.decisions(reading.session.name);
  return mattersIn(decisions).flatMap((matter) => {
    const latest = latestOf(decisions, matter);
    if (latest === null || itemOf(reading, latest) !== item) return [];
    return [{ decision: latest.name, title: titleIn(locale, latest.opening.payload.title) }];
  });
}

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
        decisions: decisionsUnder(reading, item, input.locale),
        act: proposal.act,
      })),
    };
  },
});
