/** Reservations of an agreement: how they stand towards all, and each with its words. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { matrix } from '../../questions/relations.ts';
import { reservations } from '../../questions/reservations.ts';
import { AgreementViews } from '../agreement-views.tsx';
import type { MatrixFound, ReservationsFound } from '../answers.ts';
import { agreementHref } from '../links.ts';
import { PairForm } from './relation-form.tsx';
import { ReservationEntry } from './reservation-entry.tsx';
import { ReservationMatrix } from './reservation-matrix.tsx';
import { StatementLists } from './statement-lists.tsx';

function Clause({ request, found }: { request: PageRequest; found: ReservationsFound }): Markup {
  const { text } = request;
  const { clause } = found;
  const acceptance = clause?.acceptance ?? 'each';
  return (
    <section>
      <h2>{text('agreements.reservations.clause')}</h2>
      <p>
        {text(`agreements.reservations.policy.${clause?.policy ?? 'silent'}`)}
        {acceptance === 'each' ? null : ` ${text(`agreements.reservations.by.${acceptance}`)}`}
      </p>
      <p lang="en" dir="auto">
        <cite>{clause?.citation ?? 'VCLT Arts. 19-23'}</cite>
        {clause === null || clause.provisions.length === 0
          ? null
          : `: ${clause.provisions.join(', ')}`}
      </p>
    </section>
  );
}

/** All reservations, by maker: the first of each is where the matrix leads to. */
function Entries({ request, found }: { request: PageRequest; found: ReservationsFound }): Markup {
  const { text } = request;
  const byMaker = Map.groupBy(found.rows, ({ actor }) => actor);
  return (
    <section>
      <h2>{text('agreements.reservations.each')}</h2>
      {[...byMaker].map(([actor, rows]) => (
        <div id={`of-${actor}`}>
          {rows.map((row) => (
            <ReservationEntry request={request} agreement={found.agreement} row={row} />
          ))}
        </div>
      ))}
    </section>
  );
}

/** What one who is signed in may do here. */
function Doing({ request, agreement }: { request: PageRequest; agreement: string }) {
  const { signedIn, text } = request;
  if (!signedIn) return null;
  const form = (verb: string): string => {
    const fields = { type: `agreements.${verb}`, register: `agreements/${agreement}` };
    return `/acts/new?${new URLSearchParams(fields).toString()}`;
  };
  return (
    <section>
      <h2>{text('agreements.new-act')}</h2>
      <ul class="plain-list">
        <li>
          <a href={`/agreements/${agreement}/read-declarations`}>
            {text('agreements.reading.title')}
          </a>
        </li>
        {['reserve', 'object'].map((verb) => (
          <li>
            <a href={form(verb)}>{text(`agreements.reservations.do.${verb}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface BodyProps {
  readonly request: PageRequest;
  readonly found: ReservationsFound;
  readonly drawn: MatrixFound;
}

function Body({ request, found, drawn }: BodyProps): Markup {
  const { text } = request;
  const { rows, declarations, derogations } = found;
  const isEmpty = rows.length + declarations.length + derogations.length === 0;
  return (
    <>
      <div class="title">
        <p class="kind">
          <a href={agreementHref(found.agreement, request)}>{found.title}</a>
        </p>
        <h1>{text('agreements.reservations.title')}</h1>
        <p>{text('agreements.reservations.lead')}</p>
      </div>
      <AgreementViews request={request} agreement={found.agreement} current="reservations" />
      <ReservationMatrix request={request} found={drawn} />
      <div class="columns">
        <div>
          {isEmpty ? (
            <EmptyState title={text('agreements.reservations.none')}>
              <p>{text('agreements.reservations.none.teach')}</p>
            </EmptyState>
          ) : null}
          {rows.length === 0 ? null : <Entries request={request} found={found} />}
          <StatementLists request={request} found={found} />
        </div>
        <aside>
          <Clause request={request} found={found} />
          <Doing request={request} agreement={found.agreement} />
          <section>
            <h2>{text('agreements.relation.ask')}</h2>
            <PairForm request={request} agreement={found.agreement} one="" other="" />
          </section>
        </aside>
      </div>
    </>
  );
}

export const reservationsPage: Page = {
  path: '/agreements/:agreement/reservations',
  section: 'agreements',
  examples: ['/agreements/genocide-convention/reservations'],
  async render(request) {
    const { text, locale } = request;
    const input = { agreement: request.params['agreement'], locale };
    const found = await request.ask(reservations, input);
    if (isRefusal(found)) return found;
    const drawn = await request.ask(matrix, input);
    if (isRefusal(drawn)) return drawn;
    const { agreement, title } = found;
    return {
      title: `${text('agreements.reservations.title')} – ${title}`,
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('agreements.title'), href: '/agreements' },
        { label: title, href: agreementHref(agreement, request) },
      ],
      alternates: (['csv', 'json'] as const).map((format) => ({
        href: questionHref('agreements.reservations', { agreement }, request, format),
        label: format.toUpperCase(),
        type: format === 'csv' ? 'text/csv' : 'application/json',
      })),
      body: <Body request={request} found={found} drawn={drawn} />,
    };
  },
};
