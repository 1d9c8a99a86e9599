/** `GET /api/{area}/{question}`: every question of every area, from its definition alone. */
import type { Hono } from 'hono';
import type { Area, Question } from '../../kernel/define-area.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { FORMAT_RULE, UNKNOWN_RULE } from '../host-rules.ts';
import type { Answer } from '../response-cache.ts';
import { type Services, todayOf } from '../services.ts';
import { type Times, readTimes } from '../times.ts';
import { type HostContext, type HostEnv, viewerOf } from '../viewer.ts';
import { csvOf } from './csv.ts';
import { CSV_TYPE, jsonAnswer, refusedAnswer } from './json-response.ts';
import { jsonSchemaOf, rowsOf } from './json-schema.ts';
import { nameWithin } from './question-name.ts';
import { queryInput } from './query-input.ts';

interface Asking {
  readonly input: Record<string, unknown>;
  readonly times: Times;
  readonly format: 'json' | 'csv';
}

const columns = new WeakMap<Question, readonly string[] | null>();

/** The columns of a question's rows in the order of its schema; null where it has no rows. */
export function columnsOf(question: Question): readonly string[] | null {
  const held = columns.get(question);
  if (held !== undefined) return held;
  const rows = rowsOf(jsonSchemaOf(question.output, 'output'));
  const made = rows === null ? null : Object.keys(rows.properties ?? {});
  columns.set(question, made);
  return made;
}

function readFormat(question: Question, format: string): 'json' | 'csv' | Refusal {
  if (format === 'json') return 'json';
  if (format === 'csv' && columnsOf(question) !== null) return 'csv';
  const reason =
    format === 'csv'
      ? said('This answer has no rows.')
      : said('There is no format “{$format}”.', { format: format.slice(0, 40) });
  return refuse(FORMAT_RULE, reason, { remedy: said('Ask for format=json.') });
}

function readAsking(question: Question, search: URLSearchParams, today: string): Asking | Refusal {
  const times = readTimes(search, today);
  if (isRefusal(times)) return times;
  const format = readFormat(question, search.get('format') || 'json');
  if (isRefusal(format)) return format;
  const input = queryInput(question, search);
  if (isRefusal(input)) return input;
  return { times, format, input };
}

/** An answer's rows; an answer of another form than its schema says is a bug, and stops here. */
function rowsIn(answer: unknown): readonly Record<string, unknown>[] {
  if (
    typeof answer === 'object' &&
    answer !== null &&
    'rows' in answer &&
    Array.isArray(answer.rows)
  ) {
    // What an array holds is not known to the type; the question's schema promises objects.
    return answer.rows as Record<string, unknown>[];
  }
  throw new Error('an answer lacks the rows that its schema promises');
}

async function answer(services: Services, question: Question, c: HostContext): Promise<Answer> {
  const asking = readAsking(question, new URL(c.req.url).searchParams, todayOf(services));
  if (isRefusal(asking)) return refusedAnswer(asking);
  const { asOf, knownAt } = asking.times;
  const viewer = viewerOf(c.get('session'));
  const given = await services.store.ask(question, asking.input, { viewer, asOf, knownAt });
  if (isRefusal(given) || asking.format === 'json') return jsonAnswer(given);
  return {
    status: 200,
    contentType: CSV_TYPE,
    body: csvOf(rowsIn(given), columnsOf(question) ?? []),
    headers: { 'content-disposition': `attachment; filename="${question.name}-${asOf}.csv"` },
  };
}

function unknownQuestion(areas: readonly Area[], area: string, question: string): Refusal {
  const found = areas.find((one) => one.name === area);
  const names = found
    ? found.questions.map((one) => nameWithin(found, one))
    : areas.map((one) => one.name);
  return refuse(
    UNKNOWN_RULE,
    said('There is no question “{$name}” here.', { name: `${area}/${question}`.slice(0, 160) }),
    {
      remedy: found
        ? said('Questions: {$names}. GET /api lists them all.', { names })
        : said('Areas: {$names}. GET /api lists them all.', { names }),
    },
  );
}

/** Mounts the questions. Answers are kept by address, viewer, day and position. */
export function mountQuestions(app: Hono<HostEnv>, services: Services): void {
  const byPath = new Map(
    services.areas.flatMap((area) =>
      area.questions.map(
        (question) => [`${area.name}/${nameWithin(area, question)}`, question] as const,
      ),
    ),
  );
  app.get('/api/:area/:question', async (c) => {
    const { area, question: name } = c.req.param();
    const question = byPath.get(`${area}/${name}`);
    const position = await services.position.mark();
    const viewer = viewerOf(c.get('session')).actors.join(' ');
    const address = c.req.url.slice(new URL(c.req.url).origin.length);
    const key = ['api', address, viewer, todayOf(services), position].join('\n');
    return services.cache.respond(key, c.req.raw.headers, async () =>
      question
        ? answer(services, question, c)
        : refusedAnswer(unknownQuestion(services.areas, area, name)),
    );
  });
}
