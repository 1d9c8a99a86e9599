/** A notice: what it is, where it stands and why, its thread, what is due, and the record. */
import { isRefusal } from '../../../kernel/refusal.ts';
import { FindingView } from '../../../ui/finding/finding.tsx';
import type { Markup } from '../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../ui/page.ts';
import { questionHref } from '../../../ui/page-dates.ts';
import { registerOf } from '../acts/rows.ts';
import { lineage } from '../questions/lineage.ts';
import { thread } from '../questions/notice.ts';
import { Thing } from '../../../ui/thing/thing.tsx';
import type { Shown } from './answers.ts';
import { NoticeChip, PrecedenceChip } from './chips.tsx';
import { findNotice } from './find-notice.ts';
import { Instant } from './instant.tsx';
import { actorHref, alertHref, channelHref } from './links.ts';
import { LineageView } from './notice-lineage.tsx';
import { Marked } from './marked.tsx';
import { Addressees } from './notice-addressees.tsx';
import { NoticeDue, NoticeRecord } from './notice-aside.tsx';
import { Documents, Said } from './notice-body.tsx';
import { Happened, ThreadView } from './notice-thread.tsx';

interface Props {
  readonly request: PageRequest;
  readonly shown: Shown;
}

function Title({ request, shown }: Props): Markup {
  const { text } = request;
  return (
    <div class="title">
      <p class="kind">
        {text(`notices.kind.${shown.kind}`)}
        {shown.number === null ? null : (
          <>
            {' · '}
            <bdi dir="ltr">{shown.number}</bdi>
          </>
        )}
      </p>
      <h1 lang={shown.language} dir="auto">
        {shown.subject}
      </h1>
      <p class="subtitle">
        <a href={actorHref(shown.sender, request)}>{shown.senderName}</a> ·{' '}
        <Instant text={text} at={shown.issuedAt} />
      </p>
      <p class="standing">
        <NoticeChip text={text} state={shown.state} large />{' '}
        <PrecedenceChip text={text} state={shown.precedence} />{' '}
        {shown.overdue === 0 ? null : text('notices.count.overdue', { count: shown.overdue })}
      </p>
    </div>
  );
}

/** What it says, and who has answered. */
function Standing({ request, shown }: Props): Markup {
  return (
    <>
      <Said text={request.text} shown={shown} />
      <Addressees request={request} shown={shown} />
    </>
  );
}

type AfterProps = Props & {
  thread: Parameters<typeof ThreadView>[0]['thread'];
  lineage: Parameters<typeof LineageView>[0]['lineage'];
};

/** What happened to it, what was said on it, and where it was passed on. */
function After({ request, shown, thread: said, lineage: passed }: AfterProps): Markup {
  return (
    <>
      <Happened request={request} shown={shown} />
      <ThreadView request={request} shown={shown} thread={said} />
      <LineageView request={request} shown={shown} lineage={passed} />
    </>
  );
}

export const noticePage: Page = {
  path: '/notices/:channel/:notice',
  section: 'notices',
  followsClock: true,
  examples: ['/notices/outbreak-alerts/latest', '/notices/requests-for-assistance/latest'],
  async render(request) {
    const { locale, text } = request;
    const shown = await findNotice(request);
    if (isRefusal(shown)) return shown;
    const said = await request.ask(thread, { notice: shown.notice, locale });
    if (isRefusal(said)) return said;
    const passed = await request.ask(lineage, { notice: shown.notice, locale });
    if (isRefusal(passed)) return passed;
    return {
      title: shown.subject,
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('notices.title'), href: '/notices' },
        { label: shown.channelTitle, href: channelHref(shown.channel, request) },
      ],
      follows: { register: registerOf(shown.channel) },
      alternates: [
        {
          href: questionHref('notices.notice', { notice: shown.notice }, request, 'json'),
          label: 'JSON',
          type: 'application/json',
        },
        ...(shown.kind === 'alerts'
          ? [{ href: alertHref(shown), label: 'CAP', type: 'application/cap+xml' }]
          : []),
      ],
      body: (
        <Marked request={request} shown={shown}>
          <Title request={request} shown={shown} />
          <Thing
            text={text}
            parts={{
              standing: <Standing request={request} shown={shown} />,
              why: (
                <FindingView
                  text={text}
                  finding={{ ...shown.finding, text: text(`notices.state.${shown.state}`) }}
                  id="why"
                />
              ),
              timeline: <After request={request} shown={shown} thread={said} lineage={passed} />,
              due: <NoticeDue request={request} shown={shown} />,
              documents: Documents({ text, shown }),
              record: <NoticeRecord request={request} shown={shown} />,
            }}
          />
        </Marked>
      ),
    };
  },
};
