import { describe, expect, it } from 'vitest';
import en from '../../text/versions/en.json' with { type: 'json' };
import { consequencesOf } from '../consequences.ts';
import {
  type Done,
  type PaperAgreement,
  consents,
  happens,
  paperChronicle,
} from '../paper-chronicle.ts';

const TODAY = '2026-11-22';
const two = consents('2011-02-05', 'AAA', 'BBB');

/** What follows from the last thing done, by the practice's own keys. */
function ofLast(done: readonly Done[], given: PaperAgreement = {}) {
  const before = paperChronicle({ ...given, done: done.slice(0, -1) });
  const found = consequencesOf(before, paperChronicle({ ...given, done }), TODAY);
  return found.map(({ key, values }) => [key.replace('agreements.effect.', ''), values] as const);
}

const told = (kind: Done['kind'], on: string, detail: object, actor?: string): Done => ({
  kind,
  on,
  detail: { ...detail },
  ...(actor === undefined ? {} : { actor }),
});
const suspension = told('suspend', '2015-01-01', { ground: 'Consent' });
const islands = { territories: [{ name: 'Common Islands' }, { name: 'Far Isle' }] };
const waiting: PaperAgreement = {
  clauses: { withdrawal: { notice: { months: 3 }, runsFrom: 'told', citation: 'Article X' } },
};
const termed: PaperAgreement = {
  clauses: {
    term: {
      lasts: { years: 10 },
      extension: { event: 'extended', by: { years: 5 } },
      citation: 'Article 14',
    },
  },
};

const CASES: readonly (readonly [string, readonly Done[], PaperAgreement, readonly unknown[]])[] = [
  [
    'a termination ends the agreement',
    [...two, told('terminate', '2020-01-01', { ground: 'Consent' })],
    {},
    [['ends', { on: '2020-01-01' }]],
  ],
  [
    'an extension moves the end',
    [...two, happens('extended', '2021-02-03')],
    termed,
    [['ends', { on: '2026-02-05' }]],
  ],
  ['a suspension between all', [...two, suspension], {}, [['suspended-all', { on: '2015-01-01' }]]],
  [
    'a suspension between two',
    [...two, told('suspend', '2015-01-01', { ground: 'Breach', between: ['AAA', 'BBB'] })],
    {},
    [['suspended', { on: '2015-01-01', whom: 'AAA, BBB' }]],
  ],
  [
    'a resumption',
    [...two, suspension, told('resume', '2016-01-01', { suspension: '2'.padStart(64, '0') })],
    {},
    [['resumed', { on: '2016-01-01' }]],
  ],
  [
    'an extension to territories',
    [...two, told('extend-to-territories', '2015-01-01', islands, 'AAA')],
    {},
    [['extends', { name: 'AAA', territories: 'Common Islands, Far Isle', on: '2015-01-01' }]],
  ],
  [
    'an exclusion of territories',
    [...two, told('exclude-territories', '2015-01-01', islands, 'AAA')],
    {},
    [['excludes', { name: 'AAA', territories: 'Common Islands, Far Isle', on: '2015-01-01' }]],
  ],
  [
    'a notice that waits',
    [...two, told('withdraw', '2015-01-01', {}, 'AAA')],
    waiting,
    [['waits', { name: 'AAA' }]],
  ],
];

describe('what follows from', () => {
  it.each(CASES)('%s', (_title, done, given, expected) => {
    expect(ofLast(done, given)).toEqual(expected);
  });

  it('what a notice waited for is that it takes effect', () => {
    const done = [
      ...two,
      told('withdraw', '2026-11-01', {}, 'AAA'),
      happens('told', '2026-11-20', 'AAA'),
    ];
    expect(ofLast(done, waiting)).toEqual([['leaves', { name: 'AAA', on: '2027-02-20' }]]);
  });

  it('a refusal is that its maker is not bound', () => {
    const given: PaperAgreement = {
      clauses: {
        entryIntoForce: {
          when: { silence: { lasts: { years: 40 } } },
          delay: { days: 0 },
          citation: 'Article VIII',
        },
      },
    };
    const done = [told('refuse-amendment', '2001-01-01', {}, 'AAA')];
    expect(ofLast(done, given)).toEqual([['refused', { name: 'AAA', on: '2001-01-01' }]]);
  });

  it('has an English sentence', () => {
    const keys = CASES.flatMap(([, done, given]) => ofLast(done, given).map(([key]) => key));
    for (const key of keys) expect(Object.keys(en)).toContain(`agreements.effect.${key}`);
  });
});
