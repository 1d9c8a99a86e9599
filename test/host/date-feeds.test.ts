/** What falls due, as calendars, and what was done, as feeds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { house } from '../../src/host/house.ts';
import type { MailRoom } from '../../src/host/mail/mail-room.ts';
import { markedFor } from '../../src/kernel/marking.ts';
import type { DraftAct } from '../../src/kernel/submission.ts';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import { adoption } from '../../src/practices/agreements/paper-registers.ts';
import { readCalendar } from '../../src/standards/icalendar/read-calendar.ts';
import { atomFaults } from '../../src/standards/atom/atom-faults.ts';
import type { CalendarEvent } from '../../src/standards/icalendar/calendar.ts';
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

const deposit = (actor: string, on: string, more: Partial<DraftAct> = {}): DraftAct =>
  river('deposit', { on, instrument: 'accession' }, { actor, ...more });

const submit = async (...drafts: DraftAct[]): Promise<void> =>
  void admitted(await node.store.submit(drafts));

beforeAll(async () => {
  node = await openTestStore({ areas: house.areas });
  mail = await openMail(node);
  app = houseApp(node, mail, fakeSignIn);
  // A deadline that outlives this test.
  const open = { from: '2000-01-01', to: '2999-12-31' };
  await submit(
    ...['FRA', 'KEN', 'NOR'].map((id) => enteringState(id)),
    river('adopt', adoption({}, { openForSignature: open })),
    deposit('FRA', '2001-01-01'),
  );
});
afterAll(async () => {
  app.close();
  await mail.close();
  await node.close();
});

let asked = 0;

/** Asked for anew each time: an answer is kept until the node hears that the record has moved. */
async function events(path: string): Promise<readonly CalendarEvent[]> {
  asked += 1;
  const address = `${path}${path.includes('?') ? '&' : '?'}asked=${asked}`;
  const response = await app.app.request(address);
  const read = readCalendar(new Uint8Array(await response.arrayBuffer()));
  if ('fault' in read) throw new Error(read.fault);
  expect(read.remarks).toEqual([]);
  return read.calendars.flatMap((calendar) => calendar.events);
}

describe('a calendar of what falls due', () => {
  it.each(['/deadlines.ics', '/agreements/river/deadlines.ics', '/ministry/KEN/deadlines.ics'])(
    'is at %s, with whole days, the page of each, and what it rests on',
    async (address) => {
      const found = await events(address);
      expect(found).toContainEqual(
        expect.objectContaining({
          summary: 'Convention: Signature closes',
          description: 'Signature closes – VCLT Art. 12',
          url: 'http://localhost/agreements/river',
          status: 'CONFIRMED',
          start: { day: '2999-12-31' },
          end: { day: '3000-01-01' },
        }),
      );
    },
  );

  it('is of the type that calendars are, and stays until something is recorded', async () => {
    const first = await app.app.request('/deadlines.ics');
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const etag = first.headers.get('etag') ?? '';
    const again = await app.app.request('/deadlines.ics', { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('says each day under the name that it had, and anew when something was recorded', async () => {
    const [before] = await events('/agreements/river/deadlines.ics');
    await submit(deposit('NOR', '2001-03-01'));
    const after = await events('/agreements/river/deadlines.ics');
    const same = after.find(({ uid }) => uid === before?.uid);
    expect(same?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
  });

  it('says nothing, and changes nothing, by an act that the reader may not see', async () => {
    const before = await events('/deadlines.ics');
    const marking = markedFor('amber', ['FRA']);
    await submit(deposit('KEN', '2002-01-01', { marking }));
    expect(await events('/deadlines.ics')).toEqual(before);
  });

  it('is in the language asked for', async () => {
    const [event] = await events('/agreements/river/deadlines.ics?lang=fr');
    expect(event?.categories).toEqual(['Échéances']);
  });

  it('is refused where there is no such agreement or actor', async () => {
    const response = await app.app.request('/ministry/Nowhere/deadlines.ics');
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.headers.get('content-type')).toContain('problem+json');
  });
});

describe('a feed of what was done', () => {
  it('is such as every reader takes, whichever of the house it is', async () => {
    const paths = house.feeds.map(({ path }) => path.replace(':agreement', 'river'));
    const told = await Promise.all(
      paths.map(async (path) => {
        const response = await app.app.request(path);
        const bytes = new Uint8Array(await response.arrayBuffer());
        return response.status === 200 ? { path, faults: atomFaults(bytes) } : null;
      }),
    );
    const answered = told.filter((one) => one !== null);
    expect(answered.map(({ path }) => path)).toContain('/agreements/river/acts.atom');
    expect(answered.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
