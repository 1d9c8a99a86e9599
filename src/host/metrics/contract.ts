/** What a node tells of itself in numbers, where metrics are on; the libraries stay behind this. */
import type { MiddlewareHandler } from 'hono';
import type { Store } from '../../store/contract.ts';
import type { HostEnv } from '../viewer.ts';
import type { NodeWatch } from '../operators/node-watch.ts';

export interface Metrics {
  /** Around every request: how long it took, by the pattern of its route. */
  readonly timing: MiddlewareHandler<HostEnv>;
  /** Hears of every look into the cache of answers. */
  readonly cacheAsked: (isHit: boolean) => void;
  /** The store, counting acts by area and outcome. */
  counting(store: Store): Store;
  /** Begins to tell; what is read of the database is read when somebody asks. */
  begin(node: Watched): Promise<void>;
  stop(): Promise<void>;
}

export interface Watched {
  readonly watch: NodeWatch;
  readonly store: Pick<Store, 'replica'>;
}
