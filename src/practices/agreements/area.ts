/** The practice of agreements: what it can be told, what it keeps and what it answers. */
import { defineArea } from '../../kernel/define-area.ts';
import { agreementActs } from './acts/all.ts';
import { agreementTopics } from './acts/topics.ts';
import { decider } from './decider.ts';
import { preview } from './preview.ts';
import { relatedPages } from './related-pages.ts';
import { acts, due, latest } from './questions/acts.ts';
import { between, compare, ofActor } from './questions/actor.ts';
import { certifyingStatement } from './questions/certifying-statement.ts';
import { deadlines } from './questions/deadlines.ts';
import { ministry, news } from './questions/ministry.ts';
import { curve } from './questions/curve.ts';
import { desk } from './questions/desk.ts';
import { funnel } from './questions/pictures/funnel.ts';
import { moves } from './questions/pictures/moves.ts';
import { network } from './questions/pictures/network.ts';
import { fullPowers } from './questions/full-powers.ts';
import { list } from './questions/list.ts';
import { mirror } from './questions/mirror.ts';
import { nextNotification, notification, notifications } from './questions/notifications.ts';
import { activity, awaited } from './questions/on-map.ts';
import { entryIntoForce, parties, show, status } from './questions/one.ts';
import { compareTexts, languagesBeside } from './questions/compare-texts.ts';
import { drafts, terms } from './questions/drafts.ts';
import { provision, text } from './questions/texts.ts';
import { matrix, relation } from './questions/relations.ts';
import { reservations } from './questions/reservations.ts';
import { search } from './questions/search.ts';
import { territories } from './questions/territories.ts';
import { versionBetween, versions } from './questions/versions.ts';
import { takesQuestion } from './questions/what-it-takes.ts';
import { byActor, figures, shortOf } from './questions/world.ts';
import { agreementShelves } from './shelves.ts';
import {
  agreementTable,
  correctionTable,
  eventTable,
  notificationTable,
  textTable,
} from './tables.ts';

export { registerOf } from './acts/event.ts';
export { type PartiesTo, loadParties, recallParties } from './load-parties.ts';
export { type Compared, type Stretch, compareVersions } from './rules/texts/compare-texts.ts';

export const agreements = defineArea({
  name: 'agreements',
  title: 'Agreements',
  acts: agreementActs,
  topics: agreementTopics,
  tables: [agreementTable, eventTable, correctionTable, textTable, notificationTable],
  questions: [
    list,
    show,
    status,
    parties,
    entryIntoForce,
    curve,
    takesQuestion,
    mirror,
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
    text,
    languagesBeside,
    compareTexts,
    provision,
    drafts,
    terms,
    figures,
    byActor,
    activity,
    awaited,
    shortOf,
    versions,
    versionBetween,
    territories,
    desk,
    notification,
    notifications,
    nextNotification,
    fullPowers,
    certifyingStatement,
    reservations,
    relation,
    matrix,
    funnel,
    moves,
    network,
  ],
  searchable: agreementShelves,
  decider,
  summary: (agreement) => ({ question: show, input: { agreement } }),
  pagesOf: relatedPages,
  preview,
});
