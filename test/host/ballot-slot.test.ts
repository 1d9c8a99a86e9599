/** The slot of the box, where nobody says who they are: what it takes, and what it does not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BALLOT_BYTES_MAX, BALLOT_REQUESTS_MAX } from '../../src/host/limits.ts';
import type { SecretBallot } from '../../src/kernel/secret-ballot.ts';
import { BallotHouse } from './ballot-house.ts';
import { COOKIE, TOKEN } from './fake-sign-in.ts';

let house: BallotHouse;
let ballot: SecretBallot;

beforeAll(async () => {
  house = await BallotHouse.open();
  await house.put('budget', 'secret');
  await house.take('AAA', 'budget');
  ballot = await house.marked('AAA', 'budget', 'yes');
}, 60_000);
afterAll(() => house.stop());

describe('the slot of the box', () => {
  it('takes nothing from whoever says who they are', async () => {
    for (const headers of [
      { cookie: COOKIE },
      { cookie: 'theme=dark' },
      { authorization: TOKEN },
    ]) {
      expect(await house.drop('budget', ballot, { headers })).toBe('host.ballot-unnamed');
    }
  });

  it('takes a ballot whole, and nothing beside it', async () => {
    const bytes = (length: number) => Buffer.alloc(length, 7).toString('base64url');
    const tried: readonly (object | string)[] = [
      '',
      'no JSON',
      '[]',
      'null',
      '{"serial":1}',
      { ...ballot, voter: 'AAA' },
      { ...ballot, serial: ballot.serial.slice(1) },
      { ...ballot, serial: `${ballot.serial}=` },
      { ...ballot, paper: bytes(255) },
      { ...ballot, paper: bytes(257) },
      { ...ballot, signature: bytes(63) },
      { ...ballot, marks: 'yes' },
      { ...ballot, marks: ['yes\nno'] },
      { ...ballot, marks: [''] },
      { ...ballot, marks: Array.from({ length: 301 }, () => 'yes') },
      `{"serial":"a","serial":"${ballot.serial}"}`,
    ];
    for (const one of tried)
      expect([one, await house.drop('budget', one)]).toEqual([one, 'host.body']);
    const headers = { 'content-type': 'text/plain' };
    expect(await house.drop('budget', ballot, { headers })).toBe('host.body');
  });

  it('takes no serial that is no key, and no paper of another serial', async () => {
    const none = Buffer.alloc(65, 4).toString('base64url');
    expect(await house.drop('budget', { ...ballot, serial: none })).toBe('meetings.ballot-paper');
  });

  it('takes bodies up to its bound, and none above it', async () => {
    const text = JSON.stringify(ballot);
    const filled = (length: number) => `${text}${' '.repeat(length - text.length)}`;
    expect(await house.drop('budget', filled(BALLOT_BYTES_MAX + 1))).toBe('host.size');
    expect(await house.drop('budget', filled(BALLOT_BYTES_MAX))).toBe('201');
    expect(await house.drop('budget', filled(BALLOT_BYTES_MAX - 1))).toBe('201');
    expect((await house.box('budget')).found).toBeNull();
  });

  it('is nowhere where there is no such ballot', async () => {
    expect(await house.drop('budget', ballot, { number: 2 })).toBe('host.unknown');
    expect(await house.drop('budget', ballot, { number: 0 })).toBe('host.body');
    expect(await house.drop('Budget!', ballot)).toBe('host.body');
    expect(await house.drop('nothing', ballot)).toBe('host.unknown');
  });

  it('is asked so often and no more', { timeout: 60_000 }, async () => {
    let told = '';
    let tries = 0;
    while (told !== 'host.rate' && tries <= BALLOT_REQUESTS_MAX) {
      told = await house.drop('budget', '');
      tries += 1;
    }
    expect(told).toBe('host.rate');
  });

  it('holds one ballot after all that', async () => {
    await house.close('budget');
    expect((await house.box('budget')).found).toMatchObject({ papers: 1, ballots: 1, valid: 1 });
  });
});
