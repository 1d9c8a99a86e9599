/** What a person sees who signs in, becomes the first administrator, or manages tokens. */
import { own } from '../../kernel/own.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { type Field, FormFields } from '../../ui/form-fields/form-fields.tsx';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import type { PageContent } from '../../ui/page.ts';
import type { Text } from '../../ui/text/text.ts';
import {
  EMAIL_LENGTH_MAX,
  NAME_LENGTH_MAX,
  PASSWORD_LENGTH_MAX,
  PASSWORD_LENGTH_MIN,
} from '../limits.ts';
import type { Fields } from '../form.ts';
import { PostForm } from '../pages/post-form.tsx';
import { RefusalView } from '../pages/refusal-content.tsx';
import type { AccessToken, Session } from './sign-in.ts';

interface Shown {
  readonly text: Text;
  readonly refusal?: Refusal;
  /** What was typed before; passwords are never sent back. */
  readonly fields?: Fields;
}

const breadcrumb = (text: Text) => [{ href: '/', label: text('host.front') }];

function Said({ text, refusal }: Shown) {
  return refusal === undefined ? null : <RefusalView text={text} refusal={refusal} />;
}

function emailField({ text, fields }: Shown): Field {
  return {
    kind: 'email',
    name: 'email',
    label: text('host.sign-in.email'),
    value: fields?.['email'] ?? '',
    autocomplete: 'username',
    required: true,
    lengthMax: EMAIL_LENGTH_MAX,
  };
}

function passwordField(text: Text, more: { hint?: string; autocomplete: string }): Field {
  return {
    kind: 'password',
    name: 'password',
    label: text('host.sign-in.password'),
    required: true,
    lengthMax: PASSWORD_LENGTH_MAX,
    ...more,
  };
}

function nameField(label: string, value: string, autocomplete: string): Field {
  const bounds = { required: true, lengthMax: NAME_LENGTH_MAX };
  return { kind: 'text', name: 'name', label, value, autocomplete, ...bounds };
}

/** The page for signing in; `to` is where one goes then. */
export function signInPage(shown: Shown & { readonly to: string }): PageContent {
  const { text } = shown;
  const title = text('host.sign-in');
  return {
    title,
    breadcrumb: breadcrumb(text),
    body: (
      <>
        <h1>{title}</h1>
        <p>{text('host.sign-in.why')}</p>
        <Said {...shown} />
        <PostForm action="/sign-in">
          <input type="hidden" name="to" value={shown.to} />
          <FormFields
            text={text}
            id="sign-in"
            fields={[emailField(shown), passwordField(text, { autocomplete: 'current-password' })]}
          />
          <button type="submit">{text('host.sign-in.do')}</button>
        </PostForm>
      </>
    ),
  };
}

const FIRST_FORM = 'first';

/** What is wrong with a field, where the refusal names it. */
function withFault(field: Field, refusal: Refusal | undefined): Field {
  const error = own(refusal?.values, field.name);
  return error === undefined ? field : { ...field, error };
}

/** The page behind the one-time link. */
export function firstPage(
  shown: Shown & { readonly token: string; readonly operator: string },
): PageContent {
  const { text } = shown;
  const title = text('host.first');
  const hint = text('host.first.password-rule', { count: PASSWORD_LENGTH_MIN });
  const { refusal } = shown;
  const fields = [
    nameField(text('host.first.name'), shown.fields?.['name'] ?? '', 'name'),
    emailField(shown),
    passwordField(text, { hint, autocomplete: 'new-password' }),
  ].map((field) => withFault(field, refusal));
  const faults = fields.flatMap(({ name, label, error }) =>
    error === undefined
      ? []
      : [{ fieldId: `${FIRST_FORM}-${name}`, message: `${label}: ${error}` }],
  );
  return {
    title,
    breadcrumb: breadcrumb(text),
    body: (
      <>
        <h1>{title}</h1>
        <p>{text('host.first.why', { operator: shown.operator })}</p>
        {refusal === undefined ? null : (
          <RefusalView text={text} refusal={refusal} faults={faults} />
        )}
        <PostForm action={`/first/${shown.token}`}>
          <FormFields text={text} id={FIRST_FORM} fields={fields} />
          <button type="submit">{text('host.first.do')}</button>
        </PostForm>
      </>
    ),
  };
}

