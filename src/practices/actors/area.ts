/** Actors: who there is, under which names, since when, and in what company. */
import { defineArea } from '../../kernel/define-area.ts';
import { actorActs } from './acts/definitions.ts';
import { actorDecider } from './decider.ts';
import { groups, list, search } from './questions/list.ts';
import { compare, members, membership } from './questions/members.ts';
import { show } from './questions/show.ts';
import { actorShelves } from './shelves.ts';
import {
  actorTable,
  attributeTable,
  correctionTable,
  membershipTable,
  nameTable,
  officeTable,
  successionTable,
} from './tables.ts';

export { type Company, loadActorFacts, loadCompany } from './load-facts.ts';
export { lastAddedBy } from './records.ts';
export type { ActorFact, ActorFacts } from './rules/actor-facts.ts';
export { actorFacts } from './rules/actor-facts.ts';
export { REGISTRY } from './acts/definitions.ts';
export { nameKey } from './rules/name-key.ts';
export { scoreOf, slipsAllowed, slipsBetween } from './rules/name-search.ts';

export const actors = defineArea({
  name: 'actors',
  title: 'Actors',
  acts: actorActs,
  tables: [
    actorTable,
    nameTable,
    successionTable,
    membershipTable,
    attributeTable,
    officeTable,
    correctionTable,
  ],
  questions: [list, show, members, membership, compare, search, groups],
  searchable: actorShelves,
  decider: actorDecider,
});
