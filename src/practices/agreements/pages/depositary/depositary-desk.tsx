/** The depositary's desk: what waits, section by section, each with the way to do it. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { desk } from '../../questions/desk.ts';
import { DESK_SECTIONS, type DeskSection } from '../../rules/depositary/desk.ts';
import type { AnswerTo } from '../answers.ts';
import { agreementHref } from '../links.ts';
import { actWord } from './notification-text.ts';

type Row = AnswerTo<typeof desk>['rows'][number];

interface SectionProps {
  readonly request: PageRequest;
  readonly section: DeskSection;
  readonly rows: readonly Row[];
}

/** More than a desk holds; the rest is in the download. */
const ROWS_SHOWN_MAX = 25;

function What({ request, row }: { request: PageRequest; row: Row }): Content {
  if (row.act === null || row.kind === null) return null;
  const instrument = row.kind === 'receive-instrument' ? row.instrument : null;
  const word =
    instrument === null
      ? actWord(request.text, { kind: row.kind, instrument: row.instrument })
      : request.text(`agreements.instrument.${instrument}`);
  return <a href={`/acts/${row.act}`}>{word}</a>;
}

/** What is done next: of a reservation that is not clear, one asks before one hears. */
const stepOf = ({ section, state }: Row): string =>
  section === 'clarify' && state === 'ready' ? 'ask' : section;

/** What a row waits for, where nothing can be done about it now. */
const stateOf = ({ section, state }: Row): string =>
  section === 'clarify' && state === 'ready' ? 'unclear' : state;

/** One notification may tell of several acts: the form that names all that wait together. */
function togetherHref(rows: readonly Row[]): string | null {
  const [first] = rows;
  if (rows.length < 2 || !first?.href) return null;
  const [path = '', query] = first.href.split('?');
  const fields = new URLSearchParams(query);
  fields.set('payload.acts', rows.flatMap(({ act }) => act ?? []).join('\n'));
  return `${path}?${fields.toString()}`;
}

/** Beside the first of several acts under one agreement, the way to tell of all of them. */
function Together({
  request,
  row,
  rows,
}: {
  request: PageRequest;
  row: Row;
  rows: readonly Row[];
}) {
  const alike = rows.filter(({ agreement }) => agreement === row.agreement);
  const href = row.section === 'notify' && alike[0] === row ? togetherHref(alike) : null;
  if (href === null || !request.signedIn) return null;
  return (
    <>
      {' · '}
      <a href={href}>{request.text('agreements.desk.do.notify-all', { count: alike.length })}</a>
    </>
  );
}

/** The forms that lead on, for whoever is signed in; where a time runs, what is awaited. */
function Next({ request, row }: { request: PageRequest; row: Row }): Content {
  const { signedIn, text } = request;
  if (row.href === null || !signedIn) return text(`agreements.desk.state.${stateOf(row)}`);
  return (
    <>
      <a href={row.href}>{text(`agreements.desk.do.${stepOf(row)}`)}</a>
      {row.otherHref === null ? null : (
        <>
          {' · '}
          <a href={row.otherHref}>{text('agreements.desk.do.return')}</a>
        </>
      )}
    </>
  );
}

/** An agreement as a whole has no act that waits; only what has a limit has a deadline. */
function columnsOf(section: DeskSection): string[] {
  const own = section === 'register' ? [] : ['actor', 'what'];
  const limit = section === 'correct' ? ['deadline'] : [];
  return ['agreement', ...own, 'since', ...limit, 'next'];
}

function Waiting({ request, section, rows }: SectionProps): Markup {
  const { text } = request;
  const shown = rows.slice(0, ROWS_SHOWN_MAX);
  const dates = new Set(['since', 'deadline']);
  return (
    <>
      <DataTable
        text={text}
        id={section}
        caption={text(`agreements.desk.section.${section}`)}
        captionHidden
        columns={columnsOf(section).map((key) => ({
          key,
          label: text(`agreements.desk.column.${key}`),
          kind: dates.has(key) ? ('date' as const) : ('text' as const),
        }))}
        rows={shown.map((row) => ({
          cells: {
            agreement: <a href={agreementHref(row.agreement, request)}>{row.title}</a>,
            actor: row.name,
            what: <What request={request} row={row} />,
            since: row.since,
            deadline: row.deadline,
            next: (
              <>
                <Next request={request} row={row} />
                <Together request={request} row={row} rows={rows} />
              </>
            ),
          },
        }))}
        downloads={(['csv', 'json'] as const).map((format) => ({
          href: questionHref('agreements.desk', { section }, request, format),
          label: format.toUpperCase(),
        }))}
      />
      {rows.length === shown.length ? null : (
        <p>{text('agreements.desk.more', { count: rows.length - shown.length })}</p>
      )}
    </>
  );
}

/** The act by which something comes to lie in a section. */
const BEGUN_BY: Readonly<Record<string, string>> = {
  examine: 'agreements.receive-instrument',
  correct: 'agreements.propose-correction',
};

function Begin({ request, section }: { request: PageRequest; section: DeskSection }) {
  const type = BEGUN_BY[section];
  if (type === undefined || !request.signedIn) return null;
  return (
    <p>
      <a href={`/acts/new?type=${type}`}>{request.text(`agreements.desk.begin.${section}`)}</a>
    </p>
  );
}

function Section(props: SectionProps): Markup {
  const { request, rows, section } = props;
  const { text } = request;
  return (
    <section>
      <h2>{text(`agreements.desk.section.${section}`)}</h2>
      {rows.length === 0 ? (
        <EmptyState icon="check" title={text(`agreements.desk.empty.${section}`)}>
          <p>{text(`agreements.desk.teach.${section}`)}</p>
          <Begin request={request} section={section} />
        </EmptyState>
      ) : (
        <Waiting {...props} />
      )}
    </section>
  );
}

/** What one may do here beside what waits. */
function Ways({ request }: { request: PageRequest }): Markup {
  const { signedIn, text } = request;
  return (
    <p>
      <a href="/notifications">{text('agreements.notifications.title')}</a>
      {' · '}
      <a href="/ministry">{text('agreements.ministry')}</a>
      {' · '}
      {signedIn ? (
        <>
          <a href="/desk/addresses">{text('agreements.desk.addresses')}</a>
          {' · '}
          <a href="/desk/releases">{text('agreements.desk.erasures')}</a>
          {' · '}
          <a href="/acts/new">{text('agreements.desk.new')}</a>
        </>
      ) : (
        <a href="/sign-in?to=/desk/depositary">{text('agreements.desk.sign-in')}</a>
      )}
    </p>
  );
}

export const depositaryDeskPage: Page = {
  path: '/desk/depositary',
  section: 'desk',
  examples: ['/desk/depositary', '/desk/depositary?asOf=2016-10-10'],
  async render(request) {
    const { locale, text } = request;
    const found = await request.ask(desk, { locale });
    if (isRefusal(found)) return found;
    const title = text('agreements.desk.title');
    return {
      title,
      description: text('agreements.desk.lead'),
      follows: {},
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('agreements.title'), href: '/agreements' },
      ],
      alternates: [
        {
          href: questionHref('agreements.desk', {}, request, 'json'),
          label: 'JSON',
          type: 'application/json',
        },
      ],
      body: (
        <>
          <div class="title">
            <h1>{title}</h1>
            <p>{text('agreements.desk.lead')}</p>
            <Ways request={request} />
          </div>
          {DESK_SECTIONS.map((section) => (
            <Section
              request={request}
              section={section}
              rows={found.rows.filter((row) => row.section === section)}
            />
          ))}
        </>
      ),
    };
  },
};
