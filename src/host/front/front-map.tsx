/** The world on a map, asked one of three things, and the same as the table below it. */
import { isRefusal } from '../../kernel/refusal.ts';
import { actorAgreementsHref } from '../../practices/agreements/pages/links.ts';
import { activity, awaited } from '../../practices/agreements/questions/on-map.ts';
import { byActor } from '../../practices/agreements/questions/world.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import type { Markup } from '../../ui/markup.ts';
import { datesIn, questionHref } from '../../ui/page-dates.ts';
import type { PageRequest } from '../../ui/page.ts';
import { ViewLinks } from '../../ui/view-links/view-links.tsx';
import { WorldMap } from '../../ui/world-map/world-map.tsx';
import { quantileSteps } from './quantile-steps.ts';
import { yearBefore } from './year.ts';

export const MAPS = ['bound', 'acted', 'awaited'] as const;
export type MapShown = (typeof MAPS)[number];

const STEPS = 4;

interface MapRow {
  readonly actor: string;
  readonly name: string;
  readonly numericCode: string | null;
  readonly count: number;
}

export interface Mapped {
  readonly shown: MapShown;
  readonly rows: readonly MapRow[];
  /** The same for machines. */
  readonly question: string;
  readonly input: Readonly<Record<string, string>>;
}

/** Which map the address asks for. */
export const mapIn = (search: URLSearchParams): MapShown =>
  MAPS.find((one) => one === search.get('map')) ?? 'bound';

/** The rows of the map that is asked for. */
export async function askMap(request: PageRequest, shown: MapShown) {
  const { locale } = request;
  if (shown === 'acted') {
    const input = { from: yearBefore(request.asOf) };
    const found = await request.ask(activity, { ...input, locale });
    return isRefusal(found) ? found : { ...found, shown, question: activity.name, input };
  }
  if (shown === 'awaited') {
    const found = await request.ask(awaited, { locale });
    return isRefusal(found) ? found : { ...found, shown, question: awaited.name, input: {} };
  }
  const found = await request.ask(byActor, { locale });
  if (isRefusal(found)) return found;
  const rows = found.rows.map(({ agreements, ...row }) => ({ ...row, count: agreements }));
  return { rows, shown, question: byActor.name, input: {} };
}

function Choice({ request, shown }: { request: PageRequest; shown: MapShown }): Markup {
  const { text } = request;
  const href = (map: MapShown): string => {
    const query = new URLSearchParams({ ...datesIn(request), ...(map !== 'bound' && { map }) });
    return query.size === 0 ? '/#world' : `/?${query.toString()}#world`;
  };
  return (
    <ViewLinks
      label={text('front.map.choose')}
      views={MAPS.map((map) => ({
        label: text(`front.map.${map}`),
        href: href(map),
        current: map === shown,
      }))}
    />
  );
}

function Picture({ request, mapped }: { request: PageRequest; mapped: Mapped }): Markup {
  const { text } = request;
  const { shown, rows } = mapped;
  const onMap = rows.filter((row) => row.numericCode !== null);
  const steps = quantileSteps(
    onMap.map((row) => row.count),
    STEPS,
  );
  const stepOf = (count: number): string =>
    String(steps.findIndex(({ from, to }) => from <= count && count <= to));
  const counted = (count: number): string => text(`front.map.${shown}.count`, { count });
  return (
    <WorldMap
      text={text}
      id="world"
      steps
      entries={onMap.map((row) => ({
        numericCode: row.numericCode ?? '',
        name: row.name,
        href: actorAgreementsHref(row.actor, request),
        category: stepOf(row.count),
        label: counted(row.count),
      }))}
      categories={steps.map(({ from, to }, at) => ({
        key: String(at),
        label: from === to ? counted(from) : text(`front.map.${shown}.step`, { from, to }),
      }))}
      caption={text(`front.map.${shown}.caption`)}
    />
  );
}

function Table({ request, mapped }: { request: PageRequest; mapped: Mapped }): Markup {
  const { text } = request;
  const { shown, rows, question, input } = mapped;
  return (
    <details class="fold">
      <summary>{text('host.front.map.table', { count: rows.length })}</summary>
      <DataTable
        text={text}
        id="on-map"
        caption={text(`front.map.${shown}.title`)}
        captionHidden
        columns={[
          { key: 'name', label: text('host.front.map.actor') },
          { key: 'count', label: text(`front.map.${shown}.column`), kind: 'number' },
        ]}
        rows={rows.map((row) => ({
          cells: {
            name: <a href={actorAgreementsHref(row.actor, request)}>{row.name}</a>,
            count: row.count,
          },
        }))}
        downloads={(['csv', 'json'] as const).map((format) => ({
          href: questionHref(question, input, request, format),
          label: format.toUpperCase(),
        }))}
      />
    </details>
  );
}

export function FrontMap({ request, mapped }: { request: PageRequest; mapped: Mapped }): Markup {
  const { text } = request;
  const { shown, rows } = mapped;
  return (
    <section>
      <h2>{text(`front.map.${shown}.title`)}</h2>
      <Choice request={request} shown={shown} />
      {rows.length === 0 ? (
        <div id="world">
          <EmptyState title={text('front.map.nobody')} />
        </div>
      ) : (
        <>
          <Picture request={request} mapped={mapped} />
          <Table request={request} mapped={mapped} />
        </>
      )}
    </section>
  );
}
