/** What stands around every page: where one is, where one can go, and how it looks. */
import { describe, expect, test } from 'vitest';
import { exampleApp } from './example-app.tsx';

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const { app } = exampleApp();
  const response = await app.request(`http://localhost${path}`, { headers });
  return { response, html: await response.text() };
};

const chosen = async (theme: string, to = '/things/table?lang=en') => {
  const { app } = exampleApp();
  return app.request('http://localhost/theme', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://localhost',
    },
    body: new URLSearchParams({ theme, to }).toString(),
  });
};

describe('the frame of a page', () => {
  test('begins its way with the front page, and ends it with columns of links', async () => {
    const { html } = await ask('/things/table');
    expect(html).toContain('<ol class="plain-list"><li><a href="/">Front page</a></li></ol>');
    expect(html).toContain('For machines');
    expect(html).toContain('<a href="/api" data-keys="g i">API</a>');
  });

  test('leads nowhere that the house does not answer', async () => {
    const { html } = await ask('/things/table');
    expect(html).not.toContain('href="/calendar"');
    expect(html).not.toContain('href="/agreements"');
  });

  test('offers each language at the same address, with what else was asked', async () => {
    const { html } = await ask('/things/table?asOf=2016-10-10&standing=party');
    expect(html).toContain('href="/things/table?asOf=2016-10-10&amp;standing=party&amp;lang=ar"');
  });
});

describe('light and dark', () => {
  test('are the system’s where nothing was chosen', async () => {
    const { html } = await ask('/things/table');
    expect(html).not.toContain('data-theme');
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
  });

  test('are remembered, and lead back to the page', async () => {
    const response = await chosen('dark');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/things/table?lang=en');
    expect(response.headers.get('set-cookie')).toMatch(/^theme=dark; .*Max-Age=31536000/);
  });

  test('of no such name are the system’s, and an address elsewhere is not followed', async () => {
    const response = await chosen('pink', '//elsewhere.example');
    expect(response.headers.get('set-cookie')).toMatch(/^theme=; .*Max-Age=0/);
    expect(response.headers.get('location')).toBe('/');
  });

  test('change what is kept of a page', async () => {
    const { app } = exampleApp();
    const page = async (cookie: string) =>
      (await app.request('http://localhost/things/table', { headers: { cookie } })).text();
    const [dark, light, system] = await Promise.all(['theme=dark', 'theme=light', ''].map(page));
    expect(dark).toContain('<html lang="en" dir="ltr" data-theme="dark">');
    expect(light).toContain('<html lang="en" dir="ltr" data-theme="light">');
    expect(system).toContain('<html lang="en" dir="ltr">');
  });
});

describe('a page that is not there', () => {
  test('says so in its head, and offers what was after to be searched for', async () => {
    const { response, html } = await ask('/things/here/the-green%20chair');
    expect(response.status).toBe(404);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('name="q" value="here the green chair"');
  });

  test('in letters that are none is told as it was written', async () => {
    const { html } = await ask('/things/here/%ff', { accept: 'text/html' });
    expect(html).toContain('name="q" value="here ff"');
  });

  test('is told apart from one that is asked otherwise', async () => {
    const { response, html } = await ask('/theme', { accept: 'text/html' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(html).toContain('Ask it by POST.');
  });
});
