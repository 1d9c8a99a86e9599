/** How long somebody speaks, against the limit. */
import type { Markup } from '../../../../ui/markup.ts';
import type { Text } from '../../../../ui/text/text.ts';
import type { SpeakerRow } from '../../questions/sessions/speakers.ts';

const MINUTE_SECONDS = 60;

/** `3:05`, as a clock in a hall has it. */
export function clockOf(seconds: number): string {
  const minutes = Math.floor(seconds / MINUTE_SECONDS);
  return `${minutes}:${String(seconds % MINUTE_SECONDS).padStart(2, '0')}`;
}

function Clock({ seconds }: { seconds: number }): Markup {
  return (
    <time datetime={`PT${seconds}S`} dir="ltr" translate="no">
      {clockOf(seconds)}
    </time>
  );
}

/** Time used, of how much, and by how much it is over. */
export function TimeUsed({ text, row }: { text: Text; row: SpeakerRow }): Markup {
  const { limitSeconds, overSeconds, usedSeconds } = row;
  return (
    <span>
      <Clock seconds={usedSeconds} />
      {limitSeconds === null ? null : (
        <>
          {' / '}
          <Clock seconds={limitSeconds} />
        </>
      )}
      {overSeconds === 0 ? null : (
        <>
          {' '}
          <b>{text('meetings.speakers.over', { time: clockOf(overSeconds) })}</b>
        </>
      )}
    </span>
  );
}

/** The same as a bar, which says nothing to ears that the words do not. */
export function TimeBar({ row }: { row: SpeakerRow }): Markup | null {
  const { limitSeconds, usedSeconds } = row;
  if (limitSeconds === null) return null;
  const max = Math.max(limitSeconds, usedSeconds);
  return (
    <meter
      min={0}
      max={max}
      high={limitSeconds}
      optimum={0}
      value={usedSeconds}
      aria-hidden="true"
    ></meter>
  );
}
