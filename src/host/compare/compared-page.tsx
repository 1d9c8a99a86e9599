/** Two days of a page: what changed between them, said first, then by section. */
import type { Refusal } from '../../kernel/refusal.ts';
import { Comparison } from '../../ui/comparison/comparison.tsx';
import type { PageContent } from '../../ui/page.ts';
import { formatDate, formatList } from '../../ui/text/format.ts';
import { spoken } from '../../ui/text/spoken.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Times } from '../times.ts';
import { sectionView, titleOf } from './comparison-view.tsx';
import { type Comparison as Compared, type Counts, compareOutlines } from './compare-outlines.ts';
import { type Asking, type DayOfPage, type NoPage, dayOfPage } from './day-of-page.tsx';

export interface ComparedPage {
  readonly content: PageContent;
  /** The same for machines. */
  readonly data: object;
}

interface Days<Day> {
  readonly before: Day;
  readonly after: Day;
}

const NOW = '9999';

/** The earlier first, whichever the address names first. */
function inOrder(one: Times, other: Times): Days<Times> {
  const orderOf = ({ asOf, knownAt }: Times) => `${asOf} ${knownAt ?? NOW}`;
  return orderOf(one) <= orderOf(other)
    ? { before: one, after: other }
    : { before: other, after: one };
}

const DAY_CHARACTERS = 10;

/** What a day is called: by what differs, the day itself or what was known. */
function labelOf(text: Text, times: Times, { before, after }: Days<Times>): string {
  const day = formatDate(text.locale, times.asOf);
  if (before.knownAt === after.knownAt) return day;
  const known =
    times.knownAt === null
      ? text('ui.as-of.known-now')
      : text('ui.as-of.known', {
          on: formatDate(text.locale, times.knownAt.slice(0, DAY_CHARACTERS)),
        });
  return before.asOf === after.asOf ? known : `${day}, ${known}`;
}

function countsIn(text: Text, counts: Counts): string {
  const names = ['came', 'went', 'changed', 'same'] as const;
  const told = names.filter((name) => counts[name] > 0);
  return formatList(
    text.locale,
    told.map((name) => text(`compare.${name}`, { count: counts[name] })),
  );
}

interface Shown {
  readonly text: Text;
  readonly times: Days<Times>;
  readonly labels: Days<string>;
}

/** What changed between the two, in one sentence. */
function told({ text, times, labels }: Shown, { counts, sections }: Compared): string {
  const values = { from: labels.before, to: labels.after, told: countsIn(text, counts) };
  const { before, after } = times;
  if (before.asOf === after.asOf && before.knownAt === after.knownAt) {
    return text('compare.same-day');
  }
  if (before.knownAt !== after.knownAt) return text('compare.told-known', values);
  return text(sections.length === 0 ? 'compare.nothing' : 'compare.told', values);
}

interface FrameProps {
  readonly shown: Shown;
  readonly title: string;
  readonly sentence: string;
  readonly links: Days<{ readonly href: string }>;
  readonly children?: PageContent['body'];
}

function Page({ shown, title, sentence, links, children }: FrameProps) {
  const { text, labels } = shown;
  return (
    <>
      <div class="title">
        <h1>{title}</h1>
        <p class="standing">{sentence}</p>
        <p>
          {text('compare.whole')} <a href={links.before.href}>{labels.before}</a> ·{' '}
          <a href={links.after.href}>{labels.after}</a>
        </p>
      </div>
      {children}
    </>
  );
}

const isThere = (day: DayOfPage | NoPage): day is DayOfPage => 'outline' in day;

/** A page that is there on one of the days alone. */
function onOneDay(shown: Shown, there: DayOfPage, none: NoPage): ComparedPage {
  const { text, times, labels } = shown;
  const isFirst = none.times === times.before;
  const why = spoken(text, none.refusal.said.reason);
  const on = isFirst ? labels.before : labels.after;
  const title = text('compare.title', { title: there.content.title });
  const links = isFirst ? { before: none, after: there } : { before: there, after: none };
  const sentence = text('compare.no-page', { on, why });
  const body = <Page shown={shown} title={title} sentence={sentence} links={links} />;
  const { breadcrumb } = there.content;
  return { content: { title, breadcrumb, body }, data: { title: there.content.title, sentence } };
}

function dataOf(days: Days<DayOfPage>, { counts, sections }: Compared): object {
  return {
    title: days.after.content.title,
    before: { ...days.before.times, href: days.before.href },
    after: { ...days.after.times, href: days.after.href },
    counts,
    sections: sections.map((section) => ({
      title: titleOf(section, ''),
      changes: section.changes
        .filter(({ before, after }) => (after ?? before)?.kind !== 'picture')
        .map(({ before, after }) => ({
          kind: (after ?? before)?.kind,
          before: before?.text ?? null,
          after: after?.text ?? null,
        })),
    })),
  };
}

function onBothDays(shown: Shown, days: Days<DayOfPage>, dataHref: string): ComparedPage {
  const { text, labels } = shown;
  const { before, after } = days;
  const compared = compareOutlines(before.outline, after.outline);
  const pages = { before: before.href, after: after.href };
  const head = text('compare.head');
  const goesOn = before.outline.next !== null || after.outline.next !== null;
  const title = text('compare.title', { title: after.content.title });
  const body = (
    <Page shown={shown} title={title} sentence={told(shown, compared)} links={days}>
      {goesOn ? <p>{text('compare.goes-on')}</p> : null}
      <Comparison
        text={text}
        days={{
          before: { label: labels.before, href: before.href },
          after: { label: labels.after, href: after.href },
        }}
        sections={compared.sections.map((section) => sectionView(section, head, pages))}
      />
    </Page>
  );
  const { breadcrumb, title: label } = after.content;
  const alternates = [{ href: dataHref, label: 'JSON', type: 'application/json' }];
  const content = {
    title,
    breadcrumb: [...breadcrumb, { label, href: after.href }],
    body,
    alternates,
  };
  return { content, data: dataOf(days, compared) };
}

function dataHrefOf({ path, search }: Asking): string {
  const query = new URLSearchParams(search);
  query.set('format', 'json');
  return `${path}?${query.toString()}`;
}

/** A page on two days, or why it is there on neither. */
export async function comparedPage(
  asking: Asking,
  times: readonly [Times, Times],
): Promise<ComparedPage | Refusal> {
  const { text } = asking;
  const ordered = inOrder(...times);
  const labels = {
    before: labelOf(text, ordered.before, ordered),
    after: labelOf(text, ordered.after, ordered),
  };
  const shown = { text, times: ordered, labels };
  const before = await dayOfPage(asking, ordered.before);
  const after = await dayOfPage(asking, ordered.after);
  const dataHref = dataHrefOf(asking);
  if (isThere(before))
    return isThere(after)
      ? onBothDays(shown, { before, after }, dataHref)
      : onOneDay(shown, before, after);
  return isThere(after) ? onOneDay(shown, after, before) : after.refusal;
}
