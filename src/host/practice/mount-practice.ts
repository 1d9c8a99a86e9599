/** What of practices an application has: the way to them, or the path within one. */
import type { Hono } from 'hono';
import type { Services } from '../services.ts';
import type { HostEnv } from '../viewer.ts';
import { mountDoor } from './door-routes.ts';
import type { Door } from './door.ts';
import type { PracticeInside } from './inside.ts';
import { mountPath } from './path-routes.ts';

export interface PracticeParts {
  /** Absent: there is nothing to practise on. */
  readonly practices?: Door;
  /** Where the application is that of a practice. */
  readonly practice?: PracticeInside;
}

/** Mounts the way to practices where this is a node, the path where this is a practice. */
export function mountPractice(
  app: Hono<HostEnv>,
  services: Services,
  { practice, practices }: PracticeParts,
): void {
  if (practices) mountDoor(app, services, practices);
  if (practice) mountPath(app, services, practice);
}
