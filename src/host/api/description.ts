/** `GET /api`, as an index for machines and as a page for people, and the OpenAPI description. */
import type { Hono } from 'hono';
import type { Services } from '../services.ts';
import type { HostEnv } from '../viewer.ts';
import { apiIndex } from './api-index.ts';
import { mountDocs, showDocsList } from './docs/docs-routes.ts';
import { jsonAnswer } from './json-response.ts';
import { openApiOf } from './openapi.ts';

/** Mounts the index and the description. Both follow from the definitions and are made once. */
export function mountDescription(app: Hono<HostEnv>, services: Services): void {
  const index = apiIndex(services);
  app.get('/api', (c) => {
    const wantsPage = (c.req.header('accept') ?? '').includes('text/html');
    if (wantsPage) return showDocsList(services, c);
    return services.cache.respond('api index', c.req.raw.headers, async () => ({
      ...jsonAnswer(index),
      headers: { vary: 'Accept, Accept-Encoding' },
    }));
  });
  app.get('/api/openapi.json', (c) =>
    services.cache.respond('api openapi', c.req.raw.headers, async () =>
      jsonAnswer(openApiOf(services)),
    ),
  );
  mountDocs(app, services);
}
