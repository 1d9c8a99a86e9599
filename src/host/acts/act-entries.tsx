/** What is told of an act, term by term. */
import { DefinitionList } from '../../ui/definition-list/definition-list.tsx';
import type { Content } from '../../ui/markup.ts';

/** A term with what it says; nothing is shown where it says nothing. */
export type Entry = readonly [term: string, content: Content | null, code?: 'code'];

/** Terms and what they say. */
export function Entries({ entries }: { entries: readonly Entry[] }) {
  const items = entries.flatMap(([term, content, code]) =>
    content === null ? [] : [{ term, content, code: code !== undefined }],
  );
  return <DefinitionList items={items} />;
}

function ActLink({ id }: { id: string | null }) {
  return id === null ? null : (
    <a href={`/acts/${id}`} translate="no">
      <code>{id.slice(0, 16)}…</code>
    </a>
  );
}

/** A link to an act, where there is one. */
export const linkTo = (id: string | null): Content | null =>
  id === null ? null : <ActLink id={id} />;
