/** What one actor is in one group, since when, and why. */
import { isRefusal } from '../../../kernel/refusal.ts';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { FindingView } from '../../../ui/finding/finding.tsx';
import type { Page } from '../../../ui/page.ts';
import { PlainDate } from '../../../ui/plain-date/plain-date.tsx';
import { Timeline, type TimelineItem } from '../../../ui/timeline/timeline.tsx';
import type { Text } from '../../../ui/text/text.ts';
import { membership } from '../questions/members.ts';
import { show } from '../questions/show.ts';
import type { StandingItem } from '../questions/shapes.ts';
import { actHref, actorHref, breadcrumbOf, nameIn } from './links.ts';
import { StandingChip } from './standing-chip.tsx';

/** The days of a standing that are known, with the act that made each. */
function happenings(text: Text, standing: StandingItem): TimelineItem[] {
  const status = text(`actors.status.${standing.status}`);
  const { from, to, joinAct, leaveAct, source } = standing;
  const items: TimelineItem[] = [];
  if (from !== null) {
    const title = <a href={actHref(joinAct)}>{text('actors.event.joined', { status })}</a>;
    items.push({ on: from, title, detail: source ?? text('ui.basis.signed'), weight: 'strong' });
  }
  if (to !== null) {
    const key = standing.endedWith === null ? 'left' : `ended-with-${standing.endedWith}`;
    const words = text(`actors.event.${key}`, { status });
    items.push({
      on: to,
      title: leaveAct === null ? words : <a href={actHref(leaveAct)}>{words}</a>,
    });
  }
  return items;
}

export const standingPage: Page = {
  path: '/actors/:actor/in/:group',
  examples: ['/actors/KEN/in/un'],
  section: 'actors',
  async render(request) {
    const { text, params } = request;
    const { actor = '', group = '' } = params;
    const found = await request.ask(membership, { actor, group, locale: text.locale });
    if (isRefusal(found)) return found;
    const one = await request.ask(show, { actor });
    if (isRefusal(one)) return one;
    const other = await request.ask(show, { actor: group });
    if (isRefusal(other)) return other;
    const [name, groupName] = [nameIn(one.item, request), nameIn(other.item, request)];
    const items = found.standings.flatMap((standing) => happenings(text, standing));
    const { status } = found;
    const chip = items.length === 0 ? null : <StandingChip text={text} status={status} large />;
    return {
      title: `${name} – ${groupName}`,
      breadcrumb: [...breadcrumbOf(request), { label: groupName, href: actorHref(group, request) }],
      body: (
        <>
          <div class="title">
            <p>
              <a href={actorHref(group, request)}>{groupName}</a>
            </p>
            <h1>
              <a href={actorHref(actor, request)}>{name}</a>
            </h1>
            <p>
              {chip}{' '}
              {found.since === null ? null : (
                <>
                  {text('actors.since')} <PlainDate text={text} on={found.since} />
                </>
              )}
            </p>
          </div>
          <FindingView text={text} finding={found.finding} id="why" />
          <section>
            <h2>{text('actors.timeline')}</h2>
            {items.length === 0 ? (
              <EmptyState title={text('actors.memberships.none')}>
                <p>{text('actors.memberships.none.next')}</p>
              </EmptyState>
            ) : (
              <Timeline text={text} items={items} />
            )}
          </section>
        </>
      ),
    };
  },
};
