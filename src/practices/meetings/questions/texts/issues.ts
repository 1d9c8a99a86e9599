/** What is open in a text: by provision, by whom, and over time. */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { Name } from '../../payloads/parts.ts';
import { inOrder } from '../../rules/texts/show-text.ts';
import { numbersOf } from '../../rules/texts/number-provisions.ts';
import type { Issue } from '../../rules/texts/structure.ts';
import type { TextState } from '../../rules/texts/text-state.ts';
import { InLanguage } from '../shapes.ts';
import { OnDay, overTime } from './over-time.ts';
import { HeadShape, IssueShape, headOf, issueShape, openIssues, openText } from './shapes.ts';

const ByProvision = z.object({ provision: z.string(), number: z.string(), open: z.int() });
const ByActor = z.object({
  actor: z.string(),
  proposed: z.int(),
  supported: z.int(),
  opposed: z.int(),
});

function byProvision(state: TextState, open: readonly Issue[]): z.output<typeof ByProvision>[] {
  const order = inOrder(state);
  const numbers = numbersOf(state, order);
  const counts = Map.groupBy(open, ({ provision }) => provision.id);
  return order.flatMap(({ id }) => {
    const own = counts.get(id)?.length ?? 0;
    return own === 0 ? [] : [{ provision: id, number: numbers.get(id) ?? '', open: own }];
  });
}

function byActor(issues: readonly IssueShape[]): z.output<typeof ByActor>[] {
  const counts = new Map<string, z.output<typeof ByActor>>();
  const add = (actor: string, what: 'proposed' | 'supported' | 'opposed'): void => {
    const count = counts.get(actor) ?? { actor, proposed: 0, supported: 0, opposed: 0 };
    count[what] += 1;
    counts.set(actor, count);
  };
  for (const { by, opposedBy, supportedBy } of issues) {
    for (const actor of by) add(actor, 'proposed');
    for (const actor of supportedBy) add(actor, 'supported');
    for (const actor of opposedBy) add(actor, 'opposed');
  }
  return [...counts.values()].sort((one, other) => (one.actor < other.actor ? -1 : 1));
}

export const issues = defineQuestion({
  name: 'meetings.issues',
  title: 'What is open in a text, where, since when and by whom?',
  input: z.strictObject({
    text: Name,
    /** Also what was settled, withdrawn or fell. */
    all: z.boolean().default(false),
    locale: InLanguage,
  }),
  output: z.object({
    ...HeadShape,
    rows: z.array(IssueShape),
    byProvision: z.array(ByProvision),
    byActor: z.array(ByActor),
    overTime: z.array(OnDay),
  }),
  example: { text: 'draft-declaration' },
  async answer(asked, { text: name, all, locale }) {
    const opened = await openText(asked, name);
    if (isRefusal(opened)) return opened;
    const { state } = opened;
    const open = openIssues(state);
    const told = all ? [...state.issues.values()] : open;
    const shapes = open.map((issue) => issueShape(state, issue));
    return {
      ...headOf(opened, locale),
      rows: all ? told.map((issue) => issueShape(state, issue)) : shapes,
      byProvision: byProvision(state, open),
      byActor: byActor(shapes),
      overTime: overTime(state),
    };
  },
});
