import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from './verify.ts';

const CASES = `treaty,data_source,threshold,delay_amount,delay_rule,actual_entry_into_force
Good,untreaties:99-1,2,30,days,2001-03-31
Wrong,untreaties:99-1,2,30,days,2001-04-01
Cut,untreaties:99-2,2,30,days,2001-03-31
Gone,untreaties:99-3,2,30,days,2001-03-31
Elsewhere,untreaties:../../secret,2,30,days,2001-03-31
Dozen,untreaties:99-1,a dozen,30,days,2001-03-31
Fortnight,untreaties:99-1,2,30,fortnights,2001-03-31
None,untreaties:99-1,0,30,days,
Pending,untreaties:99-1,5,30,days,
Steel,untreaties:99-1,2 & >=50% of steel,3,months,2001-06-01
Coal,untreaties:99-1,2 & >=50% of coal,3,months,2001-06-01
Empty,untreaties:99-4,1,30,days,
`;
const FILES: Readonly<Record<string, string>> = {
  'treaties/entry-into-force-cases.csv': CASES,
  'treaties/untreaties-2015/99-1.csv':
    'Participant,Signature,"Ratification, Accession(a)"\n' +
    'France,1 Jan 2000,1 Feb 2001\nGermany,,1 Mar 2001 a\nAtlantis,,1 Mar 2001 a\nPeru,,31.02.\n',
  'treaties/untreaties-2015/99-2.csv': 'Participant,Ratification\nFrance,"1 Feb',
  'treaties/untreaties-2015/99-4.csv': 'Participant,Resolution\nFrance,12\n',
  'treaties/steel.csv': 'party,pct_of_steel\nFrance,30\nGermany,20\nUnited States,50\n',
  'treaties/broken.csv': '"',
  'treaties/parties.csv':
    'Participant,Treaty,Instrument Type,Instrument Date,Entry Into Force Date\n' +
    'France,Nonesuch,Accession,2001-01-01,2001-04-01\n',
  'unheard-of/a.txt': '',
};

let folder: string;
const lines: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-truths-'));
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await verify(folder, join(import.meta.dirname, '..', '..'), (line) => lines.push(line));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a folder of known outcomes', () => {
  it('is added up by family, and in the last line', () => {
    expect(lines).toContain('treaties/entry-into-force: 3/4');
    expect(lines.at(-1)).toBe('verify: 3 reproduced, 1 missed');
  });

  it('has a line with a reason for every miss', () => {
    const miss = lines.find((line) => line.startsWith('  missed: Wrong'));
    expect(miss).toContain('2001-03-31, known is 2001-04-01');
    expect(miss).toContain('Peru: “31.02.” has no year.');
    expect(miss).toContain('Atlantis: No actor of the registry');
  });

  it.each([
    ['Cut', 'Line 2: A quote that was opened is not closed'],
    ['Gone', 'there is no file untreaties-2015/99-3.csv'],
    ['Elsewhere', 'no table is meant'],
    ['Dozen', 'what is meant by the threshold “a dozen”'],
    ['Fortnight', 'what is meant by the delay “fortnights”'],
    ['None', 'a clause that can be adopted'],
    ['Coal', 'the figures of “coal”'],
    ['Empty', 'the table holds none'],
    ['Nonesuch', 'no clause on its entry into force is at hand'],
  ])('says of %s what is not at hand', (name, reason) => {
    const line = lines.find((one) => one.startsWith(`  not at hand: ${name}: `));
    expect(line).toContain(reason);
  });

  it('lists what no family is known for', () => {
    expect(lines).toContain('skipped: unheard-of: no family of it is known');
  });
});
