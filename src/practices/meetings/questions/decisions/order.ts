/** In what order votes are taken in a session, or on one matter. */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import { Name } from '../../payloads/parts.ts';
import { latestOf, mattersIn } from '../../rules/decisions/matter.ts';
import { type Room, orderOfVotes, rivalsInOrder } from '../../rules/decisions/order-of-votes.ts';
import { ruleOf } from '../../rules/decisions/outcome-of.ts';
import { InLanguage, titleIn, unknownHere } from '../shapes.ts';
import { findSession } from './find.ts';
import { OrderShape, mattersAbout, orderShape, roomOf } from './order-rows.ts';

/** What is decided in a set order: votes and elections, and what belongs to them. */
function isOrdered({ at, decisions, floor }: Room, matter: string): boolean {
  const latest = latestOf(decisions, matter);
  const method = latest === null ? 'vote' : ruleOf(floor, latest, at)?.method;
  return method === 'vote' || method === 'election' || method === 'consensus';
}

/** The matters of a session on which something is still to be voted, in their order. */
function pendingMatters(room: Room): string[] {
  const open = mattersIn(room.decisions).filter(
    (name) => isOrdered(room, name) && orderOfVotes(room, name).next !== null,
  );
  const ordered = open.flatMap((name) => rivalsInOrder(room, name).names);
  return [...new Set(ordered)].filter((name) => open.includes(name));
}

export const order = defineQuestion({
  name: 'meetings.order-of-votes',
  title: 'In what order are votes taken, what is next, and what falls?',
  input: z.strictObject({
    session: Name,
    /** Of one matter, whatever became of it; absent: of all on which votes are due. */
    decision: Name.optional(),
    locale: InLanguage,
  }),
  output: z.object({ session: z.string(), sessionTitle: z.string(), ...OrderShape.shape }),
  example: { session: 'first-session' },
  async answer(asked, { session, decision, locale }) {
    const found = await findSession(asked, session);
    if (isRefusal(found)) return found;
    const room = roomOf(found);
    if (decision !== undefined && !room.decisions.has(decision)) {
      return unknownHere(said('There is no decision {$decision} here.', { decision }));
    }
    const matters = decision === undefined ? pendingMatters(room) : mattersAbout(room, decision);
    return {
      session,
      sessionTitle: titleIn(locale, found.session.opening.payload.title),
      ...orderShape(room, matters, locale),
    };
  },
});
