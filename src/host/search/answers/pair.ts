/** Two actors: what binds them to each other, how alike they vote, to what they both belong. */
import type { Findable } from '../../../kernel/findable.ts';
import {
  compare as compareMemberships,
  membership,
} from '../../../practices/actors/questions/members.ts';
import { between } from '../../../practices/agreements/questions/actor.ts';
import { issueText } from '../../../practices/meetings/pages/history/roll-call-words.ts';
import { agreement as alike } from '../../../practices/meetings/questions/history/agreement.ts';
import { formatNumber, formatPercent } from '../../../ui/text/format.ts';
import {
  type Answer,
  type Read,
  about,
  askOf,
  dated,
  dayIn,
  listIn,
  nameOf,
  say,
  titleOf,
} from './answer.ts';

type Pair = readonly [one: Findable, other: Findable];

/** Votes on an issue of which so few are no measure. */
const ISSUE_VOTES_MIN = 10;
const NAMED_MAX = 5;
const PER_MILLE = 1000;

const named = (read: Read, [one, other]: Pair) => ({
  one: titleOf(one, read),
  other: titleOf(other, read),
});

const answerOf = (read: Read, pair: Pair) =>
  ({ rule: null, about: about(read, ...pair), asOf: read.asked.asOf }) as const;

/** Which agreements bind them to each other. */
export async function aboutBetween(read: Read, pair: Pair): Promise<Answer | null> {
  const [{ id: one }, { id: other }] = pair;
  const found = await askOf(read, between, { one, other, locale: read.locale });
  if (found === null) return null;
  const titles = found.rows.slice(0, NAMED_MAX).map(({ title }) => title);
  const href = dated(`/between?one=${one}&other=${other}`, read);
  return {
    kind: 'between',
    text: say(read, 'between', { ...named(read, pair), count: found.rows.length }),
    reasons: titles.length === 0 ? [] : [say(read, 'such-as', { titles: listIn(read, titles) })],
    href,
    links: [{ label: say(read, 'link.list'), href }],
    ...answerOf(read, pair),
  };
}

/** The body of whose votes most are on record. */
function bodyWithVotes({ shelves }: Read, spoken: Findable | undefined): string | null {
  if (spoken !== undefined) return spoken.id;
  const votes = shelves.find(({ shelf }) => shelf.name === 'votes')?.index.things ?? [];
  const bodies = [...Map.groupBy(votes, ({ id }) => id.split(' ')[0] ?? '')];
  const [first] = bodies.sort(([, one], [, other]) => other.length - one.length);
  return first?.[0] ?? null;
}

/** How often they voted alike, and on what they part most. */
export async function aboutVotes(
  read: Read,
  pair: Pair,
  spoken?: Findable,
): Promise<Answer | null> {
  const [{ id: one }, { id: other }] = pair;
  const body = bodyWithVotes(read, spoken);
  if (body === null) return null;
  const found = await askOf(read, alike, { body, one, other, locale: read.locale });
  const all = found?.rows.find(({ kind }) => kind === 'all');
  if (!found || !all || all.both === 0) return null;
  const issues = found.rows.filter(({ kind, both }) => kind === 'issue' && both >= ISSUE_VOTES_MIN);
  const [most] = issues.sort((a, b) => a.same / a.both - b.same / b.both);
  const share = ({ both, same }: { both: number; same: number }) =>
    formatPercent(read.locale, Math.round((same * PER_MILLE) / both) / 10);
  const { locale } = read;
  const count = formatNumber(locale, all.both);
  const part =
    most &&
    say(read, 'part', {
      issue: issueText(read.text, most.key),
      share: share(most),
      count: formatNumber(locale, most.both),
    });
  const href = dated(`/meetings/votes/${body}/agreement?one=${one}&other=${other}`, read);
  return {
    kind: 'votes',
    text: say(read, 'votes', { ...named(read, pair), share: share(all), count, body: found.title }),
    reasons: part === undefined ? [] : [part],
    href,
    links: [{ label: say(read, 'link.votes'), href }],
    ...answerOf(read, pair),
  };
}

/** To what both belong. */
export async function aboutMemberships(read: Read, pair: Pair): Promise<Answer | null> {
  const [{ id: one }, { id: other }] = pair;
  const found = await askOf(read, compareMemberships, { one, other });
  if (found === null) return null;
  const both = found.shared.filter(
    ({ oneStatus, otherStatus }) => oneStatus === 'member' && otherStatus === 'member',
  );
  const titles = both.slice(0, NAMED_MAX).map(({ group }) => nameOf(read, group.id));
  const href = dated(`/memberships?one=${one}&other=${other}`, read);
  return {
    kind: 'memberships',
    text: say(read, 'memberships', { ...named(read, pair), count: both.length }),
    reasons: titles.length === 0 ? [] : [say(read, 'such-as', { titles: listIn(read, titles) })],
    href,
    links: [{ label: say(read, 'link.list'), href }],
    ...answerOf(read, pair),
  };
}

/** What one of the two is in the other, which has members. */
export async function aboutMembership(
  read: Read,
  actor: Findable,
  group: Findable,
): Promise<Answer | null> {
  const found = await askOf(read, membership, { actor: actor.id, group: group.id });
  if (found === null) return null;
  const { status, since } = found;
  const names = { actor: titleOf(actor, read), group: titleOf(group, read) };
  const on = since === null ? {} : { on: dayIn(read, since) };
  const key = status === 'member' ? 'member' : status === null ? 'no-member' : 'standing-in';
  const stands = status === null ? '' : read.text(`actors.status.${status}`);
  const href = dated(`/actors/${actor.id}/in/${group.id}`, read);
  return {
    kind: 'membership',
    text: say(read, `${key}${'on' in on && key === 'member' ? '-on' : ''}`, {
      ...names,
      ...on,
      stands,
    }),
    reasons: [],
    href,
    links: [{ label: say(read, 'link.why'), href }],
    rule: { id: found.finding.rule.id, citation: found.finding.rule.citation },
    about: about(read, actor, group),
    asOf: read.asked.asOf,
  };
}
