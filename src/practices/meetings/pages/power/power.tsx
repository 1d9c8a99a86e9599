/** What it would take in a body: how much each member counts for, and coalitions to try. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { FindingView } from '../../../../ui/finding/finding.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { datesIn, questionHref } from '../../../../ui/page-dates.ts';
import { ViewLinks } from '../../../../ui/view-links/view-links.tsx';
import { coalitions } from '../../questions/power/coalitions.ts';
import { type Power, power } from '../../questions/power/power.ts';
import { bodyHref } from '../links.ts';
import { Blocks, Board, CoalitionForm, NearestCoalitions } from './explorer.tsx';
import { LeftOut, Members, Picture } from './indices.tsx';

function Rules({ request, shown }: { request: PageRequest; shown: Power }): Markup | null {
  if (shown.rules.length < 2) return null;
  return (
    <ViewLinks
      label={request.text('meetings.power.rules')}
      views={shown.rules.map(({ name, title }) => {
        const query = new URLSearchParams({ ...datesIn(request), rule: name });
        const href = `${request.path}?${query.toString()}`;
        return { label: title, href, current: name === shown.rule };
      })}
    />
  );
}

function downloads(request: PageRequest, { body, rule }: Power) {
  return (['csv', 'json'] as const).map((format) => ({
    href: questionHref('meetings.power', { body, rule }, request, format),
    label: format.toUpperCase(),
    type: format === 'csv' ? 'text/csv' : 'application/json',
  }));
}

async function askAll(request: PageRequest) {
  const { locale, search, params } = request;
  const named = search.get('rule');
  const given = { body: params['body'] ?? '', ...(named && { rule: named }), locale };
  const shown = await request.ask(power, given);
  if (isRefusal(shown)) return shown;
  const found = await request.ask(coalitions, {
    ...given,
    for: search.getAll('for'),
    against: search.getAll('against'),
  });
  return isRefusal(found) ? found : { shown, found };
}

export const powerPage: Page = {
  path: '/meetings/power/:body',
  section: 'meetings',
  island: 'coalition',
  examples: [
    '/meetings/power/bureau',
    '/meetings/power/bureau?rule=budget&for=BRA&for=JPN&against=KEN',
    '/meetings/power/general-conference',
  ],
  async render(request) {
    const asked = await askAll(request);
    if (isRefusal(asked)) return asked;
    const { shown, found } = asked;
    const { text } = request;
    const given = { request, found };
    const files = downloads(request, shown);
    return {
      title: `${text('meetings.power.title')} – ${shown.bodyTitle}`,
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('meetings.title'), href: '/meetings' },
        { label: shown.bodyTitle, href: bodyHref(shown.body, request) },
      ],
      alternates: files,
      body: (
        <>
          <div class="title">
            <p class="kind">
              <a href={bodyHref(shown.body, request)}>{shown.bodyTitle}</a>
            </p>
            <h1>{text('meetings.power.title')}</h1>
          </div>
          <Rules request={request} shown={shown} />
          <p>
            <b>{shown.ruleTitle}</b> · <span dir="auto">{shown.citation}</span>
          </p>
          <section aria-labelledby="explorer">
            <h2 id="explorer">{text('meetings.power.explorer')}</h2>
            <p>{text('meetings.power.explorer.lead')}</p>
            <Board {...given} />
            <CoalitionForm {...given} />
            <NearestCoalitions {...given} />
            <Blocks {...given} />
          </section>
          <section aria-labelledby="power">
            <h2 id="power">{text('meetings.power.indices')}</h2>
            <p>{text('meetings.power.indices.lead')}</p>
            <Picture request={request} power={shown} />
            <LeftOut request={request} power={shown} />
            <Members request={request} power={shown} downloads={files} />
            <FindingView text={text} finding={shown.finding} id="why" />
          </section>
        </>
      ),
    };
  },
};
