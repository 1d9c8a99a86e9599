/**
 * Signal words by which the kind of a statement is told. Points say how much a phrase tells by
 * itself: 90 and more where it is the formula of the kind, 40 to 80 where other kinds use it too,
 * less where it only leans. Every phrase is tried on text with plain quotes and single spaces.
 */

export const READ_KINDS = [
  'reservation',
  'interpretative',
  'objection',
  'territorial',
  'withdrawal',
  'optional',
  'non-recognition',
  'notification',
  'political',
] as const;
export type ReadKind = (typeof READ_KINDS)[number];

export interface Signal {
  readonly kind: ReadKind;
  readonly points: number;
  readonly pattern: RegExp;
}

const signal = (kind: ReadKind, points: number, source: string): Signal => ({
  kind,
  points,
  pattern: new RegExp(source, 'i'),
});

/** What another party formulated: reservations, and statements that may be meant as such. */
const OF_OTHERS = "(?:reservations?|statements?|declarations?)";

/** VCLT Arts. 20(4)(b), 21(3); the formulas by which States have objected since 1951. */
const OBJECTIONS: readonly Signal[] = [
  signal('objection', 96, `object(?:s|ed|ing)? (?:\\w+ ){0,4}to (?:\\S+ ){0,12}?${OF_OTHERS}`),
  signal('objection', 94, `objections? (?:\\w+ ){0,4}(?:to|against|in respect of) (?:\\S+ ){0,8}?${OF_OTHERS}`),
  signal('objection', 94, `not (?:regard|consider|recogni[sz]e|accept) (?:\\S+ ){0,4}(?:as )?(?:valid|the validity)\\b`),
  signal('objection', 94, `(?:not|cannot|never) (?:regard|consider|recogni[sz]e|accept|agree with) (?:\\S+ ){0,3}${OF_OTHERS}`),
  signal('objection', 92, `reject(?:s|ed)? (?:\\S+ ){0,3}${OF_OTHERS}`),
  signal('objection', 85, `${OF_OTHERS} (?:\\S+ ){0,14}?(?:made|expressed|entered|formulated|submitted|put forward) (?:\\S+ ){0,6}?by the (?!Government of [\\w ]{3,30} (?:up)?on signature)`),
  signal('objection', 80, `${OF_OTHERS} (?:\\S+ ){0,40}?(?:is|are|as) (?:\\w+ )?(?:incompatible|contrary|inadmissible|impermissible|null|unacceptable|without legal)`),
  signal('objection', 60, '(?:preclude|prevent|obstacle|impede)\\w* .{0,60}entry into force'),
  signal('objection', 90, '(?:formule|fait|élève) (?:\\S+ ){0,3}objections?|(?:formula|hace) (?:\\S+ ){0,3}objeción|objeta'),
];

/** VCLT Art. 22. */
const WITHDRAWALS: readonly Signal[] = [
  signal('withdrawal', 95, `(?<!right to |until the |not )withdr[ae]w(?:s|n|ing)? (?:\\S+ ){0,8}?(?:${OF_OTHERS}|objections?|notification)`),
  signal('withdrawal', 95, `(?:${OF_OTHERS}|objections?)\\b.{0,160}?(?:ha(?:ve|s|d) been|was|were|is|are) (?:\\w+ )?withdrawn`),
  signal('withdrawal', 90, `(?:the|its|partial|full) withdrawal (?:\\w+ )?of (?:\\w+ ){0,4}(?:${OF_OTHERS}|objections?)`),
  signal('withdrawal', 90, `retire (?:\\S+ ){0,3}(?:réserve|déclaration|objection)|retira (?:\\S+ ){0,3}(?:reserva|declaración|objeción)`),
];

const NEGATED = '(?:not|no way|nor|without|neither|never)\\b';
/** ILC Guide to Practice, 1.5.1. */
const NON_RECOGNITIONS: readonly Signal[] = [
  signal('non-recognition', 97, `${NEGATED}.{0,70}\\b(?:a |the )?recognition of (?!the (?:right|competence|jurisdiction)|illicit|any right)`),
  signal('non-recognition', 90, 'no treaty relations? .{0,40}(?:aris|exist|shall|will|between)'),
  signal('non-recognition', 88, "(?:does|do|shall|will) not recogni[sz]e (?:the (?:State|Republic|Government|régime|regime|authorities) of |the )?\"?(?-i:[A-Z])[a-zà-ÿ]+\"?(?: and|\\.|,|;|$)"),
  signal('non-recognition', 70, `${NEGATED}.{0,60}(?:enter|entry|entering|establish\\w*|dealings?) (?:\\S+ ){0,6}?(?:relations?|dealings|intercourse) `),
];

