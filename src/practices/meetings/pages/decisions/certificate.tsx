/** The certificate of a silence procedure, as a paper of its own. */
import { rule } from '../../../../kernel/law.ts';
import { isRefusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import { DefinitionList } from '../../../../ui/definition-list/definition-list.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import { OfficialPaper } from '../../../../ui/official-paper/official-paper.tsx';
import type { Page } from '../../../../ui/page.ts';
import { formatList, formatNumber } from '../../../../ui/text/format.ts';
import { decision } from '../../questions/decisions/decision.ts';
import { registerOf } from '../../registers.ts';
import { decisionHref } from '../links.ts';
import type { Props, Shown } from './answers.ts';
import { certifiedBallot } from '../ballots/certified.tsx';
import { Instant } from './instant.tsx';

const ENDED = rule(
  'meetings.silence-ended-exists',
  'General Assembly decision 74/544',
  'A silence procedure is certified when it has ended.',
);

/** How it ended; objections before it was taken up again are told of, and did not end it. */
function endingOf({ result, steps }: Shown): 'adopted' | 'adopted-after' | 'broken' {
  if (result !== 'adopted') return 'broken';
  return steps.some(({ kind }) => kind === 'resumed') ? 'adopted-after' : 'adopted';
}

function Certified({ request, shown }: Props): Markup {
  const { text } = request;
  const { objections, steps } = shown;
  const moved = steps.filter(({ kind }) => kind === 'extended' || kind === 'resumed');
  return (
    <>
      <p>{text(`meetings.certificate.${endingOf(shown)}`, { title: shown.title })}</p>
      <DefinitionList
        items={[
          {
            term: text('meetings.decision.rule'),
            content: (
              <>
                <bdi>{shown.ruleTitle}</bdi> · <cite>{shown.citation}</cite>
              </>
            ),
          },
          {
            term: text('meetings.certificate.begun'),
            content: <Instant text={text} at={shown.openedAt} exact />,
          },
          {
            term: text('meetings.certificate.deadline'),
            content: <Instant text={text} at={shown.deadlineAt} exact />,
          },
          ...moved.map(({ at, kind, note }) => ({
            term: text(`meetings.step.${kind}`),
            content: (
              <>
                <Instant text={text} at={at} exact /> · <span dir="auto">{note}</span>
              </>
            ),
          })),
          {
            term: text('meetings.certificate.asked'),
            content: text('meetings.certificate.silent', {
              asked: formatNumber(text.locale, shown.silence?.asked ?? 0),
              silent: formatNumber(text.locale, shown.silence?.silent ?? 0),
            }),
          },
          {
            term: text('meetings.decision.objections'),
            content:
              objections.length === 0
                ? text('meetings.certificate.none')
                : formatList(
                    text.locale,
                    objections.map(({ name }) => name),
                  ),
          },
          ...objections.map(({ name, recordedAt }) => ({
            term: name,
            content: <Instant text={text} at={recordedAt} exact />,
          })),
        ]}
      />
    </>
  );
}

const isEnded = ({ method, phase, result }: Shown): boolean =>
  method === 'silence' && (phase === 'closed' || result !== null);

export const certificatePage: Page = {
  path: '/meetings/sessions/:session/decisions/:decision/certificate',
  section: 'meetings',
  followsClock: true,
  examples: [
    '/meetings/sessions/first-session/decisions/work-plan-by-silence/certificate',
    '/meetings/sessions/panel-meeting/decisions/seat-of-the-panel/certificate',
  ],
  async render(request) {
    const { locale, params, text } = request;
    const { session = '', decision: name = '' } = params;
    const shown = await request.ask(decision, { session, decision: name, locale });
    if (isRefusal(shown)) return shown;
    const secret = await certifiedBallot(request, shown);
    if (secret) return secret;
    if (!isEnded(shown))
      return refuse(ENDED, said('{$name} is no silence procedure that has ended.', { name }));
    return {
      title: text('meetings.silence.certificate'),
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('meetings.title'), href: '/meetings' },
        { label: shown.title, href: decisionHref(session, name, request) },
      ],
      follows: { register: registerOf('session', session) },
      body: (
        <OfficialPaper
          kind={text('meetings.silence.certificate')}
          reference={`${registerOf('session', session)}#${name}`}
          title={shown.title}
          subtitle={shown.bodyTitle}
          signature={
            <>
              {shown.put.name} · <Instant text={text} at={shown.reckonedAt} exact />
            </>
          }
        >
          <Certified request={request} shown={shown} />
        </OfficialPaper>
      ),
    };
  },
};
