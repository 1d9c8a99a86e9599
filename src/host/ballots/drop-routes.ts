/**
 * The slot of the box: `POST /api/ballots/{session}/{decision}/{ballot}`. It stands before anything
 * that asks who somebody is, and takes nothing from whoever says so.
 */
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { rule } from '../../kernel/law.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { SecretBallot } from '../../kernel/secret-ballot.ts';
import { Name } from '../../practices/meetings/payloads/parts.ts';
import { readBody } from '../api/acts.ts';
import { faultText } from '../faults.ts';
import { BODY_RULE, SIZE_RULE } from '../host-rules.ts';
import { problemResponse } from '../http-status.ts';
import { ACT_WINDOW_MILLISECONDS, BALLOT_BYTES_MAX, BALLOT_REQUESTS_MAX } from '../limits.ts';
import { limitStrangers } from '../protection.ts';
import type { HostContext, HostEnv } from '../viewer.ts';
import type { BallotRoom } from './ballot-room.ts';

export const BALLOTS_PATH = '/api/ballots/:session/:decision/:ballot';

const UNNAMED = rule(
  'host.ballot-unnamed',
  'Concord meetings, "Secret ballots"',
  'A ballot is put into the box by a request that does not say whose it is.',
);

const Named = z.strictObject({
  session: Name,
  decision: Name,
  ballot: z.coerce.number().int().min(1).max(200),
});

const tooLarge = refuse(
  SIZE_RULE,
  said('A ballot has {$ballotBytesMax} bytes at most.', { ballotBytesMax: BALLOT_BYTES_MAX }),
);

async function take(room: BallotRoom, c: HostContext): Promise<Response> {
  if (c.req.header('cookie') !== undefined || c.req.header('authorization') !== undefined) {
    return problemResponse(
      refuse(UNNAMED, said('The request carries a cookie or a token, which tells whose it is.'), {
        remedy: said('Send it again without either; the paper’s signature is proof enough.'),
      }),
    );
  }
  const body = await readBody(c);
  if (isRefusal(body)) return problemResponse(body);
  const named = Named.safeParse(c.req.param());
  const ballot = SecretBallot.safeParse(body.json);
  const fault = named.error ?? ballot.error;
  if (!named.success || !ballot.success) {
    const why = fault ? faultText(fault) : '';
    return problemResponse(refuse(BODY_RULE, said('This is no ballot: {$why}.', { why })));
  }
  const refused = await room.drop(named.data, ballot.data);
  if (refused) return problemResponse(refused);
  return c.json({ received: ballot.data.serial }, 201, { 'cache-control': 'no-store' });
}

/** Mounts the slot; to be mounted before the session is looked for. */
export function mountBallots(
  app: Hono<HostEnv>,
  room: BallotRoom,
  { behindProxy }: { readonly behindProxy: boolean },
): void {
  const limit = bodyLimit({ maxSize: BALLOT_BYTES_MAX, onError: () => problemResponse(tooLarge) });
  const rate = limitStrangers(behindProxy, {
    requestsMax: BALLOT_REQUESTS_MAX,
    windowMilliseconds: ACT_WINDOW_MILLISECONDS,
  });
  app.post(BALLOTS_PATH, rate, limit, (c) => take(room, c));
}
