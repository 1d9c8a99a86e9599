/** What is told where something failed, where there is nothing, and where it is asked otherwise. */
import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { INCIDENT_RULE, METHOD_RULE, ORIGIN_RULE, UNKNOWN_RULE } from './host-rules.ts';
import { problemResponse } from './http-status.ts';
import { type Log, logIncident } from './log.ts';
import type { ShowRefusal } from './protection.ts';
import { storageRefusal } from './storage-fault.ts';
import type { HostEnv } from './viewer.ts';

function notFound(path: string): Refusal {
  return refuse(UNKNOWN_RULE, said('There is nothing at {$path}.', { path: path.slice(0, 200) }), {
    remedy: said('Search for it, or begin at the front page.'),
  });
}

/** What is asked of an address that only answers otherwise, as a form's that is opened. */
function notAllowed(app: Hono<HostEnv>, { path, method }: { path: string; method: string }) {
  const ways = app.routes.filter((one) => one.path === path && one.method !== 'ALL');
  const methods = [...new Set(ways.map((one) => one.method))];
  if (methods.length === 0 || methods.includes(method)) return null;
  const reason = said('{$path} is not asked by {$method}.', { path, method });
  const remedy = said('Ask it by {$methods}.', { methods });
  return { allow: methods.join(', '), refusal: refuse(METHOD_RULE, reason, { remedy }) };
}

function foreignForm(): Refusal {
  return refuse(ORIGIN_RULE, said('The form was not sent from a page of this node.'), {
    remedy: said('Open the form here and send it again.'),
  });
}

/** What is told of an error: a full disk or a database that is away, or a number alone. */
function incidentOf(log: Log, error: unknown, where: string): Refusal {
  const incident = logIncident(log, error, where);
  const reason = said('Something went wrong here; it is logged as incident {$incident}.', {
    incident,
  });
  const remedy = said('Try again, and tell the administrator the number if it happens again.');
  const values = { incident };
  return storageRefusal(error) ?? refuse(INCIDENT_RULE, reason, { remedy, values });
}

/** Mounts what answers where no route does, or where one failed. */
export function mountFaults(app: Hono<HostEnv>, log: Log, show: ShowRefusal): void {
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403) return show(c, foreignForm());
    const refusal = incidentOf(log, error, `${c.req.method} ${c.req.path}`);
    // A page may need the database to say that it is away; then it is said without one.
    return show(c, refusal).catch(() => problemResponse(refusal));
  });
  app.notFound((c) => {
    const { allow, refusal } = notAllowed(app, c.req) ?? { refusal: notFound(c.req.path) };
    if (allow !== undefined) c.header('allow', allow);
    return show(c, refusal);
  });
}
