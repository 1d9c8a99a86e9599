/** Writes a draft plainly or as Markdown, so that reading it gives the same provisions again. */
import type { DraftedProvision, DraftedText } from './bracketed-text.ts';
import { markOf } from './markers.ts';
import { type CallActor, writeWords } from './write-words.ts';

const byId: CallActor = (actor) => actor;

/** Words in one paragraph; what would be read as a number or trimmed off is kept from it. */
function paragraph(provision: DraftedProvision, call: CallActor, isNumbered: boolean): string {
  const words = writeWords(provision.words, call).replaceAll(/[\r\n\u2028\u2029]+/g, ' ');
  const isTaken = !isNumbered && (words === '' || markOf(words).kind !== 'plain');
  const front = isTaken || /^\s/u.test(words) ? '\\&' : '';
  return `${front}${words}${/\s$/u.test(words) ? '\\&' : ''}`;
}

function line(provision: DraftedProvision, call: CallActor): string {
  const { kind, number = '' } = provision;
  if (kind === 'heading') return `## ${paragraph(provision, call, true)}`.trimEnd();
  if (number === '') return paragraph(provision, call, false);
  const words = paragraph(provision, call, true);
  const isHeaded = kind === 'article' || kind === 'annex' || kind === 'option';
  if (words === '') return number;
  return isHeaded ? `${number}. ${words}` : `${number} ${words}`;
}

/** The options that a provision is or stands under, from the innermost. */
function optionsAround(
  provision: DraftedProvision,
  all: ReadonlyMap<string, DraftedProvision>,
): DraftedProvision[] {
  const found: DraftedProvision[] = [];
  let around: DraftedProvision | undefined = provision;
  while (around !== undefined) {
    if (around.kind === 'option') found.push(around);
    around = all.get(around.parent ?? '');
  }
  return found;
}

/** Paragraphs, with a line where options end and what follows does not say so itself. */
function paragraphs(provisions: readonly DraftedProvision[], call: CallActor): string[] {
  const all = new Map(provisions.map((one) => [one.id, one]));
  let before: DraftedProvision[] = [];
  return provisions.flatMap((provision) => {
    const now = optionsAround(provision, all);
    const [left] = before;
    const goesOn = left === undefined || now.some((one) => one.parent === left.parent);
    before = now;
    const own = line(provision, call);
    return goesOn || provision.kind === 'annex' ? [own] : ['End of options', own];
  });
}

/** The draft in paragraphs, its title above. */
export function writePlainDraft(draft: DraftedText, call: CallActor = byId): string {
  const title = `# ${draft.title.replaceAll(/\s+/g, ' ')}`.trimEnd();
  return `${[title, ...paragraphs(draft.provisions, call)].join('\n\n')}\n`;
}

/** The draft as Markdown, with what it says of itself before the text. */
export function writeMarkdownDraft(draft: DraftedText, call: CallActor = byId): string {
  const fields = [
    '---',
    ...(draft.symbol === '' ? [] : [`symbol: ${JSON.stringify(draft.symbol)}`]),
    `title: ${JSON.stringify(draft.title)}`,
    `language: ${draft.language}`,
    '---',
  ];
  return `${fields.join('\n')}\n\n${paragraphs(draft.provisions, call).join('\n\n')}\n`;
}
