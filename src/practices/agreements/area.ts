/** The practice of agreements: what it can be told, what it keeps and what it answers. */
import { defineArea } from '../../kernel/define-area.ts';
import { agreementActs } from './acts/all.ts';
import { decider } from './decider.ts';
import { preview } from './preview.ts';
import { acts, due, latest } from './questions/acts.ts';
import { between, ofActor } from './questions/actor.ts';
import { certifyingStatement } from './questions/certifying-statement.ts';
import { curve } from './questions/curve.ts';
import { desk } from './questions/desk.ts';
import { fullPowers } from './questions/full-powers.ts';
import { list } from './questions/list.ts';
import { nextNotification, notification, notifications } from './questions/notifications.ts';
import { entryIntoForce, parties, show, status } from './questions/one.ts';
import { compareTexts, languagesBeside } from './questions/compare-texts.ts';
import { drafts, terms } from './questions/drafts.ts';
import { search } from './questions/search.ts';
import { provision, text } from './questions/texts.ts';
import { byActor, figures, shortOf } from './questions/world.ts';
import {
  agreementTable,
  correctionTable,
  eventTable,
  notificationTable,
  stageTable,
  textTable,
} from './tables.ts';

export { registerOf } from './acts/event.ts';

export const agreements = defineArea({
  name: 'agreements',
  title: 'Agreements',
  acts: agreementActs,
  tables: [agreementTable, eventTable, correctionTable, stageTable, textTable, notificationTable],
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
    text,
    languagesBeside,
    compareTexts,
    provision,
    drafts,
    terms,
    figures,
    byActor,
    shortOf,
    desk,
    notification,
    notifications,
    nextNotification,
    fullPowers,
    certifyingStatement,
  ],
  decider,
  preview,
});
