/**
 * Resolutions in Markdown, as a program took them from pages: whether each is read with every
 * operative paragraph in its place, and whether what is read is written and read the same.
 */
import { isDeepStrictEqual } from 'node:util';
import type { DraftedText } from '../../standards/bracketed-text/bracketed-text.ts';
import { readDraft } from '../../standards/bracketed-text/read-text.ts';
import { writeMarkdownDraft, writePlainDraft } from '../../standards/bracketed-text/write-text.ts';
import { compared, type Family, type Outcome, type Tally } from '../family.ts';

const FOLDER = 'meetings/ga-resolutions-80';

interface Imported {
  readonly name: string;
  readonly draft: DraftedText | null;
  readonly why: string;
  /** The last number that stands before a paragraph in the file itself. */
  readonly last: number;
}

function lastNumber(text: string): number {
  const numbers = [...text.matchAll(/^(?<number>\d{1,3})\. /gm)];
  return Math.max(0, ...numbers.map(({ groups }) => Number(groups?.['number'])));
}

function imported(name: string, text: string): Imported {
  const read = readDraft(text, { language: 'en' });
  const last = lastNumber(text);
  if ('faults' in read) {
    const [fault] = read.faults;
    return { name, draft: null, why: `line ${fault?.line}: ${fault?.what}`, last };
  }
  return { name, draft: read.draft, why: '', last };
}

/** Operative paragraphs are numbered through from 1 to the last number of the file. */
function counted({ name, draft, why, last }: Imported): Outcome {
  if (draft === null) return { case: name, outcome: 'missed', reason: why };
  const numbers = draft.provisions.flatMap(({ kind, number }) =>
    kind === 'operative' ? [number ?? ''] : [],
  );
  const known = Array.from({ length: last }, (_, at) => `${at + 1}.`);
  return compared(name, numbers.join(' '), known.join(' '));
}

function again({ name, draft }: Imported): Outcome[] {
  if (draft === null) return [];
  return [writeMarkdownDraft, writePlainDraft].map((write) => {
    const read = readDraft(write(draft), { language: draft.language });
    const found = 'draft' in read ? read.draft.provisions : null;
    const isSame = isDeepStrictEqual(found, draft.provisions);
    return compared(name, isSame ? 'the same' : 'another', 'the same');
  });
}

const count = (all: readonly Imported[], kind: string): number =>
  all.flatMap(({ draft }) => draft?.provisions ?? []).filter((one) => one.kind === kind).length;

export const resolutions: Family = {
  files: [FOLDER],
  run(folder): Promise<readonly Tally[]> {
    const all = folder
      .list(FOLDER)
      .filter((name) => name.endsWith('.md'))
      .map((name) => {
        const bytes = folder.read(`${FOLDER}/${name}`) ?? new Uint8Array();
        return imported(name, new TextDecoder().decode(bytes));
      });
    const kinds = ['preambular', 'operative', 'subparagraph'];
    const sums = kinds.map((kind) => `${count(all, kind)} ${kind}`).join(', ');
    return Promise.resolve([
      {
        name: 'meetings/resolutions: paragraphs numbered through',
        outcomes: all.map(counted),
        remarks: [`paragraphs: ${sums}`],
      },
      {
        name: 'meetings/resolutions: read, written and read the same',
        outcomes: all.flatMap(again),
      },
    ]);
  },
};
