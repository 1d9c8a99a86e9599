/** One actor: what it is, where it stands, why, what it belongs to and who belongs to it. */
import { isRefusal } from '../../../kernel/refusal.ts';
import { Figures } from '../../../ui/card/card.tsx';
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { FindingView } from '../../../ui/finding/finding.tsx';
import type { Markup } from '../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../ui/page.ts';
import { PlainDate } from '../../../ui/plain-date/plain-date.tsx';
import { StatusChip } from '../../../ui/status-chip/status-chip.tsx';
import { Thing } from '../../../ui/thing/thing.tsx';
import { formatNumber } from '../../../ui/text/format.ts';
import { members } from '../questions/members.ts';
import { show } from '../questions/show.ts';
import { ActorAbout, ActorRecord } from './actor-aside.tsx';
import { ActorTimeline } from './actor-timeline.tsx';
import type { Members, Shown } from './answers.ts';
import { boundHref, breadcrumbOf, downloadsOf, nameIn, standingHref } from './links.ts';
import { MembersMap, MembersTable } from './members.tsx';
import { DayOrDash, StandingChip } from './standing-chip.tsx';

/** So many tell what somebody belongs to; the others unfold. */
const ROWS_FIRST = 10;

interface PartProps {
  readonly request: PageRequest;
  readonly shown: Shown;
}

function Title({ request, shown }: PartProps): Markup {
  const { text } = request;
  const { item, officialName } = shown;
  const state = item.exists ? 'exists' : item.to === null ? 'not-yet' : 'no-more';
  const day = item.exists ? item.from : (item.to ?? item.from);
  return (
    <div class="title">
      <p>{text(`actors.kind.${item.kind}`)}</p>
      <h1>{nameIn(item, request)}</h1>
      {officialName === null ? null : <p>{officialName}</p>}
      <p>
        <StatusChip
          text={text}
          status={item.exists ? 'in-force' : 'terminated'}
          label={text(`actors.state.${state}`)}
          large
        />{' '}
        {day === null ? null : (
          <>
            {text('actors.since')} <PlainDate text={text} on={day} />
          </>
        )}
      </p>
    </div>
  );
}

function Standing({ request, shown }: PartProps): Markup {
  const { text, locale } = request;
  const belongs = shown.memberships.filter((one) => one.status === 'member').length;
  const { id } = shown.item;
  const number = (value: number): string => formatNumber(locale, value);
  const figures = [
    { value: number(belongs), label: text('actors.figure.memberships'), href: '#memberships' },
    ...(shown.members === 0
      ? []
      : [{ value: number(shown.members), label: text('actors.figure.members'), href: '#members' }]),
  ];
  return (
    <section>
      <h2>{text('actors.where')}</h2>
      <Figures figures={figures} />
      <p>
        {shown.treatyCapacity ? (
          <>
            {text('actors.capacity.yes')}{' '}
            <a href={boundHref(id, request)}>{text('actors.capacity.bound')}</a>
          </>
        ) : (
          text('actors.capacity.no')
        )}
      </p>
      {shown.regionalIntegration ? <p>{text('actors.capacity.regional')}</p> : null}
      <p>
        <a href={`/memberships?one=${id}`}>{text('actors.compare.link')}</a>
      </p>
    </section>
  );
}

function Memberships({ request, shown }: PartProps): Markup | null {
  const { text } = request;
  if (shown.memberships.length === 0) return null;
  const title = text('actors.memberships');
  const rows = shown.memberships.flatMap((membership) =>
    membership.standings.map((standing) => ({ group: membership.group, standing })),
  );
  const holds = (to: string | null) => to === null || request.asOf < to;
  return (
    <section>
      <h2>{title}</h2>
      <DataTable
        text={text}
        id="memberships"
        caption={title}
        captionHidden
        rowsFirst={ROWS_FIRST}
        columns={['group', 'standing', 'since', 'until'].map((key) => ({
          key,
          label: text(`actors.column.${key}`),
        }))}
        rows={rows.map(({ group, standing }) => ({
          cells: {
            group: (
              <a href={standingHref(shown.item.id, group.id, request)}>{nameIn(group, request)}</a>
            ),
            standing: (
              <StandingChip text={text} status={holds(standing.to) ? standing.status : null} />
            ),
            since: <DayOrDash text={text} on={standing.from} />,
            until: <DayOrDash text={text} on={standing.to} />,
          },
        }))}
        downloads={downloadsOf('actors.show', { actor: shown.item.id }, request)}
      />
    </section>
  );
}

/** What it belongs to, and who belongs to it. */
function Who({ request, shown, within }: PartProps & { within: Members | null }): Markup {
  return (
    <>
      {within ? <MembersMap request={request} answer={within} /> : null}
      <Memberships request={request} shown={shown} />
      {within ? <MembersTable request={request} answer={within} /> : null}
    </>
  );
}

export const actorPage: Page = {
  path: '/actors/:actor',
  examples: ['/actors/KEN', '/actors/un'],
  section: 'actors',
  async render(request) {
    const { text } = request;
    const actor = request.params['actor'] ?? '';
    const shown = await request.ask(show, { actor, locale: text.locale });
    if (isRefusal(shown)) return shown;
    const within =
      shown.members === 0
        ? null
        : await request.ask(members, { group: actor, locale: text.locale });
    if (isRefusal(within)) return within;
    const name = nameIn(shown.item, request);
    return {
      title: name,
      description: text('actors.description', { name }),
      breadcrumb: breadcrumbOf(request),
      body: (
        <>
          <Title request={request} shown={shown} />
          <Thing
            text={text}
            about={<ActorAbout request={request} shown={shown} />}
            parts={{
              standing: <Standing request={request} shown={shown} />,
              why: <FindingView text={text} finding={shown.existence} id="why" />,
              timeline: ActorTimeline({ request, shown }),
              who: <Who request={request} shown={shown} within={within} />,
              record: <ActorRecord request={request} shown={shown} />,
            }}
          />
        </>
      ),
    };
  },
};
