/** `registers.open`: a custodian begins a register before anything is put there. */
import type { z } from 'zod';
import type { ActOf } from '../kernel/act.ts';
import { type Judge, type Query, defineAct, defineArea } from '../kernel/define-area.ts';
import { rule } from '../kernel/law.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { OpenPayload } from '../kernel/register.ts';

export const OPEN_RULE = rule(
  'registers.open',
  'VCLT Art. 76(1); Concord acts, "Registers"',
  'A register is opened once, by the actor who will be its custodian.',
);

type Given = z.output<typeof OpenPayload>;

function decide(open: ReadonlySet<string>, act: ActOf<Given>): Refusal | null {
  const { header, payload } = act;
  if (payload.register !== header.register || payload.custodian !== header.author) {
    return refuse(
      OPEN_RULE,
      said('{$author} opens only a register that it will itself keep.', { author: header.author }),
    );
  }
  return open.has(payload.register)
    ? refuse(
        OPEN_RULE,
        said('The register {$register} is open already.', { register: payload.register }),
      )
    : null;
}

async function load(query: Query, given: readonly ActOf<unknown>[]): Promise<Judge> {
  // The store hands each area only acts that its own schemas accepted.
  const named = given.map((act) => (act.payload as Given).register);
  const rows = await query
    .withTables<{ registers: { key: string } }>()
    .selectFrom('registers')
    .select('key')
    .where('key', 'in', named)
    .execute();
  return registersJudge(new Set(rows.map((row) => row.key)));
}

/** Judges by the registers that are open, wherever they were loaded from. */
export function registersJudge(open: Set<string>): Judge {
  return {
    // The store hands each area only acts that its own schemas accepted.
    decide: (act) => decide(open, act as ActOf<Given>),
    evolve: (act) => void open.add((act as ActOf<Given>).payload.register),
  };
}

export const registersArea = defineArea({
  name: 'registers',
  title: 'Registers',
  acts: [
    defineAct({
      type: 'registers.open',
      title: 'Open a register',
      payload: OpenPayload,
      example: { register: 'agreements/paris-agreement', custodian: 'un-secretary-general' },
      opens: true,
      awaited: true,
      apply: () => [],
    }),
  ],
  tables: [],
  questions: [],
  decider: { load },
});
