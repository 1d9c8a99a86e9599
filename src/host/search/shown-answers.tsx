/** The answers of a question in words, the first large and the others beside it. */
import { Answer } from '../../ui/answer/answer.tsx';
import type { Markup } from '../../ui/markup.ts';
import { datesIn } from '../../ui/page-dates.ts';
import type { PageRequest } from '../../ui/page.ts';
import { formatDate } from '../../ui/text/format.ts';
import type { Answer as Answered } from './answers/answer.ts';

/** The address with the dates of the page, unless it carries a day of its own. */
export function withDates(href: string, request: Pick<PageRequest, 'search'>): string {
  const [before = '', fragment] = href.split('#');
  const [path = '', query] = before.split('?');
  const search = new URLSearchParams({
    ...datesIn(request),
    ...Object.fromEntries(new URLSearchParams(query)),
  });
  const asked = search.size === 0 ? '' : `?${search.toString()}`;
  return `${path}${asked}${fragment === undefined ? '' : `#${fragment}`}`;
}

function notesOf({ asOf, rule }: Answered, { text, today, locale }: PageRequest): string[] {
  return [
    ...(rule === null ? [] : [text('search.answer.rule', { citation: rule.citation })]),
    ...(asOf === today ? [] : [text('search.answer.as-of', { on: formatDate(locale, asOf) })]),
  ];
}

/** Every answer that there is. */
export function ShownAnswers(props: {
  request: PageRequest;
  answers: readonly Answered[];
}): Markup {
  const { request, answers } = props;
  const { text } = request;
  return (
    <>
      {answers.map((answer, at) => (
        <Answer
          id={`answer-${at + 1}`}
          label={text(at === 0 ? 'search.answer' : 'search.answers.more')}
          sentence={answer.text}
          href={withDates(answer.href, request)}
          reasons={answer.reasons}
          notes={notesOf(answer, request)}
          links={answer.links.map(({ label, href }) => ({ label, href: withDates(href, request) }))}
          lesser={at > 0}
        />
      ))}
    </>
  );
}
