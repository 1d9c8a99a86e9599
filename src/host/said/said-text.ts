/**
 * What refusals and rules say in other languages, of the rooms that know none themselves. A
 * practice brings its own, in `text/said`.
 */
import type { Catalogue } from '../../ui/text/text.ts';
import { federationSaid } from './text/federation/federation-said.ts';
import { hostSaid } from './text/host/host-said.ts';
import { practiceSaid } from './text/practice/practice-said.ts';
import { kernelSaid } from './text/kernel/kernel-said.ts';
import { schemasSaid } from './text/schemas/schemas-said.ts';
import { standardsSaid } from './text/standards/standards-said.ts';
import { storeSaid } from './text/store/store-said.ts';

export const saidCatalogues: readonly Catalogue[] = [
  federationSaid,
  hostSaid,
  practiceSaid,
  kernelSaid,
  schemasSaid,
  standardsSaid,
  storeSaid,
];
