/** What members said on a decision: objections, explanations, shades of consensus. */
import type { Markup } from '../../../../ui/markup.ts';
import { formatList } from '../../../../ui/text/format.ts';
import { Paragraphs } from '../../../../ui/thread/thread.tsx';
import { Instant } from './instant.tsx';
import { actorHref } from '../links.ts';
import type { PositionRow, Props } from './answers.ts';

function kindOf({ kind, isBefore }: PositionRow): string {
  if (kind !== 'explanation') return kind;
  return isBefore ? 'explanation-before' : 'explanation-after';
}

function Statement({ request, said }: { request: Props['request']; said: PositionRow }): Markup {
  const { text } = request;
  const others = said.onBehalfOf.map(({ name }) => name);
  return (
    <li>
      <p>
        <a href={actorHref(said.actor, request)}>
          <b>{said.name}</b>
        </a>
        {others.length === 0 ? null : (
          <> {text('meetings.decision.on-behalf', { names: formatList(text.locale, others) })}</>
        )}{' '}
        · {text(`meetings.position.${kindOf(said)}`)}
        {said.intended === null ? null : (
          <>
            {' '}
            ·{' '}
            {text('meetings.decision.intended', {
              choice: text(`meetings.choice.${said.intended}`),
            })}
          </>
        )}{' '}
        ·{' '}
        <a href={`/acts/${said.act}`}>
          <Instant text={text} at={said.recordedAt} />
        </a>
      </p>
      <Paragraphs words={said.words} language="und" />
    </li>
  );
}

/** Positions on the decision, in the order in which they were received. */
export function Statements({ request, shown }: Props): Markup | null {
  if (shown.positions.length === 0) return null;
  return (
    <section id="statements">
      <h2>{request.text('meetings.decision.statements')}</h2>
      <ol class="plain-list spaced">
        {shown.positions.map((said) => (
          <Statement request={request} said={said} />
        ))}
      </ol>
    </section>
  );
}

/** Who objected, and why. */
export function Objections({ request, shown }: Props): Markup | null {
  const { text } = request;
  if (shown.objections.length === 0) return null;
  return (
    <section id="objections">
      <h2>{text('meetings.decision.objections')}</h2>
      <ul class="plain-list spaced">
        {shown.objections.map(({ act, actor, name, reason, recordedAt, stands }) => (
          <li>
            <a href={actorHref(actor, request)}>
              <b>{name}</b>
            </a>{' '}
            ·{' '}
            <a href={`/acts/${act}`}>
              <Instant text={text} at={recordedAt} exact />
            </a>
            {stands ? null : <> · {text('meetings.decision.stands-not')}</>}
            <Paragraphs words={reason} language="und" />
          </li>
        ))}
      </ul>
    </section>
  );
}
