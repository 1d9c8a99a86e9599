/** What is marked shows on no page, in no feed and in no file of those whom it is not for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { house } from '../../src/host/house.ts';
import type { MailRoom } from '../../src/host/mail/mail-room.ts';
import { markedFor } from '../../src/kernel/marking.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import type { DraftAct } from '../../src/kernel/submission.ts';
import { adoption } from '../../src/practices/agreements/paper-registers.ts';
import { type TestStore, OPERATOR, admitted, openTestStore } from '../../src/store/test-store.ts';
import { fakeSignIn } from './fake-sign-in.ts';
import { type HouseApp, houseApp, openMail } from './house-app.ts';

const STATES = ['FRA', 'KEN', 'NOR', 'USA'];
const NUMBER = 'C.N.77.2026.TREATIES-X.1';
/** Every statement that is marked says it, each in words of its own. */
const canary = (what: string): string => `canary-${what}`;

let node: TestStore;
let mail: MailRoom;
let app: HouseApp;
/** What each marked thing is known by, beside its words. */
const marks = new Map<string, string>();
let acts: readonly string[] = [];
let digest = '';

const SOURCE = { kind: 'recorded', source: 'Notes' } as const;
const MARKED = { marking: markedFor('amber', ['FRA']) };

function draft(verb: string, agreement: string, payload: object, more: Partial<DraftAct> = {}) {
  const [type, register] = [`agreements.${verb}`, `agreements/${agreement}`];
  return { type, register, actor: OPERATOR, payload, basis: SOURCE, ...more };
}
const words = (what: string) => [{ language: 'en', text: canary(what) }];
const text = (language: string, what: string) => ({
  on: '2000-01-01',
  language,
  title: `Text ${what}`,
  authentic: false,
  provisions: [{ id: 'art_1', kind: 'art', text: what }],
});

async function submit(...drafts: DraftAct[]): Promise<string[]> {
  return admitted(await node.store.submit(drafts)).map(({ id }) => id);
}

const entering = (id: string): DraftAct => ({
  type: 'actors.enter',
  register: 'actors/registry',
  actor: id,
  payload: {
    id,
    kind: id === 'un' ? 'organisation' : 'state',
    names: { en: `Actor ${id}` },
    treatyCapacity: true,
    regionalIntegration: false,
  },
  basis: SOURCE,
});

/** Sessions of France’s, for whom the marked acts are, and of Kenya’s, for whom they are not. */
const signIn = {
  ...fakeSignIn,
  session: async (headers: Headers) => {
    const actor = /who=([A-Z]{3})/.exec(headers.get('cookie') ?? '')?.[1];
    if (actor === undefined) return null;
    const person = { id: actor, name: actor, email: 'a@example.org', administrator: false };
    return {
      id: actor,
      by: 'cookie' as const,
      person: { ...person, actors: [actor] },
      formToken: 'form-1',
    };
  },
};

/** What is clear for all: four parties, a reservation, a text and a notification. */
async function recordClear(): Promise<void> {
  const reference = 'X.1';
  await submit(
    ...STATES.map(entering),
    entering('un'),
    draft('adopt', 'marked', adoption({}, { reference })),
    draft('fix-text', 'marked', { ...text('en', 'It is shared.'), on: '2000-01-01' }),
    ...['FRA', 'KEN', 'USA'].map((actor) =>
      draft('deposit', 'marked', { on: '2001-01-01', instrument: 'accession' }, { actor }),
    ),
  );
}

/** The marked acts, each with words that stand nowhere else. */
async function recordMarked(): Promise<void> {
  const kept = await node.store.attachments.keep(
    Buffer.from('%PDF-1.7\ncanary-document\n%%EOF\n'),
    'application/pdf',
  );
  if (isRefusal(kept)) throw new Error(kept.reason);
  ({ digest } = kept);
  const document = { ...kept, name: `${canary('file')}.pdf` };
  const on = '2002-01-01';
  const ofNorway = { actor: 'NOR', ...MARKED };
  const given: readonly (readonly [string, DraftAct])[] = [
    [
      'deposit',
      draft(
        'deposit',
        'marked',
        { on, instrument: 'accession', note: canary('deposit'), document },
        ofNorway,
      ),
    ],
    [
      'reservation',
      draft(
        'reserve',
        'marked',
        { on, provisions: ['art_1'], effect: 'excludes', text: words('reservation') },
        ofNorway,
      ),
    ],
    [
      'declaration',
      draft(
        'declare',
        'marked',
        { on, kind: 'interpretative', text: words('declaration') },
        ofNorway,
      ),
    ],
    [
      'received',
      draft(
        'receive-instrument',
        'marked',
        { on: '2026-01-02', instrument: 'acceptance', note: canary('received') },
        { actor: 'USA', ...MARKED },
      ),
    ],
    [
      'powers',
      draft(
        'present-full-powers',
        'marked',
        {
          on,
          holder: { name: canary('powers'), office: 'other' },
          powers: ['sign'],
          issuedBy: { name: 'A minister', office: 'minister-for-foreign-affairs' },
        },
        ofNorway,
      ),
    ],
    ['text', draft('fix-text', 'marked', text('es', canary('text')), MARKED)],
    [
      'correction',
      draft(
        'propose-correction',
        'marked',
        {
          on: '2026-01-01',
          passages: [
            { provision: 'art_1', language: 'en', wrong: 'shared', right: canary('passage') },
          ],
          reason: canary('correction'),
        },
        MARKED,
      ),
    ],
    [
      'agreement',
      draft(
        'adopt',
        'unseen',
        adoption({}, { title: { en: canary('agreement') }, parent: 'marked', kind: 'amendment' }),
        MARKED,
      ),
    ],
    ['draft', draft('fix-text', 'undrafted', text('en', canary('draft')), MARKED)],
    [
      'stage',
      draft(
        'reach-stage',
        '',
        {
          agreement: 'marked',
          stage: 'submitted',
          on,
          reference: canary('stage'),
          responsible: canary('ministry'),
        },
        { register: 'national/NOR', ...ofNorway },
      ),
    ],
  ];
  const ids = await submit(...given.map(([, one]) => one));
  given.forEach(([what], at) => marks.set(what, ids[at] ?? what));
  const telling = { number: NUMBER, on: '2026-02-01', acts: [ids[0]], note: canary('notice') };
  const [notice = ''] = await submit(draft('notify', 'marked', telling, MARKED));
  acts = [...ids, notice];
}

