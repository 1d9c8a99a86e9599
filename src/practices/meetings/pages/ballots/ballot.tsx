/** A secret ballot: how it stands, the paper of whoever reads, and what the box held. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { DefinitionList } from '../../../../ui/definition-list/definition-list.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { type Status, StatusChip } from '../../../../ui/status-chip/status-chip.tsx';
import { CHOICES } from '../../payloads/decision-rule.ts';
import { ballotBox } from '../../questions/ballots/ballot-box.ts';
import { Instant } from '../decisions/instant.tsx';
import { actorHref, decisionHref, sessionHref } from '../links.ts';
import type { Props, Shown } from './answers.ts';
import { Box } from './box.tsx';
import { ballotHref } from './links.ts';

const STATUS: Readonly<Record<Shown['phase'], Status>> = {
  waiting: 'pending',
  open: 'not-in-force',
  closed: 'suspended',
  opened: 'none',
};

const SEATS_LEFT = 'meetings.election.seats-left';

/** Words of the script, by the names that it knows them by. */
const WORDS = {
  take: 'take',
  taking: 'taking',
  held: 'held',
  drop: 'drop',
  dropped: 'dropped',
  choose: 'choose',
  late: 'late',
  blank: 'blank',
  spoil: 'spoil',
  receipt: 'receipt',
  receiptNote: 'receipt-note',
  forget: 'forget',
  missing: 'missing',
  unsigned: 'unsigned',
  refused: 'refused',
  unreached: 'unreached',
} as const;

/** Who stands in each part of the paper, and for how many seats. */
function partsOf({ request, shown }: Props) {
  const names = new Map(shown.candidates.map(({ actor, name }) => [actor, name]));
  return shown.parts.map(({ candidates, seats, title }) => ({
    seats,
    title: title === '' ? '' : `${title} · ${request.text(SEATS_LEFT, { count: seats })}`,
    options: candidates.map((mark) => ({ mark, label: names.get(mark) ?? mark })),
  }));
}

/** What the script reads; all of it is on the page, and asked for, besides. */
function dataOf({ request, shown }: Props) {
  const { text } = request;
  const { papers, seats } = shown;
  const choices = CHOICES.map((mark) => ({ mark, label: text(`meetings.choice.${mark}`) }));
  return {
    register: shown.register,
    session: shown.session,
    decision: shown.decision,
    ballot: shown.ballot,
    key: shown.key,
    phase: shown.phase,
    seats: seats ?? 1,
    parts:
      seats === null ? [{ seats: 1, title: '', options: choices }] : partsOf({ request, shown }),
    mayTake: shown.mayTake,
    papers: papers.map(({ actor, name, blinded, signature }) => ({
      actor,
      name,
      blinded,
      signature,
    })),
    words: Object.fromEntries(
      Object.entries(WORDS).map(([name, key]) => [name, text(`meetings.secret.${key}`)]),
    ),
  };
}

/** Text of JSON that no browser takes for markup. */
const inert = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** Where whoever has a vote takes a paper and uses it. */
function Voting({ request, shown }: Props): Markup | null {
  const { text } = request;
  if (!request.signedIn || shown.key === null) return null;
  const { session, decision } = shown;
  return (
    <section>
      <h2>{text('meetings.secret.go')}</h2>
      <div id="ballot-room" aria-live="polite" hidden></div>
      <div id="ballot-without">
        <p>{text('meetings.secret.no-script')}</p>
        <pre dir="ltr" translate="no">
          <code>
            {`concord ballot take ${session} ${decision} --actor … --paper paper.json\n`}
            {'concord ballot cast paper.json --mark …'}
          </code>
        </pre>
      </div>
      <script
        type="application/json"
        id="ballot-data"
        dangerouslySetInnerHTML={{ __html: inert(dataOf({ request, shown })) }}
      />
    </section>
  );
}

