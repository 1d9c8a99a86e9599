/** Signals of statements that reserve, or say how a text is understood. */
import { type Signal, signal } from './signal.ts';

/** VCLT Art. 2(1)(d); ILC Guide 1.1, 1.1.6. */
export const RESERVATIONS: readonly Signal[] = [
  signal(
    'reservation',
    96,
    'not (?:\\w+ ){0,2}(?:consider|deem|regard) (?:it ?sel(?:f|ves)|themselves|' +
      'herself|himself) (?:to be )?(?:bound|obliged|obligated)',
  ),
  signal(
    'reservation',
    94,
    '(?:shall|will|is|are|be) not (?:\\w+ ){0,2}?(?:be )?bound (?:by|to)|not be bound',
  ),
  signal(
    'reservation',
    92,
    'not accept (?:\\S+ ){0,3}?(?:provisions?|articles?|paragraphs?|jurisdiction|' +
      'obligations?)',
  ),
  signal(
    'reservation',
    92,
    'not recogni[sz]e (?:\\S+ ){0,3}?(?:competence|jurisdiction|authority)|' +
      'without recogni[sz]ing (?:\\S+ ){0,2}competence',
  ),
  signal('reservation', 91, 'reserv(?:es?|ing) (?:its|the|their|for itself the) (?:\\w+ )?right'),
  signal(
    'reservation',
    92,
    '(?:mak|enter|formulat|express|maintain|plac|hold|ha[sv]|' +
      'wish)\\w* (?:\\S+ ){0,7}?reservations?',
  ),
  signal(
    'reservation',
    90,
    '(?:with|subject to) (?:\\w+ ){0,3}?reservations?|reservations? (?:\\w+ )?(?:to|' +
      'on|in respect of|with (?:regard|respect) to|regarding|concerning|as to|' +
      'in relation to|in connection with) (?:\\S+ ){0,4}?(?:articles?|sections?|' +
      'paragraphs?|provisions?)',
  ),
  signal(
    'reservation',
    88,
    'with the exception of (?:\\S+ ){0,3}?(?:articles?|sections?|paragraphs?|' +
      'provisions?)|effects of which are reserved|ad referendum of reservation',
  ),
  signal(
    'reservation',
    88,
    '(?:not|nor) (?:\\w+ )?(?:undertake|assume|accept) (?:\\S+ ){0,3}?obligations?',
  ),
  signal(
    'reservation',
    82,
    '(?:shall|will|does|do|should|is|are) not (?:\\w+ )?(?:apply|be applied|' +
      'be applicable|to apply|extend|be extended)',
  ),
  signal(
    'reservation',
    80,
    '(?:cannot be (?:granted|accepted|applied)|cannot give full effect|' +
      '(?:not be able|unable) to (?:\\w+ )?(?:comply|apply|guarantee|accept)|' +
      '(?:not possible|impossible) for any government)',
  ),
  signal(
    'reservation',
    80,
    '(?:agreement|consent) of (?:\\S+ ){0,5}?(?:parties|party|' +
      'states?)\\b.{0,60}(?:is|are|must be|shall be|be) (?:\\w+ )?(?:required|' +
      'necessary|obtained|sought|needed)',
  ),
  signal(
    'reservation',
    86,
    '(?:disputes?|court|arbitration|jurisdiction)\\b.{0,400}?(?:without|only with|' +
      'only (?:at|after|upon)|specific|express|prior|' +
      'previous)(?: \\w+){0,2} (?:agreement|consent)\\b',
  ),
  signal(
    'reservation',
    84,
    '(?:agreement|consent) of (?:all )?(?:\\w+ ){0,3}(?:parties|' +
      'party)\\b.{0,40}?(?:dispute|conflict|difference)',
  ),
  signal(
    'reservation',
    74,
    '(?:only )?to (?:the|a limited) extent|in ?so ?far as|only (?:in so far|insofar)|' +
      'limited extent',
  ),
  signal(
    'reservation',
    72,
    '(?:be|are|is) (?:\\w+ )?(?:restricted|conditional (?:up)?on|' +
      'subject to the (?:fact|condition))|take\\w? any of the measures',
  ),
  signal(
    'reservation',
    70,
    'compatible with (?:\\S+ ){0,3}?(?:constitution|law|legislation)|' +
      'subject to (?:\\S+ ){0,4}?(?:constitution|national law|domestic law|' +
      'existing (?:visa|law|legis)\\w*)',
  ),
  signal(
    'reservation',
    80,
    '(?:cannot|can not|can only|no government can) (?:\\w+ ){0,3}?(?:sanction|' +
      'guarantee|compl(?:y|ied)|undertake|ensure)|(?:impracticable|impossible) for|' +
      'will not be met|be invalid without',
  ),
  signal(
    'reservation',
    78,
    'not undertake to\\b|not in (?:agreement|a position to agree) with|' +
      'only be applied|will (?:only )?apply (?:\\S+ ){0,12}?(?:only|in consonance with|' +
      'in accordance with (?:its|the|their|our) (?:\\w+ ){0,2}(?:laws?|legislation|' +
      'constitution))|apply (?:it|them) in accordance with (?:its|' +
      'the) (?:\\w+ ){0,2}laws?|implement .{0,80}?within the bounds',
  ),
  signal(
    'reservation',
    66,
    '(?:disputes?|differences?)\\b.{0,200}?(?:should|must|shall|' +
      'be) (?:\\w+ )?(?:resolved|settled) (?:\\w+ ){0,3}?(?:by|' +
      'through) (?:\\w+ )?negotiations?',
  ),
  signal(
    'reservation',
    60,
    'due regard to (?:its |the )?(?:national|domestic) laws?|' +
      'subject to (?:\\S+ ){0,3}(?:laws|legislation)|extended to include',
  ),
  signal('reservation', 70, 'same reservations?\\b'),
  signal('reservation', 70, 'on (?:the basis|condition) of reciprocity'),
  signal(
    'reservation',
    94,
    'ne se considère pas (?:\\S+ ){0,2}liée?|se réserve le droit|' +
      'no se considera obligad|se reserva el derecho|formule (?:\\S+ ){0,3}réserve|' +
      'formula (?:\\S+ ){0,3}reserva',
  ),
];

