/** A decision: its outcome first, then who voted how, the arithmetic, reasons, what was said. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { FindingView } from '../../../../ui/finding/finding.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { formatNumber } from '../../../../ui/text/format.ts';
import { Thing } from '../../../../ui/thing/thing.tsx';
import { decision } from '../../questions/decisions/decision.ts';
import { type GroupRow, groupVotes } from '../../questions/decisions/group-votes.ts';
import { registerOf } from '../../registers.ts';
import { decisionHref, sessionHref } from '../links.ts';
import type { Props } from './answers.ts';
import { Arithmetic } from './arithmetic.tsx';
import { Aside } from './aside.tsx';
import { ResultChip } from './chips.tsx';
import { ElectionShown } from './election.tsx';
import { GroupVotes } from './groups.tsx';
import { findingWords } from './finding-words.ts';
import { Secretly } from '../ballots/secretly.tsx';
import { decisionsHref } from './links.ts';
import { NotPut, OrderOfVotes, VoteStanding, isNotPut, rowOf } from './order.tsx';
import { whatWords } from './what.ts';
import { RollCall, Seats } from './roll.tsx';
import { Deadline } from './silence.tsx';
import { Acting } from './voting.tsx';
import { Objections, Statements } from './statements.tsx';

function Outcome({ request, shown }: Props): Markup {
  const { text } = request;
  const { tally, method, fault } = shown;
  const own = rowOf(shown);
  const what = whatWords(text, shown);
  const count = (value: number): string => formatNumber(text.locale, value);
  return (
    <div class="title">
      <p class="kind">
        {text(`meetings.on.${shown.on.kind}`)}
        {what === shown.title ? null : (
          <>
            {' · '}
            <bdi>{what}</bdi>
          </>
        )}
      </p>
      <h1>
        <bdi>{shown.title}</bdi>
      </h1>
      <p class="standing">
        {own !== null && isNotPut(shown) ? (
          <VoteStanding request={request} row={own} />
        ) : (
          <ResultChip text={text} row={shown} large />
        )}{' '}
        {isNotPut(shown) || tally === null || method !== 'vote'
          ? null
          : text('meetings.decision.tally', {
              yes: count(tally.yes),
              no: count(tally.no),
              abstain: count(tally.abstain),
            })}
      </p>
      {fault === null ? null : (
        <p>
          {text('meetings.decision.fault')} <bdi lang="en">{fault}</bdi>
        </p>
      )}
      <NotPut request={request} shown={shown} />
      <Times request={request} shown={shown} />
      <Deadline request={request} shown={shown} />
    </div>
  );
}

/** What this one puts once more, or by what it was put once more. */
function Times({ request, shown }: Props): Markup | null {
  const { text } = request;
  const { before, after, isSecondVote } = shown.times;
  const link = ({ decision: name, title }: NonNullable<typeof before>) => (
    <a href={decisionHref(shown.session, name, request)} dir="auto">
      {title}
    </a>
  );
  if (before === null && after === null) return null;
  return (
    <p>
      {before === null ? null : (
        <>
          {text(`meetings.order-of-votes.${isSecondVote ? 'second-vote' : 'again'}`)} {link(before)}
        </>
      )}
      {before === null || after === null ? null : ' · '}
      {after === null ? null : (
        <>
          {text('meetings.order-of-votes.put-again')} {link(after)}
        </>
      )}
    </p>
  );
}

function Roll({ request, shown }: Props): Markup | null {
  if (shown.mode === 'secret') return <Secretly request={request} shown={shown} />;
  if (shown.method !== 'vote') return null;
  return (
    <section id="roll">
      <h2>{request.text('meetings.decision.roll')}</h2>
      <Seats request={request} shown={shown} />
    </section>
  );
}

/** The order in which it is voted on with what belongs to it. */
function Order({ request, shown }: Props): Markup {
  const { decision: name, order, session } = shown;
  return <OrderOfVotes request={request} session={session} order={order} decision={name} />;
}

