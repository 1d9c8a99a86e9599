import { describe, expect, test } from 'vitest';
import type { Header } from './act.ts';
import { CLEAR } from './marking.ts';
import {
  ADMITTED_PER_ACT_MAX,
  AdmitPayload,
  EMPTY_STREAM,
  POSITION_RULE,
  REPLAY_RULE,
  STREAM_RULE,
  judgeAdmission,
  judgeContinuation,
} from './register.ts';

const [first, second, third] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)];

const headerAt = (seq: number, prev: string | null): Header => ({
  network: 'concord',
  type: 'agreements.deposit',
  author: 'FRA',
  actor: 'FRA',
  key: '0'.repeat(32),
  mandate: null,
  basis: { kind: 'signed' },
  stream: 'FRA/clear',
  seq,
  prev,
  parents: [],
  register: 'agreements/paris-agreement',
  effectiveOn: null,
  issuedAt: '2016-10-05T12:00:00.000Z',
  marking: CLEAR,
  parts: [{ digest: '0'.repeat(64) }],
});
const head = { seq: 2, last: second };

describe('a stream', () => {
  test('is begun by an act that follows none', () => {
    expect(judgeContinuation(headerAt(1, null), EMPTY_STREAM)).toBeNull();
    expect(judgeContinuation(headerAt(1, first), EMPTY_STREAM)?.rule).toBe(STREAM_RULE);
  });

  test('is continued by the act that names its last one', () => {
    expect(judgeContinuation(headerAt(3, second), head)).toBeNull();
  });

  test('with a gap is refused, and what is missing is named', () => {
    const refusal = judgeContinuation(headerAt(5, third), head);
    expect(refusal).toMatchObject({ rule: STREAM_RULE });
    expect(refusal?.reason).toContain('missing');
    expect(refusal?.remedy).toContain('from 3 on');
  });

  test.each([
    ['another act at a place that is taken', 2, first],
    ['another first act', 1, null],
    ['an act that follows another than the last', 3, first],
    ['an act that follows none', 3, null],
  ])('is not forked by %s', (_what, seq, prev) => {
    const refusal = judgeContinuation(headerAt(seq, prev), head, { act: third, recorded: null });
    expect(refusal).toMatchObject({ rule: STREAM_RULE });
    expect(refusal?.reason).toContain('fork');
    expect(refusal?.remedy).toContain(second);
  });

  test('takes an act once: a replay is told from a fork', () => {
    const replayed = judgeContinuation(headerAt(2, first), head, { act: second, recorded: second });
    expect(replayed?.rule).toBe(REPLAY_RULE);
    const forked = judgeContinuation(headerAt(2, first), head, { act: third, recorded: second });
    expect(forked?.rule).toBe(STREAM_RULE);
  });
});

describe('a register', () => {
  const admit = (from: number, acts: readonly string[]): AdmitPayload => ({
    register: 'agreements/paris-agreement',
    first: from,
    acts: [...acts],
  });

  test('gives positions that follow one another', () => {
    expect(judgeAdmission(admit(1, [first, second]), 0)).toBeNull();
    expect(judgeAdmission(admit(3, [third]), 2)).toBeNull();
  });

  test.each([
    ['a gap', 4],
    ['a position given before', 2],
  ])('refuses %s, and names the next position', (_what, from) => {
    const refusal = judgeAdmission(admit(from, [third]), 2);
    expect(refusal?.rule).toBe(POSITION_RULE);
    expect(refusal?.reason).toContain('is 3');
  });

  test('admits no act twice', () => {
    expect(judgeAdmission(admit(1, [first, second, first]), 0)?.rule).toBe(POSITION_RULE);
  });

  test.each([
    [0, false],
    [1, true],
    [ADMITTED_PER_ACT_MAX - 1, true],
    [ADMITTED_PER_ACT_MAX, true],
    [ADMITTED_PER_ACT_MAX + 1, false],
  ])('admits %i acts at once: %s', (count, fits) => {
    const acts = Array.from({ length: count }, (_, at) => String(at).padStart(64, '0'));
    expect(AdmitPayload.safeParse(admit(1, acts)).success).toBe(fits);
  });

  test('has no position before the first', () => {
    expect(AdmitPayload.safeParse(admit(0, [first])).success).toBe(false);
  });
});
