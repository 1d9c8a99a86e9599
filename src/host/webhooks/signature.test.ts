import { describe, expect, it } from 'vitest';
import { AGE_SECONDS_MAX, isSignedBy, newSecret, signatureOf } from './signature.ts';

const SECRET = 'c2VjcmV0';
const BODY = '{"event":"notices.overdue"}';
const SECOND = 1_800_000_000;
const header = signatureOf(SECRET, SECOND, BODY);
const call = { header, body: BODY, now: SECOND };

describe('a call of a webhook', () => {
  it('is believed with its own secret, body and second', () => {
    expect(isSignedBy(SECRET, call)).toBe(true);
    expect(isSignedBy(newSecret(), call)).toBe(false);
    expect(isSignedBy(SECRET, { ...call, body: `${BODY} ` })).toBe(false);
    const later = header.replace(`t=${SECOND}`, `t=${SECOND + 1}`);
    expect(isSignedBy(SECRET, { ...call, header: later })).toBe(false);
  });

  it('is believed for five minutes, whichever clock is ahead', () => {
    const at = (seconds: number) => isSignedBy(SECRET, { ...call, now: SECOND + seconds });
    const ages = [AGE_SECONDS_MAX - 1, AGE_SECONDS_MAX, AGE_SECONDS_MAX + 1];
    expect(ages.map(at)).toEqual([true, true, false]);
    expect(ages.map((age) => at(-age))).toEqual([true, true, false]);
  });

  it.each(['', 't=1', `v1=${'0'.repeat(64)}`, `t=${SECOND},v1=zz`, `${header},v1=00`])(
    'is not believed with the header %j',
    (wrong) => {
      expect(isSignedBy(SECRET, { ...call, header: wrong })).toBe(false);
    },
  );
});
