/** What an alert as a whole must say. CAP 1.2, 3.2.1. */
import { rule } from '../../kernel/law.ts';
import { type CapAlert, extendedIdentifier } from './alert.ts';
import { type Found, type ProfileRule, unless } from './profile-rule.ts';
import { objectionToTime } from './times.ts';

/** Spaces, commas and what XML marks up would make a reference ambiguous. */
const NAME = /^[^\s,<&]+$/;

const named = (place: 'identifier' | 'sender') => ({
  rule: rule(
    `cap.${place}`,
    `CAP 1.2, 3.2.1, ${place}`,
    'It is not empty, and has no spaces, commas, < or &.',
  ),
  weight: 'error' as const,
  find: (alert: CapAlert) =>
    unless(
      NAME.test(alert[place]),
      place,
      `“${alert[place].slice(0, 80)}” is empty, or has a space, a comma, < or &`,
    ),
});

const REFERRING: ReadonlySet<string> = new Set(['Update', 'Cancel', 'Ack', 'Error']);

function badReferences({ references }: CapAlert): Found[] {
  return references.flatMap(({ sender, identifier, sent }): Found[] => {
    if (!NAME.test(sender) || !NAME.test(identifier)) {
      return [['references', `“${sender},${identifier}” names no sender and identifier`]];
    }
    const objection = objectionToTime(sent, false);
    return objection === null ? [] : [['references', objection]];
  });
}

export const alertRules: readonly ProfileRule<CapAlert>[] = [
  named('identifier'),
  named('sender'),
  {
    rule: rule('cap.utc', 'CAP 1.2, 3.3.2', 'UTC is written -00:00.'),
    // The standard says MUST, and its own readers everywhere take +00:00, which its schema allows.
    weight: 'warning',
    versions: ['1.2'],
    find: ({ sent }) => unless(!sent.endsWith('+00:00'), 'sent', `${sent} writes UTC as +00:00`),
  },
  {
    rule: rule(
      'cap.restriction',
      'CAP 1.2, 3.2.1, restriction',
      'What is restricted says to whom it may go.',
    ),
    weight: 'error',
    find: ({ scope, restriction }) =>
      unless(scope !== 'Restricted' || restriction !== undefined, '', 'it lacks restriction'),
  },
  {
    rule: rule(
      'cap.restriction-unused',
      'CAP 1.2, 3.2.1, restriction',
      'A restriction is used where the scope is Restricted.',
    ),
    weight: 'warning',
    find: ({ scope, restriction }) =>
      unless(
        scope === 'Restricted' || restriction === undefined,
        'restriction',
        `the scope is ${scope ?? 'not said'}, so nobody is held to it`,
      ),
  },
  {
    rule: rule(
      'cap.addresses',
      'CAP 1.2, 3.2.1, addresses',
      'What is private says for whom it is.',
    ),
    weight: 'error',
    find: ({ scope, addresses }) =>
      unless(scope !== 'Private' || addresses.length > 0, '', 'it lacks addresses'),
  },
  {
    rule: rule(
      'cap.references',
      'CAP 1.2, 3.2.1, msgType',
      'What updates, cancels, acknowledges or rejects an alert names it.',
    ),
    weight: 'error',
    find: ({ msgType, references }) =>
      unless(
        !REFERRING.has(msgType) || references.length > 0,
        '',
        `it is of the type ${msgType}, and lacks references`,
      ),
  },
  {
    rule: rule(
      'cap.references-parts',
      'CAP 1.2, 3.2.1, references',
      'A reference names a sender, an identifier and the time of sending.',
    ),
    weight: 'error',
    find: badReferences,
  },
  {
    rule: rule(
      'cap.references-itself',
      'CAP 1.2, 3.2.1, references',
      'A reference is to an earlier alert.',
    ),
    weight: 'error',
    find: (alert) =>
      unless(
        !alert.references.some((one) => extendedIdentifier(one) === extendedIdentifier(alert)),
        'references',
        'it refers to itself',
      ),
  },
  {
    rule: rule(
      'cap.note',
      'CAP 1.2, 3.2.1, status, msgType',
      'An exercise is named, and an error explained, in note.',
    ),
    weight: 'warning',
    find: ({ status, msgType, note }) =>
      unless(
        note !== undefined || (status !== 'Exercise' && msgType !== 'Error'),
        '',
        'it lacks note',
      ),
  },
  {
    rule: rule('cap.info', 'CAP 1.2, 3.1', 'An actual alert tells what happens.'),
    // Optional by the schema, for acknowledgements and the like.
    weight: 'warning',
    find: ({ status, msgType, infos }) =>
      unless(
        infos.length > 0 || status !== 'Actual' || (msgType !== 'Alert' && msgType !== 'Update'),
        '',
        'it lacks info',
      ),
  },
];
