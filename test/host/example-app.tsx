/** A small area with its page, and the app made of them. */
import { z } from 'zod';
import { createApp } from '../../src/host/app.ts';
import { assetOf } from '../../src/host/assets.ts';
import type { Authority } from '../../src/host/authority/authority.ts';
import { readConfig } from '../../src/host/config.ts';
import type { SignIn } from '../../src/host/account/sign-in.ts';
import { createLog } from '../../src/host/log.ts';
import { Attachment } from '../../src/kernel/attachment.ts';
import { defineAct, defineArea, defineQuestion, judgeWith } from '../../src/kernel/define-area.ts';
import { generateKey } from '../../src/kernel/key.ts';
import { rule } from '../../src/kernel/law.ts';
import { isRefusal, refuse } from '../../src/kernel/refusal.ts';
import { said } from '../../src/kernel/said.ts';
import type { Store } from '../../src/store/contract.ts';
import type { Page } from '../../src/ui/page.ts';
import { fakeSignIn } from './fake-sign-in.ts';
import { fakeStore } from './fake-store.ts';

const KNOWN = rule('examples.known', 'Example Convention Art. 2', 'A thing is known here.');

const FindingShape: z.ZodType = z.lazy(() =>
  z.object({ value: z.string(), parts: z.array(FindingShape) }),
);

export const things = defineQuestion({
  name: 'things',
  title: 'Things by name',
  input: z.strictObject({
    name: z.string().max(20).optional(),
    count: z.int().min(1).max(3).default(1),
    open: z.boolean().optional(),
    kinds: z.array(z.string()).optional(),
    level: z.enum(['low', 'high']).optional(),
  }),
  output: z.object({
    asOf: z.string(),
    knownAt: z.string().nullable(),
    rows: z.array(z.object({ name: z.string(), count: z.int(), open: z.boolean().nullable() })),
    finding: FindingShape,
  }),
  example: { name: 'table', count: 2 },
  answer: async (asked, input) => {
    if (input.name === 'broken') throw new Error('password=secret at srv/file.ts');
    const isYoung = input.name === 'late' && asked.asOf < '2020-01-01';
    if (input.name === 'nobody' || isYoung)
      return refuse(KNOWN, said('There is no thing of that name.'));
    const row = { name: input.name ?? '=1+1', count: input.count, open: input.open ?? null };
    return {
      asOf: asked.asOf,
      knownAt: asked.knownAt,
      rows: Array.from({ length: input.count }, () => row),
      finding: { value: input.kinds?.join('+') ?? '', parts: [] },
    };
  },
});

export const area = defineArea({
  name: 'examples',
  title: 'Examples',
  acts: [
    defineAct({
      type: 'examples.make',
      title: 'Make a thing',
      payload: z.strictObject({
        title: z.string().min(1).max(200),
        kind: z.enum(['table', 'chair']),
        count: z.int().optional(),
        madeOn: z.string().optional(),
        open: z.boolean().optional(),
        names: z.array(z.string()).optional(),
        place: z.strictObject({ town: z.string(), note: z.string().optional() }).optional(),
        rules: z.array(z.strictObject({ days: z.int() })).optional(),
        scan: Attachment.optional(),
      }),
      opens: true,
      narrowable: ['place'],
      example: { title: 'A table', kind: 'table', rules: [{ days: 30 }] },
      apply: () => [],
    }),
  ],
  tables: [],
  questions: [things],
  summary: (name) => ({ question: things, input: { name: name.slice(0, 20) } }),
  decider: {
    load: async () =>
      judgeWith(
        null,
        () => null,
        (state) => state,
      ),
  },
});

const page: Page = {
  path: '/things/:name',
  section: 'things',
  examples: ['/things/table'],
  async render(request) {
    const answer = await request.ask(things, { name: request.params['name'] ?? '', count: 1 });
    if (isRefusal(answer)) return answer;
    return {
      title: `Thing ${request.params['name'] ?? ''}`,
      breadcrumb: [],
      body: (
        <>
          <h1>{request.params['name']}</h1>
          <p>{`as of ${request.asOf} known ${request.knownAt ?? 'now'} in ${request.locale}`}</p>
          <p>{'lorem ipsum '.repeat(200)}</p>
        </>
      ),
    };
  },
};

/** A node that holds the key of every actor, in a record without mandates. */
export const fakeAuthority: Authority = {
  signers: async (actors) => actors,
  signersHere: async () => ['operator'],
  mandatesTo: async () => [],
  custodianOf: async () => null,
  keeps: async () => false,
};

const anyKey = generateKey();

/** Keys of every actor, the same one. */
export const fakeKeys = {
  ring: { keyFor: () => anyKey },
  make: async () => anyKey,
  putAway: async () => undefined,
};

/** The app over a store. */
export function createExample(
  store: Store,
  signIn: SignIn = fakeSignIn,
  environment: Record<string, string> = {},
) {
  return createApp({
    store,
    areas: [area],
    pages: [page],
    assets: { styleSheet: assetOf('concord.css', 'text/css', 'body{}'), others: [] },
    signIn,
    authority: fakeAuthority,
    keys: fakeKeys,
    config: readConfig(environment),
    texts: [{ en: { 'examples.follows': '{$name} is bound from {$on}.' } }],
    log: createLog('silent'),
    now: () => new Date('2026-11-22T10:00:00Z'),
  });
}

export function exampleApp(environment: Record<string, string> = {}, signIn: SignIn = fakeSignIn) {
  const store = fakeStore();
  return { ...createExample(store, signIn, environment), store };
}
