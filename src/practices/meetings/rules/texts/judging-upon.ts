/** What all acts upon a text that was tabled are judged by. */
import { isWithin } from '../../../../kernel/marking.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { ProposedChange } from '../../payloads/negotiating-text.ts';
import type { Given, TopicJudge } from '../judging.ts';
import { type Forum, forumOf, judgeProposer, presides } from './judging-standing.ts';
import { TEXT_RULES } from './law.ts';
import type { TextState } from './text-state.ts';

/** An act upon a text that is there, in its forum. */
export interface Upon extends Given {
  readonly text: TextState;
  readonly forum: Forum;
}
export type Judge = (upon: Upon) => Refusal | null;

/** Asks one judge after another, until one refuses. */
export function upon(...judges: readonly Judge[]): TopicJudge {
  return (given) => {
    const text = given.archive.text(given.name);
    const forum = text && forumOf(given, text.opening.payload.session);
    if (text === null || forum === null) {
      return refuse(TEXT_RULES.tabled, said('No text {$name} was tabled.', { name: given.name }), {
        forNow: true,
      });
    }
    for (const judge of [...judges, within]) {
      const refusal = judge({ ...given, text, forum });
      if (refusal !== null) return refusal;
    }
    return null;
  };
}

/** Nothing is said of a text of which a final version was issued. */
export const open: Judge = ({ name, text }) =>
  text.isFinal
    ? refuse(TEXT_RULES.closed, said('The negotiation of {$name} is closed.', { name }), {
        remedy: said('Table it anew in a session.'),
      })
    : null;

/** Whoever may put forward proposals, for itself and for those it speaks for. */
export const proposer: Judge = (given) => {
  // Each act that asks for this may have groups, by its schema.
  const { onBehalfOf = [] } = given.act.payload as Partial<ProposedChange>;
  return judgeProposer(given, given.forum, onBehalfOf);
};

/** Whoever presides over the text, or keeps it. */
export const presiding: Judge = (given) => {
  const { actor } = given.act.header;
  return presides(given, given.forum, actor)
    ? null
    : refuse(TEXT_RULES.settles, said('{$actor} neither presides nor keeps the text.', { actor }), {
        remedy: said('Propose a change, or support or oppose the issue.'),
        values: { actor },
      });
};

const OF_AN_ACT = /^(?<act>[0-9a-f]{64})(?:[.:]|$)/;

/** The acts by which what is named in a payload came to be: of runs, provisions, issues. */
function actsNamed(payload: unknown): string[] {
  if (typeof payload === 'string') {
    const act = OF_AN_ACT.exec(payload)?.groups?.['act'];
    return act === undefined ? [] : [act];
  }
  if (typeof payload !== 'object' || payload === null) return [];
  return Object.entries(payload).flatMap(([field, value]) =>
    // What is said in words names nothing.
    field === 'words' ? [] : actsNamed(value),
  );
}

/** An act that more could read than what it is about would tell them of it. */
const within: Judge = ({ act, archive, name, text }) => {
  const named = new Set([text.opening.act, ...actsNamed(act.payload)]);
  const wider = archive
    .facts('text', name)
    .some((fact) => named.has(fact.act) && !isWithin(act.header.marking, fact.marking));
  return wider
    ? refuse(TEXT_RULES.within, said('More could read this than may read what it is about.'), {
        remedy: said('Release it to those alone who may read that.'),
      })
    : null;
};
