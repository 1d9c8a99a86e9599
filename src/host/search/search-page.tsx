/** One search over everything: actors by name or code, agreements by title, and two at once. */
import { isRefusal } from '../../kernel/refusal.ts';
import { search as searchActors } from '../../practices/actors/questions/list.ts';
import { agreementHref, actorHref } from '../../practices/agreements/pages/links.ts';
import { StateChip } from '../../practices/agreements/pages/standing-chip.tsx';
import { search as searchAgreements } from '../../practices/agreements/questions/search.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import type { Markup } from '../../ui/markup.ts';
import type { Page, PageRequest } from '../../ui/page.ts';
import { type SearchResult, SearchResults } from '../../ui/search-results/search-results.tsx';
import type { AnswerTo } from '../front/answers.ts';
import { pairsIn } from './pair.ts';

const TEXT_LENGTH_MAX = 200;
const SHOWN_MAX = 20;
/** A name that is the same but for case, accents and articles. */
const SAME_NAME = 1000;

type FoundActor = AnswerTo<typeof searchActors>['rows'][number];
type FoundAgreement = AnswerTo<typeof searchAgreements>['rows'][number];
interface Scored {
  readonly score: number;
  readonly result: SearchResult;
}

function actorResult(request: PageRequest, { item, matched, score }: FoundActor): Scored {
  const { text, locale } = request;
  const title = item.names[locale] ?? item.name;
  const other = matched === title ? {} : { excerpt: [{ words: matched, match: true }] };
  const href = actorHref(item.id, request);
  return { score, result: { href, title, kind: text(`actors.kind.${item.kind}`), ...other } };
}

function agreementResult(request: PageRequest, found: FoundAgreement): Scored {
  const { text } = request;
  const { row, matched, score } = found;
  const shown = matched === row.title || matched === row.agreement;
  return {
    score,
    result: {
      href: agreementHref(row.agreement, request),
      title: row.title,
      kind: text(`agreements.kind.${row.kind}`),
      status: <StateChip text={text} state={row.state} />,
      ...(shown ? {} : { excerpt: [{ words: matched, match: true }] }),
    },
  };
}

async function exactActor(request: PageRequest, name: string): Promise<FoundActor | null> {
  const found = await request.ask(searchActors, { text: name, limit: 1 });
  const best = isRefusal(found) ? undefined : found.rows[0];
  return best && best.score >= SAME_NAME ? best : null;
}

/** Two actors whose names make up the text, where it is that. */
async function pairOf(request: PageRequest, query: string) {
  for (const [one, other] of pairsIn(query)) {
    const first = await exactActor(request, one);
    const second = first && (await exactActor(request, other));
    if (first && second && first.item.id !== second.item.id) return [first.item, second.item];
  }
  return null;
}

async function pairResult(request: PageRequest, query: string): Promise<Scored[]> {
  const pair = await pairOf(request, query);
  const [one, other] = pair ?? [];
  if (!one || !other) return [];
  const { text, locale } = request;
  const names = { one: one.names[locale] ?? one.name, other: other.names[locale] ?? other.name };
  const both = [one, other].map((item) => {
    const matched = item.names[locale] ?? item.name;
    return actorResult(request, { item, matched, score: SAME_NAME });
  });
  return [
    {
      score: SAME_NAME + 1,
      result: {
        href: `/between?one=${one.id}&other=${other.id}`,
        title: text('agreements.between.both', names),
        kind: text('host.search.question'),
      },
    },
    ...both,
  ];
}

async function resultsFor(request: PageRequest, query: string) {
  const actors = await request.ask(searchActors, { text: query, limit: SHOWN_MAX });
  if (isRefusal(actors)) return actors;
  const { locale } = request;
  const agreements = await request.ask(searchAgreements, { text: query, limit: SHOWN_MAX, locale });
  if (isRefusal(agreements)) return agreements;
  const all = [
    ...(await pairResult(request, query)),
    ...actors.rows.map((row) => actorResult(request, row)),
    ...agreements.rows.map((row) => agreementResult(request, row)),
  ];
  return all.sort((one, other) => other.score - one.score).map(({ result }) => result);
}

const TRIED = ['CTBT', 'Kenya', 'Côte d’Ivoire', 'Kenya Norway'];

/** Shows by examples what can be searched for. */
function Teach({ request }: { request: PageRequest }): Markup {
  const { text } = request;
  return (
    <>
      <p>{text('host.search.teach')}</p>
      <ul class="plain-list">
        {TRIED.map((example) => (
          <li>
            <a href={`/search?q=${encodeURIComponent(example)}`}>{example}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

export const searchPage: Page = {
  path: '/search',
  section: 'search',
  examples: ['/search', '/search?q=paris', '/search?q=Kenya+Norway', '/search?q=qqqq'],
  async render(request) {
    const { text } = request;
    const query = (request.search.get('q') ?? '').trim().slice(0, TEXT_LENGTH_MAX);
    const results = query === '' ? [] : await resultsFor(request, query);
    if (isRefusal(results)) return results;
    const title = text('ui.search');
    return {
      title: query === '' ? title : `${query} – ${title}`,
      breadcrumb: [{ label: text('host.front'), href: '/' }],
      body: (
        <>
          <h1>{title}</h1>
          {query === '' ? (
            <EmptyState icon="search" title={text('host.search.ask')}>
              <Teach request={request} />
            </EmptyState>
          ) : (
            <SearchResults text={text} query={query} count={results.length} results={results}>
              <Teach request={request} />
            </SearchResults>
          )}
        </>
      ),
    };
  },
};
