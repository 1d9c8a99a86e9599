/** Acts of every kind, right and wrong, as a careless or hostile author would put them. */
import fc from 'fast-check';
import { addDays } from '../../../kernel/dates.ts';
import { own } from '../../../kernel/own.ts';
import { agreementActs } from '../acts/all.ts';
import type { Given } from '../rules/facts-for-tests.ts';

/** `OLD` came to an end, `NEW` took its place, `ALI` is another name of `AAA`. */
export const GIVEN: Given = {
  actors: {
    AAA: {},
    BBB: {},
    CCC: {},
    DDD: {},
    OLD: { to: '2006-06-30' },
    NEW: { from: '2006-07-01' },
    ALI: { to: '2003-12-31' },
    company: { kind: 'company', treatyCapacity: false },
  },
  continues: { ALI: 'AAA' },
  predecessors: { NEW: { OLD: '2006-07-01' } },
  members: { union: { AAA: ['1990-01-01'], BBB: ['1990-01-01', '2007-01-01'] } },
  attributes: { weight: { AAA: '30', BBB: '20', CCC: '5' } },
};
export const ACTORS = ['AAA', 'BBB', 'CCC', 'DDD', 'OLD', 'NEW', 'ALI', 'company', 'nobody'];
export const AGREEMENTS = ['convention', 'amendment', 'second-amendment'];

/** An act before it is known what acts there are for it to name. */
export interface Move {
  readonly type: string;
  readonly actor: string;
  readonly agreement: string;
  readonly on: string;
  readonly other: string;
  /** Chooses among what may be named, and among variants. */
  readonly pick: number;
  readonly signed: boolean;
  readonly effectiveOn: string | null;
}

const day = fc.integer({ min: -40, max: 4700 }).map((days) => addDays('2000-01-01', days));
const TYPES = agreementActs.map(({ type }) => type.replace('agreements.', ''));
const OFTEN = [
  'suspend',
  'resume',
  'revoke-withdrawal',
  'confirm-reservation',
  'declare',
  'refuse-amendment',
  'withdraw-refusal',
  'propose-correction',
  'object-to-correction',
  'withdraw-declaration',
  'apply-provisionally',
  'end-provisional-application',
  'deposit',
  'deposit',
  'deposit',
  'sign',
  'reserve',
  'object',
  'withdraw',
  'correct',
];

/** Kinds that make sense in one register only stand there mostly. */
const AT_HOME: Readonly<Record<string, string>> = {
  initial: 'draft',
  'refuse-amendment': 'amendment',
  'withdraw-refusal': 'amendment',
  'change-text': 'second-amendment',
};

export const anyMove: fc.Arbitrary<Move> = fc
  .record({
    type: fc.oneof(fc.constantFrom(...TYPES), fc.constantFrom(...OFTEN)),
    actor: fc.constantFrom(...ACTORS),
    agreement: fc.oneof(
      { weight: 4, arbitrary: fc.constant('convention') },
      { weight: 1, arbitrary: fc.constantFrom(...AGREEMENTS, 'draft') },
    ),
    on: day,
    other: fc.constantFrom(...ACTORS),
    pick: fc.nat(10_000),
    signed: fc.integer({ min: 0, max: 4 }).map((at) => at === 0),
    effectiveOn: fc.option(day, { freq: 8 }),
  })
  .map((move) => {
    const home = own(AT_HOME, move.type);
    return home !== undefined && move.pick % 4 > 0 ? { ...move, agreement: home } : move;
  });