/** What was voted and what came of it; of what is not put to the vote there is nothing to show. */
function Voted({ request, shown }: Props): Markup | null {
  const { text } = request;
  const finding = findingWords(text, shown);
  if (isNotPut(shown)) return null;
  return (
    <>
      <ElectionShown request={request} shown={shown} />
      <Objections request={request} shown={shown} />
      <Arithmetic request={request} shown={shown} />
      {finding === null ? null : (
        <FindingView
          text={text}
          id="why"
          finding={finding}
          tone={toneOf(shown.result)}
          translated
        />
      )}
      <Statements request={request} shown={shown} />
    </>
  );
}

/** After the reasons, since they are long: how groups voted, and each member. */
function ByMember({ request, shown, groups }: BodyProps): Markup | null {
  const isByName = shown.method === 'vote' && shown.mode !== 'secret';
  if (!isByName || isNotPut(shown)) return null;
  return (
    <>
      <GroupVotes request={request} shown={shown} rows={groups} />
      <RollCall request={request} shown={shown} />
    </>
  );
}

interface BodyProps extends Props {
  readonly groups: readonly GroupRow[];
}

/** What it came to, and in what order it is voted on: that first where it is still ahead. */
function Standing({ request, shown }: Props): Markup {
  const isAhead = shown.phase === 'proposed';
  return (
    <>
      {isAhead ? <Order request={request} shown={shown} /> : null}
      {isNotPut(shown) ? null : <Roll request={request} shown={shown} />}
      {isAhead ? null : <Order request={request} shown={shown} />}
    </>
  );
}

function Body({ request, shown, groups }: BodyProps): Markup {
  return (
    <>
      <Outcome request={request} shown={shown} />
      <Acting request={request} shown={shown} />
      <Thing
        text={request.text}
        parts={{
          standing: <Standing request={request} shown={shown} />,
          why: Voted({ request, shown }),
          who: ByMember({ request, shown, groups }),
          record: <Aside request={request} shown={shown} />,
        }}
      />
    </>
  );
}

function toneOf(result: Props['shown']['result']): 'yes' | 'no' | 'open' {
  if (result === null || result === 'postponed') return 'open';
  return result === 'adopted' ? 'yes' : 'no';
}

export const decisionPage: Page = {
  path: '/meetings/sessions/:session/decisions/:decision',
  section: 'meetings',
  followsClock: 'second',
  island: 'countdown',
  examples: [
    '/meetings/sessions/first-session/decisions/draft-declaration',
    '/meetings/sessions/first-session/decisions/closure-of-debate',
    '/meetings/sessions/first-session/decisions/calendar-of-reports',
    '/meetings/sessions/first-session/decisions/every-five-years',
    '/meetings/sessions/first-session/decisions/deferral-of-budget',
    '/meetings/sessions/first-session/decisions/budget-by-silence',
    '/meetings/sessions/first-session/decisions/work-plan-by-silence',
    '/meetings/sessions/bureau-meeting/decisions/host-city',
    '/meetings/sessions/bureau-meeting/decisions/rapporteur',
    '/meetings/sessions/bureau-meeting/decisions/next-bureau',
    '/meetings/sessions/bureau-meeting/decisions/next-year',
    '/meetings/sessions/bureau-meeting/decisions/hours',
    '/meetings/sessions/panel-meeting/decisions/seat-of-the-panel',
  ],
  async render(request) {
    const { locale, params, text } = request;
    const { session = '', decision: name = '' } = params;
    const shown = await request.ask(decision, { session, decision: name, locale });
    if (isRefusal(shown)) return shown;
    const named = { session, decision: name };
    const voted = await request.ask(groupVotes, { ...named, locale });
    const groups = isRefusal(voted) ? [] : voted.rows;
    return {
      title: shown.title,
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('meetings.title'), href: '/meetings' },
        { label: shown.sessionTitle, href: sessionHref(session, request) },
        { label: text('meetings.decisions'), href: decisionsHref(session, request) },
      ],
      follows: { register: registerOf('session', session) },
      alternates: (['json', 'csv'] as const).map((format) => ({
        href: questionHref('meetings.decision', named, request, format),
        label: format.toUpperCase(),
        type: format === 'json' ? 'application/json' : 'text/csv',
      })),
      body: <Body request={request} shown={shown} groups={groups} />,
    };
  },
};
