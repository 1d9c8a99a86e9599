/** How groups of the registry voted on a decision: as one, or split. */
import { z } from 'zod';
import { dayOf } from '../../../../kernel/dates.ts';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { ActorFacts } from '../../../actors/area.ts';
import { Name } from '../../payloads/parts.ts';
import { type Group, votesOfGroups } from '../../rules/decisions/group-votes.ts';
import { outcomeOf, ruleOf } from '../../rules/decisions/outcome-of.ts';
import { InLanguage, nameOf, unknownHere } from '../shapes.ts';
import { findDecision } from './find.ts';
import { rollRows } from './rows.ts';

const GroupRow = z.object({
  group: z.string(),
  name: z.string(),
  yes: z.int(),
  no: z.int(),
  abstain: z.int(),
  /** Members of the group that may vote and said nothing. */
  silent: z.int(),
  isSplit: z.boolean(),
});
export type GroupRow = z.output<typeof GroupRow>;

/** Groups of States, and organisations in which States act as one. */
function groupsOn(actors: ActorFacts, day: string): Group[] {
  return actors
    .allActors()
    .filter(({ kind, regionalIntegration }) => kind === 'group' || regionalIntegration)
    .map(({ id }) => ({ group: id, members: actors.membersOn(id, day) }));
}

export const groupVotes = defineQuestion({
  name: 'meetings.group-votes',
  title: 'How did groups vote on a decision: as one, or split?',
  input: z.strictObject({ session: Name, decision: Name, locale: InLanguage }),
  output: z.object({ rows: z.array(GroupRow) }),
  example: { session: 'first-session', decision: 'closure-of-debate' },
  async answer(asked, { locale, ...wanted }) {
    const found = await findDecision(asked, wanted);
    if (isRefusal(found)) return found;
    const { decision, floor, reading } = found;
    const { actors, moment } = reading;
    const rule = ruleOf(floor, decision, moment.at);
    if (rule === null)
      return unknownHere(said('There is no rule for {$name} here.', { name: decision.name }));
    const { at } = outcomeOf(decision, floor, moment.at);
    const roll = rollRows({ decision, floor, rule, at }, { locale, actors });
    const votes = new Map(
      roll.map(({ actor }) => [actor, decision.votes.get(actor)?.payload.choice ?? null]),
    );
    return {
      rows: votesOfGroups(votes, groupsOn(actors, dayOf(at))).map((row) => ({
        name: nameOf(locale, row.group, actors),
        ...row,
      })),
    };
  },
});
