/**
 * The schema of CAP 1.2 as data (CAP 1.2, 3.4): which elements stand in which, in which order, how
 * often, and what each holds. Reading and writing follow it; other versions differ from it in
 * `versions.ts`.
 */
import {
  CATEGORIES,
  CERTAINTIES,
  MESSAGE_TYPES,
  RESPONSE_TYPES,
  SCOPES,
  SEVERITIES,
  STATUSES,
  URGENCIES,
} from './alert.ts';

/** What an element holds, and so how it is read and written. */
export type Holds =
  | 'text'
  | 'word'
  | 'time'
  | 'language'
  | 'decimal'
  | 'integer'
  /** Between spaces, or in quotation marks. */
  | 'quoted'
  | 'references'
  | 'polygon'
  | 'circle'
  | 'named-value'
  /** Name and value in one text with a sign of equality, as in CAP 1.0. */
  | 'equation'
  | 'group';

export interface Field {
  readonly element: string;
  /** The member of the typed object; null: read, and left out. */
  readonly member: string | null;
  readonly holds: Holds;
  readonly required: boolean;
  readonly many: boolean;
  /** The words that it may be. */
  readonly words?: readonly string[];
  readonly group?: Group;
  /** A version does without it: its member is empty, and the element has no place. */
  readonly absent?: boolean;
}

export interface Group {
  readonly name: string;
  readonly fields: readonly Field[];
}

type More = Partial<Omit<Field, 'element' | 'holds'>>;

/** A field; where nothing else is said it is optional and stands at most once. */
export function field(element: string, holds: Holds = 'text', more: More = {}): Field {
  return { element, member: element, required: false, many: false, ...more, holds };
}

const required = (element: string, holds: Holds = 'text', more: More = {}): Field =>
  field(element, holds, { required: true, ...more });

const many = (element: string, member: string, holds: Holds, more: More = {}): Field =>
  field(element, holds, { member, many: true, ...more });

export const NAMED_VALUE: Group = {
  name: 'named value',
  fields: [required('valueName'), required('value')],
};

const RESOURCE: Group = {
  name: 'resource',
  fields: [
    required('resourceDesc'),
    required('mimeType'),
    field('size', 'integer'),
    field('uri'),
    field('derefUri'),
    field('digest'),
  ],
};

const AREA: Group = {
  name: 'area',
  fields: [
    required('areaDesc'),
    many('polygon', 'polygons', 'polygon'),
    many('circle', 'circles', 'circle'),
    many('geocode', 'geocodes', 'named-value'),
    field('altitude', 'decimal'),
    field('ceiling', 'decimal'),
  ],
};

const INFO: Group = {
  name: 'info',
  fields: [
    field('language', 'language'),
    many('category', 'categories', 'word', { required: true, words: CATEGORIES }),
    required('event'),
    many('responseType', 'responseTypes', 'word', { words: RESPONSE_TYPES }),
    required('urgency', 'word', { words: URGENCIES }),
    required('severity', 'word', { words: SEVERITIES }),
    required('certainty', 'word', { words: CERTAINTIES }),
    field('audience'),
    many('eventCode', 'eventCodes', 'named-value'),
    field('effective', 'time'),
    field('onset', 'time'),
    field('expires', 'time'),
    field('senderName'),
    field('headline'),
    field('description'),
    field('instruction'),
    field('web'),
    field('contact'),
    many('parameter', 'parameters', 'named-value'),
    many('resource', 'resources', 'group', { group: RESOURCE }),
    many('area', 'areas', 'group', { group: AREA }),
  ],
};

export const ALERT: Group = {
  name: 'alert',
  fields: [
    required('identifier'),
    required('sender'),
    required('sent', 'time'),
    required('status', 'word', { words: STATUSES }),
    required('msgType', 'word', { words: MESSAGE_TYPES }),
    field('source'),
    required('scope', 'word', { words: SCOPES }),
    field('restriction'),
    field('addresses', 'quoted'),
    many('code', 'codes', 'text'),
    field('note'),
    field('references', 'references'),
    field('incidents', 'quoted'),
    many('info', 'infos', 'group', { group: INFO }),
  ],
};
