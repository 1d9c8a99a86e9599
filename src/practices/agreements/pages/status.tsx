/** Where one actor stands towards one agreement, and why. */
import { isRefusal } from '../../../kernel/refusal.ts';
import { FindingView } from '../../../ui/finding/finding.tsx';
import type { Page } from '../../../ui/page.ts';
import { PlainDate } from '../../../ui/plain-date/plain-date.tsx';
import { Timeline } from '../../../ui/timeline/timeline.tsx';
import { acts } from '../questions/acts.ts';
import { show, status } from '../questions/one.ts';
import { actorHref, agreementHref } from './links.ts';
import { StandingChip } from './standing-chip.tsx';

export const statusPage: Page = {
  path: '/agreements/:agreement/:actor',
  section: 'agreements',
  async render(request) {
    const { agreement, actor } = request.params;
    const { text } = request;
    const found = await request.ask(status, { agreement, actor });
    if (isRefusal(found)) return found;
    const shown = await request.ask(show, { agreement });
    if (isRefusal(shown)) return shown;
    const done = await request.ask(acts, { agreement });
    if (isRefusal(done)) return done;
    const own = done.rows.filter((row) => row.actor === actor);
    const treaty = shown.adoption.title[request.locale] ?? shown.row.title;
    const name = found.name;
    return {
      title: `${name} – ${treaty}`,
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('agreements.title'), href: '/agreements' },
        { label: treaty, href: agreementHref(shown.row.agreement, request) },
      ],
      body: (
        <>
          <div class="title">
            <p>
              <a href={agreementHref(shown.row.agreement, request)}>{treaty}</a>
            </p>
            <h1>
              <a href={actorHref(actor ?? '', request)}>{name}</a>
            </h1>
            <p>
              <StandingChip text={text} standing={found.standing} />{' '}
              {found.since === null ? null : (
                <>
                  {text('agreements.since')} <PlainDate text={text} on={found.since} />
                </>
              )}
            </p>
          </div>
          <FindingView text={text} finding={found.finding} id="why" />
          <section>
            <h2>{text('agreements.own-acts')}</h2>
            {own.length === 0 ? (
              <p>{text('agreements.own-acts.none')}</p>
            ) : (
              <Timeline
                text={text}
                items={own.map((row) => ({
                  on: row.on,
                  title: (
                    <a href={`/acts/${row.act}`}>
                      {text(
                        row.instrument === null
                          ? `agreements.event.${row.kind}`
                          : `agreements.instrument.${row.instrument}`,
                      )}
                    </a>
                  ),
                  detail: row.source ?? text('ui.basis.signed'),
                }))}
              />
            )}
          </section>
        </>
      ),
    };
  },
};
