import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { processorTime } from '../../kernel/test-processor-time.ts';
import { readStatusTable } from './read-status-table.ts';
import { ROW_CHARACTERS_MAX, type StatusTable, TABLE_BYTES_MAX } from './table.ts';
import { readTableDate } from './table-dates.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function table(text: string): StatusTable {
  const read = readStatusTable(bytes(text));
  if (isRefusal(read)) throw new Error(read.reason);
  return read;
}

function refusal(text: string | Uint8Array) {
  const read = readStatusTable(typeof text === 'string' ? bytes(text) : text);
  if (!isRefusal(read)) throw new Error('it was read');
  return { rule: read.rule.id, reason: read.reason };
}

const LETTERED = 'Participant,Signature,"Ratification, Acceptance(A), Accession(a), Succession(d)"';
const row = (cells: string, header = LETTERED) => table(`${header}\n${cells}\n`).rows[0];

describe('a table whose header explains letters', () => {
  it('gives signatures and instruments by their letters', () => {
    expect(row('Austria,6 Oct 1965,12 Jan 1994')?.acts).toEqual([
      { act: 'sign', on: '1965-10-06' },
      { act: 'deposit', instrument: 'ratification', on: '1994-01-12' },
    ]);
    expect(row('Austria,,12 Jan 1994 a')?.acts).toEqual([
      { act: 'deposit', instrument: 'accession', on: '1994-01-12' },
    ]);
    expect(row('Austria,,5 Sept 2000 d')?.acts[0]).toMatchObject({
      instrument: 'succession',
      on: '2000-09-05',
    });
  });

  it.each([
    ['Definitive signature(s), Acceptance(A)', 's', { act: 'sign', form: 'definitive' }],
    ['Formal confirmation(c), Ratification', 'c', { instrument: 'formal-confirmation' }],
    ['Provisional application(n)', 'n', { act: 'apply-provisionally' }],
    ['Consent to be bound(P)', 'P', { instrument: 'notification', note: 'Consent to be bound' }],
    ['Signature, Succession to signature(d)', 'd', { act: 'sign' }],
    ['Approval(AA), Acceptance(A)', 'AA', { instrument: 'approval' }],
  ])('reads %s', (header, letter, act) => {
    const read = row(`Austria,1 Feb 2003 ${letter}`, `Participant,"${header}"`);
    expect(read?.verdict).toBe('accepted');
    expect(read?.acts[0]).toMatchObject({ on: '2003-02-01', ...act });
  });

  it.each([
    ['a footnote at the name', 'Austria 3,,1 Feb 2003', 'The mark “3” of a footnote', 1],
    ['brackets', 'Austria,,[1 Feb 2003]', 'stands in brackets', 0],
    ['a letter that the header does not explain', 'Austria,,1 Feb 2003 AA', 'usual sense', 1],
    ['a letter that nobody explains', 'Austria,,1 Feb 2003 z', 'The letter z is not explained', 0],
    ['words beside a date', 'Austria,,1 Feb 2003 a see note', '“see note” beside the date', 1],
    ['nothing at all', 'Austria,,', 'states no act', 0],
    ['an empty row', ',,', 'The row is empty', 0],
  ])('finds %s awkward and says so', (_, cells, reason, acts) => {
    const read = row(cells);
    expect(read?.verdict).toBe('awkward');
    expect(read?.reasons.join(' ')).toContain(reason);
    expect(read?.acts).toHaveLength(acts);
  });

  it('takes several dates of one cell', () => {
    const read = row('Austria,,"1 Feb 2003 a, 2 Mar 2004 d"');
    expect(read?.acts.map((act) => act.on)).toEqual(['2003-02-01', '2004-03-02']);
  });

  it.each([
    ['31.02.', 'has no year'],
    ['31.02.1999', 'no day of the calendar'],
    ['30 Feb 1999', 'no day of the calendar'],
    ['6 Oct 65', 'a year that is not of four digits'],
    ['soon', 'is no date'],
    ['6 Brumaire 1999', 'is no date'],
  ])('rejects the row of %s with the reason', (date, reason) => {
    const read = row(`Austria,,${date}`);
    expect(read).toMatchObject({ verdict: 'rejected', acts: [], line: 2 });
    expect(read?.reasons.join(' ')).toContain(reason);
  });

  it('keeps what is no act of a table of quite other columns, as a verdict', () => {
    const read = row('Austria,995 (X),14 Dec 1955', 'Participant,Resolution,Date of Adoption');
    expect(read).toMatchObject({ verdict: 'awkward', acts: [] });
    expect(read?.reasons).toContain(
      'Column “Date of Adoption” is no act that is recorded: “14 Dec 1955”.',
    );
  });
});

