/** The page of a body: who its members are and may vote, how it decides, and who else is there. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { FindingView } from '../../../../ui/finding/finding.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page } from '../../../../ui/page.ts';
import { datesOf, questionHref } from '../../../../ui/page-dates.ts';
import { Thing } from '../../../../ui/thing/thing.tsx';
import { ViewLinks } from '../../../../ui/view-links/view-links.tsx';
import { arrears } from '../../questions/bodies/arrears.ts';
import { body as bodyQuestion } from '../../questions/bodies/body.ts';
import { members } from '../../questions/bodies/members.ts';
import { votingRights } from '../../questions/bodies/voting-rights.ts';
import type { BodyProps } from './answers.ts';
import { BodyAbout, BodyRecord, BodySessions } from './body-aside.tsx';
import { Arrears } from './body-arrears.tsx';
import { MembersPicture, MembersTable } from './body-members.tsx';
import { Observers } from './body-observers.tsx';
import { Rotation } from './body-rotation.tsx';
import { Rules, Speaking, Weights } from './body-rules.tsx';

function Title({ request, body }: BodyProps): Markup {
  const { text } = request;
  const { organization } = body;
  return (
    <div class="title">
      <p class="kind">
        {text(`meetings.kind.${body.kind}`)}
        {organization === null ? null : ` · ${organization.name}`}
      </p>
      <h1>{body.title}</h1>
      {body.note === null ? null : (
        <p class="subtitle" lang="en" dir="auto">
          {body.note}
        </p>
      )}
      <p class="standing">
        <b>{text('meetings.members.count', { count: body.members })}</b>
        {body.mayVote === body.members
          ? null
          : ` · ${text('meetings.may-vote.count', { count: body.mayVote })}`}
      </p>
    </div>
  );
}

/** Where else one reads of the body: its votes of the past, and what each member counts for. */
function Views({ request, body }: BodyProps): Markup | null {
  const { text } = request;
  const dates = datesOf(request);
  const decides = body.rules.some(({ method }) => method === 'vote') && body.members > 0;
  const others = [
    ...(decides
      ? [{ label: text('meetings.view.power'), href: `/meetings/power/${body.name}${dates}` }]
      : []),
    ...(body.rollCalls === 0
      ? []
      : [
          {
            label: text('meetings.view.votes'),
            href: `/meetings/votes/${body.name}${dates}`,
            count: body.rollCalls,
          },
        ]),
  ];
  if (others.length === 0) return null;
  const own = { label: text('meetings.view.body'), href: `${request.path}${dates}`, current: true };
  return (
    <ViewLinks label={text('meetings.views', { body: body.title })} views={[own, ...others]} />
  );
}

type WhyProps = BodyProps & {
  finding: Parameters<typeof FindingView>[0]['finding'];
  scheme: Parameters<typeof Weights>[0]['scheme'];
};

/** Why who may vote, by which rules it decides, and what each member counts for. */
function Why({ finding, scheme, ...props }: WhyProps): Markup {
  return (
    <>
      <FindingView text={props.request.text} finding={finding} id="why-vote" level={3} />
      <Rules {...props} />
      <Weights {...props} scheme={scheme} />
    </>
  );
}

/** Members, those who come by turns, and who is there without a vote. */
function Who({ members: rows, scheme, ...props }: Parameters<typeof MembersTable>[0]): Markup {
  return (
    <>
      <Rotation {...props} />
      <Observers {...props} />
      <Speaking {...props} />
      <MembersTable {...props} members={rows} scheme={scheme} />
    </>
  );
}

export const bodyPage: Page = {
  path: '/meetings/bodies/:body',
  section: 'meetings',
  examples: [
    '/meetings/bodies/general-conference',
    '/meetings/bodies/bureau',
    '/meetings/bodies/bureau?scheme=contributions',
  ],
  async render(request) {
    const { locale, text } = request;
    const input = { body: request.params['body'], locale };
    const shown = await request.ask(bodyQuestion, input);
    if (isRefusal(shown)) return shown;
    const scheme = request.search.get('scheme');
    const who = await request.ask(members, { ...input, ...(scheme && { scheme }) });
    if (isRefusal(who)) return who;
    const rights = await request.ask(votingRights, input);
    if (isRefusal(rights)) return rights;
    const owed = await request.ask(arrears, input);
    if (isRefusal(owed)) return owed;
    const rightsOf = new Map(rights.rows.map((row) => [row.actor, row]));
    const paired = who.rows.flatMap((row) => {
      const own = rightsOf.get(row.actor);
      return own === undefined ? [] : [{ row, rights: own }];
    });
    const props = { request, body: shown };
    return {
      title: shown.title,
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('meetings.title'), href: '/meetings' },
      ],
      follows: { register: `bodies/${shown.name}` },
      alternates: (['csv', 'json'] as const).map((format) => ({
        href: questionHref('meetings.voting-rights', { body: shown.name }, request, format),
        label: format.toUpperCase(),
        type: format === 'csv' ? 'text/csv' : 'application/json',
      })),
      body: (
        <>
          <Title {...props} />
          <Views {...props} />
          <Thing
            text={text}
            about={<BodyAbout {...props} />}
            parts={{
              standing: <MembersPicture {...props} members={paired} scheme={who.scheme} />,
              why: <Why {...props} finding={rights.finding} scheme={who.scheme} />,
              timeline: <BodySessions {...props} />,
              who: <Who {...props} members={paired} scheme={who.scheme} />,
              due: Arrears({ ...props, rows: owed.rows, rule: owed.rule }),
              record: <BodyRecord {...props} />,
            }}
            beside={['record']}
          />
        </>
      ),
    };
  },
};
