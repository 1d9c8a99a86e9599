/** Where one actor stands towards one agreement, and why. */
import { isRefusal } from '../../../kernel/refusal.ts';
import { FindingView } from '../../../ui/finding/finding.tsx';
import type { Markup } from '../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../ui/page.ts';
import { PlainDate } from '../../../ui/plain-date/plain-date.tsx';
import { Timeline } from '../../../ui/timeline/timeline.tsx';
import { acts } from '../questions/acts.ts';
import { show, status } from '../questions/one.ts';
import { reservations } from '../questions/reservations.ts';
import { territories } from '../questions/territories.ts';
import type { Standing } from '../rules/status.ts';
import type { Act, Found } from './answers.ts';
import { AgreementViews } from './agreement-views.tsx';
import { actorAgreementsHref, actorHref, agreementHref, ministryHref } from './links.ts';
import { actWord } from './depositary/notification-text.ts';
import { StandingChip } from './standing-chip.tsx';
import { OwnReservations } from './reservations/status-reservations.tsx';
import { Territories } from './versions/territories.tsx';

const OUT: readonly Standing[] = ['declined', 'withdrawn', 'ended', 'terminated', 'none'];

function toneOf(standing: Standing): 'yes' | 'no' | 'open' {
  if (standing === 'party') return 'yes';
  return OUT.includes(standing) ? 'no' : 'open';
}

/** The finding with its question and answer in the reader's language. */
function Why({ request, found }: { request: PageRequest; found: Found }): Markup {
  const { text } = request;
  const standing = text(`agreements.standing.${found.standing}`);
  const since = found.since === null ? '' : ` ${text('agreements.since')} ${found.since}`;
  const question = text('agreements.status.why', { actor: found.name });
  const finding = { ...found.finding, question, text: `${standing}${since}` };
  return <FindingView text={text} finding={finding} tone={toneOf(found.standing)} id="why" />;
}

function OwnActs({ request, own }: { request: PageRequest; own: readonly Act[] }): Markup {
  const { text } = request;
  return (
    <section>
      <h2>{text('agreements.own-acts')}</h2>
      {own.length === 0 ? (
        <p>{text('agreements.own-acts.none')}</p>
      ) : (
        <Timeline
          text={text}
          items={own.map((row) => ({
            on: row.on,
            title: <a href={`/acts/${row.act}`}>{actWord(text, row)}</a>,
            detail: row.source ?? text('ui.basis.signed'),
          }))}
        />
      )}
    </section>
  );
}

async function askAll(request: PageRequest) {
  const { locale } = request;
  const { agreement, actor } = request.params;
  const found = await request.ask(status, { agreement, actor, locale });
  if (isRefusal(found)) return found;
  const shown = await request.ask(show, { agreement, locale });
  if (isRefusal(shown)) return shown;
  const done = await request.ask(acts, { agreement, locale });
  if (isRefusal(done)) return done;
  const reserved = await request.ask(reservations, { agreement, actor, locale });
  if (isRefusal(reserved)) return reserved;
  const where = await request.ask(territories, { agreement, actor, locale });
  if (isRefusal(where)) return where;
  return { found, shown, where, reserved, own: done.rows.filter((row) => row.actor === actor) };
}

export const statusPage: Page = {
  path: '/agreements/:agreement/:actor',
  section: 'agreements',
  examples: ['/agreements/paris-agreement/USA'],
  async render(request) {
    const asked = await askAll(request);
    if (isRefusal(asked)) return asked;
    const { found, shown, where, reserved, own } = asked;
    const { text } = request;
    const actor = request.params['actor'] ?? '';
    const treaty = shown.row.title;
    const treatyHref = agreementHref(shown.row.agreement, request);
    return {
      title: `${found.name} – ${treaty}`,
      follows: { register: `agreements/${shown.row.agreement}` },
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('agreements.title'), href: '/agreements' },
        { label: treaty, href: treatyHref },
      ],
      body: (
        <>
          <div class="title">
            <p class="kind">
              <a href={treatyHref}>{treaty}</a>
            </p>
            <h1>{found.name}</h1>
            <p class="standing">
              <StandingChip text={text} standing={found.standing} />{' '}
              {found.since === null ? null : (
                <>
                  {text('agreements.since')} <PlainDate text={text} on={found.since} />
                </>
              )}
            </p>
          </div>
          <AgreementViews request={request} agreement={shown.row.agreement} />
          <div class="columns">
            <div>
              <Why request={request} found={found} />
              <OwnReservations request={request} found={reserved} />
            </div>
            <aside>
              <OwnActs request={request} own={own} />
              <Territories request={request} rows={where.rows} />
              <section>
                <ul class="plain-list">
                  <li>
                    <a href={ministryHref(actor, request)}>
                      {text('agreements.ministry.title', { name: found.name })}
                    </a>
                  </li>
                  <li>
                    <a href={actorAgreementsHref(actor, request)}>
                      {text('agreements.of-actor', { actor: found.name })}
                    </a>
                  </li>
                  <li>
                    <a href={actorHref(actor, request)}>
                      {text('agreements.about-actor', { actor: found.name })}
                    </a>
                  </li>
                </ul>
              </section>
            </aside>
          </div>
        </>
      ),
    };
  },
};
