import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import type { PageRequest } from '../../ui/page.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import { type TestStore, admitted, openTestStore, ruleOf } from '../../store/test-store.ts';
import { createText } from '../../ui/text/text.ts';
import { locales } from '../../ui/text/locale.ts';
import { enteringState } from '../actors/entering-for-tests.ts';
import { actors } from '../actors/area.ts';
import { agreements } from './area.ts';
import { agreementMailings } from './mailings.tsx';
import { adoption } from './paper-registers.ts';
import type { notification } from './questions/notifications.ts';
import { agreementCatalogues } from './text/catalogues.ts';

const SOURCE = { kind: 'recorded', source: 'Notes of the depositary' } as const;
const MINISTER = { name: 'B. Biko', office: 'minister-for-foreign-affairs' };
const ENVOY = { name: 'A. Amara', office: 'other' };
const EVERYONE = { actors: [] };

interface Rows {
  readonly rows: readonly Readonly<Record<string, string>>[];
}

let test: TestStore;

function draft(verb: string, agreement: string, payload: object, more: Partial<DraftAct> = {}) {
  const actor = test.store.operator;
  const type = `agreements.${verb}`;
  return { type, register: `agreements/${agreement}`, actor, payload, basis: SOURCE, ...more };
}

const empowering = (register: string, more: Partial<DraftAct> = {}, on = '2000-02-01'): DraftAct =>
  draft(
    'present-full-powers',
    '',
    { on, holder: ENVOY, powers: ['sign'], issuedBy: MINISTER },
    { register, actor: 'AAA', ...more },
  );
const signing = (agreement: string, actor: string, fullPowers?: string): DraftAct =>
  draft(
    'sign',
    agreement,
    { on: '2000-03-01', by: { ...ENVOY, ...(fullPowers === undefined ? {} : { fullPowers }) } },
    { actor },
  );
const depositing = (agreement: string, actor: string, on: string, more: object = {}): DraftAct =>
  draft('deposit', agreement, { on, instrument: 'accession', ...more }, { actor });
const notifying = (agreement: string, number: string, acts: readonly string[]): DraftAct =>
  draft('notify', agreement, { number, on: '2026-02-01', acts }, {});

async function submit(...drafts: DraftAct[]): Promise<string[]> {
  return admitted(await test.store.submit(drafts)).map((one) => one.id);
}

async function rulesOf(...drafts: DraftAct[]): Promise<string[]> {
  const receipts = await test.store.submit(drafts);
  return receipts.map((one) => (isRefusal(one) ? ruleOf(one) : 'admitted'));
}

async function ask(name: string, input: object, more: object = {}): Promise<unknown> {
  const question = agreements.questions.find((one) => one.name === `agreements.${name}`);
  if (!question) throw new Error(`no question ${name}`);
  const at = { viewer: EVERYONE, asOf: '2026-06-01', knownAt: null, ...more };
  return test.store.ask(question, input, at);
}

beforeAll(async () => {
  const now = () => new Date('2026-06-01T00:00:00.000Z');
  test = await openTestStore({ areas: [actors, agreements], now });
  await submit(...['AAA', 'BBB', 'CCC'].map((id) => enteringState(id)));
  for (const [agreement, reference] of [
    ['river', 'I.1'],
    ['lake', 'I.2'],
  ] as const) {
    const more = { reference, depositary: ['BBB'], adoptedAt: 'Geneva' };
    await submit(draft('adopt', agreement, adoption({}, more)));
  }
});
afterAll(async () => {
  await test.close();
});

describe('registers', () => {
  it('of agreements begin with a text, and not with full powers', async () => {
    expect(await rulesOf(empowering('agreements/sea'))).toEqual(['agreements.adopted']);
    const initial = draft('initial', 'sea', { on: '2000-01-01' }, { actor: 'AAA' });
    expect(await rulesOf(initial)).toEqual(['register.known']);
  });

  it('of general full powers begin with the first, and are of their own actor', async () => {
    expect(await rulesOf(empowering('full-powers/BBB'))).toEqual(['agreements.register']);
    expect(await rulesOf(empowering('full-powers/AAA'))).toEqual(['admitted']);
  });
});

