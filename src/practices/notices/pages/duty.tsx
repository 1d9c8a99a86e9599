/** The duty desk: what waits for those whom one acts for, the most urgent first. */
import { isRefusal } from '../../../kernel/refusal.ts';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { Arrow } from '../../../ui/icon/arrow.tsx';
import { Figures } from '../../../ui/card/card.tsx';
import { MarkingTag } from '../../../ui/marking-banner/marking-banner.tsx';
import type { Markup } from '../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../ui/page.ts';
import { questionHref } from '../../../ui/page-dates.ts';
import { formatNumber } from '../../../ui/text/format.ts';
import { duty } from '../questions/duty.ts';
import type { Task } from './answers.ts';
import { PrecedenceChip } from './chips.tsx';
import { Instant } from './instant.tsx';
import { actHref, noticeHref } from './links.ts';

const TASKS = ['acknowledge', 'reply', 'chase'] as const;

/** The form by which it is done; what is to be chased is chased from the notice. */
function formHref(task: Task, request: PageRequest): string {
  const { channel, actor, notice, marking } = task;
  if (task.task === 'acknowledge') {
    return actHref({ verb: 'acknowledge', channel, actor, payload: { notice }, marking });
  }
  if (task.task === 'chase') return `${noticeHref(task, request)}#stands`;
  const { kind, sender, language, subject } = task;
  const payload = { kind, inReplyTo: notice, 'to.actors': sender, language, subject };
  return actHref({ verb: 'issue', channel, actor, payload, marking });
}

function Due({ request, task }: { request: PageRequest; task: Task }): Markup {
  const { text } = request;
  if (task.dueAt === null) return <span>{text('notices.duty.no-deadline')}</span>;
  return (
    <span>
      {task.isOverdue ? <b>{text('notices.duty.overdue-since')}</b> : text('notices.duty.by')}{' '}
      <Instant text={text} at={task.dueAt} />
    </span>
  );
}

function Card({ request, task }: { request: PageRequest; task: Task }): Markup {
  const { text } = request;
  return (
    <li class="card">
      <p>
        <PrecedenceChip text={text} state={task.precedence} /> <MarkingTag level={task.level} />
      </p>
      <h3>
        <a href={noticeHref(task, request)} lang={task.language} dir="auto">
          {task.subject}
        </a>
      </h3>
      <p>
        <bdi>{task.senderName}</bdi> <Arrow /> <bdi>{task.actorName}</bdi> ·{' '}
        <bdi>{task.channelTitle}</bdi>
      </p>
      <p>
        <Due request={request} task={task} />
      </p>
      <p>
        <a class="button" href={formHref(task, request)}>
          {text(`notices.duty.do.${task.task}`)}
        </a>
      </p>
    </li>
  );
}

function Tasks({ request, rows }: { request: PageRequest; rows: readonly Task[] }): Markup {
  const { text } = request;
  if (rows.length === 0) {
    const title = text('notices.duty.nothing');
    return (
      <EmptyState icon="check" title={title}>
        <p>{text('notices.duty.teach')}</p>
      </EmptyState>
    );
  }
  return (
    <ul class="cards cards-wide plain-list">
      {rows.map((task) => (
        <Card request={request} task={task} />
      ))}
    </ul>
  );
}

function Summary({ request, rows }: { request: PageRequest; rows: readonly Task[] }): Markup {
  const { text, locale } = request;
  const count = (task: string): number => rows.filter((row) => row.task === task).length;
  return (
    <Figures
      figures={[
        {
          value: formatNumber(locale, rows.filter(({ isOverdue }) => isOverdue).length),
          label: text('notices.duty.overdue'),
          warning: rows.some(({ isOverdue }) => isOverdue),
        },
        ...TASKS.map((task) => ({
          value: formatNumber(locale, count(task)),
          label: text(`notices.duty.${task}`),
        })),
      ]}
    />
  );
}

export const dutyPage: Page = {
  path: '/duty',
  section: 'duty',
  followsClock: true,
  isDesk: true,
  examples: ['/duty'],
  async render(request) {
    const { locale, signedIn, text } = request;
    const found = await request.ask(duty, { locale });
    if (isRefusal(found)) return found;
    const title = text('notices.duty.title');
    return {
      title,
      description: text('notices.duty.lead'),
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('notices.title'), href: '/notices' },
      ],
      follows: {},
      alternates: [
        {
          href: questionHref('notices.duty', {}, request, 'json'),
          label: 'JSON',
          type: 'application/json',
        },
      ],
      body: (
        <>
          <div class="title">
            <h1>{title}</h1>
            <p>{text('notices.duty.lead')}</p>
            {found.actors.length === 0 ? null : <p translate="no">{found.actors.join(', ')}</p>}
            {signedIn ? null : (
              <p>
                <a href="/sign-in?to=/duty">{text('notices.sign-in')}</a>
              </p>
            )}
          </div>
          {signedIn ? <Summary request={request} rows={found.rows} /> : null}
          <Tasks request={request} rows={found.rows} />
          {request.beside}
        </>
      ),
    };
  },
};
