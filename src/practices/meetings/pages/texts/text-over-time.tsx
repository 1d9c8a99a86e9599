/** How many issues were open when, as a picture with its numbers below. */
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { percentOf } from '../../../../ui/quantity.ts';
import { along, timeScale } from '../../../../ui/scales.ts';
import type { TextShown } from './text-answers.ts';

interface Props {
  readonly request: PageRequest;
  readonly shown: Pick<TextShown, 'overTime'>;
}

const HEIGHT = 70;

/** From each day to the next as many were open as at its end. */
function Steps({ days, until }: { days: TextShown['overTime']; until: string }): Markup {
  const scale = timeScale(days[0]?.on ?? until, until);
  const most = Math.max(1, ...days.map(({ open }) => open));
  return (
    <>
      {days.map(({ on, open }, at) => {
        const [from, to] = [along(scale, on), along(scale, days[at + 1]?.on ?? until)];
        const height = (open / most) * HEIGHT;
        return (
          <rect
            class="open-bar"
            x={percentOf(from, 1)}
            y={HEIGHT - height}
            width={percentOf(Math.max(to - from, 0.01), 1)}
            height={height}
          />
        );
      })}
    </>
  );
}

/** The picture, and its numbers; where all happened on one day there is nothing to draw. */
export function OverTime({ request, shown }: Props): Markup | null {
  const { text } = request;
  const days = shown.overTime;
  if (days.length < 2) return null;
  const isSpread = (days[0]?.on ?? '') < request.asOf;
  return (
    <figure class="open-over-time">
      <figcaption>{text('meetings.text.over-time')}</figcaption>
      {isSpread ? (
        <svg
          width="100%"
          height={HEIGHT}
          role="img"
          aria-label={text('meetings.text.over-time')}
          direction="ltr"
        >
          <Steps days={days} until={request.asOf} />
        </svg>
      ) : null}
      <details>
        <summary>{text('meetings.text.in-figures')}</summary>
        <ul class="plain-list">
          {days.map(({ on, open }) => (
            <li>
              <PlainDate text={text} on={on} style="short" />:{' '}
              {text('meetings.text.open', { count: open })}
            </li>
          ))}
        </ul>
      </details>
    </figure>
  );
}
