import { MessageFormat } from 'messageformat';
import { describe, expect, it } from 'vitest';
import { locales } from '../../../../ui/text/locale.ts';
import { agreementCatalogues } from '../../text/catalogues.ts';
import { consequencesOf } from '../consequences.ts';
import { type Done, actNumber, consents, paperChronicle } from '../paper-chronicle.ts';

const TODAY = '2010-06-01';
const PARTIES = consents('2001-01-01', 'AAA', 'BBB', 'CCC');
const text = [{ language: 'en', text: 'Not bound by it.' }];
const reserved = (actor: string, on: string, more: object = {}): Done => ({
  kind: 'reserve',
  actor,
  on,
  detail: { moment: 'consent', provisions: ['art_7'], effect: 'excludes', text, ...more },
});
/** DDD consents and reserves; the reservation is the fifth act. */
const MADE = [...PARTIES, ...consents('2010-05-01', 'DDD'), reserved('DDD', '2010-05-01')];
const RESERVATION = actNumber(4);
const answer = (kind: Done['kind'], actor: string, more: object = {}, on = '2010-05-20'): Done => ({
  kind,
  actor,
  on,
  detail: { reservation: RESERVATION, ...more },
});
const object = (actor: string, definite = false, on = '2010-05-20'): Done =>
  answer('object', actor, { definite, text }, on);

/** What the last of the acts brings about. */
function ofLast(done: readonly Done[], clauses: object = {}, day = TODAY) {
  const before = paperChronicle({ done: done.slice(0, -1), clauses });
  const found = consequencesOf(before, paperChronicle({ done, clauses }), day);
  return found.map(({ key, values }) => [key.replace('agreements.effect.', ''), values]);
}

const NAMES = { other: 'DDD', count: 1, provisions: 'Art. 7' };

describe('what follows from a reservation', () => {
  it('is that silence until a day is acceptance, of each of the others', () => {
    expect(ofLast(MADE)).toEqual([['reserved.open-until', { count: 3, on: '2011-05-01' }]]);
  });

  it('is that others may object to it yet, where nobody else has consented', () => {
    const alone = [...consents('2010-05-01', 'DDD'), reserved('DDD', '2010-05-01')];
    expect(ofLast(alone)).toEqual([['reserved.nobody', {}]]);
  });

  it('waits for the consent of its maker, where it is made at signature', () => {
    const signed: Done[] = [
      ...PARTIES,
      { kind: 'sign', actor: 'DDD', on: '2010-05-01' },
      reserved('DDD', '2010-05-01', { moment: 'signature' }),
    ];
    expect(ofLast(signed)).toEqual([['reserved.waits', { name: 'DDD' }]]);
  });

  it('is that its maker is asked what is meant, where the text does not permit it', () => {
    const reservations = { policy: 'prohibited', citation: 'Article 30' };
    expect(ofLast(MADE, { reservations })).toEqual([['reserved.pending', { count: 3 }]]);
  });

  it('is that it takes the acceptance of all, where the text says so', () => {
    const reservations = { policy: 'permitted', acceptance: 'all', citation: 'Article 30' };
    expect(ofLast(MADE, { reservations })).toEqual([
      ['reserved.no-party-until', { count: 3, on: '2011-05-01' }],
    ]);
  });

  it('is that it applies at once, where the text itself authorizes it', () => {
    const reservations = { policy: 'only', provisions: ['art_7'], citation: 'Article 30' };
    expect(ofLast(MADE, { reservations })).toEqual([['reserved.modified', { count: 3 }]]);
  });

  it('is told for each way in which it stands towards the others', () => {
    const narrowed = answer('modify-reservation', 'DDD', {
      provisions: ['art_7__para_1'],
      effect: 'excludes',
      text,
    });
    const all = ofLast([...MADE, object('AAA'), object('BBB', true), narrowed]);
    expect(all.sort(([one = ''], [other = '']) => (one < other ? -1 : 1))).toEqual([
      ['reserved.excluded', { count: 1 }],
      ['reserved.not-in-force', { count: 1 }],
      ['reserved.open-until', { count: 1, on: '2011-05-01' }],
    ]);
  });

  it('is over for all from the day of its withdrawal', () => {
    expect(ofLast([...MADE, answer('withdraw-reservation', 'DDD')])).toEqual([
      ['reserved.withdrawn', { name: 'DDD', on: '2010-05-20' }],
    ]);
  });
});

describe('what follows from an answer to a reservation', () => {
  it('is that what is reserved does not apply between the two, of an objection', () => {
    expect(ofLast([...MADE, object('AAA')])).toEqual([
      ['between.excluded', { ...NAMES, one: 'AAA', until: '' }],
    ]);
  });

  it('is that the agreement is not in force between the two, where that is intended', () => {
    expect(ofLast([...MADE, object('AAA', true)])).toEqual([
      ['between.not-in-force', { ...NAMES, one: 'AAA', until: '' }],
    ]);
  });

  it('is nothing that the silence of twelve months had not brought, of one that comes late', () => {
    expect(ofLast([...MADE, object('AAA', false, '2011-05-02')], {}, '2011-05-02')).toEqual([
      ['between.modified', { ...NAMES, one: 'AAA', until: '' }],
    ]);
    expect(ofLast([...MADE, object('AAA', false, '2011-05-01')], {}, '2011-05-02')).toEqual([
      ['between.excluded', { ...NAMES, one: 'AAA', until: '' }],
    ]);
  });

  it('is that it applies as reserved, of an acceptance and of an objection withdrawn', () => {
    const modified = ['between.modified', { ...NAMES, one: 'AAA', until: '' }];
    expect(ofLast([...MADE, answer('accept-reservation', 'AAA')])).toEqual([modified]);
    const withdrawn: Done = {
      kind: 'withdraw-objection',
      actor: 'AAA',
      on: '2010-05-25',
      detail: { objection: actNumber(5) },
    };
    expect(ofLast([...MADE, object('AAA'), withdrawn])).toEqual([modified]);
  });

  it('waits until who objects has consented itself', () => {
    expect(ofLast([...MADE, object('EEE')])).toEqual([
      ['between.waits', { one: 'EEE', other: 'DDD' }],
    ]);
  });
});

it.each(locales)('is told in %s, with names, provisions and days', (locale) => {
  const texts: Record<string, string> = Object.assign(
    {},
    ...agreementCatalogues.map((catalogue) => catalogue[locale]),
  );
  const told = [MADE, [...MADE, object('AAA')], [...MADE, object('AAA', true)]].map((done) => {
    const before = paperChronicle({ done: done.slice(0, -1) });
    const [first] = consequencesOf(before, paperChronicle({ done }), TODAY);
    const source = texts[first?.key ?? ''] ?? '';
    return new MessageFormat(locale, source, { bidiIsolation: 'none' }).format(first?.values);
  });
  expect(told[0]).toContain('2011-05-01');
  expect(told[1]).toContain('Art. 7');
  expect(told[2]).toContain('DDD');
});
