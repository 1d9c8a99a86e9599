/** Which offices are told of what is overdue by webhook, and what became of it. */
import type { Refusal } from '../../kernel/refusal.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { type Field, FormFields } from '../../ui/form-fields/form-fields.tsx';
import type { Markup } from '../../ui/markup.ts';
import type { PageContent } from '../../ui/page.ts';
import { formatInstant } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import { adminBreadcrumb } from '../admin/offices-page.tsx';
import type { Fields } from '../form.ts';
import { PostForm } from '../pages/post-form.tsx';
import { RefusalView } from '../pages/refusal-content.tsx';
import { SIGNATURE_HEADER } from './signature.ts';
import type { Hook, Told } from './telling-tables.ts';

export const WEBHOOKS_PATH = '/admin/webhooks';
export const URL_CHARACTERS_MAX = 500;
const OFFICE_CHARACTERS_MAX = 63;

export interface WebhooksShown {
  readonly text: Text;
  readonly session: Session;
  readonly hooks: readonly Hook[];
  readonly tellings: readonly Told[];
  readonly typed?: Fields;
  readonly refusal?: Refusal;
  /** The secret of a hook that was just entered; it is shown this once. */
  readonly secret?: string;
}

function fieldsOf({ text, typed = {} }: WebhooksShown): Field[] {
  return [
    {
      kind: 'text',
      name: 'office',
      label: text('host.webhooks.office'),
      hint: text('host.webhooks.office.hint'),
      value: typed['office'] ?? '',
      required: true,
      lengthMax: OFFICE_CHARACTERS_MAX,
    },
    {
      kind: 'text',
      name: 'url',
      label: text('host.webhooks.url'),
      hint: text('host.webhooks.url.hint'),
      value: typed['url'] ?? '',
      required: true,
      lengthMax: URL_CHARACTERS_MAX,
    },
  ];
}

function Secret({ text, secret }: WebhooksShown): Markup | null {
  if (secret === undefined) return null;
  return (
    <div role="status" class="notice">
      <p>{text('host.webhooks.secret', { header: SIGNATURE_HEADER })}</p>
      <pre translate="no" tabindex={0}>
        {secret}
      </pre>
    </div>
  );
}

function Hooks({ text, session, hooks }: WebhooksShown): Markup {
  if (hooks.length === 0) {
    const title = text('host.webhooks.none');
    return <EmptyState title={title}>{text('host.webhooks.none.why')}</EmptyState>;
  }
  return (
    <DataTable
      text={text}
      id="webhooks"
      caption={text('host.webhooks')}
      captionHidden
      columns={(['office', 'url', 'end'] as const).map((key) => ({
        key,
        label: text(`host.webhooks.${key}`),
      }))}
      rows={hooks.map((hook) => ({
        cells: {
          office: <span translate="no">{hook.office}</span>,
          url: (
            <bdi dir="ltr" translate="no">
              {hook.url}
            </bdi>
          ),
          end: (
            <PostForm action={`${WEBHOOKS_PATH}/${hook.id}/end`} token={session.formToken}>
              <button type="submit" class="button-plain">
                {text('host.webhooks.end')}
              </button>
            </PostForm>
          ),
        },
      }))}
    />
  );
}

function stateOf(text: Text, one: Told): string {
  if (one.sentAt !== null) {
    const at = formatInstant(text.locale, one.sentAt.toISOString());
    return text('host.webhooks.told', { at });
  }
  const state = text(one.failedAt === null ? 'host.webhooks.waiting' : 'host.webhooks.given-up');
  const attempts = text('host.webhooks.attempts', { count: one.attempts });
  return [state, attempts, one.fault ?? ''].filter((part) => part !== '').join(' · ');
}

function Tellings({ text, tellings }: WebhooksShown): Markup | null {
  if (tellings.length === 0) return null;
  return (
    <section>
      <h2>{text('host.webhooks.tellings')}</h2>
      <DataTable
        text={text}
        id="tellings"
        caption={text('host.webhooks.tellings')}
        captionHidden
        columns={(['notice', 'office', 'way', 'since', 'state'] as const).map((key) => ({
          key,
          label: text(`host.webhooks.${key}`),
        }))}
        rows={tellings.map((one) => ({
          cells: {
            notice: (
              <a href={`/acts/${one.notice}`} translate="no">
                {one.notice.slice(0, 12)}…
              </a>
            ),
            office: <span translate="no">{one.office}</span>,
            way: text(`host.webhooks.way.${one.way}`),
            since: formatInstant(text.locale, one.dueAt),
            state: stateOf(text, one),
          },
        }))}
      />
    </section>
  );
}

/** The page by which an administrator enters webhooks, and sees what was told. */
export function webhooksPage(shown: WebhooksShown): PageContent {
  const { text, session, refusal } = shown;
  return {
    title: text('host.webhooks'),
    breadcrumb: adminBreadcrumb(text),
    body: (
      <>
        <div class="title">
          <h1>{text('host.webhooks')}</h1>
          <p>{text('host.webhooks.why')}</p>
        </div>
        <Secret {...shown} />
        {refusal === undefined ? null : <RefusalView text={text} refusal={refusal} />}
        <Hooks {...shown} />
        <PostForm action={WEBHOOKS_PATH} token={session.formToken}>
          <FormFields text={text} id="webhook" fields={fieldsOf(shown)} />
          <button type="submit">{text('host.webhooks.add')}</button>
        </PostForm>
        <Tellings {...shown} />
      </>
    ),
  };
}
