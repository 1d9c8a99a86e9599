import { describe, expect, it } from 'vitest';
import { shellWord } from '../../src/host/api/docs/snippets.ts';
import { exampleApp } from './example-app.tsx';

const { app } = exampleApp();
const page = async (path: string) => {
  const response = await app.request(path, { headers: { accept: 'text/html' } });
  return { status: response.status, html: await response.text() };
};
const QUESTION = '/api/docs/questions/examples.things';

describe('the documentation of a question', () => {
  it('answers its example, as a table and as JSON, without a script', async () => {
    const { status, html } = await page(QUESTION);
    expect(status).toBe(200);
    expect(html).toContain('value="table"');
    expect(html).toContain('&quot;count&quot;: 2');
    expect(html).toContain('id="answer-rows"');
    expect(html).not.toContain('<script>');
  });

  it('asks what the form says, and gives the same as code', async () => {
    const { html } = await page(`${QUESTION}?try=1&name=chair&count=&asOf=2016-11-04&knownAt=`);
    expect(html).toContain('&quot;asOf&quot;: &quot;2016-11-04&quot;');
    expect(html).toContain('concord examples things --name chair --as-of 2016-11-04 --json');
    expect(html).toContain('http://localhost/api/examples/things?name=chair');
  });

  it('shows a refusal with its rule and as a problem document', async () => {
    const { status, html } = await page(`${QUESTION}?try=1&name=nobody`);
    expect(status).toBe(200);
    expect(html).toContain('Example Convention Art. 2');
    expect(html).toContain('urn:concord:rule:examples.known');
    expect((await page(`${QUESTION}?try=1&asOf=31.2.2020`)).html).toContain('host.date');
  });

  it('shows what was typed, and runs none of it', async () => {
    const { html } = await page(`${QUESTION}?try=1&name=${encodeURIComponent('"><script>')}`);
    expect(html).not.toContain('"><script>');
  });
});

describe('the documentation of an act', () => {
  it('tells its members, an example and how it is handed in', async () => {
    const { status, html } = await page('/api/docs/acts/examples.make');
    expect(status).toBe(200);
    expect(html).toContain('place.town');
    expect(html).toContain('/api/acts/preview');
    expect(html).toContain('/acts/new?type=examples.make');
  });

  it('is a page that says no where there is none, as for questions', async () => {
    for (const path of ['/api/docs/acts/none', '/api/docs/questions/none']) {
      const { status, html } = await page(path);
      expect(status).toBe(404);
      expect(html).toContain('<h1');
    }
  });
});

describe('the list of the API', () => {
  it('is filtered by a word', async () => {
    expect((await page('/api?word=THINGS')).html).toContain(QUESTION);
    expect((await page('/api?word=nothing')).html).not.toContain(QUESTION);
  });
});

describe('a word of a shell', () => {
  it.each([
    ['plain-word_1', 'plain-word_1'],
    ['two words', "'two words'"],
    ["it's", String.raw`'it'\''s'`],
    ['$(rm)', "'$(rm)'"],
  ])('%s is written %s', (word, written) => {
    expect(shellWord(word)).toBe(written);
  });
});
