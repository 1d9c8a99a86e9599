/** All that is measured of the exchange between nodes, each in processes of its own. */
import type { Filled } from './exchange-world.ts';
import type { Appended } from './measure-append.ts';
import type { Followed } from './measure-replicate.ts';
import { type Verified, measureVerify } from './measure-verify.ts';
import { inOwnProcess, whileServing } from './parts.ts';
import type { Rig } from './rigs.ts';

export const REPLICATED_ACTS = 100_000;

export interface Exchanged {
  /** Acts that were replicated. */
  readonly acts: number;
  readonly verified: Verified;
  readonly appended: Appended;
  readonly filled: Filled;
  readonly overHttp: Followed;
  readonly inProcess: Followed;
}

/** Measures one after another: each has the whole machine, as far as others leave it. */
export async function measureExchange(rig: Rig, acts: number): Promise<Exchanged> {
  const { folder } = rig;
  const verified = measureVerify();
  const appended = await inOwnProcess('append', {
    folder,
    connection: await rig.database('appended'),
  });
  const connection = await rig.database('custodian');
  const filled = await inOwnProcess('fill', { folder, connection, acts });
  const first = await rig.database('follower_in_process');
  const inProcess = await inOwnProcess('follow', {
    folder,
    from: { connection },
    connection: first,
    acts,
  });
  const second = await rig.database('follower_over_http');
  const overHttp = await whileServing('serveNotes', { folder, connection }, (address) =>
    inOwnProcess('follow', { folder, from: { address }, connection: second, acts }),
  );
  return { acts, verified, appended, filled, overHttp, inProcess };
}