/** VCLT Art. 2(1)(d); ILC Guide 1.1, 1.1.6. */
const RESERVATIONS: readonly Signal[] = [
  signal('reservation', 96, 'not (?:\\w+ ){0,2}(?:consider|deem|regard) (?:it ?sel(?:f|ves)|themselves|herself|himself) (?:to be )?(?:bound|obliged|obligated)'),
  signal('reservation', 94, '(?:shall|will|is|are|be) not (?:\\w+ ){0,2}?(?:be )?bound (?:by|to)|not be bound'),
  signal('reservation', 92, 'not accept (?:\\S+ ){0,3}?(?:provisions?|articles?|paragraphs?|jurisdiction|obligations?)'),
  signal('reservation', 92, 'not recogni[sz]e (?:\\S+ ){0,3}?(?:competence|jurisdiction)|without recogni[sz]ing (?:\\S+ ){0,2}competence'),
  signal('reservation', 91, "reserv(?:es?|ing) (?:its|the|their|for itself the) (?:\\w+ )?right"),
  signal('reservation', 92, '(?:mak|enter|formulat|express|maintain|plac|hold|ha[sv]|wish)\\w* (?:\\S+ ){0,7}?reservations?'),
  signal('reservation', 90, '(?:with|subject to) (?:\\w+ ){0,3}?reservations?|reservations? (?:\\w+ )?(?:to|on|in respect of|with (?:regard|respect) to|regarding|concerning|as to|in relation to|in connection with) (?:\\S+ ){0,4}?(?:articles?|sections?|paragraphs?|provisions?)'),
  signal('reservation', 88, 'with the exception of (?:\\S+ ){0,3}?(?:articles?|sections?|paragraphs?|provisions?)|effects of which are reserved|ad referendum of reservation'),
  signal('reservation', 88, '(?:not|nor) (?:\\w+ )?(?:undertake|assume|accept) (?:\\S+ ){0,3}?obligations?'),
  signal('reservation', 82, '(?:shall|will|does|do|should|is|are) not (?:\\w+ )?(?:apply|be applied|be applicable|to apply|extend|be extended)'),
  signal('reservation', 80, '(?:cannot be (?:granted|accepted|applied)|cannot give full effect|(?:not be able|unable) to (?:\\w+ )?(?:comply|apply|guarantee|accept)|(?:not possible|impossible) for any government)'),
  signal('reservation', 80, '(?:agreement|consent) of (?:\\S+ ){0,5}?(?:parties|party|states?)\\b.{0,60}(?:is|are|must be|shall be|be) (?:\\w+ )?(?:required|necessary|obtained|sought|needed)'),
  signal('reservation', 78, '(?:only|specific|express|prior|previous)(?: \\w+){0,2} (?:with )?(?:the )?(?:agreement|consent)\\b'),
  signal('reservation', 74, '(?:only )?to (?:the|a limited) extent|in ?so ?far as|only (?:in so far|insofar)|limited extent'),
  signal('reservation', 72, '(?:be|are|is) (?:\\w+ )?(?:restricted|limited|conditional on|subject to the fact)|take\\w? any of the measures'),
  signal('reservation', 70, 'compatible with (?:\\S+ ){0,3}?(?:constitution|law|legislation)|subject to (?:\\S+ ){0,4}?(?:constitution|national law|domestic law|existing (?:visa|law|legis)\\w*)'),
  signal('reservation', 70, 'on (?:the basis|condition) of reciprocity'),
  signal('reservation', 94, 'ne se considère pas (?:\\S+ ){0,2}liée?|se réserve le droit|no se considera obligad|se reserva el derecho|formule (?:\\S+ ){0,3}réserve|formula (?:\\S+ ){0,3}reserva'),
];

