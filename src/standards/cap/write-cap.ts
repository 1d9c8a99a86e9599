/**
 * Writes an alert as CAP 1.2. What is written is read again before it is handed out, so that
 * nothing leaves that a strict reader would refuse, or that says something else than the object.
 */
import { isDeepStrictEqual } from 'node:util';
import { rule } from '../../kernel/law.ts';
import { own } from '../../kernel/own.ts';
import { xmlText } from '../xml/xml-text.ts';
import { type CapAlert, type CapReference, extendedIdentifier } from './alert.ts';
import { ALERT, type Field, type Group, NAMED_VALUE } from './grammar.ts';
import { readCap } from './read-cap.ts';
import { writeAddresses, writePoint } from './values.ts';
import { type Fault, type Verdict, verdictOf } from './verdict.ts';
import { VERSIONS } from './versions.ts';

export type WrittenCap =
  | { readonly bytes: Uint8Array; readonly verdict: Verdict }
  /** It is no alert that CAP 1.2 has, and why; or characters of it have no place in XML. */
  | { readonly bytes: null; readonly verdict: Verdict };

const NOT_KEPT: Fault = {
  rule: rule('cap.kept', 'XML 1.0, 2.2', 'What is written says all that the alert does.'),
  weight: 'error',
  path: 'alert',
  line: 0,
  what: 'it has what no element can hold: a control character, a text of spaces alone, or the like',
};

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function pointOf(value: unknown): string {
  const { latitude, longitude } = recordOf(value);
  return writePoint({ latitude: textOf(latitude), longitude: textOf(longitude) });
}

function referenceOf(value: unknown): string {
  const { sender, identifier, sent } = recordOf(value);
  const reference: CapReference = {
    sender: textOf(sender),
    identifier: textOf(identifier),
    sent: textOf(sent),
  };
  return extendedIdentifier(reference);
}

/** What stands between the tags of a field, given its value. */
function contentOf(field: Field, value: unknown, indent: string): string {
  switch (field.holds) {
    case 'group':
    case 'named-value':
      return `\n${groupXml(field.group ?? NAMED_VALUE, value, `${indent}  `)}${indent}`;
    case 'quoted':
      return xmlText(writeAddresses(listOf(value).map(textOf)));
    case 'references':
      return xmlText(listOf(value).map(referenceOf).join(' '));
    case 'polygon':
      return xmlText(listOf(value).map(pointOf).join(' '));
    case 'circle':
      return xmlText(`${pointOf(value)} ${textOf(recordOf(value)['radiusKm'])}`);
    default:
      return xmlText(textOf(value));
  }
}

function valuesOf(field: Field, members: Readonly<Record<string, unknown>>): readonly unknown[] {
  const value = field.member === null ? undefined : own(members, field.member);
  if (field.many) return listOf(value);
  return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [value];
}

function groupXml(group: Group, value: unknown, indent: string): string {
  const members = recordOf(value);
  return group.fields
    .flatMap((field) =>
      valuesOf(field, members).map(
        (one) => `${indent}<${field.element}>${contentOf(field, one, indent)}</${field.element}>\n`,
      ),
    )
    .join('');
}

/** The alert as a file in UTF-8, where CAP 1.2 has such an alert. */
export function writeCap(alert: CapAlert): WrittenCap {
  const [namespace = ''] = VERSIONS['1.2'].namespaces;
  const xml =
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<alert xmlns="${namespace}">\n${groupXml(ALERT, alert, '  ')}</alert>\n`;
  const bytes = new TextEncoder().encode(xml);
  const read = readCap(bytes);
  if (!read.verdict.valid) return { bytes: null, verdict: read.verdict };
  return isDeepStrictEqual(read.alert, withoutNothing(alert))
    ? { bytes, verdict: read.verdict }
    : { bytes: null, verdict: verdictOf([NOT_KEPT]) };
}

/** The object without members that are there and say nothing, at every depth. */
function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]: [string, unknown]) =>
      one === undefined ? [] : [[name, withoutNothing(one)]],
    ),
  );
}
