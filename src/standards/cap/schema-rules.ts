/** The rules by which the form of an alert is judged: XML, and the schema. CAP 1.2, 3.4. */
import { rule } from '../../kernel/law.ts';
import type { XmlFaultKind } from '../xml/read-xml.ts';

const SCHEMA = 'CAP 1.2, 3.4';

export const formRules: Readonly<Record<XmlFaultKind, ReturnType<typeof rule>>> = {
  size: rule('cap.size', 'Concord, bounds', 'A file is no larger than the bound.'),
  encoding: rule('cap.encoding', 'CAP 1.2, 3.3.3', 'A file is in the encoding that it names.'),
  doctype: rule(
    'cap.document-type',
    'CAP 1.2, 3.3.4',
    'No document type and no entity of its own is taken.',
  ),
  form: rule('cap.well-formed', 'XML 1.0', 'A file is well-formed XML with namespaces.'),
  bounds: rule('cap.bounds', 'Concord, bounds', 'Elements are bounded in depth and number.'),
};

export const schemaRules = {
  namespace: rule(
    'cap.namespace',
    'CAP 1.2, 3.4',
    'An alert and all its elements are of the namespace of one version.',
  ),
  unknown: rule('cap.unknown-element', SCHEMA, 'No element stands where the schema has none.'),
  order: rule('cap.order', SCHEMA, 'Elements stand in the order of the schema.'),
  repeated: rule('cap.repeated', SCHEMA, 'An element stands as often as the schema says.'),
  missing: rule('cap.missing', SCHEMA, 'What the schema requires is there.'),
  word: rule('cap.enumeration', SCHEMA, 'A word is one of those that the schema has.'),
  time: rule('cap.time', 'CAP 1.2, 3.3.2', 'A time has seconds and a numeric offset from UTC.'),
  language: rule('cap.language', 'CAP 1.2, 3.2.2', 'A language is a tag of RFC 3066.'),
  decimal: rule('cap.decimal', SCHEMA, 'A height is a decimal number.'),
  integer: rule('cap.integer', SCHEMA, 'A size is a whole number.'),
  polygon: rule(
    'cap.polygon',
    'CAP 1.2, 3.2.4, polygon',
    'A polygon has at least four points in range, the last of which is the first.',
  ),
  circle: rule('cap.circle', 'CAP 1.2, 3.2.4, circle', 'A circle is a point and a radius.'),
  references: rule(
    'cap.references-form',
    'CAP 1.2, 3.2.1, references',
    'A reference is of the form sender,identifier,sent.',
  ),
  attribute: rule('cap.attribute', SCHEMA, 'Elements have no attributes of their own.'),
  text: rule('cap.stray-text', SCHEMA, 'No text stands between elements.'),
  password: rule(
    'cap.password',
    'CAP 1.2, 3.2.1',
    'A password of CAP 1.0 is left out: no later version has it.',
  ),
  moved: rule(
    'cap.time-rewritten',
    'CAP 1.2, 3.3.2',
    'A time of an earlier version is taken over in the form of CAP 1.2.',
  ),
} as const;
