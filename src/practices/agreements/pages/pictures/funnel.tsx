/** How far each has come that may join: the funnel, and who stayed behind at which step. */
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { Funnel } from '../../../../ui/funnel/funnel.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import type { FunnelFound } from '../answers.ts';

interface FunnelProps {
  readonly request: PageRequest;
  readonly agreement: string;
  readonly found: FunnelFound;
}

/** More names than these are in the download. */
const NAMES_MAX = 16;

/** Where nobody left, the last stage says nothing that the one before it does not. */
function shownStages({ stages }: FunnelFound) {
  const count = (stage: string): number => stages.find((one) => one.stage === stage)?.count ?? 0;
  const left = count('was-bound') !== count('is-bound');
  return stages.filter(({ stage }) => left || stage !== 'was-bound');
}

function namesOf(request: PageRequest, names: readonly string[]): string {
  const { text } = request;
  const shown = names.slice(0, NAMES_MAX).join(' · ');
  const more = names.length - NAMES_MAX;
  return more > 0 ? `${shown} · ${text('agreements.funnel.more', { count: more })}` : shown;
}

function Behind({ request, agreement, found }: FunnelProps): Markup {
  const { text } = request;
  const stages = shownStages(found);
  const rows = stages.map(({ stage, count }, at) => {
    const isLast = at === stages.length - 1;
    const there = isLast ? [] : found.rows.filter(({ reached }) => reached === stage);
    return {
      cells: {
        stage: text(`agreements.funnel.${stage}`),
        count,
        behind: isLast ? '' : there.length,
        names: isLast
          ? ''
          : namesOf(
              request,
              there.map(({ name }) => name),
            ),
      },
    };
  });
  return (
    <DataTable
      text={text}
      id="funnel-table"
      caption={text('agreements.funnel.table')}
      columns={[
        { key: 'stage', label: text('agreements.funnel.column.stage') },
        { key: 'count', label: text('agreements.funnel.column.count'), kind: 'number' },
        { key: 'behind', label: text('agreements.funnel.column.behind'), kind: 'number' },
        { key: 'names', label: text('agreements.funnel.column.names') },
      ]}
      rows={rows}
      downloads={(['csv', 'json'] as const).map((format) => ({
        href: questionHref('agreements.funnel', { agreement }, request, format),
        label: format.toUpperCase(),
      }))}
    />
  );
}

/** The funnel with its table; null where nobody may join. */
export function AgreementFunnel(props: FunnelProps): Markup | null {
  const { request, found } = props;
  const { text } = request;
  if ((found.stages[0]?.count ?? 0) === 0) return null;
  return (
    <section aria-labelledby="funnel-title">
      <h2 id="funnel-title">{text('agreements.funnel.title')}</h2>
      <Funnel
        text={text}
        id="funnel"
        label={text('agreements.funnel.label')}
        stages={shownStages(found).map(({ stage, count }) => ({
          label: text(`agreements.funnel.${stage}`),
          count,
        }))}
      />
      <details>
        <summary>{text('agreements.funnel.table')}</summary>
        <Behind {...props} />
      </details>
    </section>
  );
}
