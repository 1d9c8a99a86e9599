/** Other nodes, as OpenAPI describes what administrators' programs ask of them. */
import { post } from '../admin/admin-api.ts';
import { ByWayOfAsked, FollowAsked, OperatorAsked, PullAsked } from './follow.ts';
import { LeaveAsked } from './leave.ts';

import { AnswerAsked } from './introductions.ts';

type Tree = Record<string, unknown>;

/** The paths; `refusals` are the responses that all paths share. */
export function nodesPaths(refusals: Tree): Tree {
  const read = (operationId: string, summary: string, type: string): Tree => ({
    operationId,
    tags: ['admin'],
    summary,
    security: [{ token: [] }, { session: [] }],
    responses: { 200: { description: 'Done', content: { [type]: {} } }, ...refusals },
  });
  const bundle = 'application/vnd.concord.bundle';
  const recipient = { name: 'recipient', in: 'query', schema: { type: 'string' } };
  return {
    '/api/admin/nodes': {
      get: read('admin.nodes', 'Nodes that are followed', 'application/json'),
      post: post('admin.follow', 'Look at a node, or follow it', FollowAsked, refusals),
    },
    '/api/admin/nodes/unfollow': {
      post: post('admin.unfollow', 'Follow a node no longer', OperatorAsked, refusals),
    },
    '/api/admin/nodes/by-way-of': {
      post: post('admin.by-way-of', 'Reach a node by way of another', ByWayOfAsked, refusals),
    },
    '/api/admin/nodes/introduced': {
      post: post('admin.introduced', 'Confirm or decline a node', AnswerAsked, refusals),
    },
    '/api/admin/nodes/pull': {
      post: post('admin.pull', 'Have nodes visited now', PullAsked, refusals),
    },
    '/api/admin/nodes/leave': {
      post: post('admin.leave', 'Leave what is for a node at a relay', LeaveAsked, refusals),
    },
    '/api/admin/bundle': {
      get: {
        ...read('admin.bundle', 'Streams in a file, clear or sealed for a node', bundle),
        parameters: [recipient],
      },
      post: {
        ...read('admin.take', 'Take a bundle in', 'application/json'),
        requestBody: { required: true, content: { [bundle]: {} } },
      },
    },
  };
}
