/** `/api/docs/questions/{question}`: what it takes and gives, tried right there. */
import { isRefusal } from '../../../kernel/refusal.ts';
import { FormFields } from '../../../ui/form-fields/form-fields.tsx';
import type { PageContent } from '../../../ui/page.ts';
import type { Text } from '../../../ui/text/text.ts';
import { type Services, todayOf } from '../../services.ts';
import { readTimes } from '../../times.ts';
import { type HostContext, viewerOf } from '../../viewer.ts';
import { jsonSchemaOf } from '../json-schema.ts';
import { RESERVED, queryInput } from '../query-input.ts';
import { columnsOf } from '../questions.ts';
import { AnswerShown } from './answer-shown.tsx';
import { docsBreadcrumb, SchemaTable, Snippets } from './docs-parts.tsx';
import { type DocumentedQuestion, exampleSearch } from './find-documented.ts';
import { questionFields } from './question-form.ts';
import { questionSnippets } from './snippets.ts';

/** Says that a form was sent: then what it asks counts, and not the example. */
const TRIED = 'try';

/** What is asked: as the form says, or the example; empty fields ask for nothing. */
export function askedSearch(given: URLSearchParams, example: unknown): URLSearchParams {
  const own = [...given].filter(([name]) => ![TRIED, 'lang', 'format'].includes(name));
  if (own.length === 0 && !given.has(TRIED)) return exampleSearch(example);
  return new URLSearchParams(own.filter(([, value]) => value !== ''));
}

async function answerTo(services: Services, c: HostContext, one: DocumentedQuestion) {
  const search = askedSearch(new URL(c.req.url).searchParams, one.question.example);
  const times = readTimes(search, todayOf(services));
  if (isRefusal(times)) return { search, answer: times };
  const input = queryInput(one.question, search);
  if (isRefusal(input)) return { search, answer: input };
  const viewer = viewerOf(c.get('session'));
  return { search, answer: await services.store.ask(one.question, input, { viewer, ...times }) };
}

function Ways(props: { text: Text; one: DocumentedQuestion; search: URLSearchParams }) {
  const { text, one, search } = props;
  const withFormat = (format: string) => {
    const query = new URLSearchParams(search);
    if (format === 'csv') query.set('format', format);
    return `${one.href}?${query.toString()}`;
  };
  return (
    <p>
      <a href={withFormat('json')}>JSON</a>
      {columnsOf(one.question) === null ? null : (
        <>
          {' · '}
          <a href={withFormat('csv')}>CSV</a>
        </>
      )}
      {' · '}
      {text('host.docs.every', { names: RESERVED.join(', ') })}
    </p>
  );
}

/** The page of one question. */
export async function questionDocs(
  services: Services,
  c: HostContext,
  one: DocumentedQuestion,
  text: Text,
): Promise<PageContent> {
  const { question, area, within, href, docs } = one;
  const { search, answer } = await answerTo(services, c, one);
  const origin = services.config.origin ?? new URL(c.req.url).origin;
  const title = `${area.name} ${within}`;
  return {
    title,
    description: question.title,
    breadcrumb: docsBreadcrumb(text),
    body: (
      <>
        <div class="title">
          <h1>
            <code translate="no">{title}</code>
          </h1>
          <p>{question.title}</p>
          <p>
            <code translate="no">GET {href}</code>
          </p>
        </div>
        <h2 id="try">{text('host.docs.try')}</h2>
        <form method="get" action={docs} class="form">
          <input type="hidden" name={TRIED} value="1" />
          <FormFields text={text} id="ask" fields={questionFields(text, question, search)} />
          <button type="submit">{text('host.docs.ask')}</button>
        </form>
        <h2 id="answer">{text('host.docs.answer')}</h2>
        <Ways text={text} one={one} search={search} />
        <AnswerShown text={text} answer={answer} />
        <h2 id="code">{text('host.docs.code')}</h2>
        <Snippets
          snippets={questionSnippets({ area: area.name, question: within, href }, search, origin)}
        />
        <h2 id="members">{text('host.docs.output')}</h2>
        <SchemaTable text={text} id="output" schema={jsonSchemaOf(question.output, 'output')} />
        <h2 id="refusals">{text('host.docs.refusals')}</h2>
        <p>{text('host.docs.refusals.why')}</p>
      </>
    ),
  };
}
