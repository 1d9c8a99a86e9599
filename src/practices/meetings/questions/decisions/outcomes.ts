/** All that a session decided, each with its reasons: what a file of the session carries along. */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { FindingShape } from '../../../../kernel/finding.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { Name } from '../../payloads/parts.ts';
import { outcomeOf } from '../../rules/decisions/outcome-of.ts';
import { InLanguage, titleIn } from '../shapes.ts';
import { findSession } from './find.ts';
import { decisionRow } from './rows.ts';
import { DecisionRow } from './shapes.ts';

export const outcomes = defineQuestion({
  name: 'meetings.outcomes',
  title: 'What did a session decide, and why is that the outcome of each?',
  input: z.strictObject({ session: Name, locale: InLanguage }),
  output: z.object({
    session: z.string(),
    title: z.string(),
    body: z.string(),
    /** The act that convened it. */
    act: z.string(),
    rows: z.array(DecisionRow.extend({ finding: FindingShape.nullable(), act: z.string() })),
  }),
  example: { session: 'first-session' },
  async answer(asked, { locale, session: name }) {
    const found = await findSession(asked, name);
    if (isRefusal(found)) return found;
    const { decisions, floor, reading, session } = found;
    const { act, payload } = session.opening;
    return {
      session: session.name,
      title: titleIn(locale, payload.title),
      body: floor.body,
      act,
      rows: [...decisions.values()].map((decision) => {
        const { reckoned } = outcomeOf(decision, floor, reading.moment.at);
        const isKnown = reckoned !== null && !isRefusal(reckoned);
        return {
          ...decisionRow(found, decision, locale),
          finding: isKnown ? reckoned.finding : null,
          act: decision.opening.act,
        };
      }),
    };
  },
});
