/** To whom the depositary's notifications are sent, and what became of them. */
import type { Refusal } from '../../kernel/refusal.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { type Field, FormFields } from '../../ui/form-fields/form-fields.tsx';
import type { Markup } from '../../ui/markup.ts';
import type { PageContent } from '../../ui/page.ts';
import { formatInstant } from '../../ui/text/format.ts';
import { localeNames, locales } from '../../ui/text/locale.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import type { Fields } from '../form.ts';
import { EMAIL_LENGTH_MAX } from '../limits.ts';
import { PostForm } from '../pages/post-form.tsx';
import { RefusalView } from '../pages/refusal-content.tsx';
import type { Address, Delivery } from './mail-tables.ts';

export interface MailShown {
  readonly text: Text;
  readonly session: Session;
  readonly sends: boolean;
  readonly addresses: readonly Address[];
  readonly deliveries: readonly Delivery[];
  readonly refusal?: Refusal;
  readonly typed?: Fields;
}

const ACTOR_LENGTH_MAX = 63;

function fieldsOf({ text, typed = {} }: MailShown): Field[] {
  return [
    {
      kind: 'text',
      name: 'actor',
      label: text('host.mail.actor'),
      hint: text('host.acts.actor.hint'),
      value: typed['actor'] ?? '',
      required: true,
      lengthMax: ACTOR_LENGTH_MAX,
    },
    {
      kind: 'email',
      name: 'email',
      label: text('host.mail.email'),
      value: typed['email'] ?? '',
      required: true,
      lengthMax: EMAIL_LENGTH_MAX,
    },
    {
      kind: 'select',
      name: 'locale',
      label: text('host.mail.language'),
      value: typed['locale'] ?? 'en',
      options: locales.map((value) => ({ value, label: localeNames[value] })),
    },
  ];
}

function Addresses({ text, session, addresses }: MailShown): Markup {
  if (addresses.length === 0) {
    return <EmptyState title={text('host.mail.none')}>{text('host.mail.none.why')}</EmptyState>;
  }
  return (
    <DataTable
      text={text}
      id="addresses"
      caption={text('host.mail.addresses')}
      captionHidden
      columns={(['actor', 'email', 'language', 'remove'] as const).map((key) => ({
        key,
        label: text(`host.mail.${key}`),
      }))}
      rows={addresses.map((one) => ({
        cells: {
          actor: <span translate="no">{one.actor}</span>,
          email: <bdi>{one.email}</bdi>,
          language: one.locale,
          remove: (
            <PostForm action={`/desk/addresses/${one.id}/end`} token={session.formToken}>
              <button type="submit" class="button-plain">
                {text('host.mail.remove')}
              </button>
            </PostForm>
          ),
        },
      }))}
    />
  );
}

function stateOf(text: Text, one: Delivery): string {
  if (one.sentAt) {
    return text('host.mail.sent-at', { at: formatInstant(text.locale, one.sentAt.toISOString()) });
  }
  const state = text(one.failedAt ? 'host.mail.failed' : 'host.mail.waiting');
  return one.fault === null ? state : `${state}: ${one.fault}`;
}

function Deliveries({ text, deliveries }: MailShown): Markup | null {
  if (deliveries.length === 0) return null;
  return (
    <section>
      <h2>{text('host.mail.deliveries')}</h2>
      <DataTable
        text={text}
        id="deliveries"
        caption={text('host.mail.deliveries')}
        captionHidden
        columns={(['act', 'actor', 'email', 'state'] as const).map((key) => ({
          key,
          label: text(`host.mail.${key}`),
        }))}
        rows={deliveries.map((one) => ({
          cells: {
            act: (
              <a href={`/acts/${one.act}`} translate="no">
                {one.act.slice(0, 12)}…
              </a>
            ),
            actor: <span translate="no">{one.actor}</span>,
            email: <bdi>{one.email}</bdi>,
            state: stateOf(text, one),
          },
        }))}
      />
    </section>
  );
}

/** The page of addresses and deliveries. */
export function mailPage(shown: MailShown): PageContent {
  const { text, refusal } = shown;
  const title = text('host.mail.addresses');
  return {
    title,
    breadcrumb: [
      { href: '/', label: text('host.front') },
      { href: '/desk/depositary', label: text('agreements.desk.title') },
    ],
    body: (
      <>
        <div class="title">
          <h1>{title}</h1>
          <p>{text('host.mail.lead')}</p>
          {shown.sends ? null : <p class="notice">{text('host.mail.no-server')}</p>}
        </div>
        {refusal === undefined ? null : <RefusalView text={text} refusal={refusal} />}
        <Addresses {...shown} />
        <h2>{text('host.mail.add')}</h2>
        <PostForm action="/desk/addresses" token={shown.session.formToken}>
          <FormFields text={text} id="address" fields={fieldsOf(shown)} />
          <button type="submit">{text('host.mail.add')}</button>
        </PostForm>
        <Deliveries {...shown} />
      </>
    ),
  };
}
