/** How actors moved between standings from one day to another: flows, and who moved. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { Filters } from '../../../../ui/filters/filters.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { datesIn, questionHref } from '../../../../ui/page-dates.ts';
import { Sankey } from '../../../../ui/sankey/sankey.tsx';
import { formatDate } from '../../../../ui/text/format.ts';
import { moves } from '../../questions/pictures/moves.ts';
import { show } from '../../questions/one.ts';
import { STANDINGS, type Standing } from '../../rules/status.ts';
import { AgreementViews } from '../agreement-views.tsx';
import type { MovesFound } from '../answers.ts';
import { agreementHref, statusHref } from '../links.ts';
import { StandingChip } from '../standing-chip.tsx';

/** As the chips of the same standings: bound green, waiting amber, gone red, no act grey. */
const TONES: Readonly<Record<Standing, number>> = {
  party: 1,
  contracting: 2,
  provisional: 2,
  signatory: 3,
  declined: 6,
  withdrawn: 4,
  ended: 4,
  terminated: 4,
  none: 0,
};

/** So many tell what the table holds, and leave what comes after it in reach. */
const ROWS_FIRST = 12;

interface Props {
  readonly request: PageRequest;
  readonly agreement: string;
  readonly found: MovesFound;
}

/** The days that the address asks for; an empty field asks for none. */
function daysIn(search: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    ['from', 'to'].flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

function Picture({ request, found }: Props): Markup | null {
  const { text, locale } = request;
  const pairs = Map.groupBy(found.rows, ({ before, after }) => `${before} ${after}`);
  const flows = [...pairs.values()].flatMap((rows) => {
    const [first] = rows;
    return first ? [{ from: first.before, to: first.after, count: rows.length }] : [];
  });
  return (
    <Sankey
      text={text}
      id="moves"
      label={text('agreements.moves.label')}
      sides={[formatDate(locale, found.from), formatDate(locale, found.to)]}
      nodes={STANDINGS.map((key) => ({
        key,
        label: text(`agreements.standing.${key}`),
        tone: TONES[key],
      }))}
      flows={flows}
    />
  );
}

function Moved({ request, agreement, found }: Props): Markup {
  const { text, locale } = request;
  const moved = found.rows.filter(({ before, after }) => before !== after);
  const days = { from: found.from, to: found.to };
  return (
    <DataTable
      text={text}
      id="moved"
      rowsFirst={ROWS_FIRST}
      caption={text('agreements.moves.who', { count: moved.length })}
      columns={[
        { key: 'name', label: text('agreements.column.actor') },
        { key: 'before', label: formatDate(locale, found.from, 'short') },
        { key: 'after', label: formatDate(locale, found.to, 'short') },
      ]}
      rows={moved.map(({ actor, name, before, after }) => ({
        cells: {
          name: <a href={statusHref(agreement, actor, request)}>{name}</a>,
          before: <StandingChip text={text} standing={before} />,
          after: <StandingChip text={text} standing={after} />,
        },
      }))}
      downloads={(['csv', 'json'] as const).map((format) => ({
        href: questionHref('agreements.moves', { agreement, ...days }, request, format),
        label: format.toUpperCase(),
      }))}
    />
  );
}

function Days({ request, found }: Omit<Props, 'agreement'>): Markup {
  const { text } = request;
  return (
    <Filters
      text={text}
      id="days"
      label={text('agreements.moves.days')}
      action={request.path}
      query={datesIn(request)}
      filters={[
        { kind: 'date', name: 'from', label: text('agreements.moves.from'), value: found.from },
        { kind: 'date', name: 'to', label: text('agreements.moves.to'), value: found.to },
      ]}
    />
  );
}

export const movesPage: Page = {
  path: '/agreements/:agreement/moves',
  section: 'agreements',
  examples: [
    '/agreements/paris-agreement/moves',
    '/agreements/paris-agreement/moves?from=2016-10-05&to=2020-11-04',
  ],
  async render(request) {
    const { locale, search, text } = request;
    const { agreement = '' } = request.params;
    const found = await request.ask(moves, { agreement, locale, ...daysIn(search) });
    if (isRefusal(found)) return found;
    const shown = await request.ask(show, { agreement, locale });
    if (isRefusal(shown)) return shown;
    const { title } = shown.row;
    return {
      title: text('agreements.moves.of', { title }),
      description: text('agreements.moves.lead'),
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('agreements.title'), href: '/agreements' },
        { label: title, href: agreementHref(agreement, request) },
      ],
      body: (
        <>
          <div class="title">
            <h1>{text('agreements.moves.of', { title })}</h1>
            <p>{text('agreements.moves.lead')}</p>
          </div>
          <AgreementViews request={request} agreement={agreement} current="moves" />
          <Days request={request} found={found} />
          {found.rows.length === 0 ? <p>{text('agreements.moves.none')}</p> : null}
          <section>
            <Picture request={request} agreement={agreement} found={found} />
            <Moved request={request} agreement={agreement} found={found} />
          </section>
        </>
      ),
    };
  },
};
