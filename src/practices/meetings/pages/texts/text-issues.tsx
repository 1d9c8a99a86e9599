/** What is open in a text: counted by provision, and each with who is for it and against it. */
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest, ReaderStanding } from '../../../../ui/page.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { actorHref } from '../links.ts';
import type { IssueShown, TextShown } from './text-answers.ts';
import { alternativeWords } from './issue-words.ts';
import { issueAnchor, settleHref, standHref, takeUpHref, withdrawHref } from './text-links.ts';
import { ISSUES_SHOWN_MAX, type TextPart } from './text-parts.ts';

interface Props {
  readonly request: PageRequest;
  readonly shown: TextShown;
  /** For whom the reader may act; who keeps the text may do so for anybody. */
  readonly standing?: ReaderStanding | null;
}

function Actors({ request, shown, actors }: Props & { actors: readonly string[] }): Markup {
  const names = new Map(shown.actors.map(({ actor, name }) => [actor, name]));
  return (
    <>
      {actors.map((actor, at) => (
        <>
          {at === 0 ? '' : ', '}
          <a href={actorHref(actor, request)}>
            <bdi>{names.get(actor) ?? actor}</bdi>
          </a>
        </>
      ))}
    </>
  );
}

const PEOPLE = ['by', 'supportedBy', 'opposedBy'] as const;

function People(props: Props & { issue: IssueShown['alternatives'][number] }): Markup {
  const { text } = props.request;
  return (
    <>
      {PEOPLE.filter((which) => props.issue[which].length > 0).map((which) => (
        <span class="open-people">
          {text(`meetings.issue.${which}`)} <Actors {...props} actors={props.issue[which]} />
        </span>
      ))}
    </>
  );
}

/** The forms by which one takes a stand; a script sends the act at once. */
function Stands({ request, shown, issue, alternative }: Props & Alternative): Markup | null {
  const { text } = request;
  if (!request.signedIn || shown.isFinal) return null;
  const which = issue.alternatives.length > 1 ? alternative : undefined;
  return (
    <>
      {(['support', 'oppose'] as const).map((stance) => (
        <a
          href={standHref(shown.text, issue.issue, stance, which)}
          data-stand={stance}
          data-issue={issue.issue}
          data-alternative={which}
        >
          {text(`meetings.issue.${stance}`)}
        </a>
      ))}
    </>
  );
}

interface Alternative {
  readonly issue: IssueShown;
  readonly alternative: number;
}

/** Whoever proposed a change withdraws it. */
function mayWithdraw({ issue, standing }: Props & { issue: IssueShown }): boolean {
  if (issue.issue !== issue.act || !standing) return false;
  return standing.records || issue.by.some((actor) => standing.actors.includes(actor));
}

function Others(props: Props & { issue: IssueShown }): Markup | null {
  const { request, shown, issue } = props;
  const { text } = request;
  if (!request.signedIn || shown.isFinal) return null;
  return (
    <>
      {issue.issue === issue.act ? (
        <a href={takeUpHref(shown.text, issue.issue, 'join')}>{text('meetings.issue.join')}</a>
      ) : null}
      {mayWithdraw(props) ? (
        <a href={withdrawHref(shown.text, issue.issue)}>{text('meetings.issue.withdraw')}</a>
      ) : null}
      <a href={settleHref(shown.text, issue.issue)}>{text('meetings.issue.settle')}</a>
    </>
  );
}

/** Who took it up and left it. */
export function Passings(props: Props & { issue: Pick<IssueShown, 'passings'> }): Markup | null {
  const { issue, request } = props;
  const { text } = request;
  if (issue.passings.length === 0) return null;
  return (
    <ul class="plain-list">
      {issue.passings.map(({ act, actor, as, on }) => (
        <li>
          <a href={`/acts/${act}`}>
            <PlainDate text={text} on={on} style="short" />
          </a>{' '}
          <Actors {...props} actors={[actor]} /> {text(`meetings.issue.passing.${as}`)}
        </li>
      ))}
    </ul>
  );
}

type WordsOf = ReturnType<typeof alternativeWords>;

function Words({ words }: { words: string | null }): Markup | null {
  if (words === null) return null;
  return (
    <q class="open-words" dir="auto">
      {words}
    </q>
  );
}

