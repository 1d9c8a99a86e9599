/** Mandates: the acts by which an actor lets another act in its name (VCLT Art. 7). */
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { ActOf } from '../kernel/act.ts';
import { GrantPayload, RevokeMandatePayload } from '../kernel/authority-acts.ts';
import { type Judge, type Query, defineAct, defineArea } from '../kernel/define-area.ts';
import { rule } from '../kernel/law.ts';
import { grantedUnder } from '../kernel/mandate.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { type StoredRow, defineTable, put } from '../kernel/table.ts';
import { REGISTRY } from './keys-area.ts';
import { listMandates } from './mandate-questions.ts';

export const GRANT_RULE = rule(
  'mandates.grant',
  'VCLT Art. 7(1)',
  'A mandate names another as its holder, what it covers, and days that follow one another.',
);
export const REVOKE_RULE = rule(
  'mandates.revoke',
  'VCLT Art. 7(1)',
  'Whoever gave a mandate revokes it, once.',
);

export const mandateTable = defineTable({
  name: 'mandates_mandate',
  columns: {
    /** The register of keys and mandates, this node's own or one beside it. */
    registry: { type: 'text' },
    /** Id of the act that grants it. */
    mandate: { type: 'text' },
    actor: { type: 'text' },
    holder: { type: 'text' },
    covers: { type: 'text[]' },
    registers: { type: 'text[]', nullable: true },
    from_on: { type: 'date' },
    to_on: { type: 'date', nullable: true },
    /** The mandate under which it was given. */
    under: { type: 'text', nullable: true },
  },
  key: ['registry', 'mandate'],
  indexes: [['actor'], ['holder']],
});

/** Since when a mandate counts no more; the row's `ledger` is the last place at which it does. */
export const mandateEndTable = defineTable({
  name: 'mandates_end',
  columns: { registry: { type: 'text' }, mandate: { type: 'text' } },
  key: ['registry', 'mandate'],
});

const endRow = (registry: string, mandate: string) => put(mandateEndTable, { registry, mandate });

const acts = [
  defineAct({
    type: 'mandates.grant',
    title: 'Grant a mandate',
    payload: GrantPayload,
    example: {
      holder: 'fra-legal-office',
      covers: ['agreements.*'],
      registers: null,
      fromOn: '2026-01-01',
      toOn: null,
    },
    apply: ({ id, header, payload, admission }) => [
      put(mandateTable, {
        registry: admission.register,
        mandate: id,
        actor: header.actor,
        holder: payload.holder,
        covers: payload.covers,
        registers: payload.registers,
        from_on: payload.fromOn,
        to_on: payload.toOn,
        under: grantedUnder(header),
      }),
      ...(payload.replaces === undefined ? [] : [endRow(admission.register, payload.replaces)]),
    ],
  }),
  defineAct({
    type: 'mandates.revoke',
    title: 'Revoke a mandate',
    payload: RevokeMandatePayload,
    example: { mandate: '0'.repeat(64) },
    apply: ({ admission, payload }) => [endRow(admission.register, payload.mandate)],
  }),
];

type Given = Partial<z.output<typeof GrantPayload> & z.output<typeof RevokeMandatePayload>>;
/** Who gave the mandate, as long as it counts. */
type Givers = Map<string, string>;

function judgeGrant(givers: Givers, { header, payload }: ActOf<Given>): Refusal | null {
  const { actor } = header;
  if (payload.holder === actor) {
    return refuse(GRANT_RULE, said('{$actor} needs no mandate to act in its own name.', { actor }));
  }
  if (payload.toOn && payload.fromOn && payload.toOn < payload.fromOn) {
    return refuse(
      GRANT_RULE,
      said('The mandate would end on {$toOn}, before it begins.', { toOn: payload.toOn }),
    );
  }
  const { replaces } = payload;
  if (replaces === undefined) return null;
  if (grantedUnder(header) !== null) {
    return refuse(REVOKE_RULE, said('Under a mandate to give mandates, no other is replaced.'), {
      remedy: said(
        'Have {$actor} itself replace it, or revoke it under a mandate that covers that.',
        { actor },
      ),
    });
  }
  return judgeEnd(givers, actor, replaces);
}

function judgeEnd(givers: Givers, actor: string, mandate: string): Refusal | null {
  return givers.get(mandate) === actor
    ? null
    : refuse(
        REVOKE_RULE,
        said('{$actor} has given no mandate {$mandate} that holds.', { actor, mandate }),
      );
}

function decide(givers: Givers, act: ActOf<Given>): Refusal | null {
  const { header, payload } = act;
  if (header.register !== REGISTRY) {
    return refuse(GRANT_RULE, said('Mandates are kept in {$register}.', { register: REGISTRY }));
  }
  return payload.mandate === undefined
    ? judgeGrant(givers, act)
    : judgeEnd(givers, header.actor, payload.mandate);
}

function evolve(givers: Givers, act: ActOf<Given>): void {
  const { mandate, replaces } = act.payload;
  if (mandate === undefined) givers.set(act.id, act.header.actor);
  const ended = mandate ?? replaces;
  if (ended !== undefined) givers.delete(ended);
}

/** Judges by the mandates that count and who gave them, wherever they were loaded from. */
export function mandatesJudge(givers: Givers): Judge {
  return {
    // The store hands each area only acts that its own schemas accepted.
    decide: (act) => decide(givers, act as ActOf<Given>),
    evolve: (act) => evolve(givers, act as ActOf<Given>),
  };
}

interface MandateTables {
  mandates_mandate: StoredRow<typeof mandateTable>;
  mandates_end: StoredRow<typeof mandateEndTable>;
}

async function load(query: Query, given: readonly ActOf<unknown>[]): Promise<Judge> {
  // The store hands each area only acts that its own schemas accepted.
  const named = given.flatMap((act) => {
    const { mandate, replaces } = act.payload as Given;
    return mandate ?? replaces ?? [];
  });
  // The area types the tables that it asks for by itself.
  const rows = await (query as unknown as Kysely<MandateTables>)
    .selectFrom('mandates_mandate')
    .leftJoin('mandates_end', (join) =>
      join
        .onRef('mandates_end.mandate', '=', 'mandates_mandate.mandate')
        .onRef('mandates_end.registry', '=', 'mandates_mandate.registry'),
    )
    .select(['mandates_mandate.mandate', 'actor'])
    .where('mandates_mandate.registry', '=', REGISTRY)
    .where('mandates_mandate.mandate', 'in', ['', ...named])
    .where('mandates_end.mandate', 'is', null)
    .execute();
  const givers: Givers = new Map(rows.map((row) => [row.mandate, row.actor]));
  return mandatesJudge(givers);
}

export const mandatesArea = defineArea({
  name: 'mandates',
  title: 'Mandates',
  acts,
  tables: [mandateTable, mandateEndTable],
  questions: [listMandates],
  decider: { load },
});
