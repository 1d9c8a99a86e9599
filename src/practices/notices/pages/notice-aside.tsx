/** Beside a notice: what one can do, what is due, documents, and the record. */
import { DefinitionList } from '../../../ui/definition-list/definition-list.tsx';
import type { Content, Markup } from '../../../ui/markup.ts';
import type { PageRequest } from '../../../ui/page.ts';
import { questionHref } from '../../../ui/page-dates.ts';
import { registerOf } from '../acts/rows.ts';
import type { Shown } from './answers.ts';
import { Instant } from './instant.tsx';
import { type Begun, actHref, alertHref, channelHref } from './links.ts';

interface Props {
  readonly request: PageRequest;
  readonly shown: Shown;
}

/** A form that the page leads to, with the key of its words. */
interface Way {
  readonly key: string;
  readonly href: string;
}

function ofOwn(shown: Shown, about: Pick<Begun, 'channel' | 'marking'>): Way[] {
  const actor = shown.sender;
  const payload = { notice: shown.notice };
  const verbs = ['update', 'cancel', 'close', 'permit-onward-release'] as const;
  return verbs.map((verb) => ({
    key: `notices.do.${verb}`,
    href: actHref({ ...about, verb, actor, payload }),
  }));
}

/** The reply to a notice begins in its language and kind, to its sender. */
function replyTo(shown: Shown, about: Pick<Begun, 'channel' | 'marking'>, actor?: string): Way {
  const payload = {
    kind: shown.kind,
    inReplyTo: shown.notice,
    'to.actors': shown.sender,
    language: shown.language,
    subject: shown.subject,
  };
  return { key: 'notices.do.reply', href: actHref({ ...about, verb: 'issue', actor, payload }) };
}

/** What whoever reads may do about the notice, each as a form that is filled in already. */
function waysOf(shown: Shown): readonly Way[] {
  const about = { channel: shown.channel, marking: shown.marking };
  const payload = { notice: shown.notice };
  const [actor] = shown.mayAcknowledge;
  const acknowledge =
    actor === undefined
      ? []
      : [
          {
            key: 'notices.do.acknowledge',
            href: actHref({ ...about, verb: 'acknowledge', actor, payload }),
          },
        ];
  const offer = {
    key: 'notices.do.offer-assistance',
    href: actHref({ ...about, verb: 'offer-assistance', payload: { request: shown.notice } }),
  };
  return [
    ...acknowledge,
    ...(shown.isWhole ? [] : [replyTo(shown, about, actor)]),
    ...(shown.kind === 'requests' && !shown.isWhole ? [offer] : []),
    ...(shown.isWhole ? ofOwn(shown, about) : []),
  ];
}

function Doing({ request, shown }: Props): Markup | null {
  const { signedIn, text } = request;
  if (!signedIn) return null;
  return (
    <section>
      <h2>{text('notices.do')}</h2>
      <ul class="plain-list spaced">
        {waysOf(shown).map(({ key, href }) => (
          <li>
            <a href={href}>{text(key)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Each thing that is due, with its instant. */
function dueOf({ request, shown }: Props): { term: string; content: Content }[] {
  const { text } = request;
  const { says, acknowledgeBy, escalation } = shown;
  const given = [
    ['notices.field.validFrom', says.validFrom],
    ['notices.due.acknowledge', acknowledgeBy ?? undefined],
    ['notices.due.reply', says.replyBy],
    ['notices.field.expiresAt', says.expiresAt],
  ] as const;
  const own = given.flatMap(([key, at]) =>
    at === undefined ? [] : [{ term: text(key), content: <Instant text={text} at={at} /> }],
  );
  const { next } = escalation;
  if (next === null) return own;
  const told = text('notices.due.told', { office: next.officeName, about: next.name });
  return [...own, { term: told, content: <Instant text={text} at={next.dueAt} /> }];
}

function Due({ request, shown }: Props): Markup {
  const { text } = request;
  const items = dueOf({ request, shown });
  const { due } = shown.escalation;
  return (
    <section>
      <h2>{text('notices.due')}</h2>
      {items.length === 0 ? <p>{text('notices.due.nothing')}</p> : null}
      <DefinitionList narrow items={items} />
      {due.length === 0 ? null : (
        <>
          <h3>{text('notices.due.now')}</h3>
          <ul>
            {due.map(({ officeName, name, dueAt }) => (
              <li>
                {text('notices.due.told', { office: officeName, about: name })} ·{' '}
                <Instant text={text} at={dueAt} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Where it stands on record, and who signed it. */
export function NoticeRecord({ request, shown }: Props): Markup {
  const { text } = request;
  const { source } = shown.says;
  return (
    <section>
      <h2>{text('notices.record')}</h2>
      <DefinitionList
        narrow
        items={[
          {
            term: text('notices.column.channel'),
            content: <a href={channelHref(shown.channel, request)}>{shown.channelTitle}</a>,
          },
          { term: text('notices.register'), content: registerOf(shown.channel), code: true },
          {
            term: text('notices.act.issue'),
            content: <a href={`/acts/${shown.notice}`}>{shown.notice.slice(0, 16)}…</a>,
            code: true,
          },
          {
            term: text('notices.recorded'),
            content: <Instant text={text} at={shown.recordedAt} />,
          },
          ...(shown.source === null
            ? []
            : [{ term: text('notices.recorded-from'), content: shown.source }]),
          ...(source === undefined
            ? []
            : [
                {
                  term: text('notices.field.source'),
                  content: <a href={`/acts/${source.notice}`}>{source.notice.slice(0, 16)}…</a>,
                  code: true,
                },
              ]),
        ]}
      />
      <p>
        <a href={questionHref('notices.notice', { notice: shown.notice }, request, 'json')}>JSON</a>
        {shown.kind === 'alerts' ? (
          <>
            {' · '}
            <a href={alertHref(shown)}>CAP</a>
          </>
        ) : null}
        {shown.says.form === undefined ? null : (
          <>
            {' · '}
            <a href={`/notices/${shown.channel}/${shown.notice}/paper`}>{text('notices.paper')}</a>
          </>
        )}
      </p>
    </section>
  );
}

/** What one may do now, and what is due. */
export function NoticeDue(props: Props): Markup {
  return (
    <>
      <Doing {...props} />
      <Due {...props} />
    </>
  );
}
