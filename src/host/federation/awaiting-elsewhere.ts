/** Acts that were signed here and wait elsewhere, told by custodian. */
import type { FederationRoom } from './federation-room.ts';
import { awaitingHere } from './send.ts';
import { sendingsIn } from './sending-tables.ts';

/** What waits for one custodian, and how handing it in went. */
export interface AwaitingElsewhere {
  readonly custodian: string;
  readonly acts: number;
  /** Whether a node of the custodian is followed. */
  readonly isFollowed: boolean;
  readonly triedAt: string | null;
  readonly fault: string | null;
}

/** What waits for custodians elsewhere, those with most of it first. */
export async function awaitingByCustodian(
  room: FederationRoom,
): Promise<readonly AwaitingElsewhere[]> {
  const acts = Map.groupBy(await awaitingHere(room), ({ custodian }) => custodian);
  if (acts.size === 0) return [];
  const sendings = await sendingsIn(room.pool);
  const readers = await Promise.all(
    (await room.peers()).map(async ({ operator }) => ({
      operator,
      viewer: await room.viewerFor(operator),
    })),
  );
  const told = [...acts].map(([custodian, waiting]) => {
    const reader = readers.find(({ viewer }) => viewer.actors.includes(custodian));
    const sending = sendings.find(({ operator }) => operator === reader?.operator);
    return {
      custodian,
      acts: waiting.length,
      isFollowed: reader !== undefined,
      triedAt: sending?.triedAt?.toISOString() ?? null,
      fault: sending?.fault ?? null,
    };
  });
  return told.sort((one, other) => other.acts - one.acts);
}
