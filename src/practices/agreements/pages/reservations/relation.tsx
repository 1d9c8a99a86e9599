/** What stands between two parties under one agreement, provision by provision, and why. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import { FindingView } from '../../../../ui/finding/finding.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { Wording } from '../../../../ui/wording/wording.tsx';
import { show } from '../../questions/one.ts';
import { relation } from '../../questions/relations.ts';
import type { Outcome } from '../../rules/reservations/relations.ts';
import { AgreementViews } from '../agreement-views.tsx';
import type { RelationFound } from '../answers.ts';
import { agreementHref, reservationsHref } from '../links.ts';
import { PairForm } from './relation-form.tsx';

interface FoundProps {
  readonly request: PageRequest;
  readonly found: RelationFound;
}

const TONES: Readonly<Record<Outcome, 'yes' | 'no' | 'open'>> = {
  'not-parties': 'no',
  precluded: 'no',
  'no-party': 'no',
  excluded: 'open',
  open: 'open',
  modified: 'yes',
  pending: 'open',
  'in-force': 'yes',
};

function Why({ request, found }: FoundProps): Markup {
  const { text } = request;
  const { oneName: one, otherName: other, outcome } = found;
  const finding = {
    ...found.finding,
    question: text('agreements.relation.why', { one, other }),
    text: text(`agreements.outcome.${outcome}`),
  };
  return <FindingView text={text} finding={finding} tone={TONES[outcome]} id="why" />;
}

type ProvisionRow = RelationFound['rows'][number];

function provisionName(request: PageRequest, row: ProvisionRow, count: number): Content {
  if (row.provision !== null) return <bdi lang="en">{row.citation}</bdi>;
  return request.text(`agreements.relation.${count > 1 ? 'rest' : 'all'}`);
}

function Provisions({ request, found }: FoundProps): Markup | null {
  const { text } = request;
  if (found.rows.length === 0) return null;
  const { agreement, one, other } = found;
  const makers = new Map(found.terms.map(({ act, byName }) => [act, byName]));
  const reservationsOf = ({ reservations }: ProvisionRow): Content =>
    reservations.map((act, at) => (
      <>
        {at === 0 ? null : ' · '}
        <a href={`/acts/${act}`}>{makers.get(act) ?? act}</a>
      </>
    ));
  return (
    <DataTable
      text={text}
      id="provisions"
      caption={text('agreements.relation.provisions')}
      columns={(['provision', 'state', 'by'] as const).map((key) => ({
        key,
        label: text(`agreements.relation.${key}`),
      }))}
      rows={found.rows.map((row) => ({
        cells: {
          provision: provisionName(request, row, found.rows.length),
          state: text(`agreements.provision.${row.state}`),
          by: reservationsOf(row),
        },
      }))}
      downloads={(['csv', 'json'] as const).map((format) => ({
        href: questionHref('agreements.relation', { agreement, one, other }, request, format),
        label: format.toUpperCase(),
      }))}
    />
  );
}

function Terms({ request, found }: FoundProps): Markup | null {
  const { text } = request;
  if (found.terms.length === 0) return null;
  const columns = ['maker', 'reserved', 'effect', 'state', 'since', 'deadline'] as const;
  return (
    <DataTable
      text={text}
      id="terms"
      caption={text('agreements.relation.terms')}
      columns={columns.map((key) => ({
        key,
        label: text(`agreements.relation.term.${key}`),
        kind: key === 'since' || key === 'deadline' ? ('date' as const) : ('text' as const),
      }))}
      rows={found.terms.map((term) => ({
        cells: {
          maker: <a href={`/acts/${term.act}`}>{term.byName}</a>,
          reserved: <bdi lang="en">{term.reserved}</bdi>,
          effect: text(`agreements.reservation.effect.${term.effect}`),
          state: text(`agreements.life.${term.state}`),
          since: term.since,
          deadline: term.deadline,
        },
      }))}
    />
  );
}

function Stated({ request, found }: FoundProps): Markup | null {
  const { text } = request;
  if (found.statements.length === 0) return null;
  return (
    <section>
      <h2>{text('agreements.relation.statements')}</h2>
      <p>{text('agreements.relation.as-stated')}</p>
      {found.statements.map(({ act, name, text: wording }) => (
        <article class="statement">
          <h3>
            <a href={`/acts/${act}`}>{name}</a>
          </h3>
          <Wording text={text} wording={wording} />
        </article>
      ))}
    </section>
  );
}

function Body({ request, found }: FoundProps): Markup {
  const { oneName: one, otherName: other, agreement } = found;
  return (
    <>
      <div class="title">
        <p class="kind">
          <a href={agreementHref(agreement, request)}>{found.title}</a>
        </p>
        <h1>{request.text('agreements.relation.title', { one, other })}</h1>
      </div>
      <AgreementViews request={request} agreement={agreement} current="reservations" />
      <Why request={request} found={found} />
      <Provisions request={request} found={found} />
      <Terms request={request} found={found} />
      <Stated request={request} found={found} />
      <PairForm request={request} agreement={agreement} one={found.one} other={found.other} />
    </>
  );
}

interface AskProps {
  readonly request: PageRequest;
  readonly agreement: string;
  readonly title: string;
}

/** Without two named, the page asks for them. */
function AskForTwo({ request, agreement, title }: AskProps): Markup {
  const { text, search } = request;
  const [one, other] = [search.get('one') ?? '', search.get('other') ?? ''];
  return (
    <>
      <div class="title">
        <p class="kind">
          <a href={agreementHref(agreement, request)}>{title}</a>
        </p>
        <h1>{text('agreements.relation.ask')}</h1>
      </div>
      <AgreementViews request={request} agreement={agreement} current="reservations" />
      <PairForm request={request} agreement={agreement} one={one} other={other} />
      <EmptyState title={text('agreements.between.ask')}>
        <p>{text('agreements.between.example')}</p>
      </EmptyState>
    </>
  );
}

export const relationPage: Page = {
  path: '/agreements/:agreement/between',
  section: 'agreements',
  examples: [
    '/agreements/genocide-convention/between',
    '/agreements/genocide-convention/between?one=KEN&other=NOR',
  ],
  async render(request) {
    const { text, search, locale } = request;
    const agreement = request.params['agreement'] ?? '';
    const one = search.get('one')?.trim() ?? '';
    const other = search.get('other')?.trim() ?? '';
    const shown = await request.ask(show, { agreement, locale });
    if (isRefusal(shown)) return shown;
    const { title } = shown.row;
    const breadcrumb = [
      { label: 'Concord', href: '/' },
      { label: text('agreements.title'), href: '/agreements' },
      { label: title, href: agreementHref(agreement, request) },
      { label: text('agreements.view.reservations'), href: reservationsHref(agreement, request) },
    ];
    if (one === '' || other === '') {
      const body = <AskForTwo request={request} agreement={agreement} title={title} />;
      return { title: text('agreements.relation.ask'), breadcrumb, body };
    }
    const found = await request.ask(relation, { agreement, one, other, locale });
    if (isRefusal(found)) return found;
    const names = { one: found.oneName, other: found.otherName };
    return {
      title: `${text('agreements.relation.title', names)} – ${found.title}`,
      breadcrumb,
      body: <Body request={request} found={found} />,
    };
  },
};
