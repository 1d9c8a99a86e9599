/** Which rule governs, and who is elected to which seats, told as rules of procedure. */
import { describe, expect, it } from 'vitest';
import { PaperSession, convened } from '../paper-session.ts';
import { GOVERNING } from './governing.ts';
import { SEAT_ELECTIONS } from './seat-elections.ts';

describe.each([
  { about: 'which rule governs', scenarios: GOVERNING },
  { about: 'an election to seats', scenarios: SEAT_ELECTIONS },
])('$about', ({ scenarios }) => {
  it.each(scenarios)('$title', ({ given, when, refusedBy }) => {
    const paper = new PaperSession();
    for (const told of [...convened(), ...given]) paper.take(told);
    const put = paper.put(when);
    const expected =
      refusedBy === null ? /^\d{64}$/ : new RegExp(`^refused: meetings.${refusedBy}$`);
    expect(put).toMatch(expected);
  });
});