const PARTS: Readonly<Record<string, string>> = {
  agreement: 'marked',
  actor: 'NOR',
  group: 'un',
  number: NUMBER,
};

function filled(path: string, more: Readonly<Record<string, string>> = {}): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => more[name] ?? PARTS[name] ?? 'none');
}

/** The addresses of the house: every route that is read, with what examples ask of it. */
function addresses(): string[] {
  const examples = [...house.pages, ...house.feeds].flatMap((page) =>
    page.examples.map((example) => filled(page.path) + (/\?.*/.exec(example)?.[0] ?? '')),
  );
  const routes = app.app.routes
    .filter(({ method, path }) => method === 'GET' && !path.includes('*') && path !== '/live')
    .map(({ path }) => path);
  const questions = house.areas.flatMap(({ questions: all }) =>
    all.map(({ name, example }) => {
      const input = new URLSearchParams(
        Object.entries(example as object).map(([key, value]): [string, string] => [
          key,
          PARTS[key] ?? String(value),
        ]),
      );
      return `/api/${name.replace('.', '/')}?${input.toString()}`;
    }),
  );
  const more = [
    ...['agreements/marked', 'agreements/unseen', 'agreements/undrafted', 'national/NOR'].flatMap(
      (register) => [`/record?register=${register}`, `/record/export?register=${register}`],
    ),
    '/search?q=canary',
    ...['unseen', 'undrafted'].flatMap((agreement) =>
      routes
        .filter((path) => path.includes(':agreement'))
        .map((path) => filled(path, { agreement })),
    ),
    ...['es', 'en'].flatMap((language) => [
      `/agreements/marked/text?language=${language}`,
      `/agreements/marked/text.akn?language=${language}`,
    ]),
  ];
  return [...new Set([...examples, ...routes.map((path) => filled(path)), ...questions, ...more])];
}

/** Addresses that name a marked thing themselves; what they answer repeats no more than that. */
const named = (): string[] => [
  ...acts.flatMap((id) => [`/acts/${id}`, `/api/acts/${id}`, `/record/proof?act=${id}`]),
  `/attachments/${digest}`,
];

/**
 * What changes from one answer to the next anyway: the time, a seal that covers it, and how far the
 * whole record has come, which pages say at their foot and follow it from.
 */
const MOVING = /\d{4}-\d\d-\d\dT[\d:.]+Z|"seal":\{[^}]*\}|record at position \d+|since=\d+/g;

/** What every address answers to one. */
async function answers(who: string, asked: readonly string[]): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const address of asked) {
    const headers: Record<string, string> = who === '' ? {} : { cookie: `who=${who}` };
    const response = await app.app.request(address, { headers });
    const told = await response.text();
    all.set(address, `${response.status} ${told.replaceAll(MOVING, '')}`);
  }
  return all;
}

beforeAll(async () => {
  node = await openTestStore({ areas: house.areas });
  mail = await openMail(node);
  app = houseApp(node, mail, signIn);
  await recordClear();
});
afterAll(async () => {
  app.close();
  await mail.close();
  await node.close();
});

describe('what is marked for one', () => {
  it('changes no answer to others, at any address of the house', { timeout: 120_000 }, async () => {
    const before = new Map<string, Map<string, string>>();
    for (const who of ['', 'KEN']) before.set(who, await answers(who, addresses()));
    await recordMarked();
    for (const who of ['', 'KEN']) {
      const after = await answers(who, addresses());
      const known = before.get(who);
      const changed = [...after].filter(([address, told]) => known?.get(address) !== told);
      expect(changed.map(([address]) => `${who} ${address}`)).toEqual([]);
      for (const [address, told] of after) {
        const traces = ['canary', ...acts].filter((one) => told.includes(one));
        expect([address, address.includes('canary') ? [] : traces]).toEqual([address, []]);
      }
      for (const [address, told] of await answers(who, named())) {
        expect([address, told.slice(0, 3), told.includes('canary')]).toEqual([
          address,
          '404',
          false,
        ]);
      }
    }
  });

  it('is shown to that one, each of it somewhere', { timeout: 120_000 }, async () => {
    const told = [...(await answers('FRA', [...addresses(), ...named()])).values()].join('\n');
    const kinds = [...marks.keys(), 'file', 'ministry', 'notice', 'passage'];
    expect(kinds.filter((what) => !told.includes(canary(what)))).toEqual([]);
  });
});
