/** Which rule governs a decision, step by step, and what may still be done about it. */
import { ActionForm } from './action-form.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import { registerOf } from '../../registers.ts';
import { decisionHref } from '../links.ts';
import type { Props, Shown } from './answers.ts';

type Step = Shown['governing']['steps'][number];

function StepShown({ request, shown, step }: Props & { step: Step }): Markup {
  const { text } = request;
  const { act, by, decision, kind, reason, result, title } = step;
  const words = text(`meetings.governing.${kind}`, { rule: title, name: by?.name ?? '' });
  return (
    <li>
      {act === null ? words : <a href={`/acts/${act}`}>{words}</a>}
      {decision === null ? null : (
        <>
          {' '}
          <a href={decisionHref(shown.session, decision, request)}>
            {text(result === null ? 'meetings.phase.open' : `meetings.result.${result}`)}
          </a>
        </>
      )}
      {reason === null ? null : (
        <>
          <br />
          <small dir="auto">{reason}</small>
        </>
      )}
    </li>
  );
}

/** The fields of a question that is put about this one, or in its place. */
const putting = (
  { session, marking }: Shown,
  more: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] => [
  ['type', 'meetings.put-question'],
  ['register', registerOf('session', session)],
  ['basis', 'signed'],
  ...(marking.level === 'clear'
    ? []
    : [['marking.level', marking.level] as const, ['marking.to', marking.to.join(' ')] as const]),
  ...Object.entries(more).map(([name, value]) => [`payload.${name}`, value] as const),
];

function Asking({ request, shown }: Props): Markup | null {
  const { text } = request;
  const { toAsk } = shown.governing;
  if (toAsk === null || shown.mayPreside.length === 0) return null;
  const { by, whether } = toAsk;
  const named = { rule: whether.title, title: shown.title };
  const fields = putting(shown, {
    decision: `${shown.decision}-rule`,
    'title.en': text('meetings.governing.whether', named),
    rule: by.rule,
    on: JSON.stringify({ kind: 'rule', of: shown.decision, rule: whether.rule }),
  });
  return (
    <ActionForm text={text} id="ask-rule" fields={fields} actors={shown.mayPreside}>
      <button type="submit" class="button-plain">
        {text('meetings.governing.ask')}
      </button>
    </ActionForm>
  );
}

function Following({ request, shown }: Props): Markup | null {
  const { text } = request;
  const { next } = shown.governing;
  if (next === null || shown.mayFollow.length === 0) return null;
  const fields = putting(shown, {
    decision: `${shown.decision}-${next.rule}`,
    'title.en': shown.title,
    rule: next.rule,
    on: JSON.stringify(shown.on),
    'again.question': shown.decision,
    'again.because': 'fallback',
  });
  return (
    <ActionForm text={text} id="put-after" fields={fields} actors={shown.mayFollow}>
      <button type="submit" class="button-plain">
        {text('meetings.governing.next', { rule: next.title })}
      </button>
    </ActionForm>
  );
}

function Demanding({ request, shown }: Props): Markup | null {
  const { text } = request;
  const { demandable } = shown.governing;
  if (demandable.length === 0 || shown.mayDemand.length === 0) return null;
  const fields = [
    ['type', 'meetings.demand-rule'],
    ['register', registerOf('session', shown.session)],
    ['basis', 'signed'],
    ['payload.decision', shown.decision],
  ] as const;
  return (
    <ActionForm text={text} id="demand-rule" fields={fields} actors={shown.mayDemand}>
      <p>
        <label for="demanded">{text('meetings.decision.rule')}</label>{' '}
        <select name="payload.rule" id="demanded">
          {demandable.map(({ rule, title }) => (
            <option value={rule}>{title}</option>
          ))}
        </select>
      </p>
      <button type="submit" class="button-plain">
        {text('meetings.do.demand-rule')}
      </button>
    </ActionForm>
  );
}

/** Shown where more than one rule was, or may still be, in question. */
export function GoverningRule({ request, shown }: Props): Markup | null {
  const { steps, next } = shown.governing;
  const isPlain = steps.length < PLAIN_STEPS && next === null;
  const acting = request.signedIn ? (
    <>
      <Demanding request={request} shown={shown} />
      <Asking request={request} shown={shown} />
      <Following request={request} shown={shown} />
    </>
  ) : null;
  if (isPlain) return acting;
  return (
    <section id="governing">
      <h2>{request.text('meetings.governing.title')}</h2>
      <ol class="plain-list spaced">
        {steps.map((step) => (
          <StepShown request={request} shown={shown} step={step} />
        ))}
      </ol>
      {acting}
    </section>
  );
}

/** Put, and governed by the rule under which it was put: nothing to tell. */
const PLAIN_STEPS = 3;
