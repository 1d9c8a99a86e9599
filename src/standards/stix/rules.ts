/** The rules by which objects are judged, each with the section of STIX 2.1 (OASIS Standard). */
import { type Rule, rule } from '../../kernel/law.ts';

const of = (id: string, section: string, text: string): Rule =>
  rule(`stix.${id}`, `STIX 2.1, section ${section}`, text);

export const RULES = {
  json: of('json', '1.2.10', 'An object is I-JSON (RFC 7493): UTF-8, each member named once.'),
  size: rule(
    'stix.size',
    'Concord, "Bounds of STIX"',
    'What is read is bounded in bytes, nesting and number of objects.',
  ),
  required: of('required', '3.2', 'A property that is required for the type is there.'),
  kind: of('kind', '2', 'A property holds a value of its data type.'),
  binary: of('binary', '2.1', 'Binary values are Base64 (RFC 4648).'),
  dictionary: of('dictionary', '2.3', 'A key has 1 to 250 letters, digits, hyphens, underscores.'),
  enumeration: of('enumeration', '2.4', 'A value of an enumeration is one of those it lists.'),
  externalReference: of(
    'external-reference',
    '2.5',
    'A reference names its source and a description, a URL or an id in it.',
  ),
  hashes: of('hashes', '2.7', 'A hash has the length and the characters of its algorithm.'),
  hexadecimal: of('hexadecimal', '2.8', 'Hexadecimal values have an even number of digits.'),
  identifier: of('identifier', '2.9', 'An identifier is a type, two hyphens and a UUID.'),
  integer: of('integer', '2.10', 'An integer lies within ±(2^53 − 1) and within its bounds.'),
  list: of('list', '2.12', 'A list that is there is not empty.'),
  openVocabulary: of('open-vocabulary', '2.14', 'A value should be of the open vocabulary.'),
  timestamp: of('timestamp', '2.16', 'An instant is RFC 3339 in UTC, written with Z.'),
  type: of('type', '3.1', 'A type name has 3 to 250 small letters, digits and hyphens.'),
  property: of(
    'property',
    '3.1',
    'A property name has 3 to 250 small letters, digits, underscores.',
  ),
  specVersion: of('spec-version', '3.2', 'The specification version of an object is 2.1.'),
  precision: of('precision', '3.2', 'Creation and modification are precise to the millisecond.'),
  uuidVersion: of('uuid-version', '2.9', 'Objects use UUIDs of version 4, observables of 5.'),
  deterministic: of('deterministic', '3.4', 'The id of an observable follows from its properties.'),
  reference: of('reference', '3.3', 'A reference points to an object of a type that it may.'),
  versions: of('versions', '3.6', 'What was modified was so at its creation or later.'),
  reserved: of('reserved', '3.8', 'Reserved names are not used.'),
  order: of('order', '4', 'What ends does not end before it begins.'),
  combination: of('combination', '4', 'Properties stand together as the type asks.'),
  deprecated: of('deprecated', '4.14', 'What is deprecated should not be used.'),
  languageContent: of('language-content', '7.1', 'Translations are given per RFC 5646 language.'),
  markingDefinition: of('marking-definition', '7.2.1', 'A marking says what it means.'),
  tlp: of('tlp', '7.2.1.4', 'The marks of the Traffic Light Protocol have fixed ids.'),
  circular: of('circular', '7.2.2', 'A marking definition does not mark itself.'),
  granular: of('granular', '7.2.3', 'A granular marking selects what is in the object.'),
  extension: of('extension', '7.3', 'An extension says of which kind it is.'),
  bundle: of('bundle', '8', 'A bundle has a type, an id, and at least one object in its list.'),
  pattern: of('pattern', '9', 'A pattern follows the grammar of STIX patterning.'),
  custom: of('custom', '11', 'Custom properties and objects should be made by extensions.'),
} as const;
