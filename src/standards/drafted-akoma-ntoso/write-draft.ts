/**
 * Writes a draft with its brackets as Akoma Ntoso 3.0 (OASIS LegalDocML). Square brackets stand in
 * the words, so that any reader sees what is open; reading the file here gives the same draft.
 */
import { NAMESPACE } from '../akoma-ntoso/elements.ts';
import { threeLetters } from '../akoma-ntoso/languages.ts';
import type { DraftedProvision, DraftedText } from '../bracketed-text/bracketed-text.ts';
import { OPEN_NAMESPACE } from './marks.ts';
import { actorsIn, writeInlines, writeText } from './write-inlines.ts';

/** What the identification says beside the draft itself. */
export interface DraftIdentification {
  /** Name of the text, in small letters: `draft-declaration`. */
  readonly text: string;
  readonly tabledOn: string;
  /** The day as of which the draft stands. */
  readonly asOf: string;
  readonly writtenOn: string;
  /** Whoever keeps the file. */
  readonly author: string;
}

/** Deeper provisions stand beside each other, and name the one that they are under. */
const PROVISIONS_NESTED = 8;

/** How each kind stands in the standard: the element, and the step of its eId. */
const ELEMENTS: Readonly<Record<DraftedProvision['kind'], readonly [string, string]>> = {
  heading: ['hcontainer name="heading"', 'hcontainer'],
  preambular: ['recital', 'rec'],
  operative: ['paragraph', 'para'],
  article: ['article', 'art'],
  paragraph: ['paragraph', 'para'],
  subparagraph: ['subparagraph', 'subpara'],
  annex: ['hcontainer name="annex"', 'hcontainer'],
  option: ['hcontainer name="option"', 'hcontainer'],
};
/** Kinds whose words are what they are called. */
const HEADED: ReadonlySet<string> = new Set(['heading', 'article', 'annex', 'option']);

interface Branch {
  readonly provision: DraftedProvision;
  readonly below: Branch[];
}

/** What stands under what; where what it is under is not there, it stands at the top. */
function branchesOf(provisions: readonly DraftedProvision[]): Branch[] {
  const top: Branch[] = [];
  const known = new Map<string, Branch>();
  for (const provision of provisions) {
    const branch: Branch = { provision, below: [] };
    const around = known.get(provision.parent ?? '');
    (around?.below ?? top).push(branch);
    known.set(provision.id, branch);
  }
  return top;
}

/** The element of a preambular paragraph that is not in the preamble. */
const LATE_PREAMBLE = ['hcontainer name="preambular"', 'hcontainer'] as const;

/** Numbers elements one after another by their place. */
class Eids {
  readonly #counts = new Map<string, number>();

  next(around: string, step: string): string {
    const stem = around === '' ? step : `${around}__${step}`;
    const count = (this.#counts.get(stem) ?? 0) + 1;
    this.#counts.set(stem, count);
    return `${stem}_${count}`;
  }
}

interface Place {
  readonly eId: string;
  readonly depth: number;
  /** What it is under, where the elements around it do not say so. */
  readonly under: string | null;
}

class ProvisionWriter {
  readonly #eIds = new Eids();

  recital({ provision }: Branch): string {
    const eId = this.#eIds.next('preamble__recs_1', 'rec');
    const p = `<p open:is="words">${writeInlines(provision.words)}</p>`;
    return `<recital${attributesOf(provision, eId, null)}>${numberOf(provision)}${p}</recital>`;
  }

