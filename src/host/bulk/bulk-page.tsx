/** `/export` in a browser: what the files are, how to fetch them, or how far their making is. */
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { DefinitionList } from '../../ui/definition-list/definition-list.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import type { Markup } from '../../ui/markup.ts';
import type { PageContent } from '../../ui/page.ts';
import { formatInstant, formatNumber } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';
import { type Making, isSnapshot } from './bulk-room.ts';
import { BULK_PATH } from './path.ts';
import type { Snapshot } from './snapshot.ts';

const DIGEST_SHOWN = 16;
const COLUMNS = ['file', 'rows', 'bytes', 'digest'] as const;

function Files({ text, snapshot }: { text: Text; snapshot: Snapshot }): Markup {
  const { acts, last, recordedAt, files } = snapshot;
  const at = recordedAt === null ? '–' : formatInstant(text.locale, recordedAt);
  return (
    <>
      <DefinitionList
        items={[
          { term: text('host.bulk.acts'), content: formatNumber(text.locale, String(acts)) },
          { term: text('host.bulk.until'), content: at },
          { term: text('host.bulk.last'), content: last ?? '–', code: true },
        ]}
      />
      <h2 id="files">{text('host.bulk.files')}</h2>
      <p>
        <a href={`${BULK_PATH}/datapackage.json`}>datapackage.json</a> –{' '}
        {text('host.bulk.manifest')}
      </p>
      <DataTable
        text={text}
        id="bulk-files"
        caption={text('host.bulk.files')}
        captionHidden
        columns={COLUMNS.map((key) => ({
          key,
          label: text(`host.bulk.${key}`),
          ...(key === 'rows' || key === 'bytes' ? { kind: 'number' as const } : {}),
        }))}
        rows={files.map((one) => ({
          cells: {
            file: (
              <a href={`${BULK_PATH}/${one.file}`} translate="no">
                {one.file}
              </a>
            ),
            rows: one.rows,
            bytes: one.bytes,
            digest: (
              <code translate="no" dir="ltr">
                {one.digest.slice(0, DIGEST_SHOWN)}…
              </code>
            ),
          },
        }))}
      />
    </>
  );
}

function Waiting({ text, given }: { text: Text; given: Making }): Markup {
  const { done, total } = given;
  return (
    <EmptyState title={text('host.bulk.making')}>
      <p>{text('host.bulk.progress', { done, total })}</p>
      <p>
        <a href={BULK_PATH}>{text('host.bulk.again')}</a>
      </p>
    </EmptyState>
  );
}

/** The page. */
export function bulkPage(text: Text, given: Snapshot | Making): PageContent {
  const title = text('host.bulk');
  return {
    title,
    description: text('host.bulk.why'),
    breadcrumb: [{ href: '/', label: text('host.front') }],
    alternates: [
      { href: `${BULK_PATH}/datapackage.json`, label: 'Data Package', type: 'application/json' },
    ],
    body: (
      <>
        <div class="title">
          <h1>{title}</h1>
          <p>{text('host.bulk.why')}</p>
        </div>
        {isSnapshot(given) ? (
          <Files text={text} snapshot={given} />
        ) : (
          <Waiting text={text} given={given} />
        )}
        <h2 id="how">{text('host.bulk.how')}</h2>
        <pre translate="no" dir="ltr" tabindex={0}>
          concord export all --to public-record
        </pre>
        <p>{text('host.bulk.on')}</p>
        <pre translate="no" dir="ltr" tabindex={0}>
          GET /export/acts.ndjson?after=…
        </pre>
        <p>{text('host.bulk.terms')}</p>
      </>
    ),
  };
}
