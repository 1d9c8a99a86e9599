import { describe, expect, it } from 'vitest';
import { CHOICES_MAX, commonFields } from '../../src/host/acts/common-fields.ts';
import { createText } from '../../src/ui/text/text.ts';
import { exampleApp } from './example-app.tsx';
import { COOKIE } from './fake-sign-in.ts';

const filled = {
  token: 'form-1',
  type: 'examples.make',
  register: 'examples/one',
  actor: 'KEN',
  basis: 'signed',
  'payload.title': 'A <b>table</b>',
  'payload.kind': 'table',
  'payload.names': 'one\r\ntwo\r\n',
  'payload.rules': '[{"days":3}]',
};

function send(fields: Record<string, string>, { app } = exampleApp(), cookie = COOKIE) {
  return app.request('/acts/new', {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      cookie,
      origin: 'http://localhost',
      'content-type': 'application/x-www-form-urlencoded',
    },
  });
}

describe('the form of an act', () => {
  it('is made from the schema of its payload', async () => {
    const { app } = exampleApp();
    const list = await app.request('/acts/new', { headers: { cookie: COOKIE } });
    expect(await list.text()).toContain('/acts/new?type=examples.make');
    const path = '/acts/new?type=examples.make&register=examples/two';
    const html = await (await app.request(path, { headers: { cookie: COOKIE } })).text();
    expect(html).toContain('value="examples/two"');
    for (const name of ['title', 'kind', 'count', 'open', 'names', 'place.town', 'rules.2.days']) {
      expect(html).toContain(`name="payload.${name}"`);
    }
  });

  it('shows the effect, then records the act on confirmation', async () => {
    const made = exampleApp();
    const preview = await send({ ...filled, step: 'preview' }, made);
    expect(preview.status).toBe(200);
    const html = await preview.text();
    expect(html).toContain('KEN is bound from 17 January 2026.');
    expect(html).toContain('value="confirm"');
    expect(html).toContain('value="A &lt;b&gt;table&lt;/b&gt;"');
    expect(await made.store.ledger()).toBe(0);
    const recorded = await send({ ...filled, step: 'confirm' }, made);
    expect(recorded.status).toBe(303);
    const location = recorded.headers.get('location') ?? '';
    const act = await made.app.request(`/api${location}`);
    expect(await act.json()).toMatchObject({
      payload: {
        title: 'A <b>table</b>',
        kind: 'table',
        names: ['one', 'two'],
        rules: [{ days: 3 }],
      },
    });
  });

  it('loses nothing that was typed when law or form refuses it', async () => {
    const byLaw = await send({ ...filled, 'payload.title': 'forbidden', step: 'confirm' });
    expect(byLaw.status).toBe(422);
    const html = await byLaw.text();
    expect(html).toContain('Example Convention Art. 1');
    expect(html).toContain('value="forbidden"');
    expect(html).toContain('one\ntwo');
    const byForm = await send({ ...filled, 'payload.rules': '[{"days":', step: 'preview' });
    expect(byForm.status).toBe(400);
    const wrong = await byForm.text();
    expect(wrong).toContain('[{&quot;days&quot;:');
    expect(wrong).toContain('href="#act-payload.rules"');
  });

  it('says at each field what is wrong with it', async () => {
    const wrong = { kind: 'bed', count: 'many', rules: '[{"days":"few"}]', title: '' };
    const typed = Object.entries(wrong).map(([name, value]) => [`payload.${name}`, value]);
    const form = { ...filled, ...Object.fromEntries(typed), basis: 'recorded', source: ' ' };
    const html = await (await send({ ...form, step: 'preview' })).text();
    const errors = html.matchAll(/id="act-([\w.]+)-error">([^<]*)</g);
    const told = [...errors].map((one) => one.slice(1));
    expect(Object.fromEntries(told)).toEqual({
      source: 'must not be empty',
      'payload.title': 'is missing',
      'payload.kind': 'must be one of: table, chair',
      'payload.count': 'must be a number',
      'payload.rules.0.days': 'must be a number',
    });
  });

  it('takes a source only for what is recorded', async () => {
    const response = await send({ ...filled, source: 'A table', step: 'confirm' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('belongs to what is recorded');
  });

  it('begins with blank rows, and chooses nothing', async () => {
    const { app } = exampleApp();
    const path = '/acts/new?type=examples.make';
    const html = await (await app.request(path, { headers: { cookie: COOKIE } })).text();
    expect(html).toContain('name="payload.rules.0.days"');
    expect(html).not.toContain('selected="">table');
    expect(html).not.toContain('selected="">true');
  });

  it('takes rows, of which blank ones are dropped, and says what is wrong in its row', async () => {
    const { 'payload.rules': _, ...rest } = filled;
    const rows = { 'payload.rules.0.days': '', 'payload.rules.2.days': '3' };
    const recorded = await send({ ...rest, ...rows, step: 'confirm' });
    const act = await exampleApp().app.request(recorded.headers.get('location') ?? '');
    expect([recorded.status, act.status]).toEqual([303, 404]);
    const wrong = { ...rows, 'payload.rules.2.days': 'many' };
    const html = await (await send({ ...rest, ...wrong, step: 'preview' })).text();
    expect(html).toContain('id="act-payload.rules.2.days-error">must be a number<');
  });

  it('shows more rows with what was typed, and leaves one out', async () => {
    const rows = { 'payload.rules.0.days': '7', 'payload.rules.1.days': '9' };
    const { 'payload.rules': _, ...rest } = filled;
    const more = await send({ ...rest, ...rows, step: 'add:payload.rules' });
    expect(more.status).toBe(200);
    const html = await more.text();
    expect(html).toMatch(/name="payload\.rules\.0\.days"[^>]*value="7"/);
    expect(html).toContain('name="payload.rules.2.days"');
    const fewer = await (await send({ ...rest, ...rows, step: 'drop:payload.rules.0' })).text();
    expect(fewer).not.toContain('value="7"');
    expect(fewer).toMatch(/name="payload\.rules\.1\.days"[^>]*value="9"/);
  });

  it('asks for so many rows only as a page can bear', async () => {
    const html = await (
      await send({ ...filled, 'payload.rules:rows': '99999999', step: 'show' })
    ).text();
    expect(html.match(/name="payload\.rules\.\d+\.days"/g)).toHaveLength(13);
  });

  it('shows what was typed to one whose session has ended', async () => {
    const response = await send({ ...filled, step: 'confirm' }, exampleApp(), '');
    expect(response.status).toBe(401);
    const html = await response.text();
    expect(html).toContain('A &lt;b&gt;table&lt;/b&gt;');
    expect(html).toContain('one\ntwo');
  });

  it('is refused without the session’s token', async () => {
    expect((await send({ ...filled, token: 'guess', step: 'confirm' })).status).toBe(403);
  });

  it('is unknown for a kind that there is not', async () => {
    expect((await send({ ...filled, type: 'examples.unmake' })).status).toBe(404);
  });
});

describe('in whose name', () => {
  const standing = { actors: ['KEN', 'ken-office'], authors: ['ken-office'], records: false };
  const text = createText('en', []);
  const fieldsOf = (given: Partial<typeof standing>, typed: Record<string, string> = {}) => {
    const shown = { text, typed, errors: {}, standing: { ...standing, ...given } };
    return new Map(commonFields(shown).map((field) => [field.name, field]));
  };
  const kindOf = (given: Partial<typeof standing>, name: string) => fieldsOf(given).get(name)?.kind;

  it('is chosen from a list by those who act for few, and typed by those who record', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `office-${at}`);
    expect(kindOf({}, 'actor')).toBe('select');
    expect(kindOf({ actors: many(CHOICES_MAX) }, 'actor')).toBe('select');
    expect(kindOf({ actors: many(CHOICES_MAX + 1) }, 'actor')).toBe('text');
    expect(kindOf({ records: true }, 'actor')).toBe('text');
    expect([kindOf({}, 'basis'), kindOf({ records: true }, 'basis')]).toEqual(['hidden', 'select']);
  });

  it('is signed by an office of one’s choice only where there are several', () => {
    expect(kindOf({}, 'author')).toBe('hidden');
    expect(kindOf({ authors: ['ken-office', 'ken-mission'] }, 'author')).toBe('select');
  });

  it('keeps among the choices what was typed, though it is none of them', () => {
    const fields = fieldsOf({}, { actor: 'FRA', author: 'fra-office', basis: 'recorded' });
    expect(fields.get('actor')).toMatchObject({
      value: 'FRA',
      options: [{}, {}, { value: 'FRA' }],
    });
    expect(fields.get('author')).toMatchObject({ kind: 'select', value: 'fra-office' });
    expect(fields.get('basis')).toMatchObject({ kind: 'select', value: 'recorded' });
  });

  it('goes from the form into the act, as the API would take it', async () => {
    const recorded = await send({ ...filled, author: 'KEN', step: 'confirm' });
    expect(recorded.status).toBe(303);
    const other = await send({ ...filled, author: 'FRA', step: 'confirm' });
    expect(other.status).toBe(403);
    expect(await other.text()).toContain('does not act for FRA');
  });
});
