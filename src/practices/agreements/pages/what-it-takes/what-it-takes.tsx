/** What it would take to bring an agreement into force: picture, sets, signatories, what if. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { FindingView } from '../../../../ui/finding/finding.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { formatNumber } from '../../../../ui/text/format.ts';
import { curve } from '../../questions/curve.ts';
import { show } from '../../questions/one.ts';
import { takesQuestion } from '../../questions/what-it-takes.ts';
import { Curve } from '../agreement-curve.tsx';
import { AgreementViews } from '../agreement-views.tsx';
import type { Shown, Takes } from '../answers.ts';
import { agreementHref } from '../links.ts';
import { StateChip } from '../standing-chip.tsx';
import { Conditions, Picture } from './what-it-takes-conditions.tsx';
import { Forecast } from './what-it-takes-forecast.tsx';
import { WhatIf } from './what-it-takes-if.tsx';
import { Always, Sets, Signatories } from './what-it-takes-sets.tsx';

interface Props {
  readonly request: PageRequest;
  readonly takes: Takes;
}

function headline({ request, takes }: Props): string {
  const { text } = request;
  const { needed, state } = takes;
  if (state === 'impossible' || needed === null) return text('agreements.takes.impossible');
  if (needed === 0) return text('agreements.takes.enough');
  return text('agreements.takes.needed', { count: needed });
}

function Answer({ request, takes }: Props): Markup {
  const { text, locale } = request;
  const { needed, neededAtLeast, setsCount, state } = takes;
  if (takes.fulfilledOn !== null) {
    return (
      <p class="standing">
        {text('agreements.takes.met')} <PlainDate text={text} on={takes.fulfilledOn} />
      </p>
    );
  }
  const number = formatNumber(locale, setsCount.number);
  const isProven = needed === null || needed === neededAtLeast;
  return (
    <>
      <p>
        <b>{headline({ request, takes })}</b>
        {state === 'if-come' ? ` – ${text('agreements.takes.if-come')}` : null}
      </p>
      {needed === null || needed === 0 ? null : (
        <p>
          {text(`agreements.takes.sets.${setsCount.exact ? 'exact' : 'at-least'}`, { number })}
          {isProven
            ? null
            : ` · ${text('agreements.takes.unproven', { number: `${neededAtLeast}` })}`}
        </p>
      )}
    </>
  );
}

function Title({ request, shown, takes }: Props & { readonly shown: Shown }): Markup {
  const { text } = request;
  return (
    <div class="title">
      <p class="kind">
        <a href={agreementHref(shown.row.agreement, request)}>{shown.row.title}</a>
      </p>
      <h1>{text('agreements.takes.title')}</h1>
      <p class="standing">
        <StateChip text={text} state={shown.row.state} large />
      </p>
      <Answer request={request} takes={takes} />
    </div>
  );
}

/** The same answer for machines, with the same assumptions. */
function downloads(agreement: string, request: PageRequest) {
  const assumed = request.search
    .getAll('assume')
    .map((one) => `&assume=${encodeURIComponent(one)}`);
  return (['csv', 'json'] as const).map((format) => ({
    href:
      questionHref('agreements.what-it-takes', { agreement }, request, format) + assumed.join(''),
    label: format.toUpperCase(),
    type: format === 'csv' ? 'text/csv' : 'application/json',
  }));
}

function Open(props: Props & { readonly agreement: string }): Markup {
  const { request, takes, agreement } = props;
  const given = { request, takes, agreement };
  return (
    <>
      <Always {...given} />
      <Sets {...given} downloads={downloads(agreement, request)} />
      <WhatIf {...given} />
      <Signatories {...given} />
    </>
  );
}

async function askAll(request: PageRequest) {
  const agreement = request.params['agreement'] ?? '';
  const { locale } = request;
  const assume = request.search.getAll('assume').filter((one) => one !== '');
  const shown = await request.ask(show, { agreement, locale });
  if (isRefusal(shown)) return shown;
  const takes = await request.ask(takesQuestion, { agreement, assume, locale });
  if (isRefusal(takes)) return takes;
  const drawn = await request.ask(curve, { agreement, locale });
  if (isRefusal(drawn)) return drawn;
  return { shown, takes, drawn };
}

export const takesPage: Page = {
  path: '/agreements/:agreement/what-it-takes',
  section: 'agreements',
  examples: [
    '/agreements/comprehensive-test-ban-treaty/what-it-takes',
    '/agreements/paris-agreement/what-it-takes?asOf=2016-08-01&assume=USA&assume=CHN',
    '/agreements/paris-agreement/what-it-takes',
  ],
  async render(request) {
    const asked = await askAll(request);
    if (isRefusal(asked)) return asked;
    const { shown, takes, drawn } = asked;
    const { text } = request;
    const { agreement, title } = shown.row;
    const given = { request, takes, agreement };
    return {
      title: `${text('agreements.takes.title')} – ${title}`,
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('agreements.title'), href: '/agreements' },
        { label: title, href: agreementHref(agreement, request) },
      ],
      alternates: downloads(agreement, request),
      body: (
        <>
          <Title request={request} shown={shown} takes={takes} />
          <AgreementViews request={request} agreement={agreement} current="what-it-takes" />
          <div class="columns">
            <div>
              <Picture {...given} />
              <Forecast {...given} />
              {takes.state === 'met' ? null : <Open {...given} />}
              <Conditions {...given} />
              <FindingView text={text} finding={takes.finding} id="why" />
            </div>
            <aside>
              <Curve request={request} shown={shown} curve={drawn} />
            </aside>
          </div>
        </>
      ),
    };
  },
};
