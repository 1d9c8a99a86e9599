import { describe, expect, it } from 'vitest';
import { ANSWER_CHARACTERS_MAX, ROWS_MAX, boundedAnswer } from './bounded-answer.ts';

const rows = (count: number, text = '') => Array.from({ length: count }, (_, at) => ({ at, text }));

describe('an answer for an assistant', () => {
  it.each([
    [ROWS_MAX - 1, ROWS_MAX - 1, null],
    [ROWS_MAX, ROWS_MAX, null],
    [ROWS_MAX + 1, ROWS_MAX, ROWS_MAX],
  ])('of %i rows has %i and goes on at %s', (count, shown, next) => {
    const bounded = boundedAnswer({ asOf: '2020-01-01', rows: rows(count) }, 0);
    expect(bounded.answer).toEqual({ asOf: '2020-01-01', rows: rows(count).slice(0, shown) });
    expect(bounded.rows).toEqual({ from: 0, all: count, next });
  });

  it('is read to its end row by row, each once, however large they are', () => {
    const all = rows(30, 'x'.repeat(ANSWER_CHARACTERS_MAX / 4));
    const read: unknown[] = [];
    for (let from: number | null = 0; from !== null; ) {
      const bounded = boundedAnswer({ rows: all }, from);
      read.push(...(bounded.answer as { rows: unknown[] }).rows);
      from = bounded.rows?.next ?? null;
    }
    expect(read).toEqual(all);
  });

  it('past the last row has none, and goes no further', () => {
    expect(boundedAnswer({ rows: rows(3) }, 9).rows).toEqual({ from: 9, all: 3, next: null });
  });

  it('without rows has its lists cut until it fits, and says to how many', () => {
    expect(boundedAnswer({ parts: rows(300) }, 0)).toEqual({ answer: { parts: rows(300) } });
    const bounded = boundedAnswer({ parts: rows(300, 'x'.repeat(1000)) }, 0);
    expect(bounded.listsCutTo).toBe(20);
    expect(JSON.stringify(bounded).length).toBeLessThan(ANSWER_CHARACTERS_MAX + 100);
  });
});
