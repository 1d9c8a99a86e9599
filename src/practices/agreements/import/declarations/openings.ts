/** How statements begin, so that what follows can be told from what goes on. */
import { pattern } from './pattern.ts';

/** Over a statement: `Reservation:`, `Declaration concerning articles 48 and 50:`, `Article 20`. */
export const HEADING = new RegExp(
  '^["“‘(]*(?:(?:interpretative |general |specific |joint |upon [a-z ]{4,30})?' +
    '(?:reservations?|declarations?|understandings?|objections?|statements?|notifications?)\\b' +
    '(?=.{0,140}:$)|(?:article|section|ad article)s? [\\divxlc]{1,6}[,.:]?$|' +
    '(?:upon|at the time of|on) (?:signature|signing|ratification|accession|acceptance|approval|' +
    'succession|formal confirmation)\\b.{0,80}:$|' +
    '(?:réserves?|déclarations?|reservas?|declaraciones|declaración)\\b.{0,60}:$)',
  'i',
);

/** What only says that reservations or declarations follow heads each of them. */
export const LEAD_IN = pattern(
  'i',
  String.raw`\bfollowing (?:\w+ ){0,2}(?:reservation|declaration|understanding|objection|`,
  String.raw`statement)s?\b[^.]{0,160}[:–-]["”]?$`,
);

/** A whole line that is a day: what it heads was received on it. */
export const DAY_ALONE = /^\(?\d{1,2}(?:er)? \p{L}{3,9}\.? \d{4}\)?[:.]?$/u;

/** `1.`, `(2)`, `II.`, `First -`: the parts of a list, as authors number what they say. */
export const NUMBERED = pattern(
  '',
  String.raw`^["“”‘'….\s]*(?:\(?\d{1,2}[.)]|\(?[IVX]{1,4}[.)]|(?:First|Second|Third|`,
  String.raw`Fourth|Fifth)\b ?(?:[-–,:]))`,
);
/** `a)`, `(b)`, `C.`: below a number, or alone. */
export const LETTERED = /^["“”‘'….\s]*(?:\(?[A-Za-z]\)|[A-Z]\.)/;

/** What only goes on with what was said before. */
export const GOES_ON = pattern(
  'i',
  String.raw`^["“‘'…–-\s]*(?:this|these|such|those|that|accordingly|therefore|thus|`,
  String.raw`consequently|hence|for th[ei]s|in th(?:is|ese|at)|explanatory|the reasons?|`,
  String.raw`the same|it (?!is (?:the|our|its) understanding|is (?:also |further |`,
  String.raw`hereby )?understood|declares|reserves)|its |they|as such|in doing so|`,
  String.raw`in consequence|as a result|to that end|to this end|nevertheless|however|if |`,
  String.raw`when |where |where?by|and |or |in particular|for example|note)\b`,
);

/** What an actor does by saying so: each such phrase may be the heart of a statement. */
export const DOES = new RegExp(
  [
    '(?:do(?:es)?|shall|will|is|are|would) not (?:\\w+ ){0,2}?(?:consider|' +
      'regard|accept|recogni[sz]e|be bound|bound|apply|undertake|assume|' +
      'be applied|extend|imply|constitute|signify|mean)',
    '(?:does|do|shall|will|can ?|may) ?not \\w+',
    'may be (?:interpreted|construed|understood|applied)',
    'reserv(?:es?|ing|ations?) (?:the right|its|their|to|on|in|regarding|concerning|as|with)',
    '(?:with|makes?|enters?|formulates?|maintains?|holds?|has|' +
      'subject to) (?:\\w+ ){0,5}reservations?',
    '(?:withdraw|revoke)s?\\b|(?:decided|wishes|decides|notif\\w+) (?:\\w+ ){0,8}(?:to )?withdraw',
    'objects? to|objections?\\b',
    '(?:declar|understand|interpret|stat|specif|undertak|confirm|affirm|reaffirm)(?:e?s|ing)\\b',
    '(?:we|i|hereby|also|further|must|to|wish(?:es)?|government|republic|' +
      'kingdom|state) (?:\\w+ ){0,2}(?:declare|understand|interpret|recogni[sz]e|' +
      'accept)\\b',
    'recogni[sz]es\\b.{0,60}(?:competence|jurisdiction)|accepts\\b',
    'is (?:the|its) understanding|is understood|on the understanding|' +
      'holds the view|takes the (?:view|position)',
    '(?:no treaty relations?|recognition of)',
    '(?:designat|appoint|notif|inform|communicat)(?:e?s|ies)\\b',
    '(?:shall|will) (?:\\w+ )?(?:apply|extend|be (?:applied|interpreted|' +
      'construed|understood|subject|extended|bound))',
    'considers? (?:itself|it necessary|that|the)|regards?\\b|draws? (?:the )?attention',
    'déclare|formule|se réserve|ne se considère pas|interprète|objection',
    'declara|formula|se reserva|no se considera|interpreta|objeción',
  ].join('|'),
  'i',
);

/** Done as a whole, of no provision in particular: recognition, withdrawal, an answer. */
export const DOES_ALONE = pattern(
  'i',
  String.raw`\b(?:recognition of|treaty relations?|withdraw(?:s|n|al)?|objects? to|`,
  String.raw`objections?|reserv(?:es?|ations?)|(?:hereby|also|further|furthermore|`,
  String.raw`moreover,? .{0,60}) declares?|declares?|understanding|be understood|`,
  String.raw`extended? to|not recogni[sz]e)\b`,
);

/** Words that place a statement at a provision, so that it is about that one. */
export const AT_PROVISION = pattern(
  'i',
  String.raw`^["“‘'…\s–-]*(?:\d{1,2}[.)]\s*)?(?:(?:with|in) (?:regard|respect|reference|`,
  String.raw`relation|connection|accordance|pursuance) (?:to|of|with) |(?:regarding|`,
  String.raw`concerning|under|pursuant to|as regards|as to|related to|relating to|to|re|ad|`,
  String.raw`on|subject to) )?(?:the |its )?(?:(?:provisions?|terms|`,
  String.raw`requirements) of )?(?:the )?(?:articles?|sections?|paragraphs?|`,
  String.raw`sub-?paragraphs?|annex)\b`,
);

const PROVISION = pattern(
  'gi',
  String.raw`\b(?:art(?:icle)?s?\.?|sections?|annex(?:es)?|artículos?|chapter|`,
  String.raw`part [IVX]+)\b(?<after>.{0,90})`,
);
/** What is cited so is the author's own law, or another text. */
export const ELSEWHERE = new RegExp(
  '^(?:[\\s,()\\d§]|(?:bis|and|or|paragraphs?|[a-z]|[IVXLivx]+)\\b){0,30}?' +
    '\\b(?:of|in|du|de la|del)\\b (?:(?:the|its|his|our|their|this|that)\\b ?)?' +
    "(?:(?!to |as |that |which |light |accordance |conformity |view )[\\w'-]+ ){0,4}?" +
    '(?:constitution|acts?|laws?|code|decrees?|decree-law|regulations?|legislation|' +
    'ordinance|proclamation|bill|order|statutes?|charter|resolution|directive|' +
    'constitución|ley|loi)\\b',
  'i',
);

/** Whether a paragraph names a provision of a treaty anywhere. */
export function namesProvision(paragraph: string): boolean {
  return [...paragraph.matchAll(PROVISION)].some(
    ({ groups }) => !ELSEWHERE.test(groups?.['after'] ?? ''),
  );
}
