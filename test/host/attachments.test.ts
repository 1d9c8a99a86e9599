import { describe, expect, it } from 'vitest';
import { UPLOAD_REQUESTS_MAX } from '../../src/host/limits.ts';
import { ATTACHMENT_BYTES_MAX } from '../../src/kernel/attachment.ts';
import { markedFor } from '../../src/kernel/marking.ts';
import { openTestStore } from '../../src/store/test-store.ts';
import { area, createExample, exampleApp } from './example-app.tsx';
import { COOKIE, TOKEN, fakeSignIn } from './fake-sign-in.ts';

const PDF = '%PDF-1.7\n1 0 obj\n%%EOF\n';
const UNKNOWN = `sha256:${'0'.repeat(64)}`;

interface Kept {
  readonly digest: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}
/** A session of France’s for its token, and of the others for theirs. */
async function franceIn(headers: Headers) {
  if (headers.get('authorization') !== 'Bearer france') return fakeSignIn.session(headers);
  const own = { actors: ['FRA'], administrator: false };
  const person = { id: '2', name: 'Luc', email: 'luc@example.org', ...own };
  return { id: 't2', by: 'token' as const, person, formToken: 'none' };
}

type Made = ReturnType<typeof exampleApp>;

function upload(
  body: string | Uint8Array<ArrayBuffer>,
  type = 'application/pdf',
  { app }: Made = exampleApp(),
  headers: Record<string, string> = { authorization: TOKEN },
) {
  return app.request('/api/attachments', {
    method: 'POST',
    body,
    headers: { 'content-type': type, ...headers },
  });
}

/** Uploads a document and records an act that names it; the address of the document. */
async function recorded(made: Made, body = PDF, type = 'application/pdf', name = 'scan.pdf') {
  const kept = (await (await upload(body, type, made)).json()) as Kept;
  const response = await made.app.request('/api/acts', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: TOKEN },
    body: JSON.stringify({
      type: 'examples.make',
      register: 'examples/one',
      actor: 'KEN',
      payload: { title: 'A table', kind: 'table', scan: { ...kept, name } },
    }),
  });
  const act = (await response.json()) as { id: string };
  return { path: `/attachments/${kept.digest}`, kept, act: act.id };
}

describe('uploading a document', () => {
  it('gives what an act names it by', async () => {
    const response = await upload(PDF);
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      mediaType: 'application/pdf',
      sizeBytes: PDF.length,
    });
  });

  it.each([
    ['is empty', '', 'application/pdf', 400, 'attachments.empty'],
    ['is not what it claims to be', PDF, 'image/png', 415, 'attachments.type'],
    ['is of no type that is taken', 'GIF89a\0', 'image/gif', 415, 'attachments.type'],
    ['is a page', '<script>alert(1)</script>', 'text/html', 415, 'attachments.type'],
  ])('is refused where it %s', async (_name, body, type, status, rule) => {
    const response = await upload(body, type);
    expect([response.status, await response.json()]).toMatchObject([status, { rule }]);
  });

  it('may be as large as the limit, and no larger', async () => {
    const made = exampleApp();
    const large = new Uint8Array(ATTACHMENT_BYTES_MAX + 1).fill(120);
    const below = await upload(large.subarray(2), 'text/plain', made);
    const at = await upload(large.subarray(1), 'text/plain', made);
    const above = await upload(large, 'text/plain', made);
    expect([below.status, at.status, above.status]).toEqual([201, 201, 413]);
  });

  it('needs a session, from this node’s own pages', async () => {
    expect((await upload(PDF, 'application/pdf', exampleApp(), {})).status).toBe(401);
    const foreign = { cookie: COOKIE, origin: 'https://elsewhere.example' };
    expect((await upload(PDF, 'application/pdf', exampleApp(), foreign)).status).toBe(403);
    const big = new Uint8Array(3_000_000).fill(120);
    expect((await upload(big, 'text/plain', exampleApp(), {})).status).toBe(401);
  });

  it('comes no more often than the limit', async () => {
    const made = exampleApp();
    for (let at = 0; at < UPLOAD_REQUESTS_MAX; at++) {
      expect((await upload(PDF, 'application/pdf', made)).status).toBe(201);
    }
    expect((await upload(PDF, 'application/pdf', made)).status).toBe(429);
  });
});

