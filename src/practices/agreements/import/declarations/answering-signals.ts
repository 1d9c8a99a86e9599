/** Signals of statements that answer another: objections, withdrawals, refusals to recognize. */
import { type Signal, signal } from './signal.ts';

/** What another party formulated: reservations, and statements that may be meant as such. */
const OF_OTHERS = '(?:reservations?|statements?|declarations?)';

/** VCLT Arts. 20(4)(b), 21(3); the formulas by which States have objected since 1951. */
export const OBJECTIONS: readonly Signal[] = [
  signal('objection', 96, `object(?:s|ed|ing)? (?:\\w+ ){0,4}to (?:\\S+ ){0,12}?${OF_OTHERS}`),
  signal(
    'objection',
    94,
    `objections? (?:\\w+ ){0,4}(?:to|against|in respect of) (?:\\S+ ){0,8}?${OF_OTHERS}`,
  ),
  signal(
    'objection',
    94,
    `not (?:regard|consider|recogni[sz]e|accept) (?:\\S+ ){0,4}(?:as )?(?:valid|` +
      `the validity)\\b`,
  ),
  signal(
    'objection',
    94,
    `(?:not|cannot|never) (?:regard|consider|recogni[sz]e|accept|` +
      `agree with) (?:\\S+ ){0,3}${OF_OTHERS}`,
  ),
  signal('objection', 92, `reject(?:s|ed)? (?:\\S+ ){0,3}${OF_OTHERS}`),
  signal(
    'objection',
    85,
    `${OF_OTHERS} (?:\\S+ ){0,14}?(?:made|expressed|entered|formulated|submitted|` +
      `put forward) (?:\\S+ ){0,6}?by the (?!Government of [\\w ]{3,30} (?:up)?on signa` +
      `ture)`,
  ),
  signal(
    'objection',
    80,
    `${OF_OTHERS} (?:\\S+ ){0,40}?(?:is|are|as) (?!not )(?:\\w+ )?(?:incompatible|` +
      `contrary|inadmissible|impermissible|null|unacceptable|without legal)`,
  ),
  signal('objection', 90, 'same objections?\\b'),
  signal('objection', 60, '(?:preclude|prevent|obstacle|impede)\\w* .{0,60}entry into force'),
  signal(
    'objection',
    90,
    '(?:formule|fait|élève) (?:\\S+ ){0,3}objections?|(?:formula|' +
      'hace) (?:\\S+ ){0,3}objeción|objeta',
  ),
];

/** VCLT Art. 22. */
export const WITHDRAWALS: readonly Signal[] = [
  signal(
    'withdrawal',
    95,
    `(?<!right to |until the |not )withdr[ae]w(?:s|n|` +
      `ing)? (?:\\S+ ){0,8}?(?:${OF_OTHERS}|objections?|notification)`,
  ),
  signal(
    'withdrawal',
    95,
    `(?:${OF_OTHERS}|objections?)\\b.{0,160}?(?:ha(?:ve|s|d) been|was|were|is|` +
      `are) (?:\\w+ )?withdrawn`,
  ),
  signal(
    'withdrawal',
    90,
    `(?:the|its|partial|full) withdrawal (?:\\w+ )?of (?:\\w+ ){0,4}(?:${OF_OTHERS}|` +
      `objections?)`,
  ),
  signal(
    'withdrawal',
    90,
    `retire (?:\\S+ ){0,3}(?:réserve|déclaration|objection)|` +
      `retira (?:\\S+ ){0,3}(?:reserva|declaración|objeción)`,
  ),
];

const NEGATED = '(?:not|no way|nor|without|neither|never)\\b';
/** ILC Guide to Practice, 1.5.1. */
export const NON_RECOGNITIONS: readonly Signal[] = [
  signal(
    'non-recognition',
    97,
    `${NEGATED}.{0,70}\\b(?:a |the )?recognition (?:on the part )?of (?!the (?:right|` +
      `competence|jurisdiction)|illicit|any right)`,
  ),
  signal('non-recognition', 90, 'no treaty relations? .{0,40}(?:aris|exist|shall|will|between)'),
  signal(
    'non-recognition',
    88,
    '(?:does|do|shall|will) not recogni[sz]e (?:the (?:State|Republic|Government|' +
      'régime|regime|authorities) of |the )?"?(?-i:[A-Z])[a-zà-ÿ]+"?(?: and|\\.|,|;|' +
      '$)',
  ),
  signal(
    'non-recognition',
    70,
    `${NEGATED}.{0,60}(?:enter|entry|entering|establish\\w*|` +
      `dealings?) (?:\\S+ ){0,6}?(?:relations?|dealings|intercourse) `,
  ),
];