function Issue(props: Props & { issue: IssueShown; wordsOf: WordsOf }): Markup {
  const { request, issue, wordsOf } = props;
  const { text } = request;
  const isOne = issue.alternatives.length === 1;
  return (
    <li id={issueAnchor(issue.issue)} class="open-issue">
      <b>{text(`meetings.issue.kind.${issue.kind}`)}</b>{' '}
      <a href={`/acts/${issue.act}`}>
        <PlainDate text={text} on={issue.proposedOn} style="short" />
      </a>
      {issue.reason === null ? null : (
        <p>
          <bdi>{issue.reason}</bdi>
        </p>
      )}
      <Passings {...props} issue={issue} />
      {issue.alternatives.map((people, alternative) => (
        <p>
          {isOne ? null : (
            <span>{text('meetings.issue.alternative', { number: alternative + 1 })}</span>
          )}
          <Words words={wordsOf(issue.issue, alternative)} />
          <People {...props} issue={people} />
          <Stands {...props} issue={issue} alternative={alternative} />
        </p>
      ))}
      <p>
        <Others {...props} issue={issue} />
      </p>
    </li>
  );
}

type PartProps = Props & { readonly part: TextPart };

/** Issues by the provision that they are in, in the order of the text. */
function byProvision(
  { provisions }: TextShown,
  issues: readonly IssueShown[],
): readonly (readonly [string, readonly IssueShown[]])[] {
  const places = new Map(provisions.map(({ id }, at) => [id, at]));
  const placeOf = ([id]: readonly [string, unknown]) => places.get(id) ?? places.size;
  return [...Map.groupBy(issues, ({ provision }) => provision)].toSorted(
    (one, other) => placeOf(one) - placeOf(other),
  );
}

/** How many are open in each provision of the part; the longest bar is that of the most. */
export function IssueCounts({ request, shown, part }: PartProps): Markup | null {
  const { text } = request;
  const counts = byProvision(shown, shown.issues).filter(([provision]) => part.holds(provision));
  const most = Math.max(1, ...counts.map(([, issues]) => issues.length));
  if (counts.length === 0) return null;
  return (
    <table class="open-counts">
      <caption>{text('meetings.text.by-provision')}</caption>
      <tbody>
        {counts.map(([provision, issues]) => (
          <tr>
            <th scope="row">
              <a href={part.provisionHref(provision)}>
                <bdi>{part.nameOf(provision)}</bdi>
              </a>
            </th>
            <td class="number">{issues.length}</td>
            <td aria-hidden="true">
              <svg width="100%" height="10" focusable="false">
                <rect class="open-bar" width={`${(issues.length / most) * 100}%`} height="10" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Which issues are told of here: all, or where they are many, those of one provision. */
function chosen({ shown, part }: PartProps): readonly IssueShown[] {
  if (part.asked === null) return shown.issues;
  const own = shown.issues.filter(({ provision }) => provision === part.asked);
  return own.slice(0, ISSUES_SHOWN_MAX);
}

/** All that is open, by provision. */
export function TextIssues(props: PartProps): Markup {
  const { request, shown, part } = props;
  const { text } = request;
  if (shown.issues.length === 0) {
    return <EmptyState title={text('meetings.text.nothing-open')} />;
  }
  const own = chosen(props);
  const isPart = own.length < shown.issues.length;
  const told = new Set(own.map(({ provision }) => provision));
  const wordsOf = alternativeWords(shown.provisions.filter(({ id }) => told.has(id)));
  return (
    <>
      {isPart ? (
        <p>{text('meetings.text.part-of', { count: own.length, total: shown.issues.length })}</p>
      ) : null}
      {byProvision(shown, own).map(([provision, issues]) => (
        <section>
          <h3>
            <a href={part.provisionHref(provision)}>
              <bdi>{part.nameOf(provision)}</bdi>
            </a>
          </h3>
          <ul class="plain-list spaced">
            {issues.map((issue) => (
              <Issue {...props} issue={issue} wordsOf={wordsOf} />
            ))}
          </ul>
        </section>
      ))}
      {isPart ? (
        <p>
          {[...new Set(shown.issues.map(({ provision }) => provision))]
            .filter((provision) => part.holds(provision))
            .map((provision) => (
              <a href={part.issuesHref(provision)}>{part.nameOf(provision)} </a>
            ))}
        </p>
      ) : null}
    </>
  );
}
