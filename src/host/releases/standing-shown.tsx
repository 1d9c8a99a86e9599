/** What became of the release of an act, on its page, and what may be said of it. */
import type { Refusal } from '../../kernel/refusal.ts';
import type { releaseOf } from '../../store/releases/questions.ts';
import type { RecordedAct } from '../../store/contract.ts';
import { DefinitionList } from '../../ui/definition-list/definition-list.tsx';
import { formatDate, formatInstant } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';

export type Standing = Exclude<Awaited<ReturnType<typeof releaseOf.answer>>, Refusal>;

type Request = Standing['requests'][number];
type Downgrade = Standing['downgrades'][number];

function Erasure({ text, request }: { text: Text; request: Request }) {
  const { actor, reason, parts, answers, unanswered } = request;
  const by = (outcome: string): string =>
    answers
      .filter((one) => one.outcome === outcome)
      .map((one) => (one.reason === null ? one.actor : `${one.actor} (${one.reason})`))
      .join(', ');
  const lines = [
    [text('host.releases.erased'), by('erased')],
    [text('host.releases.refused'), by('refused')],
    [text('host.releases.unanswered'), unanswered.join(', ')],
  ] as const;
  const said = { actor, parts: parts.join(', '), reason: reason ?? '' };
  return (
    <>
      <p>{text('host.releases.erasure', said)}</p>
      <DefinitionList
        items={lines.flatMap(([term, content]) => (content === '' ? [] : [{ term, content }]))}
      />
    </>
  );
}

function End({ text, standing }: { text: Text; standing: Standing }) {
  if (standing.endsOn === null) return null;
  const day = formatDate(text.locale, standing.endsOn);
  const key = standing.hasEnded ? 'ended' : 'ends';
  return (
    <p>
      <strong>{text(`host.releases.${key}`, { day })}</strong>{' '}
      {standing.destroyed.length === 0
        ? null
        : text('host.releases.destroyed', {
            actors: standing.destroyed.map(({ actor }) => actor).join(', '),
          })}
    </p>
  );
}

/** To whom it was released later, since when and by whom: the act that did so, to be verified. */
function Downgraded({ text, downgrade }: { text: Text; downgrade: Downgrade }) {
  const { act, actor, reason, recordedAt, marking } = downgrade;
  const { level, to } = marking;
  const since = formatInstant(text.locale, recordedAt);
  const values = { level: level.toUpperCase(), since, actor, reason: reason ?? '' };
  return (
    <p>
      {text(`host.releases.downgraded${level === 'clear' ? '.clear' : ''}`, values)}{' '}
      <bdi translate="no">{to.join(', ')}</bdi> · <a href={`/acts/${act}`}>{act.slice(0, 16)}…</a>
    </p>
  );
}

/** Recalls, end and erasures, where there are any. */
export function StandingShown({ text, standing }: { text: Text; standing: Standing }) {
  const { recalls, endsOn, requests, downgrades } = standing;
  const said = recalls.length + requests.length + downgrades.length;
  if (said === 0 && endsOn === null) return null;
  return (
    <section id="release">
      <h2>{text('host.releases.standing')}</h2>
      {recalls.map(({ actor, reason }) => (
        <p>
          <strong>{text('host.releases.recalled', { actor, reason: reason ?? '' })}</strong>
        </p>
      ))}
      <End text={text} standing={standing} />
      {downgrades.map((one) => (
        <Downgraded text={text} downgrade={one} />
      ))}
      {requests.map((request) => (
        <Erasure text={text} request={request} />
      ))}
    </section>
  );
}

/** The forms by which something is said of the release, filled in with the act and its audience. */
export function releaseHrefs(
  { id, header }: Pick<RecordedAct, 'id' | 'header'>,
  standing: Standing,
): { readonly key: string; readonly href: string }[] {
  const { level, to } = header.marking;
  const said = (verb: string, more: Record<string, string> = {}) => {
    const query = new URLSearchParams({
      type: `releases.${verb}`,
      register: header.register ?? '',
      'payload.act': id,
      'marking.level': level,
      ...(to.length === 0 ? {} : { 'marking.to': to.join(' ') }),
      ...more,
    });
    return { key: `host.releases.say.${verb}`, href: `/acts/new?${query.toString()}` };
  };
  const open = standing.requests.filter(({ unanswered }) => unanswered.length > 0);
  return [
    said('recall'),
    said('expire'),
    said('downgrade'),
    said('request-erasure'),
    ...open.map(({ act }) => said('confirm-erasure', { 'payload.request': act })),
  ];
}
