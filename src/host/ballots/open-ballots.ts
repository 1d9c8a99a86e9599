/** Opens a node's room for secret ballots on its database, record and secret. */
import type { ConnectionSettings } from '../../store/connection.ts';
import type { Store } from '../../store/contract.ts';
import { authorityOf } from '../authority/authority.ts';
import type { Log } from '../log.ts';
import type { NodeKeys } from '../node-keys.ts';
import { BallotRoom } from './ballot-room.ts';

/** Until it begins, the room does nothing by itself. */
export function openBallots(
  connection: ConnectionSettings,
  { store, keys }: { store: Store; keys: Pick<NodeKeys, 'ring' | 'secret'> },
  log: Log,
  now = () => new Date(),
): Promise<BallotRoom> {
  const authority = authorityOf(store, keys.ring);
  const { secret } = keys;
  return BallotRoom.open({ connection, store, authority, secret, log, now });
}
