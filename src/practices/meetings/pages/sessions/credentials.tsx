/** Credentials: how many delegations have them, whose were accepted or not, and who is there. */
import type { Refusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { ShareBar, type ShareTone } from '../../../../ui/share-bar/share-bar.tsx';
import { formatNumber } from '../../../../ui/text/format.ts';
import { CREDENTIALS_STANDINGS, credentials } from '../../questions/sessions/credentials.ts';
import { actorHref } from '../links.ts';
import { Instant } from '../decisions/instant.tsx';
import { SessionChip } from './chips.tsx';
import { downloadsOf, viewPage } from './frame.tsx';
import { doHref } from './links.ts';

type Shown = Exclude<Awaited<ReturnType<(typeof credentials)['answer']>>, Refusal>;
interface Props {
  readonly request: PageRequest;
  readonly shown: Shown;
}

const TONES: Readonly<Record<(typeof CREDENTIALS_STANDINGS)[number], ShareTone>> = {
  accepted: 'done',
  provisional: 'late',
  submitted: 'open',
  deferred: 'open',
  rejected: 'overdue',
  none: 'quiet',
};
const COLUMNS = ['delegation', 'credentials', 'since', 'head', 'present'] as const;

function Standing({ request, row }: { request: PageRequest; row: Shown['rows'][number] }): Markup {
  const { text } = request;
  if (row.as === 'observer') return <>{text('meetings.session.observer')}</>;
  return (
    <>
      <SessionChip text={text} of="credentials" state={row.standing} />
      {row.reason === null ? null : (
        <>
          <br />
          <small dir="auto">{row.reason}</small>
        </>
      )}
      {row.mayTakePart ? null : (
        <>
          <br />
          <b>{text('meetings.credentials.no-part')}</b>
        </>
      )}
    </>
  );
}

interface DelegationsProps {
  readonly request: PageRequest;
  readonly id: string;
  readonly caption: string;
  readonly rows: Shown['rows'];
  readonly downloads: ReturnType<typeof downloadsOf>;
}

function Delegations({ request, id, caption, rows, downloads }: DelegationsProps): Markup {
  const { text } = request;
  return (
    <DataTable
      text={text}
      id={id}
      caption={caption}
      captionHidden
      columns={COLUMNS.map((key) => ({ key, label: text(`meetings.session.column.${key}`) }))}
      rows={rows.map((row) => ({
        cells: {
          delegation: <a href={actorHref(row.actor, request)}>{row.name}</a>,
          credentials: <Standing request={request} row={row} />,
          since:
            row.act === null ? null : (
              <a href={`/acts/${row.act}`}>
                <Instant text={text} at={row.since} />
              </a>
            ),
          head: row.head === null ? null : <bdi>{row.head}</bdi>,
          present: row.isPresent ? text('meetings.credentials.present') : null,
        },
      }))}
      downloads={downloads}
    />
  );
}

function Body({ request, shown }: Props): Markup {
  const { signedIn, text } = request;
  const members = shown.rows.filter(({ as }) => as === 'member');
  // Of a body of two hundred most have handed in nothing at first: those stand folded.
  const others = members.filter(({ standing }) => standing === 'none');
  return (
    <>
      <p>{text(`meetings.needed.${shown.needed}`)}</p>
      <ShareBar
        text={text}
        label={text('meetings.session.credentials')}
        shares={CREDENTIALS_STANDINGS.map((standing) => ({
          label: text(`meetings.credentials.${standing}`),
          count: members.filter((row) => row.standing === standing).length,
          tone: TONES[standing],
        }))}
      />
      {signedIn ? (
        <p>
          <a class="button" href={doHref(shown.head.session, 'submit-credentials')}>
            {text('meetings.session.do.submit-credentials')}
          </a>
        </p>
      ) : null}
      <Delegations
        request={request}
        id="credentials"
        caption={text('meetings.session.credentials')}
        rows={shown.rows.filter((row) => !others.includes(row))}
        downloads={downloadsOf('meetings.credentials', shown.head.session, request)}
      />
      {others.length === 0 ? null : (
        <details>
          <summary>
            {text('meetings.credentials.none')}: {formatNumber(text.locale, others.length)}
          </summary>
          <Delegations
            request={request}
            id="without-credentials"
            caption={text('meetings.credentials.none')}
            rows={others}
            downloads={[]}
          />
        </details>
      )}
    </>
  );
}

export const credentialsPage = viewPage({ view: 'credentials', question: credentials, Body });
