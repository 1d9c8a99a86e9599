import { describe, expect, it, onTestFinished } from 'vitest';
import { rollCalls } from './roll-calls.ts';
import { openVerifyNode } from '../node.ts';

const FILES: Readonly<Record<string, string>> = {
  'meetings/unga-roll-calls.csv':
    'rcid,session,date,unres,short,yes,no,abstain\n' +
    '1,1,1950-06-01,R/1,First,2,1,0\n2,46,1992-06-01,R/2,Second,1,0,1\n',
  'meetings/unga-votes.csv.gz': 'rcid,c,v\n1,1,Y\n1,3,Y\n1,2,N\n2,1,A\n2,2,A\n',
  'meetings/unga-countries.csv': 'country,country_code\nRussia,RU\nFrance,FR\nTaiwan,TW\n',
};
const folder = {
  has: (path: string) => path in FILES,
  read: (path: string) => (path in FILES ? Buffer.from(FILES[path] ?? '') : null),
  list: () => [],
};

describe('roll calls of a collection', () => {
  it('are reproduced where votes add up to what is stated, and missed elsewhere', async () => {
    const node = await openVerifyNode(process.cwd(), '2026-11-22');
    onTestFinished(() => node.close());
    const [tally] = await rollCalls.run(folder, node);
    expect(tally?.name).toBe('meetings/roll-calls');
    expect(tally?.outcomes).toEqual([
      { case: 'roll call 1', outcome: 'reproduced' },
      { case: 'roll call 2', outcome: 'missed', reason: '0-0-2, known is 1-0-1' },
    ]);
    expect(tally?.remarks?.[0]).toMatch(/^5 votes in 2 roll calls read and recorded in/);
    expect(tally?.remarks?.[1]).toMatch(/^0 votes of 0 voters/);
  }, 60_000);

  it('are not at hand where a table is missing', async () => {
    const none = { ...folder, read: () => null };
    // Nothing is asked of a node before the tables are read.
    const [tally] = await rollCalls.run(none, {} as Parameters<typeof rollCalls.run>[1]);
    expect(tally?.outcomes).toMatchObject([{ outcome: 'not-at-hand' }]);
  });
});
