/**
 * What tables of parties leave out and a node has to be told before it can compute the day of each:
 * the clause on entry into force, in our own words and figures from the texts of the agreements.
 * This is data of the room that verifies; no rule knows of it.
 */
import type { TableAct } from '../../standards/status-table/table.ts';
import type { Clause } from '../case-clauses.ts';

/** Acts that a table does not hold though its days rest on them. */
export interface LeftOutAct {
  readonly participant: string;
  readonly act: TableAct;
}

export interface JoiningTruth {
  /** Names that tables have for it; of a table of one agreement, the name of the file. */
  readonly names: readonly string[];
  readonly adoptedOn: string;
  readonly clause: Clause;
  /** The column of shares in percent that the clause weighs. */
  readonly weighs?: { readonly column: string; readonly attribute: string };
  readonly leftOut?: readonly LeftOutAct[];
  /**
   * Set where the period runs from a day that tables of deposits do not hold: then the date of
   * effect is imported as the table states it, and only its way to the answer is tried.
   */
  readonly statedBecause?: string;
}

const ANY = { any: true } as const;

/** N consents, and a period that runs from the deposit, for the first and for later ones. */
function numbered(
  names: readonly string[],
  adoptedOn: string,
  count: number,
  citation: string,
  more: Partial<Clause> = {},
): JoiningTruth {
  const clause: Clause = { when: { count, of: ANY }, delay: { months: 3 }, citation, ...more };
  return { names, adoptedOn, clause };
}

export const JOINING_TRUTHS: readonly JoiningTruth[] = [
  {
    names: ['paris-agreement-eif.csv'],
    adoptedOn: '2015-12-12',
    clause: {
      when: {
        all: [
          { count: 55, of: ANY },
          {
            weight: '55/100',
            attribute: 'listed-emissions-share',
            of: { having: 'listed-emissions-share' },
            total: '100',
          },
        ],
      },
      delay: { days: 30 },
      citation: 'Paris Agreement, Art. 21(1) and (3)',
    },
    weighs: { column: 'Percentage', attribute: 'listed-emissions-share' },
    // UN Treaty Collection, XXVII-7-d: notifications C.N.612.2016, C.N.575.2019.
    leftOut: [
      {
        participant: 'USA',
        act: { act: 'deposit', instrument: 'acceptance', on: '2016-09-03' },
      },
      {
        participant: 'USA',
        act: { act: 'withdraw', on: '2019-11-04', effectiveOn: '2020-11-04' },
      },
    ],
  },
  numbered(['Marrakesh'], '2013-06-27', 20, 'Marrakesh VIP Treaty, Arts. 18 and 19'),
  numbered(
    ['Beijing'],
    '2012-06-24',
    30,
    'Beijing Treaty on Audiovisual Performances, Arts. 26 and 27',
  ),
  numbered(
    ['WCT', 'WIPO Copyright Treaty', 'WIPO Copyright Treaty (WCT)'],
    '1996-12-20',
    30,
    'WIPO Copyright Treaty, Arts. 20 and 21',
  ),
  numbered(
    [
      'WPPT',
      'WIPO Performances and Phonograms Treaty',
      'WIPO Performances and Phonograms Treaty (WPPT)',
    ],
    '1996-12-20',
    30,
    'WIPO Performances and Phonograms Treaty, Arts. 29 and 30',
  ),
  numbered(['Trademark', 'TLT'], '1994-10-27', 5, 'Trademark Law Treaty, Art. 20'),
  numbered(['Patent', 'PLT'], '2000-06-01', 10, 'Patent Law Treaty, Art. 21'),
  // Art. 26(3): members of an organisation with a common registry wait for it and for one another.
  numbered(['Singapore', 'STLT'], '2006-03-27', 10, 'Singapore Treaty, Arts. 26(3) and 28', {
    jointly: [
      ['BEL', 'LUX', 'NLD', 'boip'],
      ['BEN', 'oapi'],
      ['MLI', 'oapi'],
    ],
  }),
  {
    ...numbered(['Brussels'], '1974-05-21', 5, 'Brussels Satellites Convention, Art. 10'),
    // UN Treaty Collection, XXV-2: tables of present parties leave out a State that is no more.
    leftOut: [
      {
        participant: 'YUG',
        act: { act: 'deposit', instrument: 'ratification', on: '1976-12-29' },
      },
    ],
  },
  numbered(['Rome'], '1961-10-26', 6, 'Rome Convention, Art. 25'),
  numbered(['WIPO GRATK Treaty', 'GRATK'], '2024-05-24', 15, 'GRATK Treaty, Arts. 17 and 18'),
  {
    names: ['Berne'],
    adoptedOn: '1886-09-09',
    clause: {
      when: { on: '1887-12-05' },
      delay: { days: 0 },
      laterJoiners: { months: 3 },
      citation: 'Berne Convention, Art. 29(2)',
    },
    statedBecause: 'the period runs from the notification, whose day the table does not hold',
  },
  {
    names: ['Phonograms'],
    adoptedOn: '1971-10-29',
    clause: {
      when: { count: 5, of: ANY },
      delay: { months: 3 },
      citation: 'Phonograms Convention, Art. 11',
    },
    statedBecause: 'the period runs from the notification, whose day the table does not hold',
  },
];
