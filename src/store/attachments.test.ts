import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Attachment } from '../kernel/attachment.ts';
import { digestOf } from '../kernel/attachment.ts';
import { markedFor } from '../kernel/marking.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { compose } from '../kernel/sign.ts';
import { PIECE_BYTES, SWEEP_JOB, SWEPT_AT_ONCE_MAX, UNUSED_BYTES_MAX } from './attachments.ts';
import { openPool, settingsAs } from './connection.ts';
import type { RecordTables } from './record-tables.ts';
import { TestSigner } from './test-signer.ts';
import {
  type TestStore,
  admitted,
  note,
  openTestStore,
  registerKey,
  ruleOf,
} from './test-store.ts';

const EVERYONE = { actors: [] };
const textOf = (name: string): Uint8Array => Buffer.from(`The text of ${name}`);

let test: TestStore;
let writer: Kysely<RecordTables>;

beforeAll(async () => {
  test = await openTestStore();
  const { connection, secret } = test.options;
  writer = openPool<RecordTables>(settingsAs(connection, secret, 'writer'), 'writer').db;
  admitted(await test.store.submit([note('opening')]));
});
afterAll(async () => {
  await writer.destroy();
  await test.close();
});

/** Lets hours pass for the documents and for the jobs that wait. */
async function after(hours: number): Promise<void> {
  const ago = sql`${hours} * interval '1 hour'`;
  await sql`update attachments set uploaded_at = uploaded_at - ${ago}`.execute(writer);
  await sql`update jobs set run_after = run_after - ${ago}`.execute(writer);
}

async function kept(name: string, bytes = textOf(name)): Promise<Attachment> {
  const known = await test.store.attachments.keep(bytes, 'text/plain');
  if (isRefusal(known)) throw new Error(known.reason);
  return { ...known, name: `${name}.txt` };
}

const payloadOf = (name: string, scan: Attachment) => ({
  note: name,
  text: '',
  detail: { files: [{ scan }] },
});

async function bytesOf(digest: string, ...actors: string[]): Promise<Uint8Array | null> {
  const found = await test.store.attachments.find(digest, { actors });
  return found ? new Uint8Array(await new Response(found.read()).arrayBuffer()) : null;
}

async function sweep(): Promise<void> {
  while (await test.store.jobs.runNext(test.store.attachments.sweepJob));
}

describe('a document that an act made here names', () => {
  it('is had by whoever sees the act, whole and with its name', async () => {
    const scan = await kept('whole', Buffer.alloc(PIECE_BYTES + 1, 'a'));
    expect(await bytesOf(scan.digest)).toBeNull();
    admitted(await test.store.submit([note('', { payload: payloadOf('whole', scan) })]));
    const found = await test.store.attachments.find(scan.digest, EVERYONE);
    expect(found).toMatchObject({ name: 'whole.txt', mediaType: 'text/plain', isClear: true });
    const bytes = await bytesOf(scan.digest);
    expect(bytes?.byteLength).toBe(PIECE_BYTES + 1);
    expect(digestOf(bytes ?? new Uint8Array())).toBe(scan.digest);
  });

  it('has to be at hand, as what the act says it is', async () => {
    const scan = await kept('hand');
    const strange = [
      { ...scan, digest: digestOf(textOf('nowhere')) },
      { ...scan, mediaType: 'application/pdf' as const },
      { ...scan, sizeBytes: scan.sizeBytes + 1 },
    ];
    for (const one of strange) {
      const draft = note('', { payload: payloadOf('hand', one) });
      expect(ruleOf((await test.store.submit([draft]))[0])).toBe('attachments.at-hand');
      const at = { viewer: EVERYONE, asOf: '2026-01-01', knownAt: null };
      expect(ruleOf(await test.store.preview(draft, at))).toBe('attachments.at-hand');
    }
    admitted(await test.store.submit([note('', { payload: payloadOf('hand', scan) })]));
  });

  it('is nobody’s who may not see the act, as if there were none', async () => {
    const scan = await kept('marked');
    const payload = payloadOf('marked', scan);
    const marking = markedFor('red', ['FRA']);
    admitted(await test.store.submit([note('', { payload, marking, register: 'notes/marked' })]));
    expect(await bytesOf(scan.digest)).toBeNull();
    expect(await bytesOf(scan.digest, 'KEN')).toBeNull();
    expect(await bytesOf(scan.digest, 'FRA')).not.toBeNull();
    const found = await test.store.attachments.find(scan.digest, { actors: ['FRA'] });
    expect(found?.isClear).toBe(false);
  });
});