describe('a document that an act names', () => {
  it('is shown by the browser with nothing that it could do', async () => {
    const made = exampleApp();
    const { path, kept } = await recorded(made, PDF, 'application/pdf', 'Scan “1” ж.pdf');
    const response = await made.app.request(path);
    expect(await response.text()).toBe(PDF);
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition':
        'inline; filename="Scan _1_ _.pdf"; ' +
        "filename*=UTF-8''Scan%20%E2%80%9C1%E2%80%9D%20%D0%B6.pdf",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${kept.digest}"`,
    });
    expect(headers['content-security-policy']).toMatch(/^sandbox\s*; default-src 'none'/);
  });

  it('is saved and not shown where a browser would run what it holds', async () => {
    const made = exampleApp();
    const page = '<script>alert(1)</script>';
    const { path } = await recorded(made, page, 'text/plain', '../a\r\nb".html');
    const { headers } = await made.app.request(path);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename=".._a__b_.html"; filename*=UTF-8''..%2Fa%0D%0Ab%22.html`,
    );
  });

  it('is not sent again to whoever has it', async () => {
    const made = exampleApp();
    const { path, kept } = await recorded(made);
    const headers = { 'if-none-match': `"x", W/"${kept.digest}"` };
    const response = await made.app.request(path, { headers });
    expect([response.status, await response.text()]).toEqual([304, '']);
  });

  it('is listed on the page of the act, at hand or not', async () => {
    const made = exampleApp();
    const { path, kept, act } = await recorded(made);
    const html = await (await made.app.request(`/acts/${act}`)).text();
    expect(html).toContain(`href="${path}"`);
    expect(html).toContain(kept.digest);
    expect(html).toContain('scan.pdf');
    expect(html).not.toContain('not at hand');
    const lost = { ...kept, digest: UNKNOWN, name: 'lost.pdf' };
    const without = exampleApp();
    const response = await without.app.request('/api/acts', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: TOKEN },
      body: JSON.stringify({
        type: 'examples.make',
        register: 'examples/one',
        actor: 'KEN',
        payload: { title: 'A chair', kind: 'chair', scan: lost },
      }),
    });
    const { id } = (await response.json()) as { id: string };
    const other = await (await without.app.request(`/acts/${id}`)).text();
    expect(other).toContain('not at hand');
    expect(other).not.toContain(`href="/attachments/${UNKNOWN}"`);
  });

  it('is unknown until an act names it, in the same words as one that there is not', async () => {
    const made = exampleApp();
    const kept = (await (await upload(PDF, 'application/pdf', made)).json()) as Kept;
    const unnamed = await made.app.request(`/attachments/${kept.digest}`);
    const unknown = await made.app.request(`/attachments/${UNKNOWN}`);
    expect([unnamed.status, unknown.status]).toEqual([404, 404]);
    const told = await unnamed.text();
    // The page itself repeats the address that was asked for.
    expect(told.replaceAll(kept.digest.slice(7), UNKNOWN.slice(7))).toBe(await unknown.text());
    expect(unnamed.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect((await made.app.request('/attachments/..%2F..%2Fetc')).status).toBe(404);
  });
});

it('a document of an act that is marked is nobody else’s, as if there were none', async () => {
  const test = await openTestStore({ areas: [area] });
  // France’s person sees what is released to France; the cookie is that of Kenya’s.
  const france = { ...fakeSignIn, session: async (headers: Headers) => franceIn(headers) };
  const made = createExample(test.store, france);
  try {
    const kept = await test.store.attachments.keep(Buffer.from(PDF), '');
    const payload = { title: 'Marked', kind: 'table', scan: { ...kept, name: 'secret.pdf' } };
    const [receipt] = await test.store.submit([
      {
        type: 'examples.make',
        register: 'examples/marked',
        actor: test.store.operator,
        payload,
        basis: { kind: 'signed' },
        marking: markedFor('red', ['FRA']),
      },
    ]);
    expect(receipt).toHaveProperty('position');
    const { digest } = payload.scan as unknown as Kept;
    const get = (path: string, headers = {}) => made.app.request(path, { headers });
    const own = await get(`/attachments/${digest}`, { authorization: 'Bearer france' });
    expect(await own.text()).toBe(PDF);
    expect(own.headers.get('cache-control')).toMatch(/^private/);
    for (const headers of [{}, { authorization: TOKEN }]) {
      const [hidden, unknown] = [
        await get(`/attachments/${digest}`, { ...headers, 'if-none-match': `"${digest}"` }),
        await get(`/attachments/${UNKNOWN}`, headers),
      ];
      expect([hidden.status, unknown.status]).toEqual([404, 404]);
      expect((await hidden.text()).replaceAll(digest.slice(7), UNKNOWN.slice(7))).toBe(
        await unknown.text(),
      );
      expect(Object.fromEntries(hidden.headers)).toEqual(Object.fromEntries(unknown.headers));
    }
  } finally {
    made.close();
    await test.close();
  }
});

describe('a document in the form of an act', () => {
  const fields = {
    token: 'form-1',
    type: 'examples.make',
    register: 'examples/one',
    actor: 'KEN',
    basis: 'signed',
    'payload.title': 'A table',
    'payload.kind': 'table',
  };

  /** Sends a form as a browser does: a file that was not chosen is empty and has no name. */
  function send(made: Made, more: Record<string, string | File>) {
    const form = new FormData();
    const none = new File([], '');
    for (const [name, value] of Object.entries({ 'payload.scan': none, ...fields, ...more })) {
      form.append(name, value);
    }
    return made.app.request('/acts/new', {
      method: 'POST',
      body: form,
      headers: { cookie: COOKIE, origin: 'http://localhost' },
    });
  }

  const scan = new File([PDF], 'C:\\scans\\note verbale.pdf', { type: 'application/pdf' });
  const heldIn = (html: string): string =>
    (/type="hidden" name="payload\.scan" value="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll(
      '&quot;',
      '"',
    );

  it('is chosen like any file, in a form that carries files', async () => {
    const { app } = exampleApp();
    const path = '/acts/new?type=examples.make';
    const html = await (await app.request(path, { headers: { cookie: COOKIE } })).text();
    expect(html).toContain('enctype="multipart/form-data"');
    expect(html).toMatch(/name="payload\.scan"[^>]*type="file"/);
    expect(html).not.toContain('name="payload.scan.digest"');
  });

  it('is kept by the preview, and named by the act on confirmation', async () => {
    const made = exampleApp();
    const preview = await send(made, { 'payload.scan': scan, step: 'preview' });
    const html = await preview.text();
    expect(preview.status).toBe(200);
    expect(html).toContain('note verbale.pdf');
    const held = heldIn(html);
    const recorded = await send(made, { 'payload.scan': held, step: 'confirm' });
    const act = await made.app.request(`/api${recorded.headers.get('location') ?? ''}`);
    expect(await act.json()).toMatchObject({
      payload: { scan: { name: 'note verbale.pdf', mediaType: 'application/pdf' } },
    });
    const { digest } = JSON.parse(held) as Kept;
    expect(await (await made.app.request(`/attachments/${digest}`)).text()).toBe(PDF);
  });

  it('stays when something else is changed, and is left out where one wishes', async () => {
    const made = exampleApp();
    const first = await send(made, { 'payload.scan': scan, step: 'preview' });
    const held = heldIn(await first.text());
    const again = await (await send(made, { 'payload.scan': held, step: 'change' })).text();
    expect(heldIn(again)).toBe(held);
    expect(again).toContain('name="payload.scan.omit"');
    const without = { 'payload.scan': held, 'payload.scan.omit': 'true', step: 'preview' };
    expect(heldIn(await (await send(made, without)).text())).toBe('');
  });

  it('that is not what it claims is refused at its field, and nothing else is lost', async () => {
    const fake = new File(['GIF89a'], 'scan.pdf', { type: 'application/pdf' });
    const response = await send(exampleApp(), { 'payload.scan': fake, step: 'preview' });
    expect(response.status).toBe(415);
    const html = await response.text();
    expect(html).toMatch(/id="act-payload\.scan-error">The document claims to be application\/pdf/);
    expect(html).toContain('value="A table"');
    const empty = new File([], 'scan.pdf', { type: 'application/pdf' });
    const other = await send(exampleApp(), { 'payload.scan': empty, step: 'confirm' });
    expect(await other.text()).toContain('The document is empty.');
  });
});
