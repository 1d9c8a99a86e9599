/** What a hostile sender would send to the house. */
import type { BallotRoom } from '../../src/host/ballots/ballot-room.ts';
import type { FederationRoom } from '../../src/host/federation/federation-room.ts';
import { FollowEngine } from '../../src/host/federation/follow-engine.ts';
import type { HookRoom } from '../../src/host/hooks/hook-room.ts';
import { house } from '../../src/host/house.ts';
import { createLog } from '../../src/host/log.ts';
import type { MailRoom } from '../../src/host/mail/mail-room.ts';
import type { EscalationRoom } from '../../src/host/webhooks/escalation-room.ts';
import { OPERATOR, type TestStore, openTestStore } from '../../src/store/test-store.ts';
import { COOKIE, TOKEN, fakeSignIn } from './fake-sign-in.ts';
import {
  type HouseApp,
  houseApp,
  openBallotRoom,
  openEscalation,
  openFederation,
  openHooks,
  openMail,
} from './house-app.ts';

/** The node that is written to, with every room that its application can have. */
export interface HostileNode {
  readonly test: TestStore;
  readonly mail: MailRoom;
  readonly room: FederationRoom;
  readonly escalation: EscalationRoom;
  readonly ballots: BallotRoom;
  readonly hooks: HookRoom;
}

export async function openHostile(): Promise<HostileNode> {
  const test = await openTestStore({ areas: house.areas });
  const mail = await openMail(test);
  const room = await openFederation(test, () => new Date());
  const ballots = await openBallotRoom(test);
  const hooks = await openHooks(test);
  return { test, mail, room, escalation: await openEscalation(test, mail), ballots, hooks };
}

export async function closeHostile({ test, ...rooms }: HostileNode): Promise<void> {
  await rooms.escalation.close();
  await rooms.hooks.close();
  await rooms.ballots.close();
  await rooms.room.close();
  await rooms.mail.close();
  await test.close();
}

/** An application of its own for each route, so that no rate is reached before the fault is. */
export function hostileApp({
  test,
  mail,
  room,
  escalation,
  ballots,
  hooks,
}: HostileNode): HouseApp {
  const engine = new FollowEngine(room, createLog('silent'));
  const signIn = {
    ...fakeSignIn,
    session: async (headers: Headers) => {
      const session = await fakeSignIn.session(headers);
      return session && { ...session, person: { ...session.person, actors: [OPERATOR] } };
    },
  };
  return houseApp(test, mail, signIn, { ballots, escalation, hooks, federation: { room, engine } });
}

/** Sent together before the next are; the node waits for its database meanwhile, not for us. */
const AT_ONCE = 12;

/** Does the same with each, several at once. */
export async function withEach<One>(
  all: readonly One[],
  work: (one: One) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < all.length; at += AT_ONCE) {
    await Promise.all(all.slice(at, at + AT_ONCE).map(work));
  }
}

export const BY_TOKEN = { authorization: TOKEN };
export const BY_COOKIE = { cookie: COOKIE, origin: 'http://localhost' };

