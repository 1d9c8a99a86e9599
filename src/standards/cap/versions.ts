/** The versions of CAP, and where each differs from 1.2. All are read; 1.2 alone is written. */
import { own } from '../../kernel/own.ts';
import { ALERT, type Field, type Group, field } from './grammar.ts';

export const CAP_VERSIONS = ['1.0', '1.1', '1.2'] as const;
export type CapVersion = (typeof CAP_VERSIONS)[number];

type Change = Partial<Omit<Field, 'element'>>;

interface Version {
  readonly namespaces: readonly string[];
  /** What an element of a group is in this version; null: there is none. */
  readonly changes: Readonly<Record<string, Change | null>>;
  /** Elements of this version alone, each after the one named. */
  readonly additions: Readonly<Record<string, Field>>;
  /** Words of this version, and what they are called in 1.2. */
  readonly renamed: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Whether a time is in the one form of CAP 1.2, or in any of XML Schema. */
  readonly strictTimes: boolean;
}

const without = (words: readonly string[], ...left: string[]): Change => ({
  words: words.filter((word) => !left.includes(word)),
});

const wordsOf = (group: string, element: string): readonly string[] =>
  groupNamed(ALERT, group)?.fields.find((one) => one.element === element)?.words ?? [];

function groupNamed(group: Group, name: string): Group | null {
  if (group.name === name) return group;
  for (const { group: below } of group.fields) {
    const found = below && groupNamed(below, name);
    if (found) return found;
  }
  return null;
}

/** Until 1.2 a height was any text, and the type of a resource could be left out. */
const BEFORE_1_2 = {
  'resource.mimeType': { required: false },
} as const satisfies Version['changes'];

export const VERSIONS: Readonly<Record<CapVersion, Version>> = {
  '1.2': {
    namespaces: ['urn:oasis:names:tc:emergency:cap:1.2'],
    changes: {},
    additions: {},
    renamed: {},
    strictTimes: true,
  },
  '1.1': {
    namespaces: ['urn:oasis:names:tc:emergency:cap:1.1'],
    changes: {
      ...BEFORE_1_2,
      'info.responseType': without(wordsOf('info', 'responseType'), 'Avoid', 'AllClear'),
    },
    additions: {},
    renamed: {},
    strictTimes: false,
  },
  '1.0': {
    // The schema of 1.0 has the first; files with the second, after later ones, exist.
    namespaces: ['http://www.incident.com/cap/1.0', 'urn:oasis:names:tc:emergency:cap:1.0'],
    changes: {
      ...BEFORE_1_2,
      'alert.status': without(wordsOf('alert', 'status'), 'Draft'),
      'alert.scope': { required: false },
      'info.category': { required: false, ...without(wordsOf('info', 'category'), 'CBRNE') },
      'info.responseType': null,
      'info.certainty': { words: ['Very Likely', 'Likely', 'Possible', 'Unlikely', 'Unknown'] },
      'info.eventCode': { holds: 'equation' },
      'info.parameter': { holds: 'equation' },
      'area.geocode': { holds: 'equation' },
      'resource.derefUri': null,
    },
    // A secret has no place in a record; it is read past.
    additions: { 'alert.msgType': field('password', 'text', { member: null }) },
    // CAP 1.2, 3.2.2, certainty: to be treated as equivalent.
    renamed: { 'info.certainty': { 'Very Likely': 'Likely' } },
    strictTimes: false,
  },
};

function changed(group: Group, version: Version): Group {
  const fields = group.fields.flatMap((one): Field[] => {
    const at = `${group.name}.${one.element}`;
    const change = own(version.changes, at);
    const added = own(version.additions, at);
    const below = one.group === undefined ? {} : { group: changed(one.group, version) };
    return [
      change === null ? { ...one, absent: true } : { ...one, ...change, ...below },
      ...(added === undefined ? [] : [added]),
    ];
  });
  return { name: group.name, fields };
}

const GRAMMARS = new Map(
  CAP_VERSIONS.map((version) => [version, changed(ALERT, VERSIONS[version])] as const),
);

/** The grammar of an alert in a version. */
export const grammarOf = (version: CapVersion): Group => GRAMMARS.get(version) ?? ALERT;

/** The version whose namespace it is; null where it is none of CAP's. */
export function versionOfNamespace(namespace: string): CapVersion | null {
  return CAP_VERSIONS.find((one) => VERSIONS[one].namespaces.includes(namespace)) ?? null;
}
