/**
 * Envelopes for a node that is reached by way of another. What it may see and has not said that it
 * has is sealed for it and left there; only what it proves to have opened counts as arrived, so
 * that a relay which drops envelopes delays them, and no more.
 */
import type pg from 'pg';
import { type Ends, arrivalProof, enclose, furthest } from '../../federation/enclose.ts';
import { makeEnvelope, readOutside } from '../../federation/envelope.ts';
import type { Fate } from '../../federation/node-answers.ts';
import type { RemoteNode } from '../../federation/remote-node.ts';
import type { StreamEnd } from '../../kernel/exchange.ts';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import type { FederationRoom } from './federation-room.ts';
import { FEDERATION_SCHEMA } from './federation-tables.ts';
import type { Peer } from './peer-tables.ts';

/** Envelopes for one node that are on their way at once. */
export const ON_THE_WAY_MAX = 8;
/** What still lies at the relay after so long is left there anew, in case that is not true. */
export const ANEW_DAYS = 7;
/** A relay that says that it has nothing is heeded after so long, and sent no more until then. */
export const LOST_SECONDS = 60;

interface Laid {
  readonly number: string;
  readonly relay: string;
  readonly envelope: string;
  readonly proof: string;
  readonly ends: Ends;
  readonly isOld: boolean;
  readonly isYoung: boolean;
}

async function laidFor(pool: pg.Pool, peer: string): Promise<Laid[]> {
  const { rows } = await pool.query<Laid>(
    `select number, relay, envelope, proof, ends,
       laid_at < now() - $2 * interval '1 day' as "isOld",
       laid_at > now() - $3 * interval '1 second' as "isYoung"
     from ${FEDERATION_SCHEMA}.laid where peer = $1 order by number`,
    [peer, ANEW_DAYS, LOST_SECONDS],
  );
  return rows;
}

async function arrivedUntil(pool: pg.Pool, peer: string): Promise<Ends> {
  const { rows } = await pool.query<{ ends: Ends }>(
    `select ends from ${FEDERATION_SCHEMA}.arrived_until where peer = $1`,
    [peer],
  );
  return rows[0]?.ends ?? {};
}

/** The envelope arrived: its streams need not be sent again. */
async function setArrived(pool: pg.Pool, peer: string, laid: Laid): Promise<void> {
  const ends = furthest(await arrivedUntil(pool, peer), laid.ends);
  await pool.query(
    `with gone as (delete from ${FEDERATION_SCHEMA}.laid where number = $3)
     insert into ${FEDERATION_SCHEMA}.arrived_until (peer, ends) values ($1, $2::jsonb)
     on conflict (peer) do update set ends = excluded.ends`,
    [peer, JSON.stringify(ends), laid.number],
  );
}

/** Forgets an envelope that did not arrive, and those after it, which go on from it. */
async function setLost(pool: pg.Pool, peer: string, { number }: Laid): Promise<void> {
  await pool.query(`delete from ${FEDERATION_SCHEMA}.laid where peer = $1 and number >= $2`, [
    peer,
    number,
  ]);
}

/** Whether an envelope is taken to be on its way still. */
function goesOn({ isYoung, isOld, relay }: Laid, { lies }: Fate, { byWayOf }: Peer): boolean {
  return relay === byWayOf && (isYoung || (lies && !isOld));
}

/** Asks what became of those on their way, the oldest first. */
async function settle(room: FederationRoom, peer: Peer, remote: RemoteNode): Promise<void> {
  for (const laid of await laidFor(room.pool, peer.id)) {
    const fate = await remote.fate(laid.envelope);
    if (isRefusal(fate)) return;
    // A proof is what the relay cannot know; one that is wrong is none.
    if (fate.proof === laid.proof) await setArrived(room.pool, peer.id, laid);
    else if (goesOn(laid, fate, peer)) return;
    else return setLost(room.pool, peer.id, laid);
  }
}

async function lay(
  room: FederationRoom,
  peer: Peer,
  remote: RemoteNode,
): Promise<'laid' | 'nothing' | Refusal> {
  const { network, operator: sender } = room.store;
  const { operator, id } = peer;
  const key = Buffer.from(peer.encryptionKey, 'base64url');
  const own = await room.ownViewer();
  const laid = await laidFor(room.pool, id);
  const enclosure = await enclose(room.outbound, {
    head: { network, sender, recipient: operator },
    recipientKey: key,
    viewer: await room.viewerFor(operator),
    since: furthest(await arrivedUntil(room.pool, id), ...laid.map(({ ends }) => ends)),
    // What others said to all is at the relay itself, or at theirs.
    only: ({ author, marking }: StreamEnd) =>
      author !== operator && (marking.level !== 'clear' || own.actors.includes(author)),
  });
  if (!enclosure) return 'nothing';
  const envelope = await makeEnvelope(enclosure.content, { network, operator, key });
  if (isRefusal(envelope)) return envelope;
  const outside = readOutside(envelope);
  if (isRefusal(outside)) return outside;
  const fault = await remote.putEnvelope(envelope);
  if (fault) return fault;
  await room.pool.query(
    `insert into ${FEDERATION_SCHEMA}.laid (peer, relay, envelope, proof, ends)
     values ($1, $2, $3, $4, $5::jsonb)`,
    [id, peer.byWayOf, outside.id, arrivalProof(enclosure.content), JSON.stringify(enclosure.ends)],
  );
  return 'laid';
}

export interface LaidReport {
  readonly fault: string | null;
  readonly onTheWay: number;
  readonly cutShort: boolean;
}

const NONE: LaidReport = { fault: null, onTheWay: 0, cutShort: false };

/** Leaves what a node does not have yet at the node by way of which it is reached. */
export async function layFor(room: FederationRoom, peer: Peer): Promise<LaidReport> {
  if (peer.byWayOf === null) return NONE;
  const relay = (await room.peers()).find(({ operator }) => operator === peer.byWayOf);
  if (!relay) return { ...NONE, fault: `The relay ${peer.byWayOf} is followed no longer.` };
  const remote = room.remote(relay);
  await settle(room, peer, remote);
  for (;;) {
    const onTheWay = (await laidFor(room.pool, peer.id)).length;
    if (onTheWay >= ON_THE_WAY_MAX) return { fault: null, onTheWay, cutShort: false };
    const laid = await lay(room, peer, remote);
    if (laid === 'nothing') return { fault: null, onTheWay, cutShort: false };
    if (isRefusal(laid)) return { fault: laid.reason, onTheWay, cutShort: false };
  }
}
