/** `GET /api`, as an index for machines and as a page for people, and the OpenAPI description. */
import type { Hono } from 'hono';
import type { PageContent } from '../../ui/page.ts';
import type { Text } from '../../ui/text/text.ts';
import { chooseLocale } from '../pages/locale.ts';
import { showPage } from '../pages/show-page.ts';
import type { Services } from '../services.ts';
import type { HostEnv } from '../viewer.ts';
import { type ApiIndex, type IndexQuestion, apiIndex } from './api-index.ts';
import { jsonAnswer } from './json-response.ts';
import { openApiOf } from './openapi.ts';

/** The address of a question with its example, ready to be followed. */
function exampleHref(question: IndexQuestion): string {
  const { example } = question;
  if (typeof example !== 'object' || example === null) return question.href;
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(example)) {
    if (value !== null && value !== undefined) search.set(name, String(value));
  }
  const query = search.toString();
  return query === '' ? question.href : `${question.href}?${query}`;
}

function QuestionItem({ question }: { question: IndexQuestion }) {
  const href = exampleHref(question);
  const csv = `${href}${href.includes('?') ? '&' : '?'}format=csv`;
  const parameters = question.parameters.map((one) => (one.required ? one.name : `[${one.name}]`));
  return (
    <li>
      {question.title}
      <br />
      <a href={href}>{question.href}</a>
      {question.rows ? (
        <>
          {' '}
          · <a href={csv}>CSV</a>
        </>
      ) : null}
      {parameters.length === 0 ? null : <small translate="no"> {parameters.join(' ')}</small>}
    </li>
  );
}

function descriptionPage(text: Text, index: ApiIndex): PageContent {
  return {
    title: text('host.section.api'),
    breadcrumb: [{ href: '/', label: text('host.front') }],
    body: (
      <>
        <h1>{text('host.section.api')}</h1>
        <p>
          {text('host.api.why')} <a href={index.openapi}>{text('host.api.description')}</a>
        </p>
        {index.areas.map((area) => (
          <section>
            <h2>{area.title}</h2>
            <h3>{text('host.api.questions')}</h3>
            <ul class="spaced">
              {area.questions.map((question) => (
                <QuestionItem question={question} />
              ))}
            </ul>
            {area.acts.length === 0 ? null : <h3>{text('host.api.acts')}</h3>}
            <ul class="plain-list">
              {area.acts.map((act) => (
                <li>
                  {act.title} <a href={`/acts/new?type=${act.type}`}>{act.type}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  };
}

/** Mounts the index and the description. Both follow from the definitions and are made once. */
export function mountDescription(app: Hono<HostEnv>, services: Services): void {
  const index = apiIndex(services);
  app.get('/api', (c) => {
    const wantsPage = (c.req.header('accept') ?? '').includes('text/html');
    if (wantsPage) {
      const page = descriptionPage(services.textIn(chooseLocale(c)), index);
      return showPage(services, c, page, { section: 'api' });
    }
    return services.cache.respond('api index', c.req.raw.headers, async () => ({
      ...jsonAnswer(index),
      headers: { vary: 'Accept, Accept-Encoding' },
    }));
  });
  app.get('/api/openapi.json', (c) =>
    services.cache.respond('api openapi', c.req.raw.headers, async () =>
      jsonAnswer(openApiOf(services)),
    ),
  );
}
