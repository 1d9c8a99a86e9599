/** Beside a decision: the rule, what happened, and the record. */
import { DefinitionList } from '../../../../ui/definition-list/definition-list.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { registerOf } from '../../registers.ts';
import { actorHref, bodyHref, sessionHref, textHref } from '../links.ts';
import type { Props, StepRow } from './answers.ts';
import { GoverningRule } from './governing.tsx';
import { Instant } from './instant.tsx';
import { whatWords } from './what.ts';

function What({ request, shown }: Props): Markup {
  const { on } = shown;
  const words = whatWords(request.text, shown);
  if (on.kind === 'text') return <a href={textHref(on.text, request)}>{words}</a>;
  return <bdi>{words}</bdi>;
}

function Rule({ request, shown }: Props): Markup {
  const { text } = request;
  return (
    <section>
      <h2>{text('meetings.decision.rule')}</h2>
      <p>
        <b>
          <bdi>{shown.ruleTitle}</bdi>
        </b>
        <br />
        <cite>{shown.citation}</cite>
      </p>
      <DefinitionList
        narrow
        items={[
          { term: text('meetings.decision.on'), content: <What request={request} shown={shown} /> },
          {
            term: text('meetings.decision.method'),
            content: text(`meetings.decision.by.${shown.method}`),
          },
          ...(shown.method === 'vote'
            ? [
                {
                  term: text('meetings.decision.mode'),
                  content: text(`meetings.mode.${shown.mode}`),
                },
              ]
            : []),
          ...(shown.matter === null
            ? []
            : [{ term: text('meetings.decision.matter'), content: shown.matter }]),
          ...(shown.scheme === null
            ? []
            : [{ term: text('meetings.decision.scheme'), content: shown.scheme }]),
          {
            term: text('meetings.decision.body'),
            content: <a href={bodyHref(shown.body, request)}>{shown.bodyTitle}</a>,
          },
          {
            term: text('meetings.decision.session'),
            content: <a href={sessionHref(shown.session, request)}>{shown.sessionTitle}</a>,
          },
        ]}
      />
    </section>
  );
}

function Step({ request, step }: { request: Props['request']; step: StepRow }): Markup {
  const { text } = request;
  const when = <Instant text={text} at={step.at} exact />;
  return (
    <li>
      {text(`meetings.step.${step.kind}`)}
      {step.actor === '' ? null : (
        <>
          {' · '}
          <a href={actorHref(step.actor, request)}>{step.name}</a>
        </>
      )}
      <br />
      <small>{step.act === null ? when : <a href={`/acts/${step.act}`}>{when}</a>}</small>
      {step.until === null ? null : (
        <>
          <br />→ <Instant text={text} at={step.until} exact />
        </>
      )}
      {step.note === '' ? null : (
        <>
          <br />
          <span dir="auto">{step.note}</span>
        </>
      )}
    </li>
  );
}

function Record({ request, shown }: Props): Markup {
  const { text } = request;
  const register = registerOf('session', shown.session);
  const named = { session: shown.session, decision: shown.decision };
  return (
    <section>
      <h2>{text('meetings.decision.record')}</h2>
      <p>
        <a href={`/record?register=${encodeURIComponent(register)}`}>
          <code translate="no">{register}</code>
        </a>
      </p>
      <p>
        <a href={questionHref('meetings.decision', named, request, 'json')}>JSON</a> ·{' '}
        <a href={questionHref('meetings.decision', named, request, 'csv')}>CSV</a>
      </p>
      {shown.changes === 0 ? null : (
        <p>{text('meetings.decision.changes', { count: shown.changes })}</p>
      )}
    </section>
  );
}

/** What stands beside a decision. */
export function Aside({ request, shown }: Props): Markup {
  return (
    <>
      <Rule request={request} shown={shown} />
      <GoverningRule request={request} shown={shown} />
      <section>
        <h2>{request.text('meetings.decision.steps')}</h2>
        <ol class="plain-list spaced">
          {shown.steps.map((step) => (
            <Step request={request} step={step} />
          ))}
        </ol>
      </section>
      <Record request={request} shown={shown} />
    </>
  );
}
