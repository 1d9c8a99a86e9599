/** What a person sees who opens an invitation. */
import type { Refusal } from '../../kernel/refusal.ts';
import { type Field, FormFields } from '../../ui/form-fields/form-fields.tsx';
import type { PageContent } from '../../ui/page.ts';
import type { Text } from '../../ui/text/text.ts';
import { FormRefusal, withFault } from '../admin/form-parts.tsx';
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from '../limits.ts';
import { PostForm } from '../pages/post-form.tsx';
import type { Invitation } from './people.ts';

export interface InvitedShown {
  readonly text: Text;
  readonly token: string;
  readonly invitation: Invitation;
  readonly refusal?: Refusal;
}

const FORM = 'invited';

/** The page on which an invited person sets a password. */
export function invitedPage({ text, token, invitation, refusal }: InvitedShown): PageContent {
  const { name, email, actors, person } = invitation;
  const title = text(person === null ? 'host.invited' : 'host.invited.renew');
  const password: Field = {
    kind: 'password',
    name: 'password',
    label: text('host.sign-in.password'),
    hint: text('host.first.password-rule', { count: PASSWORD_LENGTH_MIN }),
    required: true,
    lengthMax: PASSWORD_LENGTH_MAX,
    autocomplete: 'new-password',
  };
  const fields = [withFault(password, refusal)];
  return {
    title,
    breadcrumb: [{ href: '/', label: text('host.front') }],
    body: (
      <>
        <h1>{title}</h1>
        <p>
          <bdi>{name}</bdi> · <bdi>{email}</bdi>
        </p>
        <p>
          {text('host.account.acts-for')}: <b translate="no">{actors.join(', ') || '–'}</b>
        </p>
        <FormRefusal text={text} id={FORM} refusal={refusal} fields={fields} />
        <PostForm action={`/invited/${token}`}>
          <FormFields text={text} id={FORM} fields={fields} />
          <button type="submit">
            {text(person === null ? 'host.first.do' : 'host.invited.renew.do')}
          </button>
        </PostForm>
      </>
    ),
  };
}
