/** What programs and assistants ask and fetch, mounted together. */
import type { Hono } from 'hono';
import { mountDescription } from './api/description.ts';
import { mountBulk } from './bulk/bulk-routes.ts';
import { mountMcp } from './mcp/mcp-routes.ts';
import type { ShowRefusal } from './protection.ts';
import type { Services } from './services.ts';
import type { HostEnv } from './viewer.ts';
import { mountWellKnown } from './well-known/well-known-routes.ts';

/** Mounts it; what is kept for them goes with `close`. */
export function mountForPrograms(app: Hono<HostEnv>, services: Services, show: ShowRefusal) {
  mountDescription(app, services);
  mountMcp(app, services);
  mountWellKnown(app, services);
  return mountBulk(app, services, show);
}
