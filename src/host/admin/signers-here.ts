/** Whose keys count on this node. */
import { readKeys } from '../../store/key-questions.ts';
import type { Services } from '../services.ts';

/** The actors that one can sign for here, in alphabetical order. */
export async function signersHere(
  services: Pick<Services, 'store' | 'authority'>,
): Promise<readonly string[]> {
  const keys = await services.store.read({ actors: [] }, (query) => readKeys(query, {}));
  const actors = keys.flatMap(({ actor, endedBy }) => (endedBy === null ? [actor] : []));
  const signers = await services.authority.signers([...new Set(actors)]);
  return signers.toSorted();
}
