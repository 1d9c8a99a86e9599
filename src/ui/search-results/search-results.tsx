import { Heading } from '../heading/heading.tsx';
import type { Content, HeadingLevel, Markup } from '../markup.ts';
import type { Text } from '../text/text.ts';

export interface SearchResult {
  href: string;
  title: string;
  /** The title in pieces; those that matched are marked. */
  marked?: readonly { words: string; match?: boolean }[];
  /** What it is: "Agreement", "State". */
  kind: string;
  /** The place that matched, in pieces; those that matched are marked. */
  excerpt?: readonly { words: string; match?: boolean }[];
  /** Where it stands, mostly a chip. */
  status?: Content;
}

export interface SearchResultsProps {
  text: Text;
  query: string;
  /** How many there are in all. */
  count: number;
  results: readonly SearchResult[];
  level?: HeadingLevel;
  /** Shown where nothing was found: what else one could ask. */
  children?: Content;
}

function Pieces(props: { of: readonly { words: string; match?: boolean }[] }): Markup {
  return <>{props.of.map(({ words, match }) => (match ? <mark>{words}</mark> : words))}</>;
}

/** What a search found, best first. */
export function SearchResults(props: SearchResultsProps): Markup {
  const { text, query, count, results, level = 2 } = props;
  return (
    <div class="results">
      <p role="status">{text('ui.results.count', { count, query })}</p>
      {results.length === 0 ? props.children : null}
      <ol class="plain-list">
        {results.map((result) => (
          <li>
            <p class="result-kind">{result.kind}</p>
            <Heading level={level}>
              <a href={result.href}>
                <Pieces of={result.marked ?? [{ words: result.title }]} />
              </a>{' '}
              {result.status}
            </Heading>
            {result.excerpt === undefined ? null : (
              <p>
                <Pieces of={result.excerpt} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
