import { describe, expect, it } from 'vitest';
import {
  SITEMAP_ADDRESSES_MAX,
  sitemapIndex,
  sitemapPage,
} from '../../src/host/well-known/well-known-routes.ts';
import { exampleApp } from './example-app.tsx';

const { app } = exampleApp({ CONCORD_ORIGIN: 'https://node.example' });

describe('what programs look for by themselves', () => {
  it('is where robots may not walk, and where the map is', async () => {
    const text = await (await app.request('/robots.txt')).text();
    expect(text).toContain('Disallow: /admin/');
    expect(text).toContain('Sitemap: https://node.example/sitemap.xml');
  });

  it('is the catalogue of APIs, as a linkset', async () => {
    const response = await app.request('/.well-known/api-catalog');
    expect(response.headers.get('content-type')).toMatch(/^application\/linkset\+json/);
    expect(await response.json()).toMatchObject({
      linkset: [
        {
          anchor: 'https://node.example/api',
          'service-desc': [{ href: 'https://node.example/api/openapi.json' }],
        },
        { anchor: 'https://node.example/mcp' },
        { anchor: 'https://node.example/export' },
      ],
    });
  });

  it('is whom to tell of faults of safety, where the operator named somebody', async () => {
    expect((await app.request('/.well-known/security.txt')).status).toBe(404);
    const named = exampleApp({
      CONCORD_ORIGIN: 'https://node.example',
      CONCORD_SECURITY_CONTACT: 'mailto:security@node.example',
    });
    const response = await named.app.request('/.well-known/security.txt');
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await response.text();
    expect(text).toContain('Contact: mailto:security@node.example\n');
    expect(text).toContain('Canonical: https://node.example/.well-known/security.txt\n');
    const expires = Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? '');
    expect(expires - Date.now()).toBeGreaterThan(0);
    expect(expires - Date.now()).toBeLessThan(365 * 86_400_000);
  });

  it('is the map of the site, in pages', async () => {
    expect(await (await app.request('/sitemap.xml')).text()).toContain('/sitemap.xml?page=1');
    for (const page of ['0', '2', '-1', 'x', '1.5']) {
      expect((await app.request(`/sitemap.xml?page=${page}`)).status).toBe(404);
    }
  });

  it.each([
    [SITEMAP_ADDRESSES_MAX - 1, 1],
    [SITEMAP_ADDRESSES_MAX, 1],
    [SITEMAP_ADDRESSES_MAX + 1, 2],
  ])('has %i addresses on as many pages as they need: %i', (count, pages) => {
    const paths = Array.from({ length: count }, (_, at) => `/${at}`);
    const index = sitemapIndex('https://node.example', count);
    expect(index.match(/<sitemap>/g)).toHaveLength(pages);
    const shown = Array.from({ length: pages + 1 }, (_, at) =>
      sitemapPage('https://node.example', paths, at + 1),
    );
    const all = shown.flatMap((page) => page?.match(/<loc>/g) ?? []);
    expect([all.length, shown.at(-1)]).toEqual([count, null]);
  });
});
