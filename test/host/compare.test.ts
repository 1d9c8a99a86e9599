/** Two days of a page at one address: by the same questions, dates, languages and refusals. */
import { describe, expect, it } from 'vitest';
import { exampleApp } from './example-app.tsx';

const { app } = exampleApp();
const get = async (path: string) => {
  const response = await app.request(`http://localhost${path}`);
  return { status: response.status, html: await response.text(), response };
};
const DAYS = 'asOf=2016-11-04&compare=2021-03-01';

describe('two days of a page', () => {
  it('tell first what changed between them, the earlier before the later', async () => {
    const { status, html } = await get('/things/table?asOf=2021-03-01&compare=2016-11-04');
    expect(status).toBe(200);
    expect(html).toContain('<h1>Thing table: two days compared</h1>');
    expect(html).toMatch(/Between 4 November 2016 and 1 March 2021, nothing .*2 unchanged\./);
  });

  it('lead to the whole page of each, with what else was asked', async () => {
    const { html } = await get(`/things/table?${DAYS}&standing=party&lang=en`);
    expect(html).toContain(
      '<a href="/things/table?asOf=2016-11-04&amp;standing=party&amp;lang=en">',
    );
    expect(html).toContain(
      '<a href="/things/table?asOf=2021-03-01&amp;standing=party&amp;lang=en">',
    );
  });

  it('are offered beside the dates of every page, which keep what else was asked', async () => {
    const { html } = await get('/things/table?standing=party');
    expect(html).toContain('name="compare" value="2025-11-22"');
    expect(html.match(/<input type="hidden" name="standing" value="party"/g)).toHaveLength(2);
    const compared = await get(`/things/table?${DAYS}`);
    expect(compared.html).toContain('name="compare" value="2021-03-01"');
    expect(compared.html).toContain('<a href="/things/table?asOf=2016-11-04">Stop comparing</a>');
  });

  it('may be one day, of which more came to be known', async () => {
    const { html } = await get(
      '/things/table?asOf=2016-11-04&knownAt=2017-01-01&compareKnownAt=2018-01-01',
    );
    expect(html).toContain('as known on 1 January 2017 – as known on 1 January 2018:');
    expect(html).toContain('1 changed');
    expect(html).toContain('known 2017-01-01T23:59:59.999Z');
  });

  it('say so where both are one day, and where the second is left empty it is no comparison', async () => {
    const same = await get('/things/table?asOf=2016-11-04&compare=2016-11-04');
    expect(same.html).toContain('Both are the same day');
    const one = await get('/things/table?asOf=2016-11-04&compare=&compareKnownAt=');
    expect(one.html).not.toContain('two days compared');
  });

  it('say which date is none, and keep what was typed', async () => {
    const { status, html } = await get('/things/table?asOf=2016-11-04&compare=31.02.2023');
    expect(status).toBe(400);
    expect(html).toContain('“31.02.2023” (compare) is not a day of the calendar.');
    expect(html).toContain('value="31.02.2023"');
    const known = await get('/things/table?compareKnownAt=soon');
    expect(known.html).toContain('(compareKnownAt) is not a day');
  });

  it('are refused where the page is there on neither, and said where on one alone', async () => {
    expect((await get(`/things/nobody?${DAYS}`)).status).toBe(404);
    const { status, html } = await get('/things/late?asOf=2016-11-04&compare=2021-03-01');
    expect(status).toBe(200);
    expect(html).toContain('On 4 November 2016 there is no such page:');
  });

  it('are data for machines at the same address', async () => {
    const { response, html } = await get(`/things/table?${DAYS}&format=json`);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(JSON.parse(html)).toMatchObject({
      title: 'Thing table',
      before: { asOf: '2016-11-04', knownAt: null },
      after: { asOf: '2021-03-01', href: '/things/table?asOf=2021-03-01' },
      counts: { came: 0, went: 0, changed: 0 },
    });
  });

  it('are kept as any page is, and asked for in any language', async () => {
    const first = await get(`/things/table?${DAYS}&lang=ar`);
    expect(first.html).toContain('dir="rtl"');
    const tag = first.response.headers.get('etag') ?? '';
    const headers = { 'if-none-match': tag };
    const again = await app.request(`/things/table?${DAYS}&lang=ar`, { headers });
    expect(again.status).toBe(304);
  });
});
