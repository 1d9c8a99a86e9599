/** The rules by which requests are answered, each with the section of TAXII 2.1. */
import { type Rule, rule } from '../../kernel/law.ts';

const of = (id: string, section: string, text: string): Rule =>
  rule(`taxii.${id}`, `TAXII 2.1, section ${section}`, text);

export const RULES = {
  accept: of('accept', '3.8.1', 'An answer is given as application/taxii+json;version=2.1.'),
  contentType: of(
    'content-type',
    '3.8.1',
    'Objects are sent as application/taxii+json;version=2.1.',
  ),
  filter: of('filter', '3.4', 'A filter is one that the specification names, and holds values.'),
  page: of('page', '3.5', 'A page has at least one object; its next is what an answer gave.'),
  unknown: of('unknown', '3.6.1', 'What is not there, or not for the asker, is not found.'),
  envelope: of('envelope', '3.7', 'What is sent is an envelope with a list of objects.'),
  mayNotWrite: of('may-not-write', '5.4', 'Objects are added to a collection by whoever may.'),
} as const;
