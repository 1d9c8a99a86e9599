/** On the page of a decision: the way to its secret ballot, and its half circle without names. */
import { Hemicycle } from '../../../../ui/hemicycle/hemicycle.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { Props } from '../decisions/answers.ts';
import { certificateHref } from '../decisions/links.ts';
import { ballotHref } from './links.ts';

const TONES = ['yes', 'abstain', 'no'] as const;

/** Seats by what was cast, none of which has a name; nothing before the box was opened. */
export function Secretly({ request, shown }: Props): Markup {
  const { text } = request;
  const { tally, method } = shown;
  const seats = (tone: (typeof TONES)[number]): string[] =>
    Array.from({ length: tally?.[tone] ?? 0 }, () => text(`meetings.choice.${tone}`));
  return (
    <section id="secret">
      <h2>{text('meetings.secret.title')}</h2>
      {tally === null || method !== 'vote' ? null : (
        <Hemicycle
          text={text}
          label={text('meetings.secret.ballots')}
          groups={TONES.map((tone) => ({
            label: text(`meetings.choice.${tone}`),
            tone,
            seats: seats(tone),
          }))}
        />
      )}
      <p>
        <a href={ballotHref(shown, request)}>
          {text(shown.phase === 'open' ? 'meetings.secret.go' : 'meetings.secret.see')}
        </a>
        {shown.result === null ? null : (
          <>
            {' · '}
            <a href={certificateHref(shown, request)}>{text('meetings.secret.certificate')}</a>
          </>
        )}
      </p>
    </section>
  );
}
