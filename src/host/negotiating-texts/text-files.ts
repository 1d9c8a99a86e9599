/** A text under negotiation as a file: plain with its brackets, Markdown, or Akoma Ntoso. */
import type { Hono } from 'hono';
import { isRefusal } from '../../kernel/refusal.ts';
import { textDraft } from '../../practices/meetings/questions/texts/text-draft.ts';
import type { DraftedText } from '../../standards/bracketed-text/bracketed-text.ts';
import { writeMarkdownDraft, writePlainDraft } from '../../standards/bracketed-text/write-text.ts';
import {
  type DraftIdentification,
  writeDraft,
} from '../../standards/drafted-akoma-ntoso/write-draft.ts';
import { refusedAnswer } from '../api/json-response.ts';
import type { Answer } from '../response-cache.ts';
import { type Services, todayOf } from '../services.ts';
import { readTimes } from '../times.ts';
import { type HostContext, type HostEnv, viewerOf } from '../viewer.ts';

interface Form {
  readonly ending: string;
  readonly contentType: string;
  readonly write: (draft: DraftedText, given: DraftIdentification) => string;
}

export const FORMS: readonly Form[] = [
  {
    ending: 'txt',
    contentType: 'text/plain; charset=utf-8',
    write: (draft) => writePlainDraft(draft),
  },
  {
    ending: 'md',
    contentType: 'text/markdown; charset=utf-8',
    write: (draft) => writeMarkdownDraft(draft),
  },
  { ending: 'akn', contentType: 'application/akn+xml', write: writeDraft },
];

async function fileOf(services: Services, c: HostContext, form: Form): Promise<Answer> {
  const search = new URL(c.req.url).searchParams;
  const times = readTimes(search, todayOf(services));
  if (isRefusal(times)) return refusedAnswer(times);
  const name = c.req.param('text') ?? '';
  const input = {
    text: name,
    view: search.get('view') || undefined,
    version: search.get('version') || undefined,
  };
  const viewer = viewerOf(c.get('session'));
  const draft = await services.store.ask(textDraft, input, { viewer, ...times });
  if (isRefusal(draft)) return refusedAnswer(draft);
  const identification = {
    text: name,
    tabledOn: draft.tabledOn,
    asOf: times.asOf,
    writtenOn: todayOf(services),
    author: services.store.operator,
  };
  return {
    status: 200,
    contentType: form.contentType,
    body: form.write(draft, identification),
    headers: {
      'content-disposition': `attachment; filename="${name}-${times.asOf}.${form.ending}"`,
    },
  };
}

/** Mounts each text as files. */
export function mountTextFiles(app: Hono<HostEnv>, services: Services): void {
  for (const form of FORMS) {
    app.get(`/meetings/texts/:text/text.${form.ending}`, async (c) => {
      const position = await services.position.current();
      const viewer = viewerOf(c.get('session')).actors.join(' ');
      const address = c.req.url.slice(new URL(c.req.url).origin.length);
      const key = ['draft', address, viewer, todayOf(services), position].join('\n');
      return services.cache.respond(key, c.req.raw.headers, () => fileOf(services, c, form));
    });
  }
}
