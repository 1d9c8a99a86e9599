/** The order of the day as a paper, to be printed and laid on the desks. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import type { Markup } from '../../../../ui/markup.ts';
import { OfficialPaper } from '../../../../ui/official-paper/official-paper.tsx';
import type { Page } from '../../../../ui/page.ts';
import { formatDate } from '../../../../ui/text/format.ts';
import { documents } from '../../questions/sessions/documents.ts';
import { session } from '../../questions/sessions/session.ts';
import { registerOf } from '../../registers.ts';
import { sessionHref } from '../links.ts';
import type { Props } from './answers.ts';

/** `10:00` of an instant in UTC. */
const hourOf = (at: string): string => at.slice(11, 16);

interface PaperProps extends Props {
  /** The symbols of documents, by item. */
  readonly symbols: ReadonlyMap<string, readonly string[]>;
}

function Paper({ request, shown, symbols }: PaperProps): Markup {
  const { locale, text } = request;
  const { head, order } = shown;
  const day = order === null ? '' : formatDate(locale, order.on);
  return (
    <OfficialPaper
      kind={head.bodyTitle}
      title={text('meetings.order')}
      subtitle={[head.title, day, head.place ?? ''].filter((one) => one !== '').join(' · ')}
      signature={<p>{shown.convenedByName}</p>}
    >
      {order === null ? (
        <p>{text('meetings.order.none')}</p>
      ) : (
        <ol class="plain-list spaced">
          {order.rows.map((row) => (
            <li>
              {row.at === null ? null : (
                <time datetime={row.at} dir="ltr">
                  {hourOf(row.at)} UTC
                </time>
              )}{' '}
              <b dir="auto">
                {row.number === null ? '' : `${row.number}. `}
                {row.title}
              </b>
              {symbols.get(row.item) === undefined ? null : (
                <>
                  <br />
                  <small dir="ltr" translate="no">
                    {symbols.get(row.item)?.join(', ')}
                  </small>
                </>
              )}
              {row.note === null ? null : (
                <>
                  <br />
                  <span dir="auto">{row.note}</span>
                </>
              )}
            </li>
          ))}
        </ol>
      )}
    </OfficialPaper>
  );
}

export const orderPage: Page = {
  path: '/meetings/sessions/:session/order',
  section: 'meetings',
  examples: ['/meetings/sessions/first-session/order'],
  async render(request) {
    const { locale, params, text } = request;
    const name = params['session'] ?? '';
    const shown = await request.ask(session, { session: name, locale });
    if (isRefusal(shown)) return shown;
    const out = await request.ask(documents, { session: name, locale });
    if (isRefusal(out)) return out;
    const byItem = Map.groupBy(out.rows, ({ item }) => item ?? '');
    const symbols = new Map(
      [...byItem].map(([item, rows]) => [item, rows.map(({ symbol }) => symbol)]),
    );
    return {
      title: `${text('meetings.order')} · ${shown.head.title}`,
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('meetings.title'), href: '/meetings' },
        { label: shown.head.title, href: sessionHref(name, request) },
      ],
      follows: { register: registerOf('session', name) },
      body: <Paper request={request} shown={shown} symbols={symbols} />,
    };
  },
};
