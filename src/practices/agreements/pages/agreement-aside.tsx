/** Beside an agreement: what is due, the latest acts, documents, and the record. */
import { Card } from '../../../ui/card/card.tsx';
import { DefinitionList } from '../../../ui/definition-list/definition-list.tsx';
import type { Markup } from '../../../ui/markup.ts';
import type { PageRequest } from '../../../ui/page.ts';
import { questionHref } from '../../../ui/page-dates.ts';
import { PlainDate } from '../../../ui/plain-date/plain-date.tsx';
import { Timeline } from '../../../ui/timeline/timeline.tsx';
import { noteIn } from '../questions/shapes.ts';
import type { Act, Shown } from './answers.ts';
import { actWord } from './depositary/notification-text.ts';
import { actorHref, agreementHref, exportHref, mirrorHref, statusHref } from './links.ts';

interface AsideProps {
  readonly request: PageRequest;
  readonly shown: Shown;
  readonly acts: readonly Act[];
}

const ACTS_SHOWN_MAX = 8;

/** What comes of itself, and on which day. */
export function Due({ request, shown }: AsideProps): Markup | null {
  const { text } = request;
  const { row, pending } = shown;
  const coming = pending.map((one) => ({
    on: one.effectiveOn,
    title: <a href={statusHref(row.agreement, one.actor, request)}>{one.name}</a>,
    detail: text('agreements.due.withdrawal'),
    weight: 'coming' as const,
  }));
  const ahead = (on: string | null, key: string) =>
    on === null || on <= request.asOf ? [] : [{ on, title: text(key), weight: 'coming' as const }];
  const force = [
    ...ahead(row.entryIntoForceOn, 'agreements.step.in-force'),
    ...ahead(row.endsOn, 'agreements.due.ending'),
  ];
  const items = [...force, ...coming].sort((one, other) => (one.on < other.on ? -1 : 1));
  return (
    <section>
      <h2>{text('agreements.due')}</h2>
      {items.length === 0 ? (
        <p>{text('agreements.due.nothing')}</p>
      ) : (
        <Timeline text={text} items={items} plain />
      )}
      <p>
        <a href={`/agreements/${row.agreement}/deadlines.ics?lang=${request.locale}`}>
          {text('agreements.due.calendar')}
        </a>
      </p>
    </section>
  );
}

function Latest({ request, shown, acts }: AsideProps): Markup {
  const { text } = request;
  // Of one day, what was recorded last comes first.
  const latest = acts
    .toReversed()
    .toSorted((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0))
    .slice(0, ACTS_SHOWN_MAX);
  return (
    <section>
      <h2>{text('agreements.latest')}</h2>
      <Timeline
        text={text}
        plain
        items={latest.map((act) => ({
          on: act.on,
          title: <a href={`/acts/${act.act}`}>{act.name}</a>,
          detail: actWord(text, act),
        }))}
      />
      <p>
        <a
          href={questionHref('agreements.acts', { agreement: shown.row.agreement }, request, 'csv')}
        >
          {text('agreements.acts.all', { count: acts.length })}
        </a>
      </p>
    </section>
  );
}

/** What there is to read: notifications, texts, declarations. */
export function Documents({ request, shown }: AsideProps): Markup | null {
  const { parent } = shown;
  const { links } = shown.adoption;
  if (links.length === 0 && parent === null) return null;
  return (
    <section>
      <h2>{request.text('agreements.documents')}</h2>
      <ul class="plain-list">
        {parent === null ? null : (
          <li>
            {request.text('agreements.parent')}:{' '}
            <a href={agreementHref(parent.agreement, request)}>{parent.title}</a>
          </li>
        )}
        {links.map((link) => (
          <li>
            <a href={link.url} rel="external noreferrer">
              {link.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** From one day on, or to another. */
function Span({
  request,
  from,
  to,
}: {
  request: PageRequest;
  from: string;
  to?: string | undefined;
}) {
  const { text } = request;
  if (to === undefined) {
    return (
      <>
        {text('agreements.from')} <PlainDate text={text} on={from} style="short" />
      </>
    );
  }
  return (
    <>
      <PlainDate text={text} on={from} style="short" /> –{' '}
      <PlainDate text={text} on={to} style="short" />
    </>
  );
}

/** The name of a language; a code that is well formed and no language stays as it is. */
export function languageIn(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What one who is signed in may do here. */
function Doing({ request, agreement }: { request: PageRequest; agreement: string }) {
  const { signedIn, text } = request;
  if (!signedIn) return null;
  return (
    <p>
      <a href={`/acts/new?register=agreements/${agreement}`}>{text('agreements.new-act')}</a>
      {' · '}
      <a href={`/agreements/${agreement}/read-declarations`}>{text('agreements.reading.title')}</a>
    </p>
  );
}

function OnRecord({ request, shown }: AsideProps): Markup {
  const { text } = request;
  const { adoption, row, adoptedBy } = shown;
  const languages = new Intl.DisplayNames(request.locale, { type: 'language' });
  const note = noteIn(request.locale, adoption);
  const open = adoption.openForSignature;
  const items = [
    {
      term: text('agreements.depositary'),
      content:
        shown.depositaries.length === 0
          ? '–'
          : shown.depositaries.map(({ actor, name }, at) => (
              <>
                {at === 0 ? null : ', '}
                <a href={actorHref(actor, request)}>{name}</a>
              </>
            )),
    },
    ...(open === undefined
      ? []
      : [
          {
            term: text('agreements.open-for-signature'),
            content: <Span request={request} from={open.from} to={open.to} />,
          },
        ]),
    {
      term: text('agreements.languages'),
      content:
        adoption.authenticLanguages.map((tag) => languageIn(languages, tag)).join(', ') || '–',
    },
    ...(shown.registration === null
      ? []
      : [{ term: text('agreements.registration'), content: shown.registration.number }]),
    { term: text('agreements.register'), content: `agreements/${row.agreement}`, code: true },
    {
      term: text('agreements.adoption-act'),
      content: <a href={`/acts/${adoptedBy}`}>{adoptedBy.slice(0, 16)}…</a>,
      code: true,
    },
  ];
  return (
    <section>
      <h2>{text('agreements.record')}</h2>
      <DefinitionList items={items} narrow />
      <p>
        <a href={exportHref(row.agreement, request)} download>
          {text('agreements.export')}
        </a>
      </p>
      {adoption.mirrored === true ? (
        <p>
          <a href={mirrorHref(row.agreement, request)}>{text('agreements.mirror.link')}</a>
        </p>
      ) : null}
      <Doing request={request} agreement={row.agreement} />
      {note === undefined ? null : (
        <Card title={text('agreements.note')} level={3}>
          <p lang={note.lang} dir="auto">
            {note.words}
          </p>
        </Card>
      )}
    </section>
  );
}

/** The latest acts, and what is on record of the agreement itself. */
export function Record(props: AsideProps): Markup {
  return (
    <>
      <Latest {...props} />
      <OnRecord {...props} />
    </>
  );
}
