/** A depositary notification as a paper of its own, printable, in the reader's language. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import { OfficialPaper } from '../../../../ui/official-paper/official-paper.tsx';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { formatDate } from '../../../../ui/text/format.ts';
import type { Text } from '../../../../ui/text/text.ts';
import { citationOf } from '../../provision.ts';
import { notification } from '../../questions/notifications.ts';
import { agreementHref } from '../links.ts';
import {
  type Notification,
  type NotifiedAct,
  actSentence,
  actWord,
  adoptionLine,
  depositaryNames,
  effectSentence,
  forceSentence,
} from './notification-text.ts';

/** What was said, word for word, in the languages it was said in. */
function Statement({ statement }: { statement: NotifiedAct['statement'] }): Content {
  return (statement ?? []).map(({ language, text }) => (
    <blockquote lang={language} dir="auto">
      {text}
    </blockquote>
  ));
}

function Passages({ text, passages }: { text: Text; passages: NotifiedAct['passages'] }): Content {
  if (passages.length === 0) return null;
  return (
    <ul>
      {passages.map(({ provision, language, wrong, right }) => (
        <li>
          <bdi lang="en">{citationOf(provision)}</bdi> <bdi>({language})</bdi>
          {': '}
          {text('agreements.notification.wrong')}{' '}
          <q lang={language} dir="auto">
            <del>{wrong}</del>
          </q>{' '}
          {text('agreements.notification.right')}{' '}
          <q lang={language} dir="auto">
            <ins>{right}</ins>
          </q>
        </li>
      ))}
    </ul>
  );
}

function Said({ text, act }: { text: Text; act: NotifiedAct }): Markup {
  const effect = effectSentence(text, act);
  return (
    <>
      <p>
        {actSentence(text, act)}
        {effect === null ? null : ` ${effect}`}
        {act.struckOut ? <em> ({text('agreements.notification.act-struck')})</em> : null}
      </p>
      <Statement statement={act.statement} />
      <Passages text={text} passages={act.passages} />
    </>
  );
}

function Acts({ text, acts }: { text: Text; acts: readonly NotifiedAct[] }): Markup {
  const columns = ['act', 'actor', 'made', 'received', 'effect'];
  return (
    <DataTable
      text={text}
      id="acts"
      caption={text('agreements.notification.acts')}
      columns={columns.map((key, at) => ({
        key,
        label: text(`agreements.dates.${key}`),
        kind: at < 2 ? ('text' as const) : ('date' as const),
      }))}
      rows={acts.map((act) => ({
        cells: {
          act: <a href={`/acts/${act.act}`}>{actWord(text, act)}</a>,
          actor: act.name,
          made: act.madeOn,
          received: act.receivedOn,
          effect: act.effectOn,
        },
      }))}
    />
  );
}

function Signature({ text, shown }: { text: Text; shown: Notification }): Markup {
  const names = depositaryNames(shown);
  return (
    <>
      <p>{formatDate(text.locale, shown.on)}</p>
      <p>{text('agreements.notification.depositary')}</p>
      {names === '' ? null : (
        <p>
          <b>{names}</b>
        </p>
      )}
    </>
  );
}

/** The notification itself, without the page around it. */
export function NotificationPaper({ text, shown }: { text: Text; shown: Notification }): Markup {
  const force = forceSentence(text, shown);
  return (
    <OfficialPaper
      kind={text('agreements.notification.kind')}
      reference={shown.number}
      addressee={text('agreements.notification.to')}
      title={shown.title}
      subtitle={adoptionLine(text, shown)}
      signature={<Signature text={text} shown={shown} />}
    >
      {shown.struckOut ? (
        <p>
          <b>{text('agreements.notification.struck')}</b>
        </p>
      ) : null}
      {shown.corrects === null ? null : (
        <p>
          <b>{text('agreements.notification.corrigendum', { number: shown.corrects })}</b>
        </p>
      )}
      <p>{text('agreements.notification.opening')}</p>
      {shown.acts.map((act) => (
        <Said text={text} act={act} />
      ))}
      {force === null ? null : (
        <p>
          <b>{force}</b>
        </p>
      )}
      {shown.note === null ? null : <p dir="auto">{shown.note}</p>}
      <Acts text={text} acts={shown.acts} />
      <p>{text('agreements.notification.reach', shown.reach)}</p>
    </OfficialPaper>
  );
}

/** Beside the paper, for readers on a screen. */
function Beside({ request, shown }: { request: PageRequest; shown: Notification }): Markup {
  const { text } = request;
  return (
    <p class="beside-paper">
      <small>
        {text('agreements.notification.print')}{' '}
        <a href={agreementHref(shown.agreement, request)}>{shown.title}</a>
        {' · '}
        <a href={`/acts/${shown.act}`}>{text('agreements.notification.record')}</a>
        {' · '}
        <a
          href={questionHref('agreements.notification', { number: shown.number }, request, 'json')}
        >
          JSON
        </a>
      </small>
    </p>
  );
}

export const notificationPage: Page = {
  path: '/notifications/:number',
  section: 'agreements',
  examples: ['/notifications/C.N.12.2026.TREATIES-IV.4'],
  async render(request) {
    const { locale, params, text } = request;
    const shown = await request.ask(notification, { number: params['number'], locale });
    if (isRefusal(shown)) return shown;
    return {
      title: `${shown.number}: ${shown.title}`,
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('agreements.notifications.title'), href: '/notifications' },
      ],
      alternates: [
        {
          href: questionHref('agreements.notification', { number: shown.number }, request, 'json'),
          label: 'JSON',
          type: 'application/json',
        },
      ],
      body: (
        <>
          <NotificationPaper text={text} shown={shown} />
          <Beside request={request} shown={shown} />
        </>
      ),
    };
  },
};
