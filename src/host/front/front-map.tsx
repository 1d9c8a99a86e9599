/** How many agreements bind each State: on a map, and in the table below it. */
import { actorAgreementsHref } from '../../practices/agreements/pages/links.ts';
import type { byActor } from '../../practices/agreements/questions/world.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import type { Markup } from '../../ui/markup.ts';
import type { PageRequest } from '../../ui/page.ts';
import { questionHref } from '../../ui/page-dates.ts';
import { WorldMap } from '../../ui/world-map/world-map.tsx';
import type { AnswerTo } from './answers.ts';
import { quantileSteps } from './quantile-steps.ts';

type Row = AnswerTo<typeof byActor>['rows'][number];

interface FrontMapProps {
  readonly request: PageRequest;
  readonly rows: readonly Row[];
}

const STEPS = 4;

export function FrontMap({ request, rows }: FrontMapProps): Markup {
  const { text } = request;
  const onMap = rows.filter((row) => row.numericCode !== null);
  const steps = quantileSteps(
    onMap.map((row) => row.agreements),
    STEPS,
  );
  const stepOf = (count: number): string =>
    String(steps.findIndex(({ from, to }) => from <= count && count <= to));
  return (
    <section>
      <h2>{text('host.front.map')}</h2>
      <WorldMap
        text={text}
        id="world"
        steps
        entries={onMap.map((row) => ({
          numericCode: row.numericCode ?? '',
          name: row.name,
          href: actorAgreementsHref(row.actor, request),
          category: stepOf(row.agreements),
          label: text('host.front.map.bound', { count: row.agreements }),
        }))}
        categories={steps.map(({ from, to }, at) => ({
          key: String(at),
          label: from === to ? String(from) : text('host.front.map.step', { from, to }),
        }))}
        caption={text('host.front.map.caption')}
      />
      <details class="fold">
        <summary>{text('host.front.map.table', { count: rows.length })}</summary>
        <DataTable
          text={text}
          id="bound"
          caption={text('host.front.map')}
          captionHidden
          columns={[
            { key: 'name', label: text('host.front.map.actor') },
            { key: 'agreements', label: text('host.front.map.agreements'), kind: 'number' },
          ]}
          rows={rows.map((row) => ({
            cells: {
              name: <a href={actorAgreementsHref(row.actor, request)}>{row.name}</a>,
              agreements: row.agreements,
            },
          }))}
          downloads={(['csv', 'json'] as const).map((format) => ({
            href: questionHref('agreements.by-actor', {}, request, format),
            label: format.toUpperCase(),
          }))}
        />
      </details>
    </section>
  );
}
