import type { Example } from '../example.ts';
import { StatusChip } from '../status-chip/status-chip.tsx';
import { SearchResults } from './search-results.tsx';

export const searchResultsExamples: readonly Example[] = [
  {
    name: 'found',
    render: (text) => (
      <SearchResults
        text={text}
        query="ocean"
        count={2}
        results={[
          {
            href: '/agreements/bbnj-agreement',
            title: 'Agreement on Marine Biological Diversity',
            kind: 'Agreement',
            status: <StatusChip text={text} status="in-force" />,
            excerpt: [{ words: 'the health of the ' }, { words: 'ocean', match: true }],
          },
          { href: '/actors/FJI', title: 'Fiji', kind: 'State' },
        ]}
      />
    ),
  },
  {
    name: 'nothing found',
    render: (text) => (
      <SearchResults text={text} query="<script>" count={0} results={[]}>
        <p>A name, an id or a document symbol may lead further.</p>
      </SearchResults>
    ),
  },
];
