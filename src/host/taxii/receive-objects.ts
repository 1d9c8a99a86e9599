/** `POST` of an envelope to a collection: each object is judged, and the answer is a status. */
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { judgeContentType } from '../../standards/taxii/media-type.ts';
import { CONTENT_BYTES_MAX } from '../../standards/taxii/resources.ts';
import { RULES } from '../../standards/taxii/rules.ts';
import { statusText } from '../../standards/taxii/status.ts';
import { readEnvelope } from '../../standards/taxii/read-envelope.ts';
import type { Session } from '../account/sign-in.ts';
import type { HostContext } from '../viewer.ts';
import type { Asker } from './shelf.ts';
import { type TaxiiAnswer, type TaxiiParts, collectionFor } from './find-collection.ts';

/** Reads the envelope, adds what is in it, and keeps the status for who sent it. */
export async function receiveObjects(
  parts: TaxiiParts,
  c: HostContext,
  asker: Asker & { readonly session: Session },
  name: string,
): Promise<TaxiiAnswer | Refusal> {
  const { services, shelf, statuses } = parts;
  const { session } = asker;
  // A page of any site can have a browser send its cookies along, but no token.
  if (session.by !== 'token') {
    return refuse(RULES.mayNotWrite, said('Objects are added by a program, with a token.'), {
      remedy: said(
        'Make one at /account/tokens; send it in the Authorization header as “Bearer …”.',
      ),
    });
  }
  const collection = await collectionFor(parts, asker, name);
  if (isRefusal(collection)) return collection;
  if (!collection.canWrite) {
    return refuse(RULES.mayNotWrite, said('Nobody in whose name you act may add objects here.'));
  }
  const refused = judgeContentType(c.req.header('content-type') ?? null);
  if (refused) return refused;
  const requestedAt = services.now().toISOString();
  const objects = readEnvelope(new Uint8Array(await c.req.arrayBuffer()), CONTENT_BYTES_MAX);
  if (isRefusal(objects)) return objects;
  const actor = c.req.header('concord-actor') ?? null;
  const outcome = await shelf.add(session, collection.alias, objects, actor);
  if (isRefusal(outcome)) return outcome;
  const body = await statuses.keep(session.person.id, (id) => statusText(id, requestedAt, outcome));
  return { status: 202, body };
}
