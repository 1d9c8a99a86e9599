/** What became of the release of an act, and who has not answered. */
import { z } from 'zod';
import { ActId } from '../../kernel/act.ts';
import { InstantText, PlainDateText } from '../../kernel/dates.ts';
import { defineQuestion } from '../../kernel/define-area.ts';
import { FindingShape } from '../../kernel/finding.ts';
import { LEVELS, Marking } from '../../kernel/marking.ts';
import { loadReleased, loadStatements } from './load.ts';
import {
  type ReleasedAct,
  type Statement,
  answersTo,
  erasureFinding,
  unansweredBy,
} from './statements.ts';

const MarkingShape = z.object({ level: z.enum(LEVELS), to: z.array(z.string()) });

const Said = z.object({
  act: ActId,
  actor: z.string(),
  reason: z.string().nullable(),
  recordedAt: InstantText,
});

const said = ({ entry: act, actor, reason, recorded_at: recordedAt }: Statement) => {
  return { act, actor, reason, recordedAt };
};

/** Places of parts, as `apply` wrote them. */
const placesOf = ({ parts }: Statement): number[] => z.array(z.int()).catch([]).parse(parts);

const NOTHING_SAID = { recalls: [], endsOn: null, hasEnded: false, destroyed: [], requests: [] };

export const releaseOf = defineQuestion({
  name: 'releases.of',
  title: 'Was this act recalled, does it end, is it to be erased, and who has answered?',
  input: z.strictObject({ act: ActId }),
  output: z.object({
    recalls: z.array(Said),
    /** From that day on it is no longer to be used by those it was released to. */
    endsOn: PlainDateText.nullable(),
    hasEnded: z.boolean(),
    /** Who has destroyed what they had since it ended. */
    destroyed: z.array(Said),
    /** Acts by which it was released at a looser level, or to more, the latest last. */
    downgrades: z.array(Said.extend({ marking: MarkingShape })),
    requests: z.array(
      Said.extend({
        parts: z.array(z.int()),
        legalBasis: z.string().nullable(),
        answers: z.array(Said.extend({ outcome: z.enum(['erased', 'refused']) })),
        unanswered: z.array(z.string()),
        finding: FindingShape,
      }),
    ),
  }),
  example: { act: '0'.repeat(64) },
  async answer({ query, asOf, knownAt }, { act }) {
    const released = (await loadReleased(query, [act])).get(act);
    const statements = await loadStatements(query, [act], knownAt);
    const ofKind = (kind: string) => statements.filter((one) => one.kind === kind);
    const downgrades = ofKind('downgrade').map((one) => {
      return { ...said(one), marking: Marking.parse(one.marking) };
    });
    // Of an act that is not for the reader nothing was said, as of one that there is not.
    if (!released) return { ...NOTHING_SAID, downgrades };
    const ends = ofKind('expire');
    const endsOn = ends.at(-1)?.on_day ?? null;
    return {
      recalls: ofKind('recall').map(said),
      endsOn,
      hasEnded: endsOn !== null && endsOn <= asOf,
      destroyed: ends.flatMap(({ entry }) => answersTo(entry, statements)).map(said),
      downgrades,
      requests: ofKind('request').map((request) => ({
        ...said(request),
        parts: placesOf(request),
        legalBasis: request.legal_basis,
        answers: answersTo(request.entry, statements).map((one) => ({
          ...said(one),
          outcome: one.outcome === 'erased' ? ('erased' as const) : ('refused' as const),
        })),
        unanswered: unansweredBy(released, request.entry, statements),
        finding: erasureFinding(released, request.entry, statements),
      })),
    };
  },
});

/** One row for each who has not answered, with what an answer has to say. */
function waitedFor(released: ReleasedAct, asked: Statement, statements: readonly Statement[]) {
  const { actor: originator, register, marking } = released.header;
  return unansweredBy(released, asked.entry, statements).map((actor) => ({
    act: asked.of_act,
    request: asked.entry,
    actor,
    askedAt: asked.recorded_at,
    askedBy: asked.actor,
    originator,
    register: register ?? '',
    parts: placesOf(asked),
    reason: asked.reason ?? '',
    legalBasis: asked.legal_basis,
    level: marking.level,
    to: [...marking.to],
  }));
}

export const unanswered = defineQuestion({
  name: 'releases.unanswered',
  title: 'Who has not answered a request to erase?',
  input: z.strictObject({}),
  output: z.object({
    rows: z.array(
      z.object({
        act: ActId,
        request: ActId,
        /** Who holds the act and is waited for. */
        actor: z.string(),
        askedAt: InstantText,
        /** Who asks: the originator, or the custodian under a law. */
        askedBy: z.string(),
        originator: z.string(),
        register: z.string(),
        parts: z.array(z.int()),
        reason: z.string(),
        legalBasis: z.string().nullable(),
        level: z.enum(LEVELS),
        to: z.array(z.string()),
      }),
    ),
  }),
  example: {},
  async answer({ query, knownAt }) {
    const statements = await loadStatements(query, null, knownAt);
    const requests = statements.filter(({ kind }) => kind === 'request');
    const acts = await loadReleased(
      query,
      requests.map(({ of_act: act }) => act),
    );
    const rows = requests.flatMap((asked) => {
      const released = acts.get(asked.of_act);
      return released ? waitedFor(released, asked, statements) : [];
    });
    return { rows };
  },
});
