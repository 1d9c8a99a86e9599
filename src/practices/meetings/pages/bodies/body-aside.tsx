/** Beside a body: who holds office, its sessions, how its seats are filled, and the record. */
import { DefinitionList } from '../../../../ui/definition-list/definition-list.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { Timeline } from '../../../../ui/timeline/timeline.tsx';
import type { ShownBody } from '../../questions/bodies/body.ts';
import { actHref, actorHref, bodyHref, sessionHref } from '../links.ts';
import type { BodyProps } from './answers.ts';

function holderOf(request: PageRequest, officer: ShownBody['officers'][number]): Content {
  const { holder, person } = officer;
  if (holder === null) return person;
  const link = <a href={actorHref(holder.id, request)}>{holder.name}</a>;
  return person === null ? (
    link
  ) : (
    <>
      {person} ({link})
    </>
  );
}

function Officers({ request, body }: BodyProps): Markup | null {
  const { text } = request;
  if (body.officers.length === 0) return null;
  return (
    <section>
      <h2>{text('meetings.officers')}</h2>
      <DefinitionList
        narrow
        items={body.officers.map((officer) => ({
          term: text(`meetings.office.${officer.office}`),
          content: (
            <>
              {holderOf(request, officer)}{' '}
              <small>
                <a href={`/acts/${officer.act}`}>
                  <PlainDate text={text} on={officer.from} style="short" />
                </a>
              </small>
            </>
          ),
        }))}
      />
    </section>
  );
}

/** When it met and will meet. */
export function BodySessions({ request, body }: BodyProps): Markup {
  const { text } = request;
  return (
    <section>
      <h2>{text('meetings.sessions')}</h2>
      {body.sessions.length === 0 ? (
        <p>{text('meetings.sessions.none')}</p>
      ) : (
        <Timeline
          text={text}
          plain
          items={body.sessions.map((session) => ({
            on: session.opensOn,
            title: <a href={sessionHref(session.name, request)}>{session.title}</a>,
            detail: session.place ?? undefined,
            ...(session.opensOn > request.asOf ? { weight: 'coming' as const } : {}),
          }))}
        />
      )}
    </section>
  );
}

/** How the seats are shared out, and by which provision. */
function Allocation({ request, body }: BodyProps): Markup | null {
  const { text } = request;
  if (body.allocation === null) return null;
  const { act, citation } = body.allocation;
  return (
    <section>
      <h2>{text('meetings.seats')}</h2>
      <DefinitionList
        narrow
        items={body.seats.map((group) => ({
          term: group.title,
          content: [
            text('meetings.seats.count', { count: group.number }),
            ...(group.termYears === null
              ? []
              : [text('meetings.seats.term', { count: group.termYears })]),
            ...(group.immediateReelection ? [] : [text('meetings.seats.no-reelection')]),
            ...(group.of === null ? [] : [text('meetings.seats.of', { group: group.of.name })]),
          ].join(' · '),
        }))}
      />
      <p>
        <a href={`/acts/${act}`}>{citation}</a>
      </p>
    </section>
  );
}

function membershipOf({ request, body }: BodyProps): Content {
  const { text } = request;
  const { membership } = body;
  if (membership.kind === 'parties') {
    return (
      <a href={`/agreements/${membership.agreement}`}>{text('meetings.members.by-agreement')}</a>
    );
  }
  if (membership.kind === 'seats') return text('meetings.kind.seats');
  return (
    <a href={actorHref(membership.group, request)}>
      {text('meetings.members.by-group', { group: body.groupName ?? membership.group })}
    </a>
  );
}

/** Its register, and the act by which it began. */
export function BodyRecord({ request, body }: BodyProps): Markup {
  const { text } = request;
  const { custodian, organization, parent } = body;
  const register = `bodies/${body.name}`;
  return (
    <section>
      <h2>{text('meetings.record')}</h2>
      <DefinitionList
        narrow
        items={[
          { term: text('meetings.record.membership'), content: membershipOf({ request, body }) },
          ...(organization === null
            ? []
            : [
                {
                  term: text('meetings.record.organization'),
                  content: <a href={actorHref(organization.id, request)}>{organization.name}</a>,
                },
              ]),
          ...(parent === null
            ? []
            : [
                {
                  term: text('meetings.record.parent'),
                  content: <a href={bodyHref(parent.id, request)}>{parent.name}</a>,
                },
              ]),
          {
            term: text('meetings.record.custodian'),
            content: <a href={actorHref(custodian.id, request)}>{custodian.name}</a>,
          },
          {
            term: text('meetings.record.established'),
            content: <a href={`/acts/${body.act}`}>{body.source ?? text('ui.basis.signed')}</a>,
          },
        ]}
      />
      {request.signedIn ? (
        <ul>
          {(['adopt-rules', 'elect-officer', 'admit-observer', 'suspend-rights'] as const).map(
            (verb) => (
              <li>
                <a href={actHref({ verb, register })}>{text(`meetings.act.${verb}`)}</a>
              </li>
            ),
          )}
        </ul>
      ) : null}
    </section>
  );
}

/** What goes with what it is: who presides, and how seats are given. */
export function BodyAbout(props: BodyProps): Markup {
  return (
    <>
      <Officers {...props} />
      <Allocation {...props} />
    </>
  );
}
