/** What certifies a secret ballot: papers handed out and ballots found, ballot by ballot. */
import { type Refusal, isRefusal } from '../../../../kernel/refusal.ts';
import { DefinitionList } from '../../../../ui/definition-list/definition-list.tsx';
import { OfficialPaper } from '../../../../ui/official-paper/official-paper.tsx';
import type { PageContent, PageRequest } from '../../../../ui/page.ts';
import { ballotBox } from '../../questions/ballots/ballot-box.ts';
import { registerOf } from '../../registers.ts';
import type { Shown as Decided } from '../decisions/answers.ts';
import { Instant } from '../decisions/instant.tsx';
import { decisionHref } from '../links.ts';
import type { Shown } from './answers.ts';
import { foundText, marksText } from './box.tsx';

/** All ballots of a decision whose boxes were opened. */
async function opened(
  request: PageRequest,
  { session, decision }: Decided,
): Promise<readonly Shown[] | Refusal> {
  const { locale } = request;
  const last = await request.ask(ballotBox, { session, decision, locale });
  if (isRefusal(last)) return last;
  const earlier = Array.from({ length: last.ballot - 1 }, (_, at) => at + 1);
  const all = await Promise.all(
    earlier.map((ballot) => request.ask(ballotBox, { session, decision, ballot, locale })),
  );
  return [...all, last].flatMap((one) => (isRefusal(one) || one.found === null ? [] : [one]));
}

/** What was marked how often, the most first. */
function countsOf(request: PageRequest, shown: Shown): string {
  const { text } = request;
  const marks = Map.groupBy(
    shown.rows.flatMap((row) => (row.marks.length === 0 ? [[]] : row.marks.map((mark) => [mark]))),
    (one) => marksText(text, shown, one),
  );
  return [...marks]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([label, all]) => `${label}: ${all.length}`)
    .join(' · ');
}

function itemsOf(request: PageRequest, shown: Shown) {
  const { text } = request;
  const { ballot, found, key } = shown;
  if (found === null) return [];
  return [
    {
      term: text('meetings.election.ballot', { number: ballot }),
      content: (
        <>
          {foundText(text, found)}
          <br />
          {countsOf(request, shown)}
          <br />
          <Instant text={text} at={found.openedAt} exact />
        </>
      ),
    },
    {
      term: text('meetings.secret.key'),
      content: (
        <div dir="ltr">
          <code class="broken-anywhere" translate="no">
            {key}
          </code>
        </div>
      ),
    },
  ];
}

/** The certificate of a secret ballot whose boxes were opened; null where there is none. */
export async function certifiedBallot(
  request: PageRequest,
  shown: Decided,
): Promise<PageContent | null> {
  const { text } = request;
  if (shown.mode !== 'secret' || shown.result === null) return null;
  const ballots = await opened(request, shown);
  if (isRefusal(ballots)) return null;
  const register = registerOf('session', shown.session);
  const kind = text('meetings.secret.certificate');
  return {
    title: kind,
    breadcrumb: [
      { label: 'Concord', href: '/' },
      { label: text('meetings.title'), href: '/meetings' },
      { label: shown.title, href: decisionHref(shown.session, shown.decision, request) },
    ],
    follows: { register },
    body: (
      <OfficialPaper
        kind={kind}
        reference={`${register}#${shown.decision}`}
        title={shown.title}
        subtitle={shown.bodyTitle}
        signature={
          <>
            {shown.put.name} · <Instant text={text} at={shown.reckonedAt} exact />
          </>
        }
      >
        <DefinitionList items={ballots.flatMap((one) => itemsOf(request, one))} />
      </OfficialPaper>
    ),
  };
}
