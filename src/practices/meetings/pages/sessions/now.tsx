/** Where a session stands now: the sitting, what is spoken of, who speaks, who is there. */
import { formatList } from '../../../../ui/text/format.ts';
import { DefinitionList } from '../../../../ui/definition-list/definition-list.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import { Meter } from '../../../../ui/meter/meter.tsx';
import { actorHref } from '../links.ts';
import { Instant } from '../decisions/instant.tsx';
import type { Props } from './answers.ts';
import { SessionChip } from './chips.tsx';
import { viewHref } from './links.ts';
import { TimeBar, TimeUsed } from './seconds.tsx';

function Sitting({ request, shown }: Props): Markup {
  const { text } = request;
  const { sitting } = shown;
  if (sitting === null) {
    return (
      <p class="standing">
        <SessionChip text={text} of="sitting" state="closed" large />{' '}
        {text('meetings.session.no-sitting')}
      </p>
    );
  }
  return (
    <p class="standing">
      <SessionChip text={text} of="sitting" state={sitting.standing} large />{' '}
      <b>{text('meetings.session.sitting', { number: sitting.number })}</b>
      {sitting.place === null ? null : (
        <>
          {' · '}
          <bdi>{sitting.place}</bdi>
        </>
      )}
      {' · '}
      {text('meetings.session.since')} <Instant text={text} at={sitting.openedAt} />
    </p>
  );
}

function Speaker({ request, shown }: Props): Markup {
  const { text } = request;
  const { speaker } = shown;
  if (speaker === null) return <>{text('meetings.session.nobody-speaks')}</>;
  return (
    <>
      <a href={actorHref(speaker.actor, request)}>{speaker.name}</a>
      {speaker.onBehalfOf.length === 0 ? null : (
        <>
          {' '}
          {text('meetings.speakers.for', { names: formatList(text.locale, speaker.onBehalfOf) })}
        </>
      )}{' '}
      · {text(`meetings.floor.${speaker.kind}`)} · <TimeUsed text={text} row={speaker} />{' '}
      <TimeBar row={speaker} />
    </>
  );
}

function Waiting({ request, shown }: Props): Markup {
  const { text } = request;
  return (
    <>
      <a href={viewHref(shown.head.session, 'speakers', request)}>
        {text('meetings.speakers.count', { count: shown.waiting })}
      </a>
      {shown.next === null ? null : (
        <>
          {' · '}
          {text('meetings.session.next')} <bdi>{shown.next}</bdi>
        </>
      )}
    </>
  );
}

function Quorum({ request, shown }: Props): Markup {
  const { text } = request;
  const { counted, members, needed } = shown.present;
  return (
    <Meter
      text={text}
      label={text('meetings.session.present')}
      value={counted}
      threshold={needed}
      met={counted >= needed}
      max={Math.max(members, needed, 1)}
    />
  );
}

/** What happens now, at a glance. */
export function Now({ request, shown }: Props): Markup {
  const { text } = request;
  const { item } = shown;
  return (
    <section id="now" class="card" aria-labelledby="now-title">
      <h2 id="now-title">{text('meetings.session.now')}</h2>
      <Sitting request={request} shown={shown} />
      <DefinitionList
        items={[
          {
            term: text('meetings.session.item'),
            content:
              item === null ? (
                text('meetings.session.no-item')
              ) : (
                <b dir="auto">
                  {item.number === null ? '' : `${item.number}. `}
                  {item.title}
                </b>
              ),
          },
          {
            term: text('meetings.session.speaker'),
            content: <Speaker request={request} shown={shown} />,
          },
          {
            term: text('meetings.session.speakers'),
            content: <Waiting request={request} shown={shown} />,
          },
        ]}
      />
      {shown.sitting === null ? null : <Quorum request={request} shown={shown} />}
    </section>
  );
}