describe('full powers', () => {
  it('are found wherever they stand, and hold where they are for', async () => {
    const [general = '', lake = ''] = await submit(
      empowering('full-powers/AAA', {}, '2000-02-02'),
      empowering('agreements/lake'),
    );
    const asked = [signing('river', 'AAA', lake), signing('river', 'AAA'), signing('river', 'AAA')];
    expect(await rulesOf(...asked)).toEqual(asked.map(() => 'agreements.full-powers'));
    expect(await rulesOf(signing('river', 'AAA', general))).toEqual(['admitted']);
  });

  it('are listed with whether they hold, and those marked for their audience only', async () => {
    const marking = { level: 'amber' as const, to: ['CCC'] };
    await submit(empowering('agreements/river', { actor: 'BBB', marking }));
    const seen = async (viewer: object) => ask('full-powers', { actor: 'BBB' }, { viewer });
    expect(await seen(EVERYONE)).toEqual({ rows: [] });
    expect(await seen({ actors: ['CCC'] })).toMatchObject({
      rows: [{ actor: 'BBB', holds: true, agreement: 'river', holder: 'A. Amara' }],
    });
    const before = await ask('full-powers', { agreement: 'lake' }, { asOf: '2000-01-31' });
    expect(before).toEqual({ rows: [] });
  });
});

describe('notifications', () => {
  it('take serials over all agreements, in one batch and in the next', async () => {
    const [river = '', lake = ''] = await submit(
      depositing('river', 'AAA', '2025-12-01', { dated: '2025-11-20' }),
      depositing('lake', 'AAA', '2026-01-02'),
    );
    const first = notifying('river', 'C.N.4.2026.TREATIES-I.1', [river]);
    const same = notifying('lake', 'C.N.4.2026.TREATIES-I.2', [lake]);
    expect(await rulesOf(first, same)).toEqual(['admitted', 'agreements.notification-number']);
    expect(await rulesOf(same)).toEqual(['agreements.notification-number']);
    expect(await ask('next-notification', { agreement: 'lake' })).toEqual({
      number: 'C.N.5.2026.TREATIES-I.2',
      serial: 5,
      year: 2026,
    });
  });

  it('give their number to none after them, though they are struck out', async () => {
    const [act = ''] = await submit(depositing('lake', 'CCC', '2026-01-03'));
    const number = 'C.N.5.2026.TREATIES-I.2';
    const [notice = ''] = await submit(notifying('lake', number, [act]));
    await submit(draft('correct', 'lake', { act: notice, void: true, reason: 'By mistake' }));
    const again = draft('notify', 'lake', { number, on: '2026-02-02', acts: [act] });
    expect(await rulesOf(again)).toEqual(['agreements.notification-number']);
    expect(await ask('notification', { number })).toMatchObject({ struckOut: true });
    expect(await ask('notifications', { agreement: 'lake' })).toMatchObject({
      rows: [{ number, struckOut: true, acts: 1 }],
    });
  });

  it('tell the four dates apart', async () => {
    expect(await ask('parties', { agreement: 'river' })).toMatchObject({
      rows: [{ madeOn: '2025-11-20', depositedOn: '2025-12-01', circulatedOn: '2026-02-01' }],
    });
    expect(await ask('parties', { agreement: 'river' }, { asOf: '2026-01-31' })).toMatchObject({
      rows: [{ circulatedOn: null }],
    });
  });

  it('are unknown before they were issued', async () => {
    const number = 'C.N.4.2026.TREATIES-I.1';
    const early = await ask('notification', { number }, { asOf: '2026-01-31' });
    expect(ruleOf(early)).toBe('agreements.unknown');
  });

  it.each(locales)('read in %s as sentences, with nothing left open', async (locale) => {
    const text = createText(locale, agreementCatalogues);
    const at = { viewer: EVERYONE, asOf: '2026-06-01', knownAt: null };
    const [row] = ((await ask('notifications', { agreement: 'river' })) as Rows).rows;
    // A letter asks and speaks; the rest of a request is a page's.
    const request = {
      locale,
      text,
      ask: (question: typeof notification, input: unknown) => test.store.ask(question, input, at),
    } as unknown as PageRequest;
    const letter = await agreementMailings[0]?.compose(request, row?.['act'] ?? '');
    if (letter === undefined || isRefusal(letter)) throw new Error('no letter');
    expect(letter.subject).toBe('C.N.4.2026.TREATIES-I.1: Convention');
    expect(letter.href).toBe('/notifications/C.N.4.2026.TREATIES-I.1');
    const said = [text('agreements.instrument.accession'), text('agreements.place.geneva')];
    for (const wanted of ['State AAA', ...said]) {
      expect(letter.text).toContain(wanted);
    }
    expect(letter.text).not.toMatch(/agreements\.|[{}]|undefined|null/);
  });
});

