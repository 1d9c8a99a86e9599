/** A text as a file: Akoma Ntoso, or plain text. */
import type { Hono } from 'hono';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { text } from '../../practices/agreements/questions/texts.ts';
import type { TextDocument } from '../../standards/akoma-ntoso/text-document.ts';
import { writeAkomaNtoso } from '../../standards/akoma-ntoso/write-akoma-ntoso.ts';
import { writePlainText } from '../../standards/plain-text/write-plain-text.ts';
import { refusedAnswer } from '../api/json-response.ts';
import { UNKNOWN_RULE } from '../host-rules.ts';
import type { Answer } from '../response-cache.ts';
import { type Services, todayOf } from '../services.ts';
import { readTimes } from '../times.ts';
import { type HostContext, type HostEnv, viewerOf } from '../viewer.ts';

type Shown = Exclude<Awaited<ReturnType<typeof text.answer>>, Refusal>;

function documentOf({ language, rows, textTitle, title }: Shown): TextDocument {
  return {
    language: language ?? 'und',
    title: textTitle ?? title,
    provisions: rows.map(({ heading, id, kind, number, text: words }) => ({
      id,
      kind,
      ...(number === null ? {} : { number }),
      ...(heading === null ? {} : { heading }),
      text: words,
    })),
  };
}

function asAkomaNtoso(services: Services, shown: Shown, asOf: string): Answer {
  const { agreement, adoptedOn, authentic, isDraft, languages } = shown;
  const own = languages.find(({ language }) => language === shown.language);
  const today = todayOf(services);
  const body = writeAkomaNtoso(documentOf(shown), {
    agreement,
    workOn: adoptedOn ?? own?.on ?? today,
    expressionOn: asOf,
    isDraft,
    isAuthentic: authentic,
    author: { id: services.store.operator, name: services.store.operator },
    writtenOn: today,
  });
  return { status: 200, contentType: 'application/akn+xml', body };
}

async function exportText(
  services: Services,
  c: HostContext,
  given: { readonly agreement: string; readonly form: 'akn' | 'txt' },
): Promise<Answer> {
  const search = new URL(c.req.url).searchParams;
  const times = readTimes(search, todayOf(services));
  if (isRefusal(times)) return refusedAnswer(times);
  const { agreement, form } = given;
  const input = { agreement, language: search.get('language') ?? undefined };
  const viewer = viewerOf(c.get('session'));
  const shown = await services.store.ask(text, input, { viewer, ...times });
  if (isRefusal(shown)) return refusedAnswer(shown);
  if (shown.language === null) {
    const remedy = said('Put it down at /agreements/{$agreement}/text/new.', { agreement });
    return refusedAnswer(refuse(UNKNOWN_RULE, said('Its text is not on record here.'), { remedy }));
  }
  const made: Answer =
    form === 'akn'
      ? asAkomaNtoso(services, shown, times.asOf)
      : {
          status: 200,
          contentType: 'text/plain; charset=utf-8',
          body: writePlainText(documentOf(shown)),
        };
  const name = `${agreement}-${shown.language}-${times.asOf}.${form}`;
  return { ...made, headers: { 'content-disposition': `attachment; filename="${name}"` } };
}

/** Mounts the text of each agreement as files. */
export function mountTextExport(app: Hono<HostEnv>, services: Services): void {
  for (const form of ['akn', 'txt'] as const) {
    app.get(`/agreements/:agreement/text.${form}`, async (c) => {
      const position = await services.position.current();
      const viewer = viewerOf(c.get('session')).actors.join(' ');
      const address = c.req.url.slice(new URL(c.req.url).origin.length);
      const key = ['text', address, viewer, todayOf(services), position].join('\n');
      const given = { agreement: c.req.param('agreement'), form };
      return services.cache.respond(key, c.req.raw.headers, () => exportText(services, c, given));
    });
  }
}
