/** The way to put a question once more that was put off, or lacked its quorum. */
import type { Markup } from '../../../../ui/markup.ts';
import { registerOf } from '../../registers.ts';
import { actHref } from '../links.ts';
import type { Props, Shown } from './answers.ts';

const BECAUSE: Readonly<Record<string, string>> = {
  postponed: 'second-vote',
  'no-quorum': 'no-quorum',
};

/** The form begins with the same question under the same rule, to be opened when it is due. */
function hrefOf(shown: Shown, because: string): string {
  const { decision, item, on, rule, session, title } = shown;
  return actHref({
    verb: 'put-question',
    register: registerOf('session', session),
    actor: shown.mayPutAgain[0]?.actor,
    payload: {
      decision: `${decision.slice(0, 60)}-2`,
      'title.en': title,
      on: JSON.stringify(on),
      rule,
      ...(item !== null && { item }),
      'again.question': decision,
      'again.because': because,
      waits: 'true',
    },
  });
}

/** Offered to whoever presides, until it was put again. */
export function PutAgain({ request, shown }: Props): Markup | null {
  const because = BECAUSE[shown.result ?? ''];
  if (because === undefined || shown.mayPutAgain.length === 0 || shown.times.after !== null) {
    return null;
  }
  return (
    <p>
      <a href={hrefOf(shown, because)}>{request.text('meetings.do.put-again')}</a>
    </p>
  );
}
