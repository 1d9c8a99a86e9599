/** The practice of agreements: what it can be told, what it keeps and what it answers. */
import { defineArea } from '../../kernel/define-area.ts';
import { agreementActs } from './acts/all.ts';
import { decider } from './decider.ts';
import { preview } from './preview.ts';
import { acts, due, latest } from './questions/acts.ts';
import { between, ofActor } from './questions/actor.ts';
import { curve } from './questions/curve.ts';
import { list } from './questions/list.ts';
import { entryIntoForce, parties, show, status } from './questions/one.ts';
import { search } from './questions/search.ts';
import { territories } from './questions/territories.ts';
import { versionBetween, versions } from './questions/versions.ts';
import { byActor, figures, shortOf } from './questions/world.ts';
import { agreementTable, correctionTable, eventTable, stageTable, textTable } from './tables.ts';

export { registerOf } from './acts/event.ts';

export const agreements = defineArea({
  name: 'agreements',
  title: 'Agreements',
  acts: agreementActs,
  tables: [agreementTable, eventTable, correctionTable, stageTable, textTable],
  questions: [
    list,
    show,
    status,
    parties,
    entryIntoForce,
    curve,
    ofActor,
    between,
    acts,
    latest,
    due,
    search,
    figures,
    byActor,
    shortOf,
    versions,
    versionBetween,
    territories,
  ],
  decider,
  preview,
});
