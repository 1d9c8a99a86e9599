/** Notifications by e-mail, against a mail server on this machine. */
import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MailRoom } from '../../src/host/mail/mail-room.ts';
import { textsOf } from '../../src/host/texts.ts';
import { markedFor } from '../../src/kernel/marking.ts';
import { type TestStore, admitted, note, openTestStore } from '../../src/store/test-store.ts';
import type { Mailing } from '../../src/ui/letter.ts';

interface Received {
  readonly to: string;
  readonly raw: string;
}

const received: Received[] = [];
/** Answers with which the server refuses the next messages. */
const refusals: number[] = [];

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onData(stream, session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      const code = refusals.shift();
      if (code !== undefined) {
        return done(Object.assign(new Error('not now'), { responseCode: code }));
      }
      const to = session.envelope.rcptTo.map(({ address }) => address).join();
      // Soft line ends of quoted-printable (RFC 2045, section 6.7) are undone.
      const raw = Buffer.concat(parts).toString('utf8').replaceAll('=\r\n', '');
      received.push({ to, raw });
      return done();
    });
  },
});

const mailing: Mailing = {
  type: 'notes.write',
  compose: async ({ text }, act) => ({
    subject: `Note\r\nBcc: everyone@example.org ${act.slice(0, 8)}`,
    text: `in ${text.locale}: <b>plain</b>`,
    body: `in ${text.locale}: <b>marked</b>`,
    href: `/acts/${act}`,
  }),
};

let opened: TestStore;
let room: MailRoom;
let smtpUrl = '';

const open = (): Promise<MailRoom> =>
  MailRoom.open(
    { store: opened.store, textIn: textsOf([]), now: () => new Date() },
    {
      connection: opened.options.connection,
      mailings: [mailing],
      smtpUrl,
      from: 'depositary@example.org',
      origin: () => 'https://concord.example',
    },
  );

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  smtpUrl = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  opened = await openTestStore();
  admitted(await opened.store.submit([note('before the mail room opened')]));
  room = await open();
});

afterAll(async () => {
  await room.close();
  await opened.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const until = async (count: number): Promise<Received[]> => {
  const end = Date.now() + 15_000;
  while (received.length < count && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return received.splice(0);
};

test('each address gets what was admitted, in its language, from then on', async () => {
  const by = 'someone';
  expect(await room.add({ actor: 'FRA', email: 'fra@example.org', locale: 'fr', by })).toBe(true);
  expect(await room.add({ actor: 'FRA', email: 'FRA@example.org', locale: 'en', by })).toBe(false);
  await room.add({ actor: 'KEN', email: 'ken@example.org', locale: 'en', by });
  admitted(await opened.store.submit([note('first')]));
  const both = (await until(2)).toSorted((one, other) => one.to.localeCompare(other.to));
  expect(both.map(({ to }) => to)).toEqual(['fra@example.org', 'ken@example.org']);
  expect(both[0]?.raw).toContain('in fr: ');
  expect(both[1]?.raw).toContain('in en: ');
  expect(both[0]?.raw).toContain('https://concord.example/acts/');
});

test('a subject makes no header lines, and what is text is no markup', async () => {
  admitted(await opened.store.submit([note('second')]));
  const [one] = (await until(2)).filter(({ to }) => to === 'fra@example.org');
  expect(one?.raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
  expect(one?.raw).toContain('in fr: &lt;b&gt;marked');
});

test('of what is marked for one actor that one alone hears, and not the words', async () => {
  const marking = markedFor('amber', ['KEN']);
  admitted(await opened.store.submit([note('for Kenya', { marking })]));
  const sent = await until(1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect([...sent, ...received.splice(0)].map(({ to }) => to)).toEqual(['ken@example.org']);
  expect(sent[0]?.raw).toContain('Sign in to read it');
  expect(sent[0]?.raw).not.toContain('plain</b>');
});

test('a refused message is tried again, and sent once', async () => {
  refusals.push(451);
  const [receipt] = admitted(
    await opened.store.submit([note('later', { marking: markedFor('amber', ['KEN']) })]),
  );
  expect(await until(1)).toHaveLength(1);
  expect(await room.deliveries({ actors: ['FRA'] }, receipt?.id ?? '')).toEqual([]);
  const [delivery] = await room.deliveries({ actors: ['KEN'] }, receipt?.id ?? '');
  expect(delivery?.sentAt).toBeInstanceOf(Date);
  expect(delivery?.fault).toBeNull();
});

test('opened again it sends nothing twice, and what was admitted meanwhile', async () => {
  await room.close();
  admitted(
    await opened.store.submit([note('meanwhile', { marking: markedFor('amber', ['FRA']) })]),
  );
  room = await open();
  const sent = await until(1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect([...sent, ...received.splice(0)].map(({ to }) => to)).toEqual(['fra@example.org']);
});

test('an address that was removed gets nothing more', async () => {
  const [fra] = (await room.addresses()).filter(({ actor }) => actor === 'FRA');
  await room.end(fra?.id ?? '');
  admitted(await opened.store.submit([note('last')]));
  expect((await until(1)).map(({ to }) => to)).toEqual(['ken@example.org']);
});
