/** Offices and people over the API, for administrators' programs. */
import type { Hono } from 'hono';
import type { z } from 'zod';
import { isRefusal } from '../../kernel/refusal.ts';
import { Entrustment, Invited } from '../account/people.ts';
import { readActing } from '../api/acts.ts';
import { jsonResponse } from '../api/json-response.ts';
import { jsonSchemaOf } from '../api/json-schema.ts';
import type { Services } from '../services.ts';
import type { HostContext, HostEnv } from '../viewer.ts';
import { judgeAdministrator, requireAdministrator } from './administrator.ts';
import { OfficeAsked, makeOffice } from './office.ts';
import { invitationHref } from './people-routes.ts';

const CREATED = 201;
const DONE = 200;

/** An administrator's request with a body. */
async function readAdministering(services: Services, c: HostContext) {
  const acting = await readActing(services, c);
  return isRefusal(acting) ? acting : (judgeAdministrator(acting.session) ?? acting);
}

/** Mounts what administrators' programs ask for. */
export function mountAdminApi(app: Hono<HostEnv>, services: Services): void {
  const { people } = services.signIn;
  app.post('/api/admin/offices', async (c) => {
    const acting = await readAdministering(services, c);
    if (isRefusal(acting)) return jsonResponse(acting);
    const made = await makeOffice(services, acting.session, acting.json);
    if (isRefusal(made)) return jsonResponse(made);
    return jsonResponse(made, made.acts.length === 0 ? DONE : CREATED);
  });
  app.get('/api/admin/people', async (c) => {
    const session = requireAdministrator(c);
    if (isRefusal(session)) return jsonResponse(session);
    return jsonResponse({ rows: await people.list(), invitations: await people.invitations() });
  });
  app.post('/api/admin/people', async (c) => {
    const acting = await readAdministering(services, c);
    if (isRefusal(acting)) return jsonResponse(acting);
    const issued = await people.invite(acting.json, acting.session.person);
    if (isRefusal(issued)) return jsonResponse(issued);
    const link = invitationHref(services, c, issued.token);
    return jsonResponse({ link, expiresAt: issued.invitation.expiresAt }, CREATED);
  });
  app.post('/api/admin/people/:id', async (c) => {
    const acting = await readAdministering(services, c);
    if (isRefusal(acting)) return jsonResponse(acting);
    const refusal = await people.change(c.req.param('id'), acting.json);
    return jsonResponse(refusal ?? { changed: true });
  });
}

type Tree = Record<string, unknown>;

/** What is posted by administrators, as OpenAPI describes it. */
export function post(operationId: string, summary: string, body: z.ZodType, refusals: Tree): Tree {
  const content = { 'application/json': { schema: jsonSchemaOf(body, 'input') } };
  const described = { description: 'Done', content: { 'application/json': {} } };
  return {
    operationId,
    tags: ['admin'],
    summary,
    security: [{ token: [] }, { session: [] }],
    requestBody: { required: true, content },
    responses: { 200: described, 201: described, ...refusals },
  };
}

/** The description of these for OpenAPI; `refusals` are the responses that all paths share. */
export function adminPaths(refusals: Tree): Tree {
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  const change = post('admin.change', 'Change for whom a person acts', Entrustment, refusals);
  return {
    '/api/admin/offices': {
      post: post('admin.office', 'Let an office sign on this node', OfficeAsked, refusals),
    },
    '/api/admin/people': {
      get: {
        operationId: 'admin.people',
        tags: ['admin'],
        summary: 'The people of this node',
        security: [{ token: [] }, { session: [] }],
        responses: {
          200: { description: 'People', content: { 'application/json': {} } },
          ...refusals,
        },
      },
      post: post('admin.invite', 'Invite a person', Invited, refusals),
    },
    '/api/admin/people/{id}': { post: { ...change, parameters: [id] } },
  };
}