describe('what the parties are told of an act that they may not see', () => {
  it('is that there is one, and no more', async () => {
    const marking = { level: 'amber' as const, to: ['CCC'] };
    const hidden = depositing('river', 'CCC', '2026-01-05');
    const [act = ''] = await submit({ ...hidden, marking });
    await submit(notifying('river', 'C.N.6.2026.TREATIES-I.1', [act]));
    const seen = async (viewer: object) =>
      ask('notification', { number: 'C.N.6.2026.TREATIES-I.1' }, { viewer });
    const open = await seen(EVERYONE);
    expect(open).toMatchObject({ acts: [{ kind: 'withheld', receivedOn: null }] });
    expect(JSON.stringify(open)).not.toContain('State CCC');
    expect(await seen({ actors: ['CCC'] })).toMatchObject({ acts: [{ name: 'State CCC' }] });
  });
});

describe('the desk', () => {
  const rowsOf = async (section: string, more: object = {}) =>
    ((await ask('desk', { section }, more)) as { rows: Record<string, string | null>[] }).rows;

  it('leads from a receipt to a deposit that is filled in as the receipt says', async () => {
    const received = { on: '2026-03-01', instrument: 'accession', by: MINISTER };
    const [receipt = ''] = await submit(
      draft('receive-instrument', 'river', received, { actor: 'BBB' }),
    );
    expect(await ask('latest', { from: '2026-03-01' })).toMatchObject({
      rows: [{ kind: 'receive-instrument', actor: 'BBB' }],
    });
    const [row] = await rowsOf('examine');
    const form = new URLSearchParams(row?.['href']?.split('?')[1]);
    expect(Object.fromEntries(form)).toEqual({
      type: 'agreements.deposit',
      register: 'agreements/river',
      actor: 'BBB',
      basis: 'recorded',
      source: 'Notes of the depositary',
      'payload.instrument': 'accession',
      'payload.on': '2026-03-01',
      'payload.received': receipt,
      'payload.by.name': 'B. Biko',
      'payload.by.office': 'minister-for-foreign-affairs',
    });
    await submit(depositing('river', 'BBB', '2026-03-01', { received: receipt, by: MINISTER }));
    expect(await rowsOf('examine')).toEqual([]);
  });

  it('holds what is to be notified for twelve months, and then no more', async () => {
    const found = async (asOf: string) =>
      (await rowsOf('notify', { asOf })).filter((row) => row['actor'] === 'BBB');
    expect(await found('2026-06-01')).toMatchObject([{ kind: 'deposit', since: '2026-03-01' }]);
    expect(await found('2027-03-01')).toHaveLength(1);
    expect(await found('2027-03-02')).toEqual([]);
  });

  it('asks for registration from the day of entry into force on', async () => {
    const found = async (asOf: string) =>
      (await rowsOf('register', { asOf })).filter((row) => row['agreement'] === 'river');
    expect(await found('2026-02-28')).toEqual([]);
    expect(await found('2026-03-01')).toMatchObject([{ since: '2026-03-01' }]);
    await submit(draft('register', 'river', { on: '2026-04-01', number: '58000' }));
    expect(await found('2026-04-01')).toEqual([]);
    expect(await ask('show', { agreement: 'river' })).toMatchObject({
      registration: { number: '58000', on: '2026-04-01' },
    });
  });
});

it('a certifying statement has parties, instruments and entry into force', async () => {
  expect(await ask('certifying-statement', { agreement: 'river' })).toMatchObject({
    concludedAt: 'Geneva',
    entryIntoForceOn: '2026-03-01',
    citation: 'Article 1',
    registration: { number: '58000' },
    parties: [
      { name: 'State AAA', instrument: 'accession', depositedOn: '2025-12-01', statements: [] },
      { name: 'State BBB', effectOn: '2026-03-01' },
    ],
  });
});

it('rows are the same when the record is replayed', async () => {
  const read = () => ask('notifications', {});
  const before = await read();
  await test.store.rebuild();
  expect(await read()).toEqual(before);
});
