/** The documents of a session: each chain of revisions together, with its sponsors. */
import type { Refusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { type DocumentRow, documents } from '../../questions/sessions/documents.ts';
import { actorHref, textHref, versionHref } from '../links.ts';
import { SessionChip } from './chips.tsx';
import { downloadsOf, viewPage } from './frame.tsx';
import { doHref } from './links.ts';

type Shown = Exclude<Awaited<ReturnType<(typeof documents)['answer']>>, Refusal>;
interface Props {
  readonly request: PageRequest;
  readonly shown: Shown;
}
interface RowProps {
  readonly request: PageRequest;
  readonly row: DocumentRow;
}

function DocumentName({ request, row }: RowProps): Markup {
  const { text } = request;
  const { link, of, revisedBy } = row;
  return (
    <>
      <a href={`/acts/${row.act}`}>
        <bdi dir="ltr" translate="no">
          {row.symbol}
        </bdi>
      </a>
      {link === null ? null : (
        <>
          <br />
          <small>{text(`meetings.link.${link}`, { symbol: of ?? '' })}</small>
        </>
      )}
      {revisedBy === null ? null : (
        <>
          <br />
          <small>{text('meetings.documents.revised', { symbol: revisedBy })}</small>
        </>
      )}
    </>
  );
}

function Title({ request, row }: RowProps): Markup {
  const { text } = request;
  return (
    <>
      {row.text === null ? (
        <bdi>{row.title}</bdi>
      ) : (
        <a
          href={
            row.isVersion ? versionHref(row.text, row.symbol, request) : textHref(row.text, request)
          }
          dir="auto"
        >
          {row.title}
        </a>
      )}
      <br />
      <small>
        {text(`meetings.document.${row.kind}`)}
        {row.amends === null ? null : (
          <>
            {' '}
            (<bdi dir="ltr">{row.amends}</bdi>)
          </>
        )}
        {' · '}
        {text(`meetings.distribution.${row.distribution}`)}
      </small>
    </>
  );
}

function Sponsors({ request, row }: RowProps): Markup {
  const { text } = request;
  if (row.standing === null) return <>–</>;
  const there = row.sponsors.filter(({ as }) => as !== 'withdrawn');
  return (
    <>
      <SessionChip text={text} of="proposal" state={row.standing} />
      <br />
      {there.map(({ act, actor, as, name }, at) => (
        <>
          {at === 0 ? null : ', '}
          <a href={actorHref(actor, request)}>{name}</a>{' '}
          {as === 'main' ? <small>({text('meetings.sponsor.main')}) </small> : null}
          <a href={`/acts/${act}`} aria-label={text('meetings.documents.act', { name })}>
            ↗
          </a>
        </>
      ))}
    </>
  );
}

function Languages({ row }: RowProps): Markup {
  return (
    <>
      {row.languages.map(({ digest, language }, at) => (
        <>
          {at === 0 ? null : ' · '}
          {digest === null ? (
            <span translate="no">{language}</span>
          ) : (
            <a href={`/attachments/${digest}`} hreflang={language} translate="no">
              {language}
            </a>
          )}
        </>
      ))}
    </>
  );
}

const COLUMNS = ['symbol', 'title', 'item', 'sponsors', 'languages'] as const;

/** Each chain together, in the order in which it began. */
function inChains(rows: readonly DocumentRow[]): readonly DocumentRow[] {
  return [...Map.groupBy(rows, ({ stem }) => stem).values()].flat();
}

function Body({ request, shown }: Props): Markup {
  const { signedIn, text } = request;
  const { session } = shown.head;
  return (
    <>
      {signedIn ? (
        <p>
          <a class="button" href={doHref(session, 'issue-document')}>
            {text('meetings.session.do.issue-document')}
          </a>
        </p>
      ) : null}
      {shown.rows.length === 0 ? (
        <EmptyState title={text('meetings.documents.none')}>
          <p>{text('meetings.documents.none.next')}</p>
        </EmptyState>
      ) : (
        <DataTable
          text={text}
          id="documents"
          caption={text('meetings.session.documents')}
          captionHidden
          columns={COLUMNS.map((key) => ({ key, label: text(`meetings.session.column.${key}`) }))}
          rows={inChains(shown.rows).map((row) => ({
            cells: {
              symbol: <DocumentName request={request} row={row} />,
              title: <Title request={request} row={row} />,
              item: row.itemTitle,
              sponsors: <Sponsors request={request} row={row} />,
              languages: <Languages request={request} row={row} />,
            },
          }))}
          downloads={downloadsOf('meetings.documents', session, request)}
        />
      )}
    </>
  );
}

export const documentsPage = viewPage({ view: 'documents', question: documents, Body });
