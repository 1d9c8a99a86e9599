/** The latest acts over all registers, each leading to its record. */
import type { Area } from '../../kernel/define-area.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { list as listActors } from '../../practices/actors/questions/list.ts';
import { actorHref } from '../../practices/agreements/pages/links.ts';
import { latestActs } from '../../store/record-area.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import type { Page, PageRequest } from '../../ui/page.ts';
import { questionHref } from '../../ui/page-dates.ts';
import { BasisTag } from '../../ui/status-chip/status-chip.tsx';
import { formatInstant } from '../../ui/text/format.ts';
import { actWords } from '../acts/act-words.ts';
import type { AnswerTo } from '../front/answers.ts';

/** So many tell what the record holds, and leave the way to older acts in reach. */
const ROWS_FIRST = 20;

type Row = AnswerTo<typeof latestActs>['rows'][number];

const COLUMNS = ['act', 'actor', 'register', 'effective', 'recorded', 'basis'] as const;

/** What an act is called: in the texts of its practice, else as its definition says. */
function titlesOf(areas: readonly Area[]): (request: PageRequest, type: string) => string {
  const defined = new Map(areas.flatMap((area) => area.acts.map((act) => [act.type, act.title])));
  return ({ text }, type) => {
    const words = actWords(text, type);
    return words === type ? (defined.get(type) ?? type) : words;
  };
}

async function namesOf(request: PageRequest): Promise<(actor: string) => string> {
  const found = await request.ask(listActors, { ended: true });
  const rows = isRefusal(found) ? [] : found.rows;
  const names = new Map(rows.map(({ id, names: by, name }) => [id, by[request.locale] ?? name]));
  return (actor) => names.get(actor) ?? actor;
}

function inputOf(search: URLSearchParams): Record<string, string> {
  const names = ['before', 'register', 'type'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name)?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
}

function cellsOf(request: PageRequest, row: Row, title: string, name: string) {
  const { text } = request;
  return {
    act: <a href={`/acts/${row.act}`}>{title}</a>,
    actor: <a href={actorHref(row.actor, request)}>{name}</a>,
    register: (
      <a href={`/record?register=${encodeURIComponent(row.register)}`} translate="no">
        {row.register}
      </a>
    ),
    effective: row.effectiveOn,
    recorded: <time datetime={row.recordedAt}>{formatInstant(text.locale, row.recordedAt)}</time>,
    basis: (
      <span title={row.source ?? undefined}>
        <BasisTag text={text} basis={row.basis} />
      </span>
    ),
  };
}

/** The register as one file, with the answer as of the day of the page. */
function exportHref(register: string, { asOf }: PageRequest): string {
  return `/record/export?${new URLSearchParams({ register, asOf }).toString()}`;
}

/** Of one register, the way to have it whole; over all of them there is none. */
function ExportNote({
  request,
  register,
}: {
  request: PageRequest;
  register?: string | undefined;
}) {
  if (register === undefined) return null;
  return (
    <p>
      <a href={exportHref(register, request)} download>
        {request.text('host.record.export')}
      </a>{' '}
      <small>{request.text('host.record.export.how')}</small>
    </p>
  );
}

interface PagingProps {
  readonly request: PageRequest;
  readonly input: Readonly<Record<string, string>>;
  /** Before which act the older ones are; null where there are none. */
  readonly next: string | null;
}

/** The ways to newer and to older acts. */
function Paging({ request: { text }, input, next }: PagingProps) {
  const { before, ...newest } = input;
  const older = new URLSearchParams({ ...newest, before: next ?? '' });
  return (
    <nav class="pagination" aria-label={text('ui.pagination')}>
      <ul class="plain-list">
        {before === undefined ? null : (
          <li>
            <a href={`/record?${new URLSearchParams(newest).toString()}`}>
              {text('host.record.newest')}
            </a>
          </li>
        )}
        {next === null ? null : (
          <li>
            <a href={`/record?${older.toString()}`} rel="next">
              {text('host.record.older')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** The page over the acts that these areas define. */
export function recordPage(areas: readonly Area[]): Page {
  const titleOf = titlesOf(areas);
  return {
    path: '/record',
    section: 'record',
    examples: ['/record', '/record?register=agreements/paris-agreement'],
    async render(request) {
      const { text } = request;
      const input = inputOf(request.search);
      const found = await request.ask(latestActs, input);
      if (isRefusal(found)) return found;
      const nameOf = await namesOf(request);
      const title = text('host.record.title');
      return {
        title,
        description: text('host.record.lead'),
        alternates: [
          {
            href: `/record/acts.atom?${new URLSearchParams(input).toString()}`,
            label: text('host.feeds.record'),
            type: 'application/atom+xml',
          },
        ],
        ...(input['before'] === undefined ? { follows: {} } : {}),
        breadcrumb: [{ label: text('host.front'), href: '/' }],
        body: (
          <>
            <div class="title">
              <h1>{title}</h1>
              <p>
                {text('host.record.lead')} {text('host.record.total', { count: found.total })}
              </p>
            </div>
            <ExportNote request={request} register={input['register']} />
            <DataTable
              text={text}
              id="acts"
              rowsFirst={ROWS_FIRST}
              caption={title}
              captionHidden
              columns={COLUMNS.map((key) => ({
                key,
                label: text(`host.record.column.${key}`),
                ...(key === 'effective' ? { kind: 'date' as const } : {}),
              }))}
              rows={found.rows.map((row) => ({
                cells: cellsOf(request, row, titleOf(request, row.type), nameOf(row.actor)),
              }))}
              downloads={(['csv', 'json'] as const).map((format) => ({
                href: questionHref('record.latest', input, request, format),
                label: format.toUpperCase(),
              }))}
            />
            <p>
              <a href="/log">{text('host.log.title')}</a>
            </p>
            <Paging request={request} input={input} next={found.next} />
          </>
        ),
      };
    },
  };
}