/** ILC Guide to Practice, 1.2. */
export const INTERPRETATIONS: readonly Signal[] = [
  signal(
    'interpretative',
    92,
    '(?:is|declares?|states?|of) (?:\\w+ )?(?:the|its|our) (?:\\w+ )?understanding|' +
      'on the understanding|understands? (?:that|the|article|its|by)',
  ),
  signal('interpretative', 94, 'interpretative (?:declaration|statement)'),
  signal('interpretative', 90, 'interprets?\\b|will interpret|its interpretation of'),
  signal(
    'interpretative',
    88,
    '(?:shall|should|must|can|may|will|is|are|has|have|cannot|have to)(?: not| never|' +
      ' only)? (?:be |to be |in no way be )?(?:\\w+ )?(?:interpreted|construed|' +
      'understood|read)\\b',
  ),
  signal(
    'interpretative',
    88,
    '(?:terms?|phrase|expression|words?|reference)\\b.{0,200}?(?:means?|includes?|' +
      'refers? to|requires?|is an? \\w+ concept|does not)\\b',
  ),
  signal('interpretative', 84, 'with the understanding|subject to the understanding'),
  signal(
    'interpretative',
    80,
    'to mean that|as (?:\\w+ )?mean(?:s|ing) that|denotes only|understood (?:as|to|' +
      'that|in)|within the meaning of',
  ),
  signal(
    'interpretative',
    66,
    '(?:considers?|regards?) (?:that )?(?:\\S+ ){0,3}?(?:article|paragraph|' +
      'section)s? (?:\\S+ ){0,6}?(?:as|to be|does not|do not|is|are|must|shall)',
  ),
  signal(
    'interpretative',
    55,
    '(?:takes the (?:position|view)|holds the view|is of the (?:view|opinion)) that|' +
      'in the (?:opinion|view) of the',
  ),
  signal('interpretative', 66, '\\bbe (?:interpreted|construed|understood)\\b|self-executing'),
  signal('interpretative', 40, 'without prejudice to|in (?:the )?light of|not affected by'),
  signal(
    'interpretative',
    92,
    'interprète|interpreta (?:que|el)|entiend[ea] que|déclaration interprétative|' +
      'declaración interpretativa',
  ),
];
