/** The calendar over all practices: a month as a page, as rows and as a file to follow. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { house } from '../../src/host/house.ts';
import type { MailRoom } from '../../src/host/mail/mail-room.ts';
import type { DraftAct } from '../../src/kernel/submission.ts';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import { adoption } from '../../src/practices/agreements/paper-registers.ts';
import { type TestStore, OPERATOR, admitted, openTestStore } from '../../src/store/test-store.ts';
import { fakeSignIn } from './fake-sign-in.ts';
import { type HouseApp, houseApp, openMail } from './house-app.ts';

let node: TestStore;
let mail: MailRoom;
let app: HouseApp;

const BASIS = { kind: 'recorded', source: 'Notes' } as const;
const river = (verb: string, payload: object, more: Partial<DraftAct> = {}): DraftAct => ({
  type: `agreements.${verb}`,
  register: 'agreements/river',
  actor: OPERATOR,
  payload,
  basis: BASIS,
  ...more,
});

beforeAll(async () => {
  node = await openTestStore({ areas: house.areas });
  mail = await openMail(node);
  app = houseApp(node, mail, fakeSignIn);
  const open = { from: '2000-01-01', to: '2099-12-31' };
  admitted(
    await node.store.submit([
      ...['FRA', 'KEN', 'NOR'].map((id) => enteringState(id)),
      river('adopt', adoption({}, { openForSignature: open })),
      ...['FRA', 'KEN'].map((actor) =>
        river('deposit', { on: '2001-02-01', instrument: 'accession' }, { actor }),
      ),
    ]),
  );
});
afterAll(async () => {
  app.close();
  await mail.close();
  await node.close();
});

const page = async (path: string): Promise<string> => (await app.app.request(path)).text();

describe('the calendar', () => {
  it('shows a month with what entered into force in it', async () => {
    const html = await page('/calendar?month=2001-02');
    expect(html).toContain('February 2001');
    expect(html).toContain('entered into force');
    expect(html).toContain('/agreements/river');
  });

  it('shows what falls due, and of an actor what is its affair alone', async () => {
    expect(await page('/calendar?month=2099-12')).toContain('Signature closes');
    expect(await page('/calendar?month=2099-12&actor=NOR')).toContain('Signature closes');
    expect(await page('/calendar?month=2099-12&actor=KEN')).not.toContain('Signature closes');
    expect(await page('/calendar?month=2001-02&actor=NOR')).not.toContain('entered into force');
  });

  it('leads on from a month in which nothing is on', async () => {
    const html = await page('/calendar?month=2098-01');
    expect(html).toContain('Nothing is on in this month.');
    expect(html).toContain('/calendar?month=2099-12');
  });

  it('takes a month that is none for the one of the day', async () => {
    expect(await page('/calendar?month=soon&asOf=2001-02-05')).toContain('February 2001');
  });

  it('is the same for machines, narrowed as the page is', async () => {
    const rows = await page('/api/calendar/dates?from=2001-02-01&to=2001-02-28&format=csv');
    expect(rows).toContain('entered-into-force.river');
    const file = await page('/calendar.ics?group=time-limit');
    expect(file).toContain('DTSTART;VALUE=DATE:20991231');
    expect(await page('/calendar.ics?group=session')).not.toContain('BEGIN:VEVENT');
  });
});