/** ILC Guide to Practice, 1.2. */
const INTERPRETATIONS: readonly Signal[] = [
  signal('interpretative', 92, '(?:is|declares?|states?|of) (?:\\w+ )?(?:the|its|our) (?:\\w+ )?understanding|on the understanding|understands? (?:that|the|article|its|by)'),
  signal('interpretative', 94, 'interpretative (?:declaration|statement)'),
  signal('interpretative', 90, 'interprets?\\b|will interpret|its interpretation of'),
  signal('interpretative', 88, "(?:shall|should|must|can|may|will|is|are|has|have|cannot|have to)(?: not| never| only)? (?:be |to be |in no way be )?(?:\\w+ )?(?:interpreted|construed|understood|read)\\b"),
  signal('interpretative', 80, 'to mean that|as (?:\\w+ )?mean(?:s|ing) that|denotes only|understood (?:as|to|that|in)|within the meaning of'),
  signal('interpretative', 66, '(?:considers?|regards?) (?:that )?(?:\\S+ ){0,3}?(?:article|paragraph|section)s? (?:\\S+ ){0,6}?(?:as|to be|does not|do not|is|are|must|shall)'),
  signal('interpretative', 55, '(?:takes the (?:position|view)|holds the view|is of the (?:view|opinion)) that'),
  signal('interpretative', 40, 'without prejudice to|in (?:the )?light of|not affected by'),
  signal('interpretative', 92, 'interprète|interpreta (?:que|el)|entiend[ea] que|déclaration interprétative|declaración interpretativa'),
];

/** VCLT Art. 29. */
const TERRITORIES: readonly Signal[] = [
  signal('territorial', 90, '(?:not )?(?:apply|extend|be extended|application|extension)\\b(?:\\S+ ){0,8}?.{0,40}\\bto (?:the |its )?(?:territor|islands?\\b|isle|overseas|metropolitan|(?:[\\w ]+ )?islands?\\b|greenland)'),
  signal('territorial', 88, 'applied (?:only )?on the territory|territor(?:y|ies) (?:\\w+ )?(?:effectively controlled|occupied)|occupied territor'),
  signal('territorial', 86, 'integral part of (?:\\S+ ){0,5}?territor'),
  signal('territorial', 80, '(?:equally )?(?:binding on|binds|engages|bound by) (?:\\S+ ){0,20}?(?:communit(?:y|ies)|regions?)\\b'),
  signal('territorial', 84, 'for the international relations of which|territorial application|responsible for .{0,30}international relations'),
  signal('territorial', 55, 'sovereignty (?:over|dispute)|illegal(?:ly)? occup|territorial integrity'),
];

/** ILC Guide to Practice, 1.5.3: made under a clause of the agreement. */
const OPTIONS: readonly Signal[] = [
  signal('optional', 95, 'recogni[sz]es? (?:\\S+ ){0,8}?(?:competence|jurisdiction)|accepts? (?:\\S+ ){0,3}?(?:competence|jurisdiction)|recognize[sd]? as compulsory'),
  signal('optional', 84, "(?:in accordance with|pursuant to|in pursuance of|under|referring to|in terms of|as regards|with (?:regard|reference|respect) to|according to|in fulfil\\w+ of .{0,40}|with the aim .{0,140}) (?:the provisions of |paragraph \\S+ (?:of )?(?:the )?)?(?:the )?(?:article|section)s? .{0,260}?(?:declares?|states?|notif(?:y|ies|ied)|confirms?)\\b"),
  signal('optional', 84, "(?:declares?|states?|confirms?)\\b.{0,60}?(?:in accordance with|pursuant to|in pursuance of|under)(?: the| paragraph \\S+ of)*(?: the)? (?:article|section)"),
  signal('optional', 78, 'postpon(?:e|es|ing|ement)\\b'),
  signal('optional', 80, '(?:as|be|considered) (?:\\w+ )?(?:a |the )?legal basis for (?:\\w+ ){0,3}extradition|extradition conditional'),
  signal('optional', 70, '(?:elects?|opts?|chooses?|avails? itself|exercis\\w+ the (?:option|discretion|right))\\b'),
  signal('optional', 66, '(?:amend|modif|replac)\\w+ (?:\\S+ ){0,2}declaration|modified declaration'),
  signal('optional', 50, '(?:hereby |further )?declares?\\b'),
  signal('optional', 84, 'reconnaît (?:\\S+ ){0,3}compétence|reconoce (?:\\S+ ){0,3}competencia'),
];