/** Who one is here, and for whom one may act; other nodes only where this one knows any. */
export function accountPage(
  text: Text,
  session: Session,
  { federates, hasHooks }: { readonly federates: boolean; readonly hasHooks: boolean },
): PageContent {
  const { person } = session;
  return {
    title: text('host.account'),
    breadcrumb: breadcrumb(text),
    body: (
      <>
        <h1>
          <bdi>{person.name}</bdi>
        </h1>
        <p>
          <bdi>{person.email}</bdi>
        </p>
        <p>
          {text('host.account.acts-for')}: <b translate="no">{person.actors.join(', ') || '–'}</b>
        </p>
        <ul>
          <li>
            <a href="/acts/new">{text('host.account.new-act')}</a>
          </li>
          <li>
            <a href="/account/tokens">{text('host.tokens')}</a>
          </li>
          {hasHooks ? (
            <li>
              <a href="/account/webhooks">{text('host.hooks')}</a>
            </li>
          ) : null}
          {person.administrator ? (
            <>
              <li>
                <a href="/admin">{text('host.operators')}</a>
              </li>
              <li>
                <a href="/admin/offices">{text('host.admin.offices')}</a>
              </li>
              <li>
                <a href="/admin/people">{text('host.admin.people')}</a>
              </li>
              <li>
                <a href="/admin/standing">{text('host.admin.standing')}</a>
              </li>
              {federates ? (
                <li>
                  <a href="/admin/nodes">{text('host.nodes')}</a>
                </li>
              ) : null}
              <li>
                <a href="/admin/webhooks">{text('host.webhooks')}</a>
              </li>
            </>
          ) : null}
        </ul>
      </>
    ),
  };
}

function TokenTable(props: { text: Text; tokens: readonly AccessToken[]; session: Session }) {
  const { text, tokens, session } = props;
  if (tokens.length === 0) return <p>{text('host.tokens.none')}</p>;
  const rows = tokens.map((token) => ({
    cells: {
      name: <bdi>{token.name}</bdi>,
      made: token.createdAt.slice(0, 10),
      used: token.lastUsedAt?.slice(0, 10) ?? text('host.tokens.never'),
      revoke: (
        <PostForm action={`/account/tokens/${token.id}/revoke`} token={session.formToken}>
          <button type="submit" class="button-plain">
            {text('host.tokens.revoke')}
          </button>
        </PostForm>
      ),
    },
  }));
  const columns = [
    { key: 'name', label: text('host.tokens.name') },
    { key: 'made', label: text('host.tokens.made'), kind: 'date' as const },
    { key: 'used', label: text('host.tokens.used'), kind: 'date' as const },
    { key: 'revoke', label: text('host.tokens.revoke') },
  ];
  return (
    <DataTable
      text={text}
      id="tokens"
      caption={text('host.tokens')}
      captionHidden
      columns={columns}
      rows={rows}
    />
  );
}

/** The tokens that one has, a form for another, and the new one where it was just made. */
export function tokensPage(
  shown: Shown & {
    readonly session: Session;
    readonly tokens: readonly AccessToken[];
    readonly created?: string;
  },
): PageContent {
  const { text, session, created } = shown;
  return {
    title: text('host.tokens'),
    breadcrumb: [...breadcrumb(text), { href: '/account', label: text('host.account') }],
    body: (
      <>
        <h1>{text('host.tokens')}</h1>
        <p>{text('host.tokens.why')}</p>
        <Said {...shown} />
        {created === undefined ? null : (
          <div role="status" class="notice">
            <p>{text('host.tokens.created')}</p>
            <pre translate="no" tabindex={0}>
              {created}
            </pre>
            <p>{text('host.tokens.use')}</p>
            <pre translate="no" tabindex={0}>
              {`export CONCORD_TOKEN=${created}`}
            </pre>
          </div>
        )}
        <TokenTable text={text} tokens={shown.tokens} session={session} />
        <PostForm action="/account/tokens" token={session.formToken}>
          <FormFields
            text={text}
            id="token"
            fields={[nameField(text('host.tokens.name'), '', 'off')]}
          />
          <button type="submit">{text('host.tokens.create')}</button>
        </PostForm>
      </>
    ),
  };
}
