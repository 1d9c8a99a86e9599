/** On the page of one party: its reservations and statements, and what the others answered. */
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import type { ReservationsFound } from '../answers.ts';
import { reservationsHref } from '../links.ts';
import { LifeChip, Reserved, idOf } from './reservation-entry.tsx';

interface OwnReservationsProps {
  readonly request: PageRequest;
  readonly found: ReservationsFound;
}

/** What one party reserved and declared, in short, with the way to the words. */
export function OwnReservations({ request, found }: OwnReservationsProps): Markup | null {
  const { text } = request;
  const { rows, declarations, derogations, agreement } = found;
  if (rows.length + declarations.length + derogations.length === 0) return null;
  const href = reservationsHref(agreement, request);
  return (
    <section>
      <h2>{text('agreements.reservations.title')}</h2>
      <ul class="plain-list spaced">
        {rows.map((row) => {
          const objections = row.answers.filter(
            ({ kind, counts }) => kind === 'objection' && counts,
          );
          return (
            <li>
              <a href={`${href}#r-${idOf(row)}`}>
                <Reserved request={request} row={row} />
              </a>{' '}
              <LifeChip request={request} state={row.state} />
              {objections.length === 0
                ? null
                : ` · ${text('agreements.reservation.objections', { count: objections.length })}`}
            </li>
          );
        })}
        {declarations.map((row) => (
          <li>
            <a href={`/acts/${row.act}`}>{text(`agreements.declaration.${row.kind}`)}</a>
          </li>
        ))}
        {derogations.map((row) => (
          <li>
            <a href={`/acts/${row.act}`}>{text('agreements.derogation')}</a>{' '}
            <bdi lang="en">{row.concerns}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
