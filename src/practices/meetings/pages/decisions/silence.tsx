/** A silence procedure: until when it runs, what is left by the node's clock, and who broke it. */
import type { Markup } from '../../../../ui/markup.ts';
import { formatNumber } from '../../../../ui/text/format.ts';
import type { Props } from './answers.ts';
import { Instant } from './instant.tsx';
import { certificateHref } from './links.ts';

const MINUTE = 60_000;
const HOUR_MINUTES = 60;

/** Whole hours and minutes that are left; none where the deadline is past. */
export function leftUntil(deadline: string, now: string): { hours: number; minutes: number } {
  const minutes = Math.max(0, Math.floor((Date.parse(deadline) - Date.parse(now)) / MINUTE));
  return { hours: Math.floor(minutes / HOUR_MINUTES), minutes: minutes % HOUR_MINUTES };
}

/** Until when votes or objections are taken; a script, where there is one, counts it down. */
export function Deadline({ request, shown }: Props): Markup | null {
  const { text } = request;
  const { deadlineAt, method, phase, result, now } = shown;
  if (deadlineAt === null) return null;
  const isRunning = phase === 'open' && result === null;
  const { hours, minutes } = leftUntil(deadlineAt, now);
  const key = method === 'silence' ? 'silence' : 'correspondence';
  return (
    <div class="deadline">
      <p>
        {text(`meetings.${key}.${isRunning ? 'until' : 'was-until'}`)}{' '}
        <b>
          <Instant text={text} at={deadlineAt} exact />
        </b>
      </p>
      {isRunning ? (
        <p role="timer" data-countdown={deadlineAt}>
          {text('meetings.silence.left', {
            hours: formatNumber(text.locale, hours),
            minutes: formatNumber(text.locale, minutes),
          })}
        </p>
      ) : null}
      {method === 'silence' && !isRunning && phase !== 'proposed' ? (
        <p>
          <a href={certificateHref(shown, request)}>{text('meetings.silence.certificate')}</a>
        </p>
      ) : null}
    </div>
  );
}
