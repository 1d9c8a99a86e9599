/** At which nodes actors read, as far as this node knows others: each by its operator. */
import type { Peer } from '../federation/peer-tables.ts';
import type { NodesOf } from './share-preview.ts';

/** The nodes that are followed, and this one. */
export function peerNodes(
  here: { readonly operator: string; address(): string },
  peers: () => Promise<readonly Pick<Peer, 'address' | 'operator'>[]>,
): NodesOf {
  return async (actors) => {
    const known = [...(await peers()), { operator: here.operator, address: here.address() }];
    return new Map(
      known
        .filter(({ operator }) => actors.includes(operator))
        .map(({ operator, address }) => [operator, address]),
    );
  };
}
