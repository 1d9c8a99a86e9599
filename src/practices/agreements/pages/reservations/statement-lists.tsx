/** Declarations and derogations of an agreement, each with its words. */
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { StatusChip } from '../../../../ui/status-chip/status-chip.tsx';
import { formatList } from '../../../../ui/text/format.ts';
import { Wording } from '../../../../ui/wording/wording.tsx';
import type { ReservationsFound } from '../answers.ts';
import { statusHref } from '../links.ts';

type Declaration = ReservationsFound['declarations'][number];
type Derogation = ReservationsFound['derogations'][number];

interface ListsProps {
  readonly request: PageRequest;
  readonly found: ReservationsFound;
}

function Head({ request, found, row, kind }: ListsProps & HeadProps): Markup {
  return (
    <h3>
      <a href={statusHref(found.agreement, row.actor, request)}>{row.name}</a> – {kind}
      {row.concerns === '' ? null : (
        <>
          , <bdi lang="en">{row.concerns}</bdi>
        </>
      )}
    </h3>
  );
}

interface HeadProps {
  readonly row: Declaration | Derogation;
  readonly kind: string;
}

function Life({ request, row }: { request: PageRequest; row: Declaration | Derogation }): Markup {
  const { text } = request;
  const label = text(`agreements.statement.${row.stands ? 'stands' : 'ended'}`);
  const status = row.stands ? 'in-force' : 'terminated';
  return (
    <p class="standing">
      <StatusChip text={text} status={status} label={label} /> ·{' '}
      <a href={`/acts/${row.act}`}>
        <PlainDate text={text} on={row.on} />
      </a>
      {'from' in row ? (
        <>
          {' · '}
          {text('agreements.from')} <PlainDate text={text} on={row.from} />
        </>
      ) : null}
      {row.endsOn === null ? null : (
        <>
          {' · '}
          {text('agreements.statement.ends')} <PlainDate text={text} on={row.endsOn} />
        </>
      )}
    </p>
  );
}

function DeclarationEntry({ request, found, row }: ListsProps & { row: Declaration }): Markup {
  const { text, locale } = request;
  const kind = text(`agreements.declaration.${row.kind}`);
  const names = formatList(
    locale,
    row.towards.map(({ name }) => name),
  );
  return (
    <article class="statement">
      <Head request={request} found={found} row={row} kind={kind} />
      <Life request={request} row={row} />
      {names === '' ? null : <p>{text('agreements.declaration.towards', { names })}</p>}
      <Wording text={text} wording={row.text} />
    </article>
  );
}

/** Declarations first, then derogations; what is not there is not headed. */
export function StatementLists({ request, found }: ListsProps): Markup {
  const { text } = request;
  const { declarations, derogations } = found;
  return (
    <>
      {declarations.length === 0 ? null : (
        <section>
          <h2>{text('agreements.declarations')}</h2>
          {declarations.map((row) => (
            <DeclarationEntry request={request} found={found} row={row} />
          ))}
        </section>
      )}
      {derogations.length === 0 ? null : (
        <section>
          <h2>{text('agreements.derogations')}</h2>
          {derogations.map((row) => (
            <article class="statement">
              <Head
                request={request}
                found={found}
                row={row}
                kind={text('agreements.derogation')}
              />
              <Life request={request} row={row} />
              <Wording text={text} wording={row.text} />
            </article>
          ))}
        </section>
      )}
    </>
  );
}
