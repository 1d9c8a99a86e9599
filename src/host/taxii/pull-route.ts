/**
 * `POST /api/taxii/pull`: what another server’s collection holds becomes notices in a channel here,
 * in the name of whoever asks; what is here already is left out.
 */
import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { z } from 'zod';
import { addressPolicy } from '../../federation/address-policy.ts';
import { createRequester } from '../../federation/guarded-request.ts';
import { ActorId } from '../../kernel/actor-id.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import type { StixObject } from '../../standards/stix/read-stix.ts';
import { isTimestamp, orderedForm } from '../../standards/stix/timestamp.ts';
import { LIMIT_MAX, type Selection, VALUES_MAX } from '../../standards/taxii/selection.ts';
import { readActing } from '../api/acts.ts';
import { jsonResponse } from '../api/json-response.ts';
import { faultText } from '../faults.ts';
import { BODY_RULE } from '../host-rules.ts';
import type { Services } from '../services.ts';
import { type HostEnv, viewerOf } from '../viewer.ts';
import type { Session } from '../account/sign-in.ts';
import { pullCollection } from './pull-collection.ts';
import type { TaxiiShelf } from './shelf.ts';

export const PULL_PATH = '/api/taxii/pull';

const Wanted = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  channel: z.string().max(63),
  actor: ActorId.optional(),
  authorization: z.string().max(4000).optional(),
  /** Absent: after what was pulled last from there into this channel. */
  addedAfter: z.string().refine(isTimestamp, 'an instant in UTC').optional(),
});
type Wanted = z.output<typeof Wanted>;

const ALL: Selection = {
  addedAfter: null,
  limit: LIMIT_MAX,
  after: null,
  ids: [],
  types: [],
  specVersions: [],
  versions: { last: false, first: false, all: true, at: [] },
};

const versionOf = (version: string): string =>
  isTimestamp(version) ? orderedForm(version) : version;
/** An observable has no version: that it is here in any is enough. */
const keyOf = ({ id, version }: StixObject): string =>
  version === null ? id : `${id} ${versionOf(version)}`;

/** Objects that are not in the channel yet, in the order in which they came. */
async function newAmong(
  shelf: TaxiiShelf,
  session: Session,
  channel: string,
  objects: readonly StixObject[],
): Promise<StixObject[]> {
  const asker = { session, viewer: viewerOf(session) };
  const known = new Set<string>();
  const ids = [...new Set(objects.map(({ id }) => id))];
  for (let at = 0; at < ids.length; at += VALUES_MAX) {
    let selection: Selection = { ...ALL, ids: ids.slice(at, at + VALUES_MAX) };
    for (;;) {
      const { rows, more } = await shelf.select(asker, channel, selection);
      for (const { id, version } of rows) known.add(id).add(`${id} ${versionOf(version)}`);
      const last = rows.at(-1);
      if (!more || !last) break;
      selection = { ...selection, after: { ledger: last.ledger, at: last.at } };
    }
  }
  return objects.filter((object) => !known.has(keyOf(object)));
}

/** Where one left off: apart for each who asks as another, and so may see other things. */
function markOf({ url, channel, actor, authorization }: Wanted): string {
  const said = JSON.stringify([url, channel, actor, authorization]);
  return `taxii:${createHash('sha256').update(said).digest('hex')}`;
}

const OVERLAP_MILLISECONDS = 1000;

/** A little before the last: what was added there within the same instant may not have come. */
function overlapping(last: string | null): string | null {
  const at = last === null ? Number.NaN : Date.parse(last);
  return Number.isNaN(at) ? null : new Date(at - OVERLAP_MILLISECONDS).toISOString();
}

async function pull(
  services: Services,
  shelf: TaxiiShelf,
  session: Session,
  wanted: Wanted,
): Promise<object | Refusal> {
  const policy = addressPolicy(services.config.privatePeers);
  if (!policy) throw new RangeError('the configuration was not read');
  const mark = markOf(wanted);
  const addedAfter = wanted.addedAfter ?? overlapping(await services.store.mark(mark));
  const requester = createRequester(policy);
  try {
    const authorization = wanted.authorization ?? null;
    const pulled = await pullCollection(requester, { url: wanted.url, authorization, addedAfter });
    if (isRefusal(pulled)) return pulled;
    const { objects, addedLast, pages, more } = pulled;
    const fresh = await newAmong(shelf, session, wanted.channel, objects);
    const outcome = await shelf.add(session, wanted.channel, fresh, wanted.actor ?? null);
    if (isRefusal(outcome)) return outcome;
    const { successes, failures, pendings } = outcome;
    // Where nothing was taken, it is the asker who has to change something, and asks again.
    const isTaken = fresh.length === 0 || successes.length + pendings.length > 0;
    if (addedLast !== null && isTaken) await services.store.setMark(mark, addedLast);
    return {
      pages,
      pulled: objects.length,
      known: objects.length - fresh.length,
      added: successes.length,
      pending: pendings.length,
      failures,
      addedLast,
      more,
    };
  } finally {
    requester.close();
  }
}

/** Mounts it; a browser's page of another site may not ask for it with a cookie. */
export function mountPull(app: Hono<HostEnv>, services: Services, shelf: TaxiiShelf): void {
  app.post(PULL_PATH, async (c) => {
    const acting = await readActing(services, c);
    if (isRefusal(acting)) return jsonResponse(acting);
    const wanted = Wanted.safeParse(acting.json);
    if (!wanted.success) {
      const fault = faultText(wanted.error);
      return jsonResponse(
        refuse(BODY_RULE, said('This does not say what to pull: {$fault}.', { fault })),
      );
    }
    return jsonResponse(await pull(services, shelf, acting.session, wanted.data));
  });
}
