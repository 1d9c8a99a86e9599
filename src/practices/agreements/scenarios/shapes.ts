/** Shapes of delays, each with the real case that it is known from. */
import type { EntryIntoForce } from '../clauses.ts';
import { type Scenario, counted, deposits } from './scenario.ts';

/** Real cases of the shapes that delays take, with the date it entered into force. */
type Shape = readonly [
  title: string,
  adoptedOn: string,
  clause: EntryIntoForce,
  count: number,
  lastOn: string,
  entersOn: string,
];

const CASES: readonly Shape[] = [
  [
    'Refugee Protocol: the sixth, at once',
    '1967-01-31',
    counted(6, { days: 0 }),
    6,
    '1967-10-04',
    '1967-10-04',
  ],
  [
    'VCLT: the thirty-fifth and 30 days',
    '1969-05-23',
    counted(35, { days: 30 }),
    35,
    '1979-12-28',
    '1980-01-27',
  ],
  [
    'CRC: the twentieth and 30 days',
    '1989-11-20',
    counted(20, { days: 30 }),
    20,
    '1990-08-03',
    '1990-09-02',
  ],
  [
    'UNFCCC: the fiftieth and 90 days',
    '1992-05-09',
    counted(50, { days: 90 }),
    50,
    '1993-12-21',
    '1994-03-21',
  ],
  [
    'TPNW: the fiftieth and 90 days',
    '2017-07-07',
    counted(50, { days: 90 }),
    50,
    '2020-10-24',
    '2021-01-22',
  ],
  [
    'BBNJ: the sixtieth and 120 days',
    '2023-06-19',
    counted(60, { days: 120 }),
    60,
    '2025-09-19',
    '2026-01-17',
  ],
  [
    'ICCPR: the thirty-fifth and 3 months',
    '1966-12-16',
    counted(35, { months: 3 }),
    35,
    '1975-12-23',
    '1976-03-23',
  ],
  [
    'UNCLOS: the sixtieth and 12 months',
    '1982-12-10',
    counted(60, { months: 12 }),
    60,
    '1993-11-16',
    '1994-11-16',
  ],
  [
    'Rome Statute: first of the month after 60 days',
    '1998-07-17',
    counted(60, { days: 60, then: 'first-of-next-month' }),
    60,
    '2002-04-11',
    '2002-07-01',
  ],
  [
    'CISG: first of the month after 12 months',
    '1980-04-11',
    counted(10, { months: 12, then: 'first-of-next-month' }),
    10,
    '1986-12-11',
    '1988-01-01',
  ],
  [
    'Ottawa: first of the sixth month',
    '1997-09-18',
    counted(40, { firstOfNthMonth: 6 }),
    40,
    '1998-09-16',
    '1999-03-01',
  ],
  [
    'CWC: 180 days, not before two years',
    '1993-01-13',
    counted(65, { days: 180 }, { notBefore: '1995-01-13' }),
    65,
    '1996-10-31',
    '1997-04-29',
  ],
  [
    'a floor that comes later than the delay',
    '1993-01-13',
    counted(2, { days: 30 }, { notBefore: '1995-01-13' }),
    2,
    '1993-06-01',
    '1995-01-13',
  ],
  [
    'a deposit on the 31st, in a shorter month',
    '2023-01-01',
    counted(1, { months: 1 }),
    1,
    '2023-01-31',
    '2023-02-28',
  ],
  [
    'a definite date, met in time',
    '1990-06-29',
    counted(20, { days: 90 }, { definiteDate: '1992-01-01' }),
    20,
    '1991-12-20',
    '1992-01-01',
  ],
  [
    'London Amendment: a definite date, missed',
    '1990-06-29',
    counted(20, { days: 90 }, { definiteDate: '1992-01-01' }),
    20,
    '1992-05-12',
    '1992-08-10',
  ],
];

/** The n-th deposit on a day, and the day of entry into force that is known of it. */
export const SHAPES: readonly Scenario[] = CASES.map(
  ([title, adoptedOn, one, count, lastOn, entersOn]) => ({
    title,
    adoptedOn,
    clause: one,
    acts: deposits(count, lastOn),
    entersOn,
  }),
);
