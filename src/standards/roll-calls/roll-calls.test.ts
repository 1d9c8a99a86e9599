import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { readRollCalls } from './read-roll-calls.ts';
import type { RollCalls } from './roll-calls.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const ROLL_CALLS = bytes(
  '"rcid","session","date","unres","amend","para","short","descr","yes","no","abstain"\n' +
    '3,1,1946-01-01,"R/1/66",1,0,"AMENDMENTS, RULES","TO ADOPT ""THIS""",2,1,0\n' +
    '4,1,1946-01-02,NA,0,1,"ELECTIONS","",1,0,1\n',
);
const VOTERS = bytes(
  '"country","country_code"\n"Cuba","CU"\n"Haiti","HT"\n"Yemen Arab Republic",NA\n',
);
const VOTES = bytes('rcid,c,v\n3,1,Y\n3,2,Y\n4,1,A\n3,3,N\r\n4,2,Y\n');
const ISSUES = bytes('"rcid","short_name","issue"\n3,"me","Palestinian conflict"\n');

function read(files: Partial<Parameters<typeof readRollCalls>[0]> = {}): RollCalls {
  const found = readRollCalls({
    rollCalls: ROLL_CALLS,
    votes: VOTES,
    voters: VOTERS,
    issues: ISSUES,
    ...files,
  });
  if (isRefusal(found)) throw new Error(found.reason);
  return found;
}

const refusedFor = (files: Partial<Parameters<typeof readRollCalls>[0]>) => {
  const found = readRollCalls({ rollCalls: ROLL_CALLS, votes: VOTES, voters: VOTERS, ...files });
  return isRefusal(found) ? [found.rule.id, found.reason] : null;
};

describe('roll calls and votes in tables of their own', () => {
  it('are put together by number, whatever the order of the votes', () => {
    const { rollCalls, voters, votes } = read();
    expect(votes).toBe(5);
    expect(voters).toEqual([
      { name: 'Cuba', code: 'CU' },
      { name: 'Haiti', code: 'HT' },
      { name: 'Yemen Arab Republic' },
    ]);
    expect(rollCalls).toMatchObject([
      {
        number: '3',
        on: '1946-01-01',
        symbol: 'R/1/66',
        title: 'AMENDMENTS, RULES',
        description: 'TO ADOPT "THIS"',
        matter: 'amendment',
        issues: ['Palestinian conflict'],
        stated: { yes: 2, no: 1, abstain: 0 },
        votes: { yes: [0, 1], no: [2], abstain: [], absent: [] },
      },
      { number: '4', symbol: '', matter: 'paragraph', votes: { yes: [1], abstain: [0] } },
    ]);
  });

  it('may be packed with gzip', () => {
    expect(read({ votes: gzipSync(VOTES) })).toEqual(read());
  });

  it('name who voted by row, by name, by code, or where there is no list', () => {
    const votes = bytes('number,actor,vote\n3,"Cuba",yes\n3,HT,no\n3,FRA,Abstain\n');
    expect(read({ votes }).voters.at(-1)).toEqual({ name: 'FRA' });
    expect(read({ votes }).rollCalls[0]?.votes).toMatchObject({ yes: [0], no: [1], abstain: [3] });
    expect(read({ votes, voters: undefined }).voters).toHaveLength(3);
  });

  it('are read in the numbers of the codebook, who was no member left out', () => {
    const votes = bytes('rcid,country,vote\n3,1,1\n3,2,3\n4,1,2\n4,2,8\n4,3,9\n');
    expect(read({ votes }).rollCalls.map((one) => one.votes)).toEqual([
      { yes: [0], no: [1], abstain: [], absent: [] },
      { yes: [], no: [], abstain: [0], absent: [1] },
    ]);
  });
});

describe('what cannot be used', () => {
  it('is told with its line, and the rest is read', () => {
    const votes = bytes('rcid,c,v\n3,1,Y\n9,1,Y\n3,7,Y\n3,2,maybe\n\n3,3,N\n');
    const { faults, votes: count } = read({ votes });
    expect(count).toBe(2);
    expect(faults).toEqual([
      { table: 'votes', line: 3, reason: 'There is no roll call 9.' },
      { table: 'votes', line: 4, reason: 'There is no voter 7.' },
      { table: 'votes', line: 5, reason: '“maybe” is no vote.' },
    ]);
  });

  it('refuses a file that is no such table', () => {
    expect(refusedFor({ votes: bytes('rcid,c\n3,1\n') })).toEqual([
      'roll-calls.columns',
      'The table of votes has no column for the vote.',
    ]);
    expect(refusedFor({ rollCalls: bytes('a,b\n1,2\n') })?.[0]).toBe('roll-calls.columns');
    expect(refusedFor({ rollCalls: bytes('rcid,date,short\n"1,2\n') })?.[0]).toBe(
      'roll-calls.form',
    );
    expect(refusedFor({ votes: gzipSync(VOTES).subarray(0, 20) })?.[0]).toBe('roll-calls.form');
    expect(refusedFor({ votes: Uint8Array.of(0xff, 0xfe, 0x0a) })?.[0]).toBe('roll-calls.form');
  });

  it('refuses a packed table that unpacks beyond its bound, without unpacking it', () => {
    const bomb = gzipSync(new Uint8Array(65 * 1024 * 1024));
    expect(refusedFor({ votes: bomb })?.[0]).toBe('roll-calls.size');
  });
});
