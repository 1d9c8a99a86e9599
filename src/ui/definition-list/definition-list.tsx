import type { Content, Markup } from '../markup.ts';

export interface Definition {
  term: string;
  content: Content;
  /** An id, a digest, a signature: set so that each character can be told from the next. */
  code?: boolean;
}

export interface DefinitionListProps {
  items: readonly Definition[];
  /** Beside a page: terms above their contents. */
  narrow?: boolean;
}

/** What is known about one thing, as the record of an act: term by term. */
export function DefinitionList({ items, narrow = false }: DefinitionListProps): Markup {
  return (
    <dl class={narrow ? 'definitions definitions-narrow' : 'definitions'}>
      {items.map((item) => (
        <div>
          <dt>{item.term}</dt>
          <dd>{item.code ? <code translate="no">{item.content}</code> : item.content}</dd>
        </div>
      ))}
    </dl>
  );
}
