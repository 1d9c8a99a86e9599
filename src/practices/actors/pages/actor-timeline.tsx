/** What happened to an actor, in order: its beginning and end, successions, joinings, leavings. */
import type { Content, Markup } from '../../../ui/markup.ts';
import type { PageRequest } from '../../../ui/page.ts';
import { Timeline, type TimelineItem } from '../../../ui/timeline/timeline.tsx';
import type { Shown } from './answers.ts';
import { actorHref, nameIn, standingHref } from './links.ts';

interface TimelineProps {
  readonly request: PageRequest;
  readonly shown: Shown;
}

const ITEMS_FIRST = 6;

type Happening = TimelineItem | null;

function happening(on: string | null, title: Content, detail?: Content): Happening {
  return on === null ? null : { on, title, ...(detail === undefined ? {} : { detail }) };
}

function ofExistence({ request: { text }, shown: { item } }: TimelineProps): Happening[] {
  return [
    happening(item.from, text('actors.event.began')),
    happening(item.to, text('actors.event.ended')),
  ].map((one) => one && { ...one, weight: 'strong' });
}

function ofSuccession({ request, shown }: TimelineProps): Happening[] {
  const { text } = request;
  const turn = (end: 'predecessors' | 'successors') =>
    shown[end].map(({ item, on, kind }) => {
      const link = <a href={actorHref(item.id, request)}>{nameIn(item, request)}</a>;
      return happening(on, link, `${text(`actors.${end}`)}: ${text(`actors.succession.${kind}`)}`);
    });
  return [...turn('predecessors'), ...turn('successors')];
}

function ofMemberships({ request, shown }: TimelineProps): Happening[] {
  const { text } = request;
  return shown.memberships.flatMap(({ group, standings }) => {
    const href = standingHref(shown.item.id, group.id, request);
    const link = <a href={href}>{nameIn(group, request)}</a>;
    return standings.flatMap(({ status, from, to, endedWith }) => {
      const values = { status: text(`actors.status.${status}`) };
      const end = endedWith === null ? 'left' : `ended-with-${endedWith}`;
      return [
        happening(from, link, text('actors.event.joined', values)),
        happening(to, link, text(`actors.event.${end}`, values)),
      ];
    });
  });
}

/** The timeline; what comes after the page’s day is marked as coming. */
export function ActorTimeline(props: TimelineProps): Markup | null {
  const { text, asOf } = props.request;
  const items = [...ofExistence(props), ...ofSuccession(props), ...ofMemberships(props)]
    .filter((item) => item !== null)
    .map((item): TimelineItem => (item.on > asOf ? { ...item, weight: 'coming' } : item))
    .sort((one, other) => (one.on < other.on ? -1 : 1));
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{text('actors.timeline')}</h2>
      <Timeline text={text} items={items} itemsFirst={ITEMS_FIRST} />
    </section>
  );
}
