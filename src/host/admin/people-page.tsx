/** The people of a node: who acts for whom, who administers, who is invited. */
import type { Refusal } from '../../kernel/refusal.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { type Field, FormFields } from '../../ui/form-fields/form-fields.tsx';
import type { PageContent } from '../../ui/page.ts';
import { formatInstant } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Invitation, PersonListed } from '../account/people.ts';
import type { Session } from '../account/sign-in.ts';
import type { Fields } from '../form.ts';
import { EMAIL_LENGTH_MAX, NAME_LENGTH_MAX } from '../limits.ts';
import { PostForm } from '../pages/post-form.tsx';
import { Codes, FormRefusal, withFault } from './form-parts.tsx';
import { adminBreadcrumb } from './offices-page.tsx';

interface Shown {
  readonly text: Text;
  readonly session: Session;
  /** Actors whose key counts on this node: those that one can sign for here. */
  readonly signers: readonly string[];
  readonly typed: Fields;
  readonly refusal?: Refusal;
  /** A link that was just made; it is shown this once. */
  readonly link?: { readonly href: string; readonly until: string };
}

export interface PeopleShown extends Shown {
  readonly people: readonly PersonListed[];
  readonly invitations: readonly Invitation[];
}

/** For whom someone acts: a word for each, those of this node named. */
function actorsField({ text, typed, signers }: Shown): Field {
  const named = signers.join(', ');
  return {
    kind: 'textarea',
    name: 'actors',
    label: text('host.admin.people.actors'),
    hint: text('host.admin.people.actors.hint', { actors: named === '' ? '–' : named }),
    value: typed['actors'] ?? '',
    rows: 2,
    code: true,
  };
}

const flagField = ({ text, typed }: Shown, name: 'administrator' | 'disabled'): Field => ({
  kind: 'checkbox',
  name,
  label: text(`host.admin.people.${name}`),
  hint: text(`host.admin.people.${name}.hint`),
  value: typed[name] ?? '',
});

function Link({ text, link }: Shown) {
  if (link === undefined) return null;
  return (
    <div role="status" class="notice">
      <p>{text('host.admin.link', { until: formatInstant(text.locale, link.until) })}</p>
      <pre translate="no" tabindex={0}>
        {link.href}
      </pre>
    </div>
  );
}

function PeopleTable({ text, people }: PeopleShown) {
  const columns = ['name', 'email', 'actors', 'role', 'open'].map((key) => ({
    key,
    label: text(`host.admin.people.${key}`),
  }));
  const rows = people.map((person) => ({
    cells: {
      name: (
        <a href={`/admin/people/${person.id}`}>
          <bdi>{person.name}</bdi>
        </a>
      ),
      email: <bdi>{person.email}</bdi>,
      actors: <Codes codes={person.actors} />,
      role: [
        person.administrator ? text('host.admin.people.administrator') : null,
        person.disabled ? text('host.admin.people.disabled') : null,
      ]
        .filter((one) => one !== null)
        .join(', '),
      open: text('host.admin.people.open.count', {
        sessions: person.sessions,
        tokens: person.tokens,
      }),
    },
  }));
  const caption = text('host.admin.people');
  return <DataTable text={text} id="people" captionHidden {...{ caption, columns, rows }} />;
}

function Invitations({ text, invitations, session }: PeopleShown) {
  if (invitations.length === 0) return null;
  const columns = ['name', 'email', 'actors', 'until', 'withdraw'].map((key) => ({
    key,
    label: text(`host.admin.people.${key}`),
  }));
  const rows = invitations.map((one) => ({
    cells: {
      name: <bdi>{one.name}</bdi>,
      email: <bdi>{one.email}</bdi>,
      actors: <Codes codes={one.actors} />,
      until: <time datetime={one.expiresAt}>{formatInstant(text.locale, one.expiresAt)}</time>,
      withdraw: (
        <PostForm action={`/admin/invitations/${one.id}/withdraw`} token={session.formToken}>
          <button type="submit" class="button-plain">
            {text('host.admin.people.withdraw')}
            <span class="hidden-visually"> {one.name}</span>
          </button>
        </PostForm>
      ),
    },
  }));
  const caption = text('host.admin.people.invitations');
  return <DataTable text={text} id="invitations" {...{ caption, columns, rows }} />;
}

const INVITE = 'invite';

function inviteFields(shown: Shown): Field[] {
  const { text, typed, refusal } = shown;
  const field = (name: 'name' | 'email', lengthMax: number) => ({
    name,
    label: text(`host.admin.people.${name}`),
    value: typed[name] ?? '',
    required: true,
    autocomplete: 'off',
    lengthMax,
  });
  const fields: Field[] = [
    { ...field('name', NAME_LENGTH_MAX), kind: 'text' },
    { ...field('email', EMAIL_LENGTH_MAX), kind: 'email' },
    actorsField(shown),
    flagField(shown, 'administrator'),
  ];
  return fields.map((one) => withFault(one, refusal));
}

/** The page of all people, with the form for an invitation. */
export function peoplePage(shown: PeopleShown): PageContent {
  const { text, session, refusal } = shown;
  const fields = inviteFields(shown);
  const title = text('host.admin.people');
  return {
    title,
    breadcrumb: adminBreadcrumb(text),
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{text('host.admin.people.why')}</p>
        <Link {...shown} />
        <FormRefusal text={text} id={INVITE} refusal={refusal} fields={fields} />
        <PeopleTable {...shown} />
        <Invitations {...shown} />
        <section>
          <h2 id="new">{text('host.admin.people.invite')}</h2>
          <PostForm action="/admin/people" token={session.formToken}>
            <FormFields text={text} id={INVITE} fields={fields} />
            <button type="submit">{text('host.admin.people.invite.do')}</button>
          </PostForm>
        </section>
      </>
    ),
  };
}

const PERSON = 'person';

/** The page of one person: for whom they act, and what is open for them. */
export function personPage(shown: Shown & { readonly person: PersonListed }): PageContent {
  const { text, session, refusal, person } = shown;
  const flags = (['administrator', 'disabled'] as const).map((name) => flagField(shown, name));
  const fields = [actorsField(shown), ...flags].map((one) => withFault(one, refusal));
  const people = { href: '/admin/people', label: text('host.admin.people') };
  const open = { sessions: person.sessions, tokens: person.tokens };
  const action = `/admin/people/${person.id}`;
  return {
    title: person.name,
    breadcrumb: [...adminBreadcrumb(text), people],
    body: (
      <>
        <h1>
          <bdi>{person.name}</bdi>
        </h1>
        <p>
          <bdi>{person.email}</bdi> · {text('host.admin.people.open.count', open)}
        </p>
        <Link {...shown} />
        <FormRefusal text={text} id={PERSON} refusal={refusal} fields={fields} />
        <PostForm action={action} token={session.formToken}>
          <FormFields text={text} id={PERSON} fields={fields} />
          <button type="submit">{text('host.admin.people.change')}</button>
        </PostForm>
        <PostForm action={`${action}/end-sessions`} token={session.formToken}>
          <button type="submit" class="button-plain">
            {text('host.admin.people.end-sessions')}
          </button>
        </PostForm>
        <PostForm action={`${action}/renew`} token={session.formToken}>
          <button type="submit" class="button-plain">
            {text('host.admin.people.renew')}
          </button>
        </PostForm>
      </>
    ),
  };
}
