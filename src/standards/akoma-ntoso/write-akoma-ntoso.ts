/**
 * Writes a text as Akoma Ntoso 3.0 (OASIS LegalDocML), named in the manner of AKN4UN: the work by
 * what it is and when it was adopted, the expression by its language and day, the manifestation by
 * its format. What is written is in the order that the standard's schema asks for.
 */
import { own } from '../../kernel/own.ts';
import { eIdStep } from './address.ts';
import { NAMESPACE } from './elements.ts';
import { threeLetters } from './languages.ts';
import { type Branch, outlineOf, structureFault } from './outline.ts';
import { type TextDocument, type TextProvision, inOneLine } from './text-document.ts';

/** What the identification says beside the text itself. */
export interface Identification {
  /** Name of the agreement, in small letters: `common-river`. */
  readonly agreement: string;
  /** The day of adoption; of a draft, the day of its text. */
  readonly workOn: string;
  /** The day as of which the text stands. */
  readonly expressionOn: string;
  readonly isDraft: boolean;
  /** Whether the language is authentic. VCLT Art. 33. */
  readonly isAuthentic: boolean;
  /** Id and name of the depositary. */
  readonly author: { readonly id: string; readonly name: string };
  readonly writtenOn: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that stands between tags or in an attribute. */
function escaped(text: string): string {
  return inOneLine(text).replaceAll(/[&<>"']/g, (letter) => own(ESCAPES, letter) ?? letter);
}

const tag = (name: string, eId: string): string => `<${name} eId="${escaped(eId)}">`;

const ELEMENTS: Readonly<Record<string, string>> = {
  part: 'part',
  title: 'title',
  chap: 'chapter',
  sec: 'section',
  art: 'article',
  para: 'paragraph',
  subpara: 'subparagraph',
  list: 'point',
  point: 'point',
};

const paragraphs = (text: string): string[] =>
  text.split('\n').flatMap((line) => (inOneLine(line) === '' ? [] : [`<p>${escaped(line)}</p>`]));

function headOf({ number, heading }: TextProvision): string[] {
  return [
    ...(number === undefined ? [] : [`<num>${escaped(number)}</num>`]),
    ...(heading === undefined ? [] : [`<heading>${escaped(heading)}</heading>`]),
  ];
}

/** The head of what has none in the standard: preamble and conclusions. */
function blockHeadOf({ number, heading }: TextProvision): string[] {
  const block = (name: string, text: string) => `<block name="${name}">${escaped(text)}</block>`;
  return [
    ...(number === undefined ? [] : [block('num', number)]),
    ...(heading === undefined ? [] : [block('heading', heading)]),
  ];
}

/** Where the provisions below another stand: its address, and its eId. */
interface Place {
  readonly address: string;
  readonly eId: string;
}

const TOP: Place = { address: '', eId: '' };

/** The eId of a provision; `list` counts the lists of the provision around it. */
function eIdOf(id: string, { address, eId }: Place, list: number): string {
  const isWithin = address !== '' && id.startsWith(`${address}__`);
  const steps = (isWithin ? id.slice(address.length + 2) : id).split('__');
  const own = steps.map((step) => eIdStep(step, list)).join('__');
  return isWithin ? `${eId}__${own}` : own;
}

/** Provisions one after another; points that follow each other stand in one list. */
function hierarchy(branches: readonly Branch[], place: Place): string[] {
  const lines: string[] = [];
  let list = 0;
  let inList = false;
  for (const branch of branches) {
    const isPoint = branch.provision.kind === 'list';
    if (inList && !isPoint) lines.push('</list>');
    if (isPoint && !inList) {
      list += 1;
      lines.push(tag('list', `${place.eId === '' ? '' : `${place.eId}__`}list_${list}`));
    }
    inList = isPoint;
    lines.push(...element(branch, eIdOf(branch.provision.id, place, Math.max(1, list))));
  }
  if (inList) lines.push('</list>');
  return lines;
}

function element({ provision, below }: Branch, eId: string): string[] {
  const name = ELEMENTS[provision.kind] ?? 'hcontainer';
  const words = paragraphs(provision.text);
  const inner = below.length === 0 ? 'content' : 'intro';
  const own = words.length === 0 && inner === 'content' ? ['<p/>'] : words;
  return [
    tag(name, eId),
    ...headOf(provision),
    ...(own.length === 0 ? [] : [`<${inner}>`, ...own, `</${inner}>`]),
    ...hierarchy(below, { address: provision.id, eId }),
    `</${name}>`,
  ];
}

function preamble({ provision, below }: Branch): string[] {
  const recitals = below.flatMap(({ provision: one }) => [
    tag('recital', `preamble__recs_1__rec${one.id.slice('preamble__para'.length)}`),
    ...headOf(one),
    ...(one.text === '' ? ['<p/>'] : paragraphs(one.text)),
    '</recital>',
  ]);
  const inner = [
    ...blockHeadOf(provision),
    ...paragraphs(provision.text),
    ...(recitals.length === 0
      ? []
      : [tag('recitals', 'preamble__recs_1'), ...recitals, '</recitals>']),
  ];
  return [tag('preamble', provision.id), ...(inner.length === 0 ? ['<p/>'] : inner), '</preamble>'];
}

function conclusions({ provision }: Branch): string[] {
  const words = [...blockHeadOf(provision), ...paragraphs(provision.text)];
  const inner = words.length === 0 ? ['<p/>'] : words;
  return [tag('conclusions', provision.id), ...inner, '</conclusions>'];
}

interface Names {
  readonly work: string;
  readonly expression: string;
}

function identified(names: Names, component: string, given: Written): string[] {
  const { workOn, expressionOn, writtenOn, isAuthentic, isDraft } = given.identification;
  const level = (name: string, uri: string, on: string, what: string, more: readonly string[]) => [
    `<${name}>`,
    `<FRBRthis value="${escaped(`${uri}/!${component}`)}"/>`,
    `<FRBRuri value="${escaped(uri)}"/>`,
    ...(name === 'FRBRWork'
      ? [`<FRBRalias value="${escaped(given.document.title)}" name="title"/>`]
      : []),
    `<FRBRdate date="${escaped(on)}" name="${what}"/>`,
    '<FRBRauthor href="#author"/>',
    ...more,
    `</${name}>`,
  ];
  const language = escaped(threeLetters(given.document.language));
  const { work, expression } = names;
  return [
    '<meta>',
    '<identification source="#concord">',
    ...level('FRBRWork', work, workOn, isDraft ? 'draft' : 'adoption', [
      '<FRBRcountry value="un"/>',
    ]),
    ...level('FRBRExpression', expression, expressionOn, 'consolidation', [
      `<FRBRauthoritative value="${isAuthentic ? 'true' : 'false'}"/>`,
      `<FRBRlanguage language="${language}"/>`,
    ]),
    ...level('FRBRManifestation', `${expression}.akn`, writtenOn, 'export', [
      '<FRBRformat value="application/akn+xml"/>',
    ]),
    '</identification>',
    ...references(given.identification),
    '</meta>',
  ];
}

function references({ author }: Identification): string[] {
  const organisation = (eId: string, id: string, name: string): string =>
    `<TLCOrganization eId="${eId}" href="/akn/ontology/organization/${escaped(id)}" ` +
    `showAs="${escaped(name)}"/>`;
  return [
    '<references source="#concord">',
    organisation('concord', 'concord', 'Concord'),
    organisation('author', author.id, author.name),
    '</references>',
  ];
}

interface Written {
  readonly document: TextDocument;
  readonly identification: Identification;
}

function attachments(annexes: readonly Branch[], place: Place, names: Names, given: Written) {
  if (annexes.length === 0) return [];
  return [
    '<attachments>',
    ...annexes.flatMap((annex) => attachment(annex, place, names, given)),
    '</attachments>',
  ];
}

const isAnnex = ({ provision }: Branch): boolean =>
  provision.kind === 'annex' || provision.kind === 'att';

function attachment(annex: Branch, place: Place, names: Names, given: Written): string[] {
  const { provision, below } = annex;
  const eId = eIdOf(provision.id, place, 1);
  const own = { address: provision.id, eId };
  const inner = [
    ...paragraphs(provision.text),
    ...hierarchy(
      below.filter((one) => !isAnnex(one)),
      own,
    ),
  ];
  return [
    tag('attachment', eId),
    ...headOf(provision),
    '<doc name="annex">',
    ...identified(names, eId, given),
    '<mainBody>',
    ...(inner.length === 0 ? ['<p/>'] : inner),
    '</mainBody>',
    ...attachments(below.filter(isAnnex), own, names, given),
    '</doc>',
    '</attachment>',
  ];
}

/** The schema wants something in a body; this holds nothing. */
const NO_BODY = [
  '<hcontainer name="empty" eId="hcontainer_1">',
  '<content>',
  '<p/>',
  '</content>',
  '</hcontainer>',
];

/**
 * The text as a file. Reading it again gives the same document, where its words are as
 * `normalWords` leaves them. Throws RangeError for provisions that make no text
 * (`structureFault`), which no act on record has.
 */
export function writeAkomaNtoso(document: TextDocument, identification: Identification): string {
  const fault = structureFault(document.provisions);
  if (fault !== null) throw new RangeError(fault);
  const given = { document, identification };
  const { agreement, workOn, expressionOn, isDraft } = identification;
  const work = `/akn/un/act/${isDraft ? 'draft-agreement' : 'agreement'}/${workOn}/${agreement}`;
  const names = { work, expression: `${work}/${threeLetters(document.language)}@${expressionOn}` };
  const top = outlineOf(document.provisions);
  const of = (kind: string): Branch[] => top.filter(({ provision }) => provision.kind === kind);
  const apart = new Set([...of('preamble'), ...of('conclusions'), ...top.filter(isAnnex)]);
  const body = hierarchy(
    top.filter((branch) => !apart.has(branch)),
    TOP,
  );
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<akomaNtoso xmlns="${NAMESPACE}">`,
    '<act name="agreement" contains="singleVersion">',
    ...identified(names, 'main', given),
    '<preface>',
    `<p><docTitle>${escaped(document.title)}</docTitle></p>`,
    '</preface>',
    ...of('preamble').flatMap(preamble),
    '<body>',
    ...(body.length === 0 ? NO_BODY : body),
    '</body>',
    ...of('conclusions').flatMap(conclusions),
    ...attachments(top.filter(isAnnex), TOP, names, given),
    '</act>',
    '</akomaNtoso>',
  ];
  return `${lines.join('\n')}\n`;
}
