/** What every act upon a body is judged by first: the body is there, and its keeper speaks. */
import { plainCanonicalText } from '../../../../kernel/canonical.ts';
import { isPlainDate } from '../../../../kernel/dates.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { Given, TopicJudge } from '../judging.ts';
import { RULES } from '../law.ts';
import type { BodyState } from './body-state.ts';
import { BODY_RULES } from './law-bodies.ts';

/** An act upon a body, with its payload as the schema gave it. */
export interface Upon<Payload> extends Given {
  readonly body: BodyState;
  readonly payload: Payload;
}
export type BodyJudge<Payload> = (upon: Upon<Payload>) => Refusal | null;

/** Whether who signs keeps the register, or signs for who keeps it or established the body. */
function isKeeper({ header }: Given['act'], body: BodyState): boolean {
  const isOwn = header.actor === body.custodian || header.actor === body.opening.actor;
  return header.author === body.custodian || (header.basis.kind === 'signed' && isOwn);
}

/** What holds for a time begins before it ends. */
function inOrder(payload: unknown): Refusal | null {
  // Every payload of these acts names its days so, where it has any.
  const { from, until } = payload as { readonly from?: string; readonly until?: string };
  if (from === undefined || until === undefined || !isPlainDate(until) || from <= until) {
    return null;
  }
  return refuse(
    BODY_RULES.order,
    said('It would end on {$until}, before it begins on {$from}.', { until, from }),
  );
}

/** Whether the same was said in the same words: of rights and seats, nobody means it twice. */
function saidBefore({ act, archive, name }: Given): Refusal | null {
  const { actor, type } = act.header;
  const words = plainCanonicalText(act.payload);
  const same = archive
    .facts('body', name)
    .find(
      (fact) =>
        fact.type === type && fact.actor === actor && plainCanonicalText(fact.payload) === words,
    );
  return same === undefined
    ? null
    : refuse(BODY_RULES.once, said('This is recorded as {$act}.', { act: same.act }), {
        values: { act: same.act },
      });
}

/** A judge of acts upon a body: by its keeper, with days in order, then by its own rules. */
export function upon<Payload>(...judges: readonly BodyJudge<Payload>[]): {
  kind: 'body';
  judge: TopicJudge;
} {
  return {
    kind: 'body',
    judge(given) {
      const { act, archive, name } = given;
      const body = archive.body(name);
      if (body === null) {
        return refuse(BODY_RULES.body, said('There is no body {$name}.', { name }), {
          remedy: said('Establish it, or correct its name.'),
        });
      }
      if (!isKeeper(act, body)) {
        return refuse(
          BODY_RULES.keeper,
          said('{$author} does not keep this register.', { author: act.header.author }),
          {
            remedy: said('Ask {$custodian}, who keeps it.', { custodian: body.custodian }),
          },
        );
      }
      // Deciders are handed what the schema of the act's kind gave.
      const payload = act.payload as Payload;
      const early = saidBefore(given) ?? inOrder(payload);
      if (early !== null) return early;
      for (const judge of judges) {
        const refusal = judge({ ...given, body, payload });
        if (refusal !== null) return refusal;
      }
      return null;
    },
  };
}

/** Refuses whom the registry does not know on the day. */
export function unknownOn(actor: string, day: string, { archive }: Given): Refusal | null {
  return archive.registry.exists(actor, day)
    ? null
    : refuse(RULES.known, said('{$actor} is no actor of the registry on {$day}.', { actor, day }));
}
