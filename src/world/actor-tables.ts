import {
  ACTOR_KINDS,
  CONFIDENCES,
  LANGUAGES,
  MEMBERSHIP_STATUSES,
  OFFICE_ROLES,
  SUCCESSION_KINDS,
} from './actor-types.ts';
import type {
  Language,
  Place,
  Problem,
  Span,
  WorldActor,
  WorldAlias,
  WorldAttribute,
  WorldMembership,
  WorldOffice,
  WorldSuccession,
} from './actor-types.ts';
import { readTable } from './csv-table.ts';
import type { Row } from './csv-table.ts';

/** A fact and where it was written, for checks that look across tables. */
export interface Placed<T> {
  readonly place: Place;
  readonly value: T;
}

/** A name that one language gives to an actor, better than the one CLDR has. */
export interface ActorName {
  readonly id: string;
  readonly language: Language;
  readonly name: string;
}

/** The beginning (and end) of a State that the package does not date. */
export interface StateDates extends Span {
  readonly id: string;
  readonly source: string;
  readonly confidence: 'checked' | 'memory';
}

const DECIMAL = /^\d+(\.\d+)?$/;

function table<T>(columns: string, read: (row: Row) => T) {
  return (file: string, text: string, problems: Problem[]): Placed<T>[] =>
    readTable(file, text, columns.split(','), problems).map((row) => ({
      place: row.place,
      value: read(row),
    }));
}

/** historical-states.csv: States that are no more, under the ids their instruments carry. */
export const readHistoricalStates = table(
  'id,name,from,to,source,confidence',
  (row): WorldActor => {
    if (row.text('to') === '') row.complain('a historical State needs the date it ended');
    return {
      id: row.required('id'),
      kind: 'historical-state',
      names: { en: row.required('name') },
      ...row.span(),
      treatyCapacity: true,
      regionalIntegration: false,
      confidence: row.oneOf('confidence', CONFIDENCES),
      sources: [row.required('source')],
    };
  },
);

/** organisations.csv: everything that acts and is neither a State nor a territory. */
export const readOrganisations = table(
  'id,kind,name,founded_on,dissolved_on,seat,treaty_capacity,regional_integration,website,source',
  (row): WorldActor => ({
    id: row.required('id'),
    kind: row.oneOf('kind', ACTOR_KINDS),
    names: { en: row.required('name') },
    ...row.span('founded_on', 'dissolved_on'),
    ...row.optional('seat', 'seat'),
    ...row.optional('website', 'website'),
    treatyCapacity: row.yes('treaty_capacity'),
    regionalIntegration: row.yes('regional_integration'),
    sources: [row.required('source')],
  }),
);

/** state-dates.csv: when today's States began, where that matters. */
export const readStateDates = table(
  'id,from,to,source,confidence',
  (row): StateDates => ({
    id: row.required('id'),
    ...row.span(),
    source: row.required('source'),
    confidence: row.oneOf('confidence', CONFIDENCES),
  }),
);

/** names.csv: short names where CLDR has none, or another than the United Nations uses. */
export const readNames = table(
  'id,language,name,source',
  (row): ActorName => ({
    id: row.required('id'),
    language: row.oneOf('language', LANGUAGES),
    name: row.required('name'),
  }),
);

/** successions.csv: who follows whom. */
export const readSuccessions = table(
  'predecessor,successor,on,kind,source',
  (row): WorldSuccession => ({
    predecessor: row.required('predecessor'),
    successor: row.required('successor'),
    on: row.date('on'),
    kind: row.oneOf('kind', SUCCESSION_KINDS),
    source: row.required('source'),
  }),
);

/** memberships.csv: who belongs to what, in which standing, from when to when. */
export const readMemberships = table(
  'group,member,from,to,status,source,confidence',
  (row): WorldMembership => ({
    group: row.required('group'),
    member: row.required('member'),
    ...row.span(),
    status: row.oneOf('status', MEMBERSHIP_STATUSES),
    source: row.required('source'),
    confidence: row.oneOf('confidence', CONFIDENCES),
  }),
);

/** aliases.csv: the names under which status tables list an actor. */
export const readAliases = table(
  'id,name,from,to,source',
  (row): WorldAlias => ({
    id: row.required('id'),
    name: row.required('name'),
    ...row.span(),
    source: row.required('source'),
  }),
);

/** attributes.csv: dated weights. */
export const readAttributes = table(
  'actor,attribute,value,unit,from,to,source',
  (row): WorldAttribute => {
    const value = row.required('value');
    if (!DECIMAL.test(value)) row.complain(`value is "${value}", which is no decimal`);
    return {
      actor: row.required('actor'),
      attribute: row.required('attribute'),
      value,
      unit: row.required('unit'),
      ...row.span(),
      source: row.required('source'),
    };
  },
);

/** offices.csv: offices that act for an actor, and whether they need full powers (VCLT 7). */
export const readOffices = table(
  'id,actor,title,role,exempt_from_full_powers,source',
  (row): WorldOffice => ({
    id: row.required('id'),
    actor: row.required('actor'),
    title: row.required('title'),
    role: row.oneOf('role', OFFICE_ROLES),
    exemptFromFullPowers: row.yes('exempt_from_full_powers'),
    source: row.required('source'),
  }),
);