const NOTIFICATIONS: readonly Signal[] = [
  signal('notification', 92, '(?:has |have |is |are |been )?designat(?:ed?|es|ing)\\b|appoints?\\b'),
  signal('notification', 92, '(?:competent|central|national|designated) authorit(?:y|ies)|contact point|focal point'),
  signal('notification', 84, '(?:tele?phone|fax|e-?mail|telex)\\s*:'),
  signal('notification', 76, 'notif(?:y|ies|ied)\\b|wishes to inform|informs?\\b|communicates?\\b'),
  signal('notification', 56, '(?:act|law|code|decree|regulations?|legislation|order|constitution)\\b.{0,60}?(?:provid|stipulat|stat|prescrib|prohibit|sets? forth|regulat)\\w*'),
  signal('notification', 50, 'under (?:\\w+ ){0,3}(?:law|legislation)\\b|according to (?:the |its )?(?:\\w+ ){0,3}law'),
  signal('notification', 46, '(?:states?|measures?|safeguards?|is (?:absolutely )?(?:forbidden|prohibited)|are prohibited)\\b'),
];

const POLITICAL: readonly Signal[] = [
  signal('political', 97, 'reserv(?:es?|ing) (?:its|the|their) right\\b.{0,160}?(?:to|of) (?:\\w+ )?(?:formulat|mak|enter|communicat|add|amend|attach|submit|lodg|declar|express)\\w*'),
  signal('political', 90, 'discriminat(?:ory|es)\\b|at variance with|contrary to the principle|inconsistent with the principle|unjustifiabl'),
  signal('political', 76, 'draws? (?:\\S+ ){0,6}?attention|calls? attention'),
  signal('political', 74, 'subject to (?:the process of )?ratification\\b|(?:intention|intends|decided) to (?:ratify|accede|become)'),
  signal('political', 58, 'recalls?\\b|deplores?|regrets?|condemns?|welcomes?|reiterates?|reaffirms?|emphasi[sz]es?|stresses?|deems? it necessary|considers? it (?:necessary|appropriate)|expresses (?:its|the) (?:hope|view|conviction)'),
  signal('political', 52, 'sovereign equality|universality|imperialis|colonial|peoples? of the world'),
  signal('political', 40, 'will (?:take|continue|make every)|hopes?\\b|assumes? that|attaches? '),
];

export const SIGNALS: readonly Signal[] = [
  ...OBJECTIONS,
  ...WITHDRAWALS,
  ...NON_RECOGNITIONS,
  ...RESERVATIONS,
  ...INTERPRETATIONS,
  ...TERRITORIES,
  ...OPTIONS,
  ...NOTIFICATIONS,
  ...POLITICAL,
];

/** What the heading that stands over a statement says of its kind. */
export const HEADING_SIGNALS: readonly Signal[] = [
  signal('reservation', 64, '\\b(?:reservations?|réserves?|reservas?)\\b'),
  signal('interpretative', 70, '\\b(?:understandings?|interpretati\\w+|entendimientos?)\\b'),
  signal('objection', 80, '\\bobjections?\\b'),
  signal('optional', 34, '\\bdeclarations?\\b'),
  signal('notification', 60, '\\bnotifications?\\b'),
  signal('territorial', 70, '\\bterritorial\\b'),
];

/** Where one kind is as certain as this, signals of another were its words only. */
export const OVERRULES: readonly {
  readonly kind: ReadKind;
  readonly from: number;
  readonly over: readonly ReadKind[];
}[] = [
  // To make reservations later reserves nothing.
  { kind: 'political', from: 95, over: ['reservation', 'optional', 'notification'] },
  { kind: 'withdrawal', from: 90, over: ['reservation', 'objection', 'optional', 'notification'] },
  { kind: 'objection', from: 85, over: ['reservation', 'interpretative', 'political', 'optional'] },
  { kind: 'non-recognition', from: 88, over: ['interpretative', 'optional', 'political', 'reservation'] },
  // The clause under which it is reserved is named in the same breath.
  { kind: 'reservation', from: 88, over: ['optional', 'notification', 'territorial'] },
  { kind: 'territorial', from: 84, over: ['reservation', 'optional', 'political'] },
  { kind: 'interpretative', from: 85, over: ['optional', 'notification'] },
  { kind: 'optional', from: 90, over: ['notification', 'political'] },
];
