/** Open issues of each article when versions were issued and at the end of days, as bars. */
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { formatDate } from '../../../../ui/text/format.ts';
import type { TextShown } from './text-answers.ts';
import type { TextPart } from './text-parts.ts';

interface Props {
  readonly request: PageRequest;
  readonly shown: Pick<TextShown, 'articlesOverTime' | 'overTime'>;
  readonly part: TextPart;
}

/** The last so many times are shown; the question tells of all. */
const TIMES_MAX = 8;
const ARTICLES_MAX = 60;
const BAR_HEIGHT = 22;

/** One bar for each time, as high as many were open; the numbers stand below. */
export function ArticlesOverTime({ part, request, shown }: Props): Markup | null {
  const { text } = request;
  const times = shown.overTime.slice(-TIMES_MAX);
  if (times.length < 2) return null;
  const rows = shown.articlesOverTime.slice(0, ARTICLES_MAX).map(({ article, number, open }) => {
    return { article, number, open: open.slice(-TIMES_MAX) };
  });
  const most = Math.max(1, ...rows.flatMap(({ open }) => open));
  return (
    <div class="open-articles">
      <table>
        <caption>{text('meetings.text.by-article')}</caption>
        <thead>
          <tr>
            <td />
            {times.map(({ on, symbol }) => (
              <th scope="col">
                {symbol === null ? formatDate(text.locale, on, 'short') : <bdi>{symbol}</bdi>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ article, number, open }) => (
            <tr>
              <th scope="row">
                <a href={part.provisionHref(article)}>
                  <bdi>{number === '' ? article.slice(0, 12) : number}</bdi>
                </a>
              </th>
              {open.map((count) => (
                <td>
                  <svg width="100%" height={BAR_HEIGHT} aria-hidden="true" focusable="false">
                    <rect
                      class="open-bar"
                      x="20%"
                      width="60%"
                      y={BAR_HEIGHT - (count / most) * BAR_HEIGHT}
                      height={(count / most) * BAR_HEIGHT}
                    />
                  </svg>
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