export interface Sent {
  readonly name: string;
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

const many = (count: number, one: (at: number) => string, between: string): string =>
  Array.from({ length: count }, (_, at) => one(at)).join(between);

const json = (name: string, body: Sent['body']): Sent => ({ name, type: 'application/json', body });
const form = (name: string, body: string): Sent => ({
  name,
  type: 'application/x-www-form-urlencoded',
  body: `token=form-1&${body}`,
});

const BOUNDARY = 'edge';
const part = (headers: string, body: string): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; ${headers}\r\n\r\n${body}\r\n`;
const TOKEN_PART = part('name="token"', 'form-1');
const multipart = (name: string, ...parts: string[]): Sent => ({
  name,
  type: `multipart/form-data; boundary=${BOUNDARY}`,
  body: `${TOKEN_PART}${parts.join('')}--${BOUNDARY}--\r\n`,
});

/** What acts and forms name, so that what is wrong with a value is reached. */
const MEMBERS = [
  'type',
  'register',
  'actor',
  'payload',
  'basis',
  'text',
  'words',
  'language',
  'email',
  'name',
  'office',
  'on',
  'source',
];
const all = (value: string): string =>
  `{${MEMBERS.map((member) => `${JSON.stringify(member)}:${value}`).join(',')}}`;
const allFields = (value: string): string =>
  MEMBERS.map((member) => `${member}=${value}`).join('&');

export const JSON_BODIES: readonly Sent[] = [
  json('nothing', ''),
  json('half of an object', '{"type":'),
  json('null', 'null'),
  json('a list', '[]'),
  json('a lone surrogate', all('"\\ud800"')),
  json('a NUL', all('"\\u0000"')),
  json('a very long text', all(JSON.stringify('x'.repeat(50_000)))),
  json('a number beyond all numbers', all('1e999')),
  json('100,000 lists within each other', `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  json('5,000 objects in a member', all(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`)),
  json('one key twice', '{"type":"agreements.sign","type":"agreements.adopt","payload":{}}'),
  json('keys of every object', '{"__proto__":{"administrator":true},"constructor":1}'),
  json('a name of every object', all('"constructor"')),
  json('the prototype by its name', all('"__proto__"')),
  json('what every object has', all('{"__proto__":"a","toString":"a","hasOwnProperty":1}')),
  json('10,000 members', `{${many(10_000, (at) => `"m${at}":1`, ',')}}`),
  json('no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])),
  json('a path', all('"../../../../etc/passwd"')),
  { name: 'JSON said to be a page', type: 'text/html', body: '{}' },
  { name: 'no type', type: '', body: '{}' },
  { name: 'a type with a line end', type: 'application/json; charset=utf-16', body: '{}' },
];

export const FORM_BODIES: readonly Sent[] = [
  form('nothing but the token', ''),
  form(
    '10,000 fields',
    many(10_000, (at) => `f${at}=1`, '&'),
  ),
  form(
    'one field 5,000 times',
    many(5000, () => 'actor=KEN', '&'),
  ),
  form('a NUL', allFields('%00')),
  form('half of a percent sign', allFields('%E0%A4%A')),
  form('a lone surrogate', allFields('%ED%A0%80')),
  form('a line end', allFields('a%0D%0ASet-Cookie:%20a=b')),
  form('keys of every object', '__proto__=1&constructor=2&payload.__proto__.a=1&type=toString'),
  form('a name of every object', allFields('constructor')),
  form('the prototype by its name', allFields('__proto__')),
  form('the text of every object', allFields('toString')),
  form('what every object has', allFields('hasOwnProperty')),
  form(
    'members of members',
    many(2000, (at) => `payload${'.a'.repeat(at % 200)}=1`, '&'),
  ),
  form('a path', allFields('..%2F..%2Fetc%2Fpasswd')),
  multipart(
    '10,000 parts',
    many(10_000, (at) => part(`name="f${at}"`, '1'), ''),
  ),
  multipart(
    'names that leave their header',
    part('name="payload.document"; filename="a\r\nX-Evil: 1\r\n.pdf"', '%PDF-1.7'),
    part('name="file"; filename="../../../../etc/passwd"', 'x'),
    part('name="__proto__"; filename="a"', 'x'),
  ),
  multipart('a NUL in a name', part('name="fi\0le"; filename="a\0.pdf"', '%PDF-1.7')),
  {
    name: 'half of a file',
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    body: `${TOKEN_PART}--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a"`,
  },
  { name: 'no boundary', type: 'multipart/form-data', body: TOKEN_PART },
  { name: 'no form', type: 'application/json', body: '{"token":"form-1"}' },
];

export const TEXT_BODIES: readonly Sent[] = [
  { name: 'no text', type: 'text/plain', body: '' },
  { name: 'NULs', type: 'text/plain', body: 'Lake\n\nArticle 1\n\nIt\0is\n' },
  { name: 'no UTF-8', type: 'text/plain', body: new Uint8Array([0x41, 0xff, 0xfe]) },
  {
    name: 'bytes of a lone surrogate',
    type: 'text/plain',
    body: new Uint8Array([0x41, 0xed, 0xa0, 0x80]),
  },
  {
    name: 'elements without end',
    type: 'application/akn+xml',
    body: '<akomaNtoso>'.repeat(50_000),
  },
  {
    name: 'an entity in an entity',
    type: 'application/akn+xml',
    body: '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><akomaNtoso>&c;</akomaNtoso>',
  },
  {
    name: 'a file of the node',
    type: 'application/akn+xml',
    body: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><akomaNtoso>&b;</akomaNtoso>',
  },
  {
    name: 'a character that XML has not',
    type: 'application/akn+xml',
    body: '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">&#0;</akomaNtoso>',
  },
  { name: 'a document of another type', type: 'application/pdf', body: '<html></html>' },
];
