/** The page of one agreement: what it is, where it stands, why, who, what is due, the record. */
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Page, PageRequest } from '../../../ui/page.ts';
import { questionHref } from '../../../ui/page-dates.ts';
import { Thing } from '../../../ui/thing/thing.tsx';
import { PlainDate } from '../../../ui/plain-date/plain-date.tsx';
import { acts } from '../questions/acts.ts';
import { curve } from '../questions/curve.ts';
import { parties, show } from '../questions/one.ts';
import { summaryIn } from '../questions/shapes.ts';
import { funnel } from '../questions/pictures/funnel.ts';
import { Documents, Due, Record } from './agreement-aside.tsx';
import { AgreementViews } from './agreement-views.tsx';
import { Curve } from './agreement-curve.tsx';
import { Why } from './agreement-why.tsx';
import { Parties } from './agreement-parties.tsx';
import { AgreementFunnel } from './pictures/funnel.tsx';
import type { Shown } from './answers.ts';
import { draftContent } from './texts/draft.tsx';
import { StateChip } from './standing-chip.tsx';

/** Since when it stands so, or from when it will. */
function StateDay({ request, row }: { request: PageRequest; row: Shown['row'] }) {
  const { text } = request;
  const on = row.endedOn ?? row.entryIntoForceOn;
  if (on === null) return null;
  return (
    <>
      {text(row.state === 'fulfilled' ? 'agreements.from' : 'agreements.since')}{' '}
      <b>
        <PlainDate text={text} on={on} />
      </b>{' '}
      ·{' '}
    </>
  );
}

function Title({ request, shown }: { request: PageRequest; shown: Shown }) {
  const { text } = request;
  const { adoption, row } = shown;
  const sectors = row.sectors.map((sector) => text(`agreements.sector.${sector}`)).join(' · ');
  const place = adoption.adoptedAt;
  const summary = summaryIn(request.locale, adoption);
  const adopted = <PlainDate text={text} on={row.adoptedOn} />;
  return (
    <div class="title">
      <p class="kind">
        {text(`agreements.kind.${row.kind}`)} · {sectors}
      </p>
      <h1>{row.title}</h1>
      <p class="subtitle">
        {text('agreements.adopted-on')} {adopted}
        {place === undefined ? null : `, ${place}`}
      </p>
      {summary === undefined ? null : (
        <p lang={summary.lang} dir="auto">
          {summary.words}
        </p>
      )}
      <p class="standing">
        <StateChip text={text} state={row.state} large /> <StateDay request={request} row={row} />
        {countsOf(request, row)}
      </p>
    </div>
  );
}

/** How many stand where; what nobody does is left out, but for being a party. */
function countsOf({ text }: PageRequest, row: Shown['row']): string {
  const counts = (['parties', 'contracting', 'signatories'] as const)
    .filter((key) => key === 'parties' || row[key] > 0)
    .map((key) => text(`agreements.count.${key}`, { count: row[key] }));
  return counts.join(' · ');
}

export const agreementPage: Page = {
  path: '/agreements/:agreement',
  section: 'agreements',
  examples: [
    '/agreements/paris-agreement',
    '/agreements/comprehensive-test-ban-treaty',
    '/agreements/paris-agreement?asOf=2016-10-10',
  ],
  async render(request) {
    const input = { agreement: request.params['agreement'], locale: request.locale };
    const shown = await request.ask(show, input);
    if (isRefusal(shown)) return (await draftContent(request, input.agreement ?? '')) ?? shown;
    const drawn = await request.ask(curve, input);
    const bound = await request.ask(parties, input);
    const done = await request.ask(acts, input);
    const reached = await request.ask(funnel, input);
    if (isRefusal(reached)) return reached;
    if (isRefusal(drawn)) return drawn;
    if (isRefusal(bound)) return bound;
    if (isRefusal(done)) return done;
    const { text } = request;
    const id = shown.row.agreement;
    const summary = summaryIn(request.locale, shown.adoption);
    const beside = { request, shown, acts: done.rows };
    return {
      title: shown.row.title,
      ...(summary === undefined ? {} : { description: summary.words }),
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('agreements.title'), href: '/agreements' },
      ],
      follows: { register: `agreements/${id}` },
      alternates: [
        {
          href: `/agreements/${id}/acts.atom?lang=${request.locale}`,
          label: shown.row.title,
          type: 'application/atom+xml',
        },
        {
          href: `/agreements/${id}/deadlines.ics?lang=${request.locale}`,
          label: text('agreements.due'),
          type: 'text/calendar',
        },
        ...(['csv', 'json'] as const).map((format) => ({
          href: questionHref('agreements.parties', { agreement: id }, request, format),
          label: format.toUpperCase(),
          type: format === 'csv' ? 'text/csv' : 'application/json',
        })),
      ],
      body: (
        <>
          <Title request={request} shown={shown} />
          <AgreementViews request={request} agreement={id} current="overview" />
          <Thing
            text={text}
            parts={{
              why: <Why request={request} shown={shown} />,
              timeline: Curve({ request, shown, curve: drawn }),
              who: (
                <>
                  <AgreementFunnel request={request} agreement={id} found={reached} />
                  <Parties request={request} agreement={id} rows={bound.rows} />
                </>
              ),
              due: <Due {...beside} />,
              documents: <Documents {...beside} />,
              record: <Record {...beside} />,
            }}
          />
        </>
      ),
    };
  },
};
