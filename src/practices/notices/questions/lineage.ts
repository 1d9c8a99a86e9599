/** Onward release: who passed what on to whom, when, and by whose permission. */
import { z } from 'zod';
import { ActId } from '../../../kernel/act.ts';
import { InstantText } from '../../../kernel/dates.ts';
import { type Asked, defineQuestion } from '../../../kernel/define-area.ts';
import { LEVELS } from '../../../kernel/marking.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { loadEvents, loadOnward, loadUpwards } from '../load.ts';
import { momentOf } from '../../../kernel/moment.ts';
import { type Released, lineageOf, releasesFrom } from '../rules/lineage.ts';
import type { EventFact, NoticeFact } from '../rules/facts.ts';
import { DEPTH_MAX } from '../rules/threads.ts';
import { InLanguage, deskWith, nameIn } from './shapes.ts';

/** Notices that are told of one lineage; what lies further down is left out. */
export const LINEAGE_MAX = 500;

const LineageRow = z.object({
  depth: z.int(),
  notice: z.string(),
  channel: z.string(),
  subject: z.string(),
  language: z.string(),
  by: z.string(),
  byName: z.string(),
  level: z.enum(LEVELS),
  /** To whom it was released so; empty: to all. */
  to: z.array(z.string()),
  at: InstantText,
  /** The notice that it passes on. */
  source: z.string().nullable(),
  /** The act that permits it, and whose that is; null where none is named, or none is seen. */
  permit: z.string().nullable(),
  permittedBy: z.string().nullable(),
});

/** All that passes on the notice, and what passes that on, as far as the asker may see it. */
async function downwards({ query }: Asked, root: NoticeFact, bound: string | null) {
  const found = new Map([[root.act, root]]);
  let next = [root.act];
  for (let depth = 0; depth < DEPTH_MAX && next.length > 0; depth += 1) {
    const passed = await loadOnward(query, next, bound);
    const fresh = passed.filter(({ act }) => !found.has(act)).slice(0, LINEAGE_MAX - found.size);
    for (const fact of fresh) found.set(fact.act, fact);
    next = fresh.map(({ act }) => act);
  }
  return found;
}

const permitOf = (events: readonly EventFact[], { notice }: NoticeFact): EventFact | null =>
  events.find(({ act }) => act === notice.source?.releasedBy) ?? null;

export const lineage = defineQuestion({
  name: 'notices.lineage',
  title: 'Who passed this notice on to whom, and by whose permission?',
  input: z.strictObject({
    notice: ActId.optional(),
    channel: z.string().optional(),
    locale: InLanguage,
  }),
  output: z.object({ root: z.string(), rows: z.array(LineageRow) }),
  example: { channel: 'outbreak-alerts' },
  async answer(asked, { locale, ...named }) {
    const found = await deskWith(asked, named);
    if (isRefusal(found)) return found;
    const { desk, read } = found;
    const { recordedBy } = momentOf(asked);
    const [bound = null] = [asked.knownAt, recordedBy].filter((one) => one !== null).toSorted();
    const above = await loadUpwards(asked.query, [read.fact.act]);
    const root = lineageOf({ notices: above }, read.fact.act).at(-1) ?? read.fact;
    const notices = await downwards(asked, root, bound);
    const events = await loadEvents(asked.query, notices.keys(), asked.knownAt);
    const rowOf = ({ fact, depth }: Released) => {
      const permit = permitOf(events, fact);
      return {
        depth,
        notice: fact.act,
        channel: fact.channel,
        subject: fact.notice.subject,
        language: fact.notice.language,
        by: fact.actor,
        byName: nameIn(locale, fact.actor, desk.facts),
        level: fact.marking.level,
        to: [...fact.marking.to],
        at: fact.recordedAt,
        source: fact.notice.source?.notice ?? null,
        permit: permit?.act ?? null,
        permittedBy: permit?.actor ?? null,
      };
    };
    return { root: root.act, rows: releasesFrom(notices, root.act).map(rowOf) };
  },
});