describe('a document that an act from elsewhere names', () => {
  it('may come later', async () => {
    const france = new TestSigner('FRA');
    await registerKey(test.store, 'FRA', france.key);
    const bytes = textOf('later');
    const scan = {
      digest: digestOf(bytes),
      mediaType: 'text/plain',
      sizeBytes: bytes.byteLength,
      name: 'later.txt',
    };
    const { signed } = france.next({ note: 'later', text: '', detail: { scan } });
    admitted(await test.store.receive([signed]));
    expect((await test.store.attachments.atHand([scan.digest])).size).toBe(0);
    expect(await bytesOf(scan.digest)).toBeNull();
    await kept('later', bytes);
    expect((await test.store.attachments.atHand([scan.digest])).size).toBe(1);
    expect(await bytesOf(scan.digest)).toEqual(new Uint8Array(bytes));
  });

  it('is had by whoever sees the part that names it, though the act is for more', async () => {
    const kenya = new TestSigner('KEN');
    await registerKey(test.store, 'KEN', kenya.key);
    const scan = await kept('part');
    const { header } = kenya.compose({}).act;
    const made = compose(
      { ...header, issuedAt: new Date().toISOString() },
      [
        { payload: { note: 'part', text: '' } },
        { payload: { detail: { scan } }, marking: markedFor('amber', ['USA']) },
      ],
      kenya.key,
    );
    if (isRefusal(made)) throw new Error(made.reason);
    admitted(await test.store.receive([made.signed]));
    expect(await bytesOf(scan.digest)).toBeNull();
    expect(await bytesOf(scan.digest, 'USA')).not.toBeNull();
  });
});

describe('a document that no act names', () => {
  it('is let go after its time, and not before', async () => {
    const [unused, used] = [await kept('unused'), await kept('used')];
    admitted(await test.store.submit([note('', { payload: payloadOf('used', used) })]));
    const both = [unused.digest, used.digest];
    await after(47);
    await sweep();
    expect((await test.store.attachments.atHand(both)).size).toBe(2);
    await after(1);
    await sweep();
    expect([...(await test.store.attachments.atHand(both)).keys()]).toEqual([used.digest]);
  });

  it('is new again where it is uploaded again', async () => {
    const one = await kept('again');
    await after(40);
    await kept('again');
    await after(40);
    await sweep();
    expect((await test.store.attachments.atHand([one.digest])).size).toBe(1);
    await after(8);
    await sweep();
    expect((await test.store.attachments.atHand([one.digest])).size).toBe(0);
  });

  it('goes however many there are, some at a time', async () => {
    const names = Array.from({ length: SWEPT_AT_ONCE_MAX + 5 }, (_, at) => `many ${at}`);
    const all = await Promise.all(names.map((name) => kept(name)));
    await after(48);
    await sweep();
    expect((await test.store.attachments.atHand(all.map((one) => one.digest))).size).toBe(0);
    const { rows } = await sql`select from jobs
      where kind = ${SWEEP_JOB} and done_at is null`.execute(writer);
    expect(rows).toHaveLength(0);
  });

  it('takes no more room with the others than there is', async () => {
    const fill = async (sizeBytes: number) => {
      await sql`insert into attachments values
        ('filling', 'text/plain', ${sizeBytes}, 'x', ${new Date().toISOString()})
        on conflict (digest) do update set size_bytes = excluded.size_bytes`.execute(writer);
    };
    const bytes = textOf('room');
    await fill(UNUSED_BYTES_MAX - bytes.byteLength + 1);
    const refused = await test.store.attachments.keep(bytes, '');
    expect(ruleOf(refused)).toBe('attachments.room');
    await fill(UNUSED_BYTES_MAX - bytes.byteLength);
    expect(await test.store.attachments.keep(bytes, '')).toHaveProperty('digest');
  });
});

it('what acts name stays as it is when the tables are rebuilt', async () => {
  const uses = () => writer.selectFrom('attachment_uses').selectAll().orderBy('digest').execute();
  const before = await uses();
  expect(before.length).toBeGreaterThan(3);
  await test.store.rebuild();
  expect(await uses()).toEqual(before);
});
