/** One search over everything: answers to questions in words, then what bears the words. */
import { isRefusal } from '../../kernel/refusal.ts';
import { StateChip } from '../../practices/agreements/pages/standing-chip.tsx';
import { AGREEMENT_STATES } from '../../practices/agreements/rules/agreement-state.ts';
import { AskBox } from '../../ui/ask-box/ask-box.tsx';
import type { Markup } from '../../ui/markup.ts';
import { datesIn } from '../../ui/page-dates.ts';
import type { Page, PageRequest } from '../../ui/page.ts';
import { Pagination } from '../../ui/pagination/pagination.tsx';
import { type SearchResult, SearchResults } from '../../ui/search-results/search-results.tsx';
import { ViewLinks } from '../../ui/view-links/view-links.tsx';
import { piecesOf } from './excerpt.ts';
import { type FindQuestion, type Found, type Row, TEXT_LENGTH_MAX } from './find.ts';
import { termsOf } from './fold.ts';
import { ShownAnswers, withDates } from './shown-answers.tsx';

const ON_A_PAGE = 20;

/** Examples of what can be found, by the kind that each finds; a key is spoken. */
const TRIED: readonly (readonly [kind: string, text: string])[] = [
  ['state', 'Côte d’Ivoire'],
  ['state', 'KEN'],
  ['agreement', 'CTBT'],
  ['group', 'BRICS'],
  ['body', 'Security Council'],
  ['vote', 'A/RES/72/31'],
  ['law', 'VCLT 24'],
  ['act-kind', 'agreements.act.deposit'],
];
const QUESTIONS = ['ctbt', 'binds', 'votes', 'past'];

interface Asked {
  readonly query: string;
  readonly kind: string;
  readonly page: number;
}

function addressOf(request: PageRequest, { query, kind, page }: Asked): string {
  const search = new URLSearchParams({
    q: query,
    ...(kind === '' ? {} : { kind }),
    ...(page === 1 ? {} : { page: String(page) }),
    ...datesIn(request),
  });
  return `/search?${search.toString()}`;
}

const tried = (request: PageRequest, query: string): Markup => (
  <a href={addressOf(request, { query, kind: '', page: 1 })}>{query}</a>
);

/** Shows by examples what can be found and asked. */
function Teach({ request }: { request: PageRequest }): Markup {
  const { text } = request;
  const spoken = TRIED.map(([kind, query]) => [kind, text(query)] as const);
  const byKind = [...Map.groupBy(spoken, ([kind]) => kind)];
  return (
    <>
      <h2>{text('search.teach.questions')}</h2>
      <ul>
        {QUESTIONS.map((key) => (
          <li>{tried(request, text(`search.teach.${key}`))}</li>
        ))}
      </ul>
      <h2>{text('search.teach.title')}</h2>
      <dl class="definition-list">
        {byKind.map(([kind, examples]) => (
          <div>
            <dt>{text(`search.kind.${kind}`)}</dt>
            <dd>
              {examples.map(([, example], at) => (
                <>
                  {at === 0 ? '' : ' · '}
                  {tried(request, example)}
                </>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function resultOf(request: PageRequest, row: Row, terms: ReadonlySet<string>): SearchResult {
  const { text } = request;
  const state = AGREEMENT_STATES.find((one) => row.kind === 'agreement' && one === row.state);
  const within =
    row.within === null ? [] : [{ words: `${row.within}${row.excerpt.length > 0 ? ' · ' : ''}` }];
  const excerpt = [...within, ...row.excerpt];
  return {
    href: withDates(row.href, request),
    title: row.title,
    marked: piecesOf(row.title, terms),
    kind: text(`search.kind.${row.kind}`),
    ...(state === undefined ? {} : { status: <StateChip text={text} state={state} /> }),
    ...(excerpt.length === 0 ? {} : { excerpt }),
  };
}

function Kinds({ request, asked, found }: { request: PageRequest; asked: Asked; found: Found }) {
  const { text } = request;
  if (found.kinds.length < 2) return null;
  const all = found.kinds.reduce((sum, { count }) => sum + count, 0);
  const view = (kind: string, count: number) => ({
    label: text(kind === '' ? 'search.kind.all' : `search.kind.${kind}`),
    href: addressOf(request, { ...asked, kind, page: 1 }),
    count,
    ...(kind === asked.kind ? { current: true } : {}),
  });
  return (
    <ViewLinks
      label={text('search.kinds')}
      views={[view('', all), ...found.kinds.map(({ kind, count }) => view(kind, count))]}
    />
  );
}

/** What else one could ask, where nothing bears the words. */
function Nothing({ request, found }: { request: PageRequest; found: Found }): Markup {
  const { text } = request;
  return (
    <>
      {found.spellings.length === 0 ? null : (
        <p>
          {text('search.nearest')}{' '}
          {found.spellings.map((one, at) => (
            <>
              {at === 0 ? '' : ' · '}
              {tried(request, one)}
            </>
          ))}
        </p>
      )}
      <Teach request={request} />
    </>
  );
}

function Results({ request, asked, found }: { request: PageRequest; asked: Asked; found: Found }) {
  const { text } = request;
  const terms = new Set(termsOf(asked.query));
  return (
    <>
      <ShownAnswers request={request} answers={asked.page === 1 ? found.answers : []} />
      <Kinds request={request} asked={asked} found={found} />
      <SearchResults
        text={text}
        query={asked.query}
        count={found.total}
        results={found.rows.map((row) => resultOf(request, row, terms))}
      >
        {found.answers.length > 0 ? null : <Nothing request={request} found={found} />}
      </SearchResults>
      <Pagination
        text={text}
        page={asked.page}
        pages={Math.ceil(found.total / ON_A_PAGE)}
        hrefOf={(page) => addressOf(request, { ...asked, page })}
      />
    </>
  );
}

function Box({ request, asked }: { request: PageRequest; asked: Asked }): Markup {
  const { text } = request;
  return (
    <AskBox
      id="search"
      action="/search"
      label={text('search.label')}
      button={text('search.do')}
      value={asked.query}
      hint={text('search.hint')}
      query={datesIn(request)}
    />
  );
}

function askedBy({ search }: PageRequest): Asked {
  const page = Number(search.get('page') ?? '1');
  return {
    query: (search.get('q') ?? '').trim().slice(0, TEXT_LENGTH_MAX),
    kind: (search.get('kind') ?? '').slice(0, 40),
    page: Number.isInteger(page) && page >= 1 && page <= 200 ? page : 1,
  };
}

/** The page of the search. */
export function searchPage(find: FindQuestion): Page {
  return {
    path: '/search',
    section: 'search',
    examples: [
      '/search',
      '/search?q=paris',
      '/search?q=Kenya+Norway',
      '/search?q=qqqq',
      '/search?q=Is+the+Paris+Agreement+in+force%3F',
    ],
    async render(request) {
      const { text, locale } = request;
      const asked = askedBy(request);
      const { kind, page, query } = asked;
      const input = {
        text: query,
        locale,
        page,
        limit: ON_A_PAGE,
        ...(kind === '' ? {} : { kind }),
      };
      const found = await request.ask(find, input);
      if (isRefusal(found)) return found;
      const title = text('search.title');
      return {
        title: query === '' ? title : `${query} – ${title}`,
        description: text('search.hint'),
        breadcrumb: [{ label: text('host.front'), href: '/' }],
        body: (
          <>
            <h1>{title}</h1>
            <Box request={request} asked={asked} />
            {query === '' ? (
              <Teach request={request} />
            ) : (
              <Results request={request} asked={asked} found={found} />
            )}
          </>
        ),
      };
    },
  };
}
