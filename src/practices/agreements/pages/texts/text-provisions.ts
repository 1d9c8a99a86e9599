/** Provisions as a page shows them: their role, their depth, and the table of contents. */
import { type Branch, outlineOf } from '../../../../standards/akoma-ntoso/outline.ts';
import type { LegalProvision, LegalRole } from '../../../../ui/legal-text/legal-text.tsx';
import type { Content } from '../../../../ui/markup.ts';
import type { Text } from '../../../../ui/text/text.ts';
import { citationOf } from '../../provision.ts';
import type { TextRow } from '../answers.ts';

const DIVISIONS: ReadonlySet<string> = new Set(['part', 'title', 'chap', 'sec', 'annex', 'att']);
const APART: ReadonlySet<string> = new Set(['preamble', 'conclusions']);

function roleOf(kind: string): LegalRole {
  if (kind === 'art') return 'article';
  if (DIVISIONS.has(kind)) return 'division';
  return APART.has(kind) ? 'apart' : 'numbered';
}

function flattened(
  branches: readonly Branch<TextRow>[],
  depth: number,
  noteOf: (row: TextRow) => Content | undefined,
): LegalProvision[] {
  return branches.flatMap(({ below, provision }) => {
    const { heading, id, kind, number, text } = provision;
    const role = roleOf(kind);
    const note = noteOf(provision);
    const own = { id, role, number, heading, text, depth };
    const inner = role === 'numbered' ? depth + 1 : 0;
    return [
      { ...own, ...(note === undefined ? {} : { note }) },
      ...flattened(below, inner, noteOf),
    ];
  });
}

/** The text as the page sets it. */
export function legalProvisions(
  rows: readonly TextRow[],
  noteOf: (row: TextRow) => Content | undefined = () => undefined,
): LegalProvision[] {
  return flattened(outlineOf(rows), 0, noteOf);
}

/** What a provision is called where there is no room for more. */
export function shortName(
  text: Text,
  { heading, id, kind, number }: Pick<TextRow, 'heading' | 'id' | 'kind' | 'number'>,
): string {
  const name = [number, heading].filter((part) => part !== null).join(' – ');
  if (name !== '') return name;
  return APART.has(kind) ? text(`agreements.text.${kind}`) : citationOf(id);
}

/** Divisions and articles, as the table of contents has them. */
export function contentsOf(
  text: Text,
  rows: readonly TextRow[],
): { id: string; label: string; depth: number }[] {
  const walk = (
    branches: readonly Branch<TextRow>[],
    depth: number,
  ): { id: string; label: string; depth: number }[] =>
    branches
      .filter(({ provision }) => roleOf(provision.kind) !== 'numbered')
      .flatMap(({ below, provision }) => [
        { id: provision.id, label: shortName(text, provision), depth },
        ...walk(below, depth + 1),
      ]);
  return walk(outlineOf(rows), 0);
}