  all(branches: readonly Branch[], place: Place): string[] {
    return branches.flatMap((branch) => this.#one(branch, place));
  }

  #one({ provision, below }: Branch, { depth, eId: around, under }: Place): string[] {
    const { kind } = provision;
    const [name, step] = kind === 'preambular' ? LATE_PREAMBLE : ELEMENTS[kind];
    const eId = this.#eIds.next(around, step);
    const isDeep = depth >= PROVISIONS_NESTED && below.length > 0;
    const inner = isDeep ? [] : this.all(below, { eId, depth: depth + 1, under: null });
    const [element = ''] = name.split(' ');
    return [
      `<${name}${attributesOf(provision, eId, under)}>`,
      ...wordsOf(provision, inner.length > 0),
      ...inner,
      `</${element}>`,
      ...(isDeep ? this.all(below, { eId: around, depth, under: provision.id }) : []),
    ];
  }
}

function attributesOf({ id, kind }: DraftedProvision, eId: string, under: string | null): string {
  const above = under === null ? '' : ` open:under="${writeText(under)}"`;
  return ` eId="${eId}" open:id="${writeText(id)}" open:kind="${kind}"${above}`;
}

const numberOf = ({ number }: DraftedProvision): string =>
  number === undefined ? '' : `<num open:is="number">${writeText(number)}</num>`;

function wordsOf(provision: DraftedProvision, hasBelow: boolean): string[] {
  const { kind, words } = provision;
  const own = writeInlines(words);
  const isHeaded = HEADED.has(kind);
  const heading = isHeaded && own !== '' ? [`<heading open:is="words">${own}</heading>`] : [];
  const inner = isHeaded ? '<p/>' : `<p open:is="words">${own}</p>`;
  const wrapped = hasBelow ? `<intro>${inner}</intro>` : `<content>${inner}</content>`;
  const isLeftOut = hasBelow && (isHeaded || own === '');
  return [numberOf(provision), ...heading, ...(isLeftOut ? [] : [wrapped])];
}

function identified(draft: DraftedText, given: DraftIdentification): string[] {
  const work = `/akn/un/bill/draft/${given.tabledOn}/${given.text}`;
  const language = threeLetters(draft.language);
  const expression = `${work}/${language}@${given.asOf}`;
  const level = (name: string, uri: string, on: string, what: string, more: string): string[] => [
    `<${name}>`,
    `<FRBRthis value="${uri}/!main"/>`,
    `<FRBRuri value="${uri}"/>`,
    `<FRBRdate date="${on}" name="${what}"/>`,
    '<FRBRauthor href="#author"/>',
    more,
    `</${name}>`,
  ];
  return [
    '<identification source="#concord">',
    ...level('FRBRWork', work, given.tabledOn, 'tabled', '<FRBRcountry value="un"/>'),
    ...level(
      'FRBRExpression',
      expression,
      given.asOf,
      'as-of',
      `<FRBRlanguage language="${writeText(language)}"/>`,
    ),
    ...level(
      'FRBRManifestation',
      `${expression}.akn`,
      given.writtenOn,
      'export',
      '<FRBRformat value="application/akn+xml"/>',
    ),
    '</identification>',
  ];
}

function referenced(draft: DraftedText, { author }: DraftIdentification): string[] {
  const organisation = (eId: string, id: string): string =>
    `<TLCOrganization eId="${eId}" href="/akn/ontology/organization/${writeText(id)}" ` +
    `showAs="${writeText(id)}"/>`;
  const actors = actorsIn(draft.provisions.flatMap(({ words }) => words));
  return [
    '<references source="#concord">',
    organisation('concord', 'concord'),
    organisation('author', author),
    ...actors.map((actor) => organisation(`actor-${writeText(actor)}`, actor)),
    '</references>',
    `<proprietary source="#concord"><open:draft language="${writeText(draft.language)}"/>`,
    '</proprietary>',
  ];
}

/** The schema wants something in a body; this holds nothing. */
const NO_BODY = [
  '<hcontainer name="empty" eId="hcontainer_0"><content><p/></content></hcontainer>',
];

/** The draft as a file. Reading it again gives the same draft, its words in their normal form. */
export function writeDraft(draft: DraftedText, given: DraftIdentification): string {
  const writer = new ProvisionWriter();
  const top = branchesOf(draft.provisions);
  const body = top.findIndex(
    ({ below, provision }) => provision.kind !== 'preambular' || below.length > 0,
  );
  const first = body === -1 ? top.length : body;
  const recitals = top.slice(0, first).map((one) => writer.recital(one));
  const rest = writer.all(top.slice(first), { eId: '', depth: 0, under: null });
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<akomaNtoso xmlns="${NAMESPACE}" xmlns:open="${OPEN_NAMESPACE}">`,
    '<bill name="draft" contains="singleVersion">',
    '<meta>',
    ...identified(draft, given),
    ...referenced(draft, given),
    '</meta>',
    '<preface>',
    `<p><docTitle open:is="title">${writeText(draft.title)}</docTitle></p>`,
    `<p><docNumber open:is="symbol">${writeText(draft.symbol)}</docNumber></p>`,
    '</preface>',
    ...(recitals.length === 0
      ? []
      : [
          '<preamble>',
          '<recitals eId="preamble__recs_1">',
          ...recitals,
          '</recitals>',
          '</preamble>',
        ]),
    '<body>',
    ...(rest.length === 0 ? NO_BODY : rest),
    '</body>',
    '</bill>',
    '</akomaNtoso>',
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}
