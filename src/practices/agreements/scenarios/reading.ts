/** Reading declarations: need 8 of what users ask for, structure beside the verbatim text. */
import type { Told } from '../paper-registers.ts';
import { adoption } from '../paper-registers.ts';
import type { ReadingScenario } from './reading-scenario.ts';

const adopted: Told = { type: 'adopt', payload: adoption() };
const joins = (actor: string, on: string): Told => ({
  type: 'deposit',
  actor,
  payload: { on, instrument: 'accession' },
});
const names = { Ruritania: 'RUR', Freedonia: 'FRE' };

const RESERVES = 'Ruritania does not consider itself bound by article 7, paragraph 2.';
const PAGE = [
  '#Ruritania',
  RESERVES,
  '',
  '#Freedonia',
  'Freedonia understands article 5 as leaving the hours of work to its own statutes.',
  '',
].join('\n');

export const READINGS: readonly ReadingScenario[] = [
  {
    title: 'a page is read into proposals; nothing is recorded before a person confirms it',
    names,
    given: [adopted, joins('RUR', '2001-01-01'), joins('FRE', '2001-02-01')],
    page: PAGE,
    proposed: [
      { actor: 'RUR', kind: 'reservation', provisions: ['art_7__para_2'] },
      { actor: 'FRE', kind: 'interpretative', provisions: ['art_5'] },
    ],
    confirmed: [],
    recorded: [],
  },
  {
    title: 'only what is confirmed is recorded, as the person corrected it',
    names,
    given: [adopted, joins('RUR', '2001-01-01'), joins('FRE', '2001-02-01')],
    page: PAGE,
    proposed: [
      { actor: 'RUR', kind: 'reservation', provisions: ['art_7__para_2'] },
      { actor: 'FRE', kind: 'interpretative', provisions: ['art_5'] },
    ],
    confirmed: [{ statement: 1, corrected: { provisions: ['art_7'] } }],
    recorded: [['RUR', 'reserve', 'art_7']],
  },
  {
    title: 'what is on record already is told as such, and not proposed to be recorded again',
    names,
    given: [
      adopted,
      joins('RUR', '2001-01-01'),
      joins('FRE', '2001-02-01'),
      {
        type: 'reserve',
        actor: 'RUR',
        payload: {
          on: '2001-01-01',
          provisions: ['art_7__para_2'],
          effect: 'excludes',
          text: [{ language: 'en', text: RESERVES }],
        },
      },
    ],
    page: PAGE,
    proposed: [
      { actor: 'RUR', kind: 'reservation', provisions: ['art_7__para_2'], known: true },
      { actor: 'FRE', kind: 'interpretative', provisions: ['art_5'] },
    ],
    confirmed: [{ statement: 2 }],
    recorded: [['FRE', 'declare', 'art_5']],
  },
  {
    title: 'a name that nobody is known by is left to the person to say',
    names: { Freedonia: 'FRE' },
    given: [adopted, joins('FRE', '2001-02-01')],
    page: PAGE,
    proposed: [
      { actor: null, kind: 'reservation', provisions: ['art_7__para_2'] },
      { actor: 'FRE', kind: 'interpretative', provisions: ['art_5'] },
    ],
    confirmed: [],
    recorded: [],
  },
];
