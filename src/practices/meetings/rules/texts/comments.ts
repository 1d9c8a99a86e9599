/** Comments on a text, with their answers: a fold of their own, since they change nothing in it. */
import { said } from '../../../../kernel/said.ts';
import type { InstantText } from '../../../../kernel/dates.ts';
import type { Marking } from '../../../../kernel/marking.ts';
import type {
  About,
  AnsweredComment,
  ClosedComment,
  Comment,
} from '../../payloads/text-comment.ts';
import type { Fact } from '../facts.ts';
import type { Placing } from './change-target.ts';
import { type Astray, isAstray, stretchOf } from './places.ts';
import { isOvertakenStretch } from './standing.ts';
import type { ProvisionNode, Sequence, Stretch } from './structure.ts';
import type { TextState } from './text-state.ts';

/** Who said what, and to whom it is shown. */
export interface Said {
  readonly act: string;
  /** Whose it is, and those on whose behalf. */
  readonly by: readonly string[];
  readonly recordedAt: InstantText;
  readonly words: string;
  readonly marking: Marking;
}

export interface CommentState extends Said {
  readonly provision: ProvisionNode;
  /** The words that it is on, as they were; null where it is on the whole provision. */
  readonly quote: string | null;
  /** Where its mark stands: after this character of this run. */
  readonly end: { readonly run: string; readonly offset: number } | null;
  /** Whether the words that it is on are not in the text any more. */
  readonly isGone: boolean;
  readonly answers: readonly Said[];
  readonly isClosed: boolean;
}

/** What a comment is on. */
interface Target {
  readonly provision: ProvisionNode;
  readonly passage: { readonly sequence: Sequence; readonly stretch: Stretch } | null;
}

/** What a comment is on, or why it is on nothing. */
export function commentTarget({ provisions, runs }: Placing, about: About): Target | Astray {
  if (about.kind === 'provision') {
    const provision = provisions.get(about.provision);
    if (provision === undefined)
      return { astray: said('The text has no provision {$name}.', { name: about.provision }) };
    return { provision, passage: null };
  }
  const passage = stretchOf(runs, about.from, about.to);
  if (isAstray(passage)) return passage;
  const { holder } = passage.sequence;
  const provision = holder.kind === 'provision' ? holder.provision : holder.issue.provision;
  return { provision, passage };
}

/** The words between two positions, brackets read out side by side. */
function quoted({ nodes, starts }: Sequence, { from, to }: Stretch): string {
  return nodes
    .map((node, at) => {
      const start = starts[at] ?? 0;
      if ((starts[at + 1] ?? 0) <= from || start >= to) return '';
      if (node.kind === 'run') return node.text.slice(Math.max(0, from - start), to - start);
      if (node.kind === 'placeholder') return `[${node.label}]`;
      const all = { from: 0, to: Number.POSITIVE_INFINITY };
      return node.issue.options.map((option) => `[${quoted(option, all)}]`).join('');
    })
    .join('');
}

const saidIn = (fact: Fact<Comment | AnsweredComment>): Said => ({
  act: fact.act,
  by: [fact.actor, ...fact.payload.onBehalfOf],
  recordedAt: fact.recordedAt,
  words: fact.payload.words,
  marking: fact.marking,
});

interface Gathering {
  readonly comment: Omit<CommentState, 'answers' | 'isClosed'>;
  readonly answers: Said[];
  isClosed: boolean;
}

function begun(state: TextState, fact: Fact<Comment>): Gathering | null {
  const { about } = fact.payload;
  const target = commentTarget(state.structure, about);
  if (isAstray(target)) return null;
  const { passage, provision } = target;
  const { standings } = state;
  const isGone =
    passage === null
      ? standings.isProvisionGone(provision)
      : standings.isGone(passage.sequence) || isOvertakenStretch(passage.stretch, passage.sequence);
  const comment = {
    ...saidIn(fact),
    provision,
    quote: passage === null ? null : quoted(passage.sequence, passage.stretch),
    end: about.kind === 'passage' ? about.to : null,
    isGone,
  };
  return { comment, answers: [], isClosed: false };
}

/** Comments in the order in which they came. One on what the reader may not see is left out. */
export function commentsOn(state: TextState, facts: readonly Fact[]): readonly CommentState[] {
  const found = new Map<string, Gathering>();
  for (const fact of facts) {
    // The payloads were accepted by the schemas of these very types.
    if (fact.type === 'meetings.comment') {
      const own = begun(state, fact as Fact<Comment>);
      if (own !== null) found.set(fact.act, own);
    }
    if (fact.type === 'meetings.answer-comment') {
      const answer = fact as Fact<AnsweredComment>;
      found.get(answer.payload.comment)?.answers.push(saidIn(answer));
    }
    if (fact.type === 'meetings.close-comment') {
      const { comment, reopened = false } = fact.payload as ClosedComment;
      const known = found.get(comment);
      if (known !== undefined) known.isClosed = !reopened;
    }
  }
  return [...found.values()].map(({ answers, comment, isClosed }) => ({
    ...comment,
    answers,
    isClosed,
  }));
}
