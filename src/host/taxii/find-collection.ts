/** What the routes of TAXII share: their parts, an answer, and how a collection is found. */
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { DISCOVERY_PATH } from '../../standards/taxii/address.ts';
import { type Collection, collectionId } from '../../standards/taxii/resources.ts';
import { RULES } from '../../standards/taxii/rules.ts';
import type { Services } from '../services.ts';
import type { Asker, TaxiiShelf } from './shelf.ts';
import type { StatusKeeper } from './status-keeper.ts';

/** An answer before it is a response. */
export interface TaxiiAnswer {
  readonly status: 200 | 202;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TaxiiParts {
  readonly services: Services;
  readonly shelf: TaxiiShelf;
  readonly statuses: StatusKeeper;
}

/** That there is none, told alike to whom it is hidden from and where it is not. */
export const unknown = (what: string): Refusal =>
  refuse(RULES.unknown, said('There is no such {$what} here, or it is not for you.', { what }), {
    remedy: said('Begin at {$discoveryPath}.', { discoveryPath: DISCOVERY_PATH }),
  });

/** The collection that an address names by id or alias, where the asker may know of it. */
export async function collectionFor(
  { services, shelf }: TaxiiParts,
  asker: Asker,
  name: string,
): Promise<Collection | Refusal> {
  const all = await shelf.collections(asker);
  const { network } = services.store;
  const found = all.find(
    ({ alias }) => alias === name || collectionId(network, alias) === name.toLowerCase(),
  );
  return found ?? unknown('collection');
}