describe('tables of other layouts', () => {
  it('reads kinds of instruments in a column of their own, and dates of effect', () => {
    const header =
      'Contracting Party,Treaty,Signature Date,' +
      'Instrument Type,Instrument Date,Entry Into Force Date';
    const text = `${header}\nKenya,Berne,,Accession,1993-03-11,1993-06-11\n`;
    expect(table(text).rows[0]).toMatchObject({
      treaty: 'Berne',
      acts: [{ instrument: 'accession', on: '1993-03-11', effectiveOn: '1993-06-11' }],
    });
  });

  it('reads codes, names and a column that joins the kinds', () => {
    const header = 'Code,Name,Signature,Ratification-Acceptance-Accession-Approval-Succession,Kind';
    const text = `${header}\nAFG,Afghanistan,1992-06-12,2002-09-19,Ratification\n`;
    const [read] = table(text).rows;
    expect(read).toMatchObject({ code: 'AFG', participant: 'Afghanistan', verdict: 'accepted' });
    expect(read?.acts).toHaveLength(2);
  });

  it('finds a date of deposit without its kind awkward', () => {
    const text = 'Code,Name,Ratification,Kind\nAFG,Afghanistan,2002-09-19,\n';
    expect(table(text).rows[0]).toMatchObject({ verdict: 'awkward', acts: [] });
  });

  it('reads dated events, one to a row', () => {
    const text = 'date,iso2,country,action,treaty\n2017-10-27,BI,Burundi,withdrew from,X\n';
    expect(table(text).rows[0]).toMatchObject({
      code: 'BI',
      acts: [{ act: 'withdraw', on: '2017-10-27' }],
    });
  });

  it('tells what a predecessor did from what its successor notified', () => {
    const header = 'manyID,stateID,stateSignature,stateRat,stateForce,Accession,Succession';
    const text = `${header}\nX_1977A,CZE,18.05.1977,12.05.1978,05.10.1978,NA,22.02.1993\n`;
    expect(table(text).rows[0]?.acts).toEqual([
      { act: 'sign', on: '1977-05-18', byPredecessor: true },
      {
        act: 'deposit',
        instrument: 'succession',
        on: '1993-02-22',
        effectiveOn: '1978-10-05',
      },
      { act: 'deposit', instrument: 'ratification', on: '1978-05-12', byPredecessor: true },
    ]);
  });
});