function Papers({ request, shown }: Props): Markup {
  const { text } = request;
  return (
    <section id="papers">
      <h2>{text('meetings.secret.voters')}</h2>
      <p>
        {text('meetings.secret.papers', { count: shown.papers.length })}{' '}
        {text('meetings.secret.voters-note')}
      </p>
      {shown.papers.length === 0 ? null : (
        <DataTable
          text={text}
          id="papers-taken"
          caption={text('meetings.secret.voters')}
          captionHidden
          columns={[
            { key: 'member', label: text('meetings.decision.column.member') },
            { key: 'taken', label: text('meetings.secret.column.taken') },
          ]}
          rows={shown.papers.map(({ act, actor, name, takenAt }) => ({
            cells: {
              member: <a href={actorHref(actor, request)}>{name}</a>,
              taken: (
                <a href={`/acts/${act}`}>
                  <Instant text={text} at={takenAt} />
                </a>
              ),
            },
          }))}
        />
      )}
    </section>
  );
}

const SHOWS = ['apart', 'unchanged', 'line', 'keeper'] as const;

function Beside({ request, shown }: Props): Markup {
  const { text } = request;
  const others = Array.from({ length: shown.ballots }, (_, at) => at + 1).filter(
    (number) => number !== shown.ballot,
  );
  return (
    <>
      <section>
        <h2>{text('meetings.secret.shows')}</h2>
        <ul>
          {SHOWS.map((what) => (
            <li>{text(`meetings.secret.shows.${what}`)}</li>
          ))}
        </ul>
      </section>
      <DefinitionList
        narrow
        items={[
          {
            term: text('meetings.decision.rule'),
            content: (
              <>
                <bdi>{shown.ruleTitle}</bdi> · <cite>{shown.citation}</cite>
              </>
            ),
          },
          ...others.map((number) => ({
            term: text('meetings.election.ballot', { number }),
            content: <a href={ballotHref(shown, request, number)}>{text('meetings.secret.see')}</a>,
          })),
        ]}
      />
    </>
  );
}

export const ballotPage: Page = {
  path: '/meetings/sessions/:session/decisions/:decision/ballot',
  section: 'meetings',
  followsClock: 'second',
  island: 'ballot',
  examples: [
    '/meetings/sessions/panel-meeting/decisions/seat-of-the-panel/ballot',
    '/meetings/sessions/panel-meeting/decisions/seat-of-the-panel/ballot?ballot=1',
    '/meetings/sessions/panel-meeting/decisions/budget-of-the-panel/ballot',
    '/meetings/sessions/first-session/decisions/election-of-members/ballot',
  ],
  async render(request) {
    const { locale, params, search, text } = request;
    const { session = '', decision = '' } = params;
    const wanted = search.get('ballot');
    const which = { session, decision, ...(wanted !== null && { ballot: wanted }) };
    const shown = await request.ask(ballotBox, { ...which, locale });
    if (isRefusal(shown)) return shown;
    const named = { session, decision, ballot: String(shown.ballot) };
    const kind = `${text('meetings.secret.title')} · ${text('meetings.election.ballot', {
      number: shown.ballot,
    })}`;
    return {
      title: `${shown.title}: ${text('meetings.secret.title')}`,
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('meetings.title'), href: '/meetings' },
        { label: shown.sessionTitle, href: sessionHref(session, request) },
        { label: shown.title, href: decisionHref(session, decision, request) },
      ],
      follows: { register: shown.register },
      alternates: (['json', 'csv'] as const).map((format) => ({
        href: questionHref('meetings.ballot-box', named, request, format),
        label: format.toUpperCase(),
        type: format === 'json' ? 'application/json' : 'text/csv',
      })),
      body: (
        <>
          <div class="title">
            <p class="kind">{kind}</p>
            <h1 dir="auto">{shown.title}</h1>
            <p class="standing">
              <StatusChip
                text={text}
                status={STATUS[shown.phase]}
                label={text(`meetings.secret.phase.${shown.phase}`)}
                large
              />
            </p>
          </div>
          <div class="columns">
            <div>
              <Voting request={request} shown={shown} />
              <Box request={request} shown={shown} />
              <Papers request={request} shown={shown} />
            </div>
            <aside>
              <Beside request={request} shown={shown} />
            </aside>
          </div>
        </>
      ),
    };
  },
};
