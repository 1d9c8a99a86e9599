/** The practice of agreements: what it can be told, what it keeps and what it answers. */
import { defineArea } from '../../kernel/define-area.ts';
import { agreementActs } from './acts/all.ts';
import { decider } from './decider.ts';
import { preview } from './preview.ts';
import { acts, due, latest } from './questions/acts.ts';
import { between, compare, ofActor } from './questions/actor.ts';
import { deadlines } from './questions/deadlines.ts';
import { ministry, news } from './questions/ministry.ts';
import { curve } from './questions/curve.ts';
import { list } from './questions/list.ts';
import { entryIntoForce, parties, show, status } from './questions/one.ts';
import { search } from './questions/search.ts';
import { byActor, figures, shortOf } from './questions/world.ts';
import { agreementTable, correctionTable, eventTable, textTable } from './tables.ts';

export { registerOf } from './acts/event.ts';

export const agreements = defineArea({
  name: 'agreements',
  title: 'Agreements',
  acts: agreementActs,
  tables: [agreementTable, eventTable, correctionTable, textTable],
  questions: [
    list,
    show,
    status,
    parties,
    entryIntoForce,
    curve,
    ofActor,
    between,
    compare,
    ministry,
    news,
    deadlines,
    acts,
    latest,
    due,
    search,
    figures,
    byActor,
    shortOf,
  ],
  decider,
  preview,
});
