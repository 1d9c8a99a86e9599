/** Signals of declarations: territories, options under a clause, notices, and opinions. */
import { type Signal, signal } from './signal.ts';

/** VCLT Art. 29. */
export const TERRITORIES: readonly Signal[] = [
  signal(
    'territorial',
    90,
    '(?:not )?(?:apply|extend|be extended|application|' +
      'extension)\\b(?:\\S+ ){0,8}?.{0,40}\\bto (?:the |its )?(?:territor|islands?\\b|' +
      'isle|overseas|metropolitan|(?:[\\w ]+ )?islands?\\b|greenland)',
  ),
  signal(
    'territorial',
    88,
    'applied (?:only )?on the territory|territor(?:y|' +
      'ies) (?:\\w+ )?(?:effectively controlled|occupied)|occupied territor',
  ),
  signal('territorial', 86, 'integral part of (?:\\S+ ){0,5}?territor'),
  signal(
    'territorial',
    80,
    '(?:equally )?(?:binding on|binds|engages|' +
      'bound by) (?:\\S+ ){0,20}?(?:communit(?:y|ies)|regions?)\\b',
  ),
  signal(
    'territorial',
    80,
    '(?:communit(?:y|ies)|regions?)\\b.{0,80}?(?:are|is) (?:\\w+ )?(?:bound|engaged)',
  ),
  signal(
    'territorial',
    84,
    'for the international relations of which|territorial application|' +
      'responsible for .{0,30}international relations',
  ),
  signal(
    'territorial',
    55,
    'sovereignty (?:over|dispute)|illegal(?:ly)? occup|territorial integrity',
  ),
];

/** ILC Guide to Practice, 1.5.3: made under a clause of the agreement. */
export const OPTIONS: readonly Signal[] = [
  signal(
    'optional',
    95,
    'recogni[sz]es?,? (?:\\S+ ){0,12}?(?:competence|jurisdiction)|' +
      'accepts? (?:\\S+ ){0,3}?(?:competence|jurisdiction)|recognize[sd]? as compulsory',
  ),
  signal(
    'optional',
    84,
    '(?:in accordance with|pursuant to|in pursuance of|under|referring to|' +
      'in terms of|according to|in conformity with|in compliance with|in response to|' +
      'for the purposes of|in fulfil\\w+ of .{0,40}|' +
      'acting .{0,40}) (?:the provisions of |' +
      'paragraph \\S+ (?:of )?(?:the )?)?(?:the )?(?:article|' +
      'section)s? .{0,260}?(?-i:declares?|states|notif(?:y|ies|ied)|confirms?)\\b',
  ),
  signal(
    'optional',
    62,
    '(?:as regards|concerning|related to|with (?:regard|reference|' +
      'respect) to) (?:the provisions of |' +
      'paragraph \\S+ (?:of )?(?:the )?)?(?:the )?(?:article|' +
      'section)s? .{0,260}?(?-i:declares?|states|notif(?:y|ies|ied)|confirms?)\\b',
  ),
  signal(
    'optional',
    84,
    '(?-i:declares?|states|confirms?)\\b(?:.{0,60}?(?:in accordance with|pursuant to|' +
      'in pursuance of)|,? (?:that,? )?under)(?: the|' +
      ' paragraph \\S+ of)*(?: the)? (?:article|section)',
  ),
  signal('optional', 78, 'postpon(?:e|es|ing|ement)\\b'),
  signal(
    'optional',
    80,
    '(?:as|be|considered) (?:\\w+ )?(?:a |' +
      'the )?(?:\\w+ )?legal basis for (?:\\w+ ){0,3}extradition|' +
      'extradition conditional',
  ),
  signal(
    'optional',
    86,
    'avail\\w* (?:itself|themselves) of|does consider itself bound|option provided|' +
      'will permit\\b',
  ),
  signal(
    'optional',
    70,
    '(?:elects?|opts?|chooses?|avails? itself|exercis\\w+ the (?:option|discretion|right))\\b',
  ),
  signal('optional', 56, 'mak\\w+ the following declaration'),
  signal(
    'optional',
    66,
    '(?:amend|modif|replac)\\w+ (?:\\S+ ){0,2}declaration|modified declaration',
  ),
  signal('optional', 50, '(?:hereby |further )?declares?\\b'),
  signal('optional', 84, 'reconnaît (?:\\S+ ){0,3}compétence|reconoce (?:\\S+ ){0,3}competencia'),
];

export const NOTIFICATIONS: readonly Signal[] = [
  signal(
    'notification',
    92,
    '(?:has |have |is |are |been )?designat(?:ed?|es|ing)\\b|appoints?\\b',
  ),
  signal(
    'notification',
    92,
    '(?:competent|central|national|designated) authorit(?:y|ies)|contact point|focal point',
  ),
  signal('notification', 84, '(?:tele?phone|fax|e-?mail|telex)\\s*:'),
  signal('notification', 76, 'notif(?:y|ies|ied)\\b|wishes to inform|informs?\\b|communicates?\\b'),
  signal(
    'notification',
    56,
    '(?:act|law|code|decree|regulations?|legislation|order|' +
      'constitution)\\b.{0,60}?(?:provid|stipulat|stat|prescrib|prohibit|sets? forth|' +
      'regulat)\\w*',
  ),
  signal(
    'notification',
    50,
    'under (?:\\w+ ){0,3}(?:law|legislation)\\b|according to (?:the |its )?(?:\\w+ ){0,3}law',
  ),
  signal(
    'notification',
    46,
    '(?:(?-i:states)|measures?|safeguards?|is (?:absolutely )?(?:forbidden|' +
      'prohibited)|are prohibited)\\b',
  ),
];

export const POLITICAL: readonly Signal[] = [
  signal(
    'political',
    97,
    'reserv(?:es?|ing) (?:its|the|their) right\\b.{0,160}?(?:to|' +
      'of) (?:\\w+ )?(?:formulat|mak|enter|communicat|add|amend|attach|submit|lodg|' +
      'declar|express)\\w*',
  ),
  signal(
    'political',
    90,
    'discriminat(?:ory|es)\\b|at variance with|contrary to the principle|' +
      'inconsistent with the principle|unjustifiabl',
  ),
  signal('political', 72, 'null and void|\\billegal\\b'),
  signal('political', 76, 'draws? (?:\\S+ ){0,6}?attention|call(?:s|ing)? attention|is well aware'),
  signal(
    'political',
    74,
    'subject to (?:the process of )?ratification\\b|(?:intention|intends|' +
      'decided) to (?:ratify|accede|become)',
  ),
  signal(
    'political',
    58,
    'recalls?\\b|deplores?|regrets?|condemns?|welcomes?|reiterates?|reaffirms?|' +
      'emphasi[sz]es?|stresses?|deems? it necessary|considers? it (?:necessary|' +
      'appropriate)|expresses (?:its|the) (?:hope|view|conviction)',
  ),
  signal(
    'political',
    52,
    'sovereign equality|universality|imperialis|colonial|peoples? of the world',
  ),
  signal('political', 40, 'will (?:take|continue|make every)|hopes?\\b|assumes? that|attaches? '),
];