describe('what is no table is refused as a whole, with the line', () => {
  it.each([
    ['a quote that stays open', `${LETTERED}\nAustria,,"1 Feb`, 'Line 2: A quote that was opened'],
    ['a row cut short', `${LETTERED}\nAustria,,1 Feb 2003\nBel`, 'Line 3: The row of “Bel” has 1'],
    ['text after a quote', `${LETTERED}\nAustria,"a"b,`, 'Line 2: Not CSV'],
    ['no header', '', 'Line 1: There is no header'],
    ['a NUL', `${LETTERED}\nAustria\0,,`, 'Line 2: It holds a NUL'],
    [
      'a row without end',
      `${LETTERED}\nAustria,,${'x'.repeat(ROW_CHARACTERS_MAX + 1)}`,
      'Line 2: A row has more than',
    ],
  ])('%s', (_, text, reason) => {
    expect(refusal(text)).toMatchObject({ rule: 'status-table.form' });
    expect(refusal(text).reason).toContain(reason);
  });

  it('bytes that are not UTF-8', () => {
    const latin = new Uint8Array([...bytes(`${LETTERED}\nC`), 0xf4, ...bytes('te,,\n')]);
    expect(refusal(latin).reason).toContain('Line 2: The file is not UTF-8');
  });

  it('columns that name no participants', () => {
    expect(refusal('chapter_no,treaty_no\n1,2\n').rule).toBe('status-table.columns');
  });

  it('a file beyond the limit, and none at it', () => {
    const text = bytes(`${LETTERED}\nAustria,,1 Feb 2003\n`);
    const at = (limit: number) => isRefusal(readStatusTable(text, limit));
    expect([at(text.length - 1), at(text.length), at(text.length + 1)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(refusal(new Uint8Array(TABLE_BYTES_MAX + 1)).rule).toBe('status-table.size');
  });

  it('no row is read of a table that is cut off anywhere inside a row', () => {
    const whole = `${LETTERED}\nAustria,6 Oct 1965,"12 Jan 1994 a"\nBelgium,,1 Feb 2003\n`;
    const belgium = whole.indexOf('Belgium');
    for (let end = belgium + 1; end < whole.indexOf(',,1 Feb') + 2; end += 1) {
      expect(isRefusal(readStatusTable(bytes(whole.slice(0, end))))).toBe(true);
    }
  });
});

describe('whatever stands in a table', () => {
  const cell = fc.oneof(
    fc.constantFrom('Austria', '6 Oct 1965', '1 Feb 2003 a', '31.02.', '', '[2 Mar 2004]'),
    fc.constantFrom("'; drop table acts; --", '<script>alert(1)</script>', '“”', 'NA'),
    fc.string({ maxLength: 20 }).map((text) => text.replace(/[\0\ud800-\udfff]/g, '')),
  );
  const quotedCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

  it('each row has one verdict, with acts only where it was not rejected', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 }), (rows) => {
        const body = rows.map((cells) => cells.map(quotedCell).join(','));
        const read = table([LETTERED, ...body, ''].join('\r\n'));
        expect(read.rows).toHaveLength(rows.length);
        for (const one of read.rows) {
          expect(one.reasons.length === 0).toBe(one.verdict === 'accepted');
          expect(one.acts.length === 0 || one.verdict !== 'rejected').toBe(true);
        }
      }),
    );
  });

  it('every day of the calendar is read in three ways', () => {
    const day = fc.date({ min: new Date('1800-01-01'), max: new Date('2099-12-31') });
    fc.assert(
      fc.property(
        day.filter((date) => !Number.isNaN(date.getTime())),
        (date) => {
          const on = date.toISOString().slice(0, 10);
          const [year = '', month = '', number = ''] = on.split('-');
          const short = date.toLocaleString('en', { month: 'short', timeZone: 'UTC' });
          for (const text of [
            on,
            `${number}.${month}.${year}`,
            `${Number(number)} ${short} ${year}`,
          ]) {
            expect(readTableDate(text)).toEqual({ on });
          }
        },
      ),
    );
  });

  it.each(['1', ' ', '1 ', '1,', '[', '1 Feb ', '6-'])(
    'a cell of nothing but %j is read in the time of its length',
    (piece) => {
      const long = piece.repeat(Math.floor((ROW_CHARACTERS_MAX / 2 - 100) / piece.length));
      const taken = processorTime();
      const read = table(`${LETTERED}\n"${long}",,"${long}"\n`);
      expect(read.rows).toHaveLength(1);
      expect(taken()).toBeLessThan(2000);
    },
  );

  it('a byte order mark and any end of line make no difference', () => {
    const text = `${LETTERED}\nAustria,6 Oct 1965,12 Jan 1994 a\n`;
    const plain = table(text).rows;
    expect(table(`\ufeff${text}`).rows).toEqual(plain);
    expect(table(text.replaceAll('\n', '\r\n')).rows).toEqual(plain);
  });
});
