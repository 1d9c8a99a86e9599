/** What the node says can be asked and done: the commands are made from it. */
import { z } from 'zod';
import { Failed, type NodeClient } from './node-client.ts';

const Parameter = z.object({
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/),
  type: z.string(),
  required: z.boolean(),
  values: z.array(z.unknown()).optional(),
  description: z.string().optional(),
});
export type Parameter = z.infer<typeof Parameter>;

const Question = z.object({
  name: z.string(),
  title: z.string(),
  href: z.string().startsWith('/api/'),
  parameters: z.array(Parameter),
  rows: z.boolean(),
  /** A node of an earlier version may give none. */
  example: z.unknown().optional(),
});
export type Question = z.infer<typeof Question>;

const Index = z.object({
  node: z.string(),
  areas: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      questions: z.array(Question),
      acts: z.array(z.object({ type: z.string(), title: z.string() })),
    }),
  ),
});
export type NodeIndex = z.infer<typeof Index>;

/** Asks the node for its index. Throws Refused or Failed. */
export async function fetchIndex(client: NodeClient): Promise<NodeIndex> {
  const body = await client.get('/api');
  try {
    return Index.parse(JSON.parse(body));
  } catch {
    throw new Failed('What answers there is no Concord node, or one of another version.');
  }
}
