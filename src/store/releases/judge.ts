/** Whether something may be said of a released act, and by whom. */
import type { z } from 'zod';
import type { ActOf } from '../../kernel/act.ts';
import { dayOf } from '../../kernel/dates.ts';
import { rule } from '../../kernel/law.ts';
import { audienceOf } from '../../kernel/marking.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { KEPT_FOR_PROOF, downgradeFault } from './judge-downgrade.ts';
import type { ErasureAnswer, ErasureRequest } from './payloads.ts';
import { ERASURE_RULE, type ReleasedAct, type Statement, holdersOf } from './statements.ts';

export const KNOWN_RULE = rule(
  'releases.known',
  'Concord acts, "Markings"',
  'What is said of the release of an act stands in that act’s own register.',
);
export const SAME_AUDIENCE_RULE = rule(
  'releases.same-audience',
  'FIRST, Traffic Light Protocol 2.0; Concord acts, "Markings"',
  'What is said of the release of an act is said to all who may see the act, and to nobody else.',
);
export const ORIGINATOR_RULE = rule(
  'releases.originator',
  'FIRST, Traffic Light Protocol 2.0: the source decides on release',
  'An act is recalled, and its erasure asked for, by its originator; or under a law that is named.',
);

export interface ReleaseState {
  readonly acts: ReadonlyMap<string, ReleasedAct>;
  readonly statements: readonly Statement[];
}

type Given = ActOf<{ readonly act: string }>;

function targetFault({ header, payload }: Given, released: ReleasedAct | undefined) {
  if (!released || released.header.register !== header.register) {
    return refuse(
      KNOWN_RULE,
      said('There is no act {$act} in {$register}.', {
        act: payload.act,
        register: header.register ?? 'none',
      }),
      {
        remedy: said('Put it to the register of the act that it is about.'),
      },
    );
  }
  if (header.type === 'releases.downgrade') return null;
  if (audienceOf(header.marking) === audienceOf(released.header.marking)) return null;
  return refuse(SAME_AUDIENCE_RULE, said('It is marked otherwise than the act that it is about.'), {
    remedy: said('Give it the same level, released to the same actors.'),
  });
}

const isOriginator = ({ header }: Given, released: ReleasedAct): boolean =>
  [released.header.actor, released.header.author].includes(header.actor);

function originatorFault(act: Given, released: ReleasedAct): Refusal | null {
  if (isOriginator(act, released)) return null;
  const { actor } = released.header;
  return refuse(
    ORIGINATOR_RULE,
    said('{$recaller} is not who released it: {$releaser} is.', {
      recaller: act.header.actor,
      releaser: actor,
    }),
    {
      remedy: said('Ask {$actor} to do it.', { actor }),
      values: { actor },
    },
  );
}

function keptFault({ header: { type } }: ReleasedAct): Refusal | null {
  return KEPT_FOR_PROOF.test(type)
    ? refuse(
        ERASURE_RULE,
        said('An act of the kind {$type} is kept: others are verified by it.', { type }),
      )
    : null;
}

function requestFault(act: Given, released: ReleasedAct): Refusal | null {
  // The area's own schema gave it.
  const { parts, legalBasis } = act.payload as z.output<typeof ErasureRequest>;
  const { parts: all } = released.header;
  const kept = keptFault(released);
  if (kept) return kept;
  if (parts.some((part) => part >= all.length)) {
    return refuse(
      ERASURE_RULE,
      said('The act has {$count} parts, numbered from 0.', { count: all.length }),
    );
  }
  const isUnderLaw = legalBasis !== undefined && act.header.actor === released.custodian;
  return isUnderLaw ? null : originatorFault(act, released);
}

function answerFault(act: Given, released: ReleasedAct, state: ReleaseState): Refusal | null {
  const { request, ground } = act.payload as z.output<typeof ErasureAnswer>;
  const kind = ground === 'expired' ? 'expire' : 'request';
  const asked = state.statements.find((one) => one.entry === request && one.kind === kind);
  if (asked?.of_act !== released.id) {
    return refuse(
      ERASURE_RULE,
      said('Nobody asked under {$request} that this act be erased.', { request }),
    );
  }
  if (asked.on_day !== null && dayOf(act.header.issuedAt) < asked.on_day) {
    return refuse(
      ERASURE_RULE,
      said('Its release ends on {$onDay}, and not before.', { onDay: asked.on_day }),
    );
  }
  const holders = holdersOf(released);
  const { actor } = act.header;
  if (holders !== null && !holders.includes(actor)) {
    return refuse(ERASURE_RULE, said('The act was not released to {$actor}.', { actor }));
  }
  const erased = state.statements.some(
    (one) => one.request === request && one.actor === actor && one.outcome === 'erased',
  );
  return erased
    ? refuse(ERASURE_RULE, said('{$actor} has confirmed already that it is erased.', { actor }))
    : null;
}

/** The refusal, or null where it may be said. */
export function judgeRelease(state: ReleaseState, given: ActOf<unknown>): Refusal | null {
  // Every payload of the area names the act that it is about.
  const act = given as Given;
  const released = state.acts.get(act.payload.act);
  const fault = targetFault(act, released);
  if (fault || !released) return fault;
  switch (act.header.type) {
    case 'releases.request-erasure':
      return requestFault(act, released);
    case 'releases.expire':
      return originatorFault(act, released) ?? keptFault(released);
    case 'releases.downgrade':
      return originatorFault(act, released) ?? downgradeFault(act, released);
    case 'releases.confirm-erasure':
      return answerFault(act, released, state);
    default:
      return originatorFault(act, released);
  }
}
