/** How often two voted alike, in two sentences and one picture. */
import { BarList } from '../../../../ui/bar-list/bar-list.tsx';
import type { PageRequest } from '../../../../ui/page.ts';
import { formatNumber } from '../../../../ui/text/format.ts';
import { IMPORTANT_VOTE } from '../../payloads/issues.ts';
import type { AgreementShown } from './answers.ts';
import { shareText, votesHref } from './parts.tsx';
import { issueText } from './roll-call-words.ts';

interface Props {
  request: PageRequest;
  shown: AgreementShown;
}

/** The answer as somebody would say it. */
export function plainAnswer({ text, locale }: PageRequest, shown: AgreementShown): string {
  const two = { one: shown.one.name, other: shown.other.name };
  const whole = shown.rows.find(({ kind }) => kind === 'all');
  if (whole === undefined || whole.both === 0) {
    return text('meetings.votes.agreement.never', two);
  }
  const figures = (row: typeof whole) => ({
    share: shareText(locale, row.identical),
    count: formatNumber(locale, row.both),
  });
  const said = text('meetings.votes.agreement.plainly', { ...two, ...figures(whole) });
  const parting = shown.rows.find(({ kind, key }) => kind === 'issue' && key === shown.partMostOn);
  if (parting === undefined) return said;
  const issue = issueText(text, parting.key);
  return `${said} ${text('meetings.votes.agreement.parting', { issue, ...figures(parting) })}`;
}

/** Alike by topic as bars, where they part most first. */
export function Topics({ request, shown }: Props) {
  const { text } = request;
  const { body, one, other } = shown;
  const topics = shown.rows
    .filter(({ kind, key }) => kind === 'issue' && key !== IMPORTANT_VOTE)
    .toSorted((first, second) => (first.identical ?? 0) - (second.identical ?? 0));
  if (topics.length === 0) return null;
  const href = (issue: string): string =>
    `${votesHref(body, 'agreement', { one: one.actor, other: other.actor, issue }, request)}#votes`;
  return (
    <>
      <BarList
        text={text}
        label={text('meetings.votes.agreement.where-they-part')}
        series={[text('meetings.votes.measure.identical')]}
        rows={topics.map(({ key, identical }) => ({
          label: <a href={href(key)}>{issueText(text, key)}</a>,
          values: [identical === null ? null : (identical / 10).toFixed(1)],
        }))}
      />
      <p class="small">{text('meetings.votes.agreement.untold')}</p>
    </>
  );
}
