/** Where a notice stands with those whom it addresses: a bar, and the table beside it. */
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import type { Content, Markup } from '../../../ui/markup.ts';
import type { PageRequest } from '../../../ui/page.ts';
import { ShareBar, type ShareTone } from '../../../ui/share-bar/share-bar.tsx';
import type { Addressee, Shown } from './answers.ts';
import { AddresseeChip } from './chips.tsx';
import { Instant } from './instant.tsx';
import { actorHref } from './links.ts';

const TONES: Readonly<Record<Addressee['state'], ShareTone>> = {
  acknowledged: 'done',
  'acknowledged-late': 'late',
  waiting: 'open',
  overdue: 'overdue',
  'not-asked': 'quiet',
  lapsed: 'quiet',
};
// The keys of a constant object are exactly its names.
const STATES = Object.keys(TONES) as Addressee['state'][];

const HOUR_MINUTES = 60;

interface Props {
  readonly request: PageRequest;
  readonly shown: Shown;
}

/** A time late, in hours from one hour on. */
function lateness({ text }: PageRequest, minutes: number): string {
  if (minutes === 0) return '';
  return minutes < HOUR_MINUTES
    ? text('notices.late.minutes', { count: minutes })
    : text('notices.late.hours', { count: Math.floor(minutes / HOUR_MINUTES) });
}

function Named({ request, one }: { request: PageRequest; one: Addressee }): Content {
  return (
    <>
      <a href={actorHref(one.actor, request)}>{one.name}</a>
      {one.through.length === 0 ? null : <small> ({one.through.join(', ')})</small>}
    </>
  );
}

function When({
  request,
  act,
  at,
}: {
  request: PageRequest;
  act: string | null;
  at: string | null;
}) {
  if (act === null) return <>–</>;
  return (
    <a href={`/acts/${act}`}>
      <Instant text={request.text} at={at} />
    </a>
  );
}

const COLUMNS = ['addressee', 'stands', 'acknowledged-at', 'late', 'reply'] as const;

function Table({ request, shown }: Props): Markup {
  const { text } = request;
  return (
    <DataTable
      text={text}
      id="addressees"
      caption={text('notices.addressees')}
      captionHidden
      columns={COLUMNS.map((key) => ({ key, label: text(`notices.column.${key}`) }))}
      rows={shown.addressees.map((one) => ({
        cells: {
          addressee: <Named request={request} one={one} />,
          stands: <AddresseeChip text={text} state={one.state} />,
          'acknowledged-at': (
            <When request={request} act={one.acknowledgement} at={one.acknowledgedAt} />
          ),
          late: lateness(request, one.lateByMinutes) || '–',
          reply: one.replyOverdue ? (
            <b>{text('notices.reply.overdue')}</b>
          ) : (
            <When request={request} act={one.reply} at={one.repliedAt} />
          ),
        },
      }))}
    />
  );
}

/** How those addressed stand to the notice, at a glance and one by one. */
export function Addressees({ request, shown }: Props): Markup {
  const { text } = request;
  const { addressees } = shown;
  const shares = STATES.map((state) => ({
    label: text(`notices.addressee.${state}`),
    count: addressees.filter((one) => one.state === state).length,
    tone: TONES[state],
  }));
  return (
    <section id="stands">
      <h2>{text('notices.stands')}</h2>
      {addressees.length === 0 ? (
        <p>{text('notices.addressees.none')}</p>
      ) : (
        <>
          <ShareBar text={text} label={text('notices.addressees')} shares={shares} />
          {shown.isWhole ? null : <p>{text('notices.not-whole')}</p>}
          <Table request={request} shown={shown} />
        </>
      )}
    </section>
  );
}
