/** What decides which rule governs, told as rules of procedure. */
import { describe, expect, it } from 'vitest';
import { PaperSession, convened } from '../paper-session.ts';
import { GOVERNING } from './governing.ts';

describe('which rule governs', () => {
  it.each(GOVERNING)('$title', ({ given, when, refusedBy }) => {
    const paper = new PaperSession();
    for (const told of [...convened(), ...given]) paper.take(told);
    const put = paper.put(when);
    const expected =
      refusedBy === null ? /^\d{64}$/ : new RegExp(`^refused: meetings.${refusedBy}$`);
    expect(put).toMatch(expected);
  });
});
