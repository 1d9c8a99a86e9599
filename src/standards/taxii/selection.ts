/** What a request selects from a collection, read off its filters (section 3.4) and page (3.5). */
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Sentence, said } from '../../kernel/said.ts';
import { readIdentifier } from '../stix/identifier.ts';
import { isTimestamp, orderedForm } from '../stix/timestamp.ts';
import { RULES } from './rules.ts';

export const LIMIT_MAX = 1000;
export const LIMIT_DEFAULT = 100;
/** Values that one filter may list. */
export const VALUES_MAX = 100;
const VALUE_LENGTH_MAX = 300;

/** Behind which object a page begins: the place of its addition, and its place in that. */
export interface Place {
  readonly ledger: number;
  readonly at: number;
}

/** Which versions of each object: its last, its first, all, or those of the instants. */
export interface Versions {
  readonly last: boolean;
  readonly first: boolean;
  readonly all: boolean;
  /** Each in the one form in which instants are ordered as texts. */
  readonly at: readonly string[];
}

export interface Selection {
  /** Only what was added after the instant; ISO text, or null. */
  readonly addedAfter: string | null;
  readonly limit: number;
  readonly after: Place | null;
  /** Empty lists select any. */
  readonly ids: readonly string[];
  readonly types: readonly string[];
  readonly specVersions: readonly string[];
  readonly versions: Versions;
}

const LAST_ALONE: Versions = { last: true, first: false, all: false, at: [] };
const [PLACE, TYPE_NAME, SPEC_VERSION] = [
  /^(\d{1,15})\.(\d{1,9})$/,
  /^[a-z0-9][a-z0-9-]{0,249}$/,
  /^\d\.\d$/,
];

/** A place as the opaque text that answers give as `next`. */
export function nextOf({ ledger, at }: Place): string {
  return Buffer.from(`${ledger}.${at}`).toString('base64url');
}

function placeOf(next: string): Place | null {
  if (next.length > 60) return null;
  const [, ledger, at] = PLACE.exec(Buffer.from(next, 'base64url').toString('latin1')) ?? [];
  return ledger === undefined ? null : { ledger: Number(ledger), at: Number(at) };
}

/** What is wrong with the query, gathered while it is read; the first is told. */
class Faults {
  first: Refusal | null = null;

  filter(reason: Sentence, remedy: Sentence): void {
    this.first ??= refuse(RULES.filter, reason, { remedy });
  }

  page(reason: Sentence, remedy: Sentence): void {
    this.first ??= refuse(RULES.page, reason, { remedy });
  }
}

/** Values of a filter, parted by commas; each has to be one by its form. */
function listed(
  query: URLSearchParams,
  name: string,
  isOne: (value: string) => boolean,
  faults: Faults,
): string[] {
  const given = query.get(`match[${name}]`);
  if (given === null) return [];
  const values = [...new Set(given.split(',').map((value) => value.trim()))];
  const wrong = values.find((value) => value.length > VALUE_LENGTH_MAX || !isOne(value));
  const remedy = said('Part several values by commas.');
  if (wrong !== undefined) {
    const quoted = wrong.slice(0, 60);
    faults.filter(said('“{$quoted}” is no value of match[{$name}].', { quoted, name }), remedy);
  } else if (values.length > VALUES_MAX) {
    faults.filter(
      said('match[{$name}] lists more than {$valuesMax} values.', { name, valuesMax: VALUES_MAX }),
      remedy,
    );
  }
  return values;
}

const VERSION_WORDS = ['last', 'first', 'all'];

function versionsIn(query: URLSearchParams, faults: Faults): Versions {
  const values = listed(
    query,
    'version',
    (value) => VERSION_WORDS.includes(value) || isTimestamp(value),
    faults,
  );
  if (values.length === 0) return LAST_ALONE;
  return {
    last: values.includes('last'),
    first: values.includes('first'),
    all: values.includes('all'),
    at: values.filter(isTimestamp).map(orderedForm),
  };
}

function limitIn(query: URLSearchParams, faults: Faults): number {
  const given = query.get('limit');
  if (given === null) return LIMIT_DEFAULT;
  if (!/^[1-9]\d{0,8}$/.test(given)) {
    faults.page(
      said('The limit is no whole number above zero.'),
      said('Ask for 1 or more objects.'),
    );
  }
  // A server may give fewer than was asked for (section 3.5).
  return Math.min(Number(given), LIMIT_MAX);
}

function placeIn(query: URLSearchParams, faults: Faults): Place | null {
  const given = query.get('next');
  if (given === null) return null;
  const place = placeOf(given);
  if (place === null) {
    faults.page(said('This next was given by no answer.'), said('Begin without it.'));
  }
  return place;
}

function addedAfterIn(query: URLSearchParams, faults: Faults): string | null {
  const given = query.get('added_after');
  if (given !== null && !isTimestamp(given)) {
    faults.filter(
      said('added_after is no instant in UTC.'),
      said('Write it as 2026-01-17T09:30:00.000Z.'),
    );
  }
  return given;
}

const KNOWN: readonly string[] = [
  'added_after',
  'limit',
  'next',
  'match[id]',
  'match[type]',
  'match[version]',
  'match[spec_version]',
];

/**
 * Reads the query of a request for objects, a manifest or versions. A filter of no known name is
 * refused, since an answer that left it aside would hold more than was asked for.
 */
export function readSelection(query: URLSearchParams): Selection | Refusal {
  const faults = new Faults();
  const strange = [...query.keys()].find(
    (name) => name.startsWith('match') && !KNOWN.includes(name),
  );
  if (strange !== undefined) {
    const name = strange.slice(0, 60);
    faults.filter(
      said('{$name} is no filter here.', { name }),
      said('Use {$known}.', { known: KNOWN }),
    );
  }
  const selection: Selection = {
    addedAfter: addedAfterIn(query, faults),
    limit: limitIn(query, faults),
    after: placeIn(query, faults),
    ids: listed(query, 'id', (value) => readIdentifier(value) !== null, faults),
    types: listed(query, 'type', (value) => TYPE_NAME.test(value), faults),
    specVersions: listed(query, 'spec_version', (value) => SPEC_VERSION.test(value), faults),
    versions: versionsIn(query, faults),
  };
  return faults.first ?? selection;
}
