/** The making of an act in a browser: choose a kind, fill in its form. */
import type { ActDefinition } from '../../kernel/define-area.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { type Field, FormFields } from '../../ui/form-fields/form-fields.tsx';
import type { PageContent } from '../../ui/page.ts';
import { RefusalNotice } from '../../ui/refusal/refusal.tsx';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import { jsonSchemaOf } from '../api/json-schema.ts';
import { PostForm } from '../pages/post-form.tsx';
import { RefusalView } from '../pages/refusal-content.tsx';
import { releaseFields, withAudiences } from '../releases/release-fields.ts';
import { actTitle } from './act-words.ts';
import { COMMON_NAMES } from './form-draft.ts';
import { type CommonShown, commonFields } from './common-fields.ts';
import { type FieldsShown, schemaFields } from './schema-fields.ts';

const FORM = 'act';

/** The way to the pages of making an act. */
export const breadcrumb = (text: Text) => [
  { href: '/', label: text('host.front') },
  { href: '/acts/new', label: text('host.acts.choose') },
];

type OfKind = FieldsShown & { readonly definition: ActDefinition };

/** The fields of what a kind of act says. */
export function payloadFieldsOf(shown: OfKind): Field[] {
  const schema = jsonSchemaOf(shown.definition.payload, 'input');
  const [area = ''] = shown.definition.type.split('.');
  const spoken = { ...shown, area };
  return withAudiences(spoken, shown.definition, schemaFields(schema, 'payload', spoken));
}

/** All fields of a kind of act: those of every act, those of its payload, and who may see it. */
export function actFieldsOf(shown: CommonShown & OfKind): Field[] {
  return [...commonFields(shown), ...payloadFieldsOf(shown), ...releaseFields(shown)];
}

export interface ActFormShown extends CommonShown {
  readonly session: Session;
  readonly definition: ActDefinition;
  readonly refusal?: Refusal;
}

/** So many fields that may be left out do not stand in the way of the others. */
const OPTIONAL_SHOWN_MAX = 6;

const isAtHand = ({ required, value = '', error }: Field): boolean =>
  required === true || value !== '' || error !== undefined;

/** What has to be filled in first; much that may be left out waits until it is opened. */
function ActFields({ text, fields }: { text: Text; fields: readonly Field[] }) {
  const common = COMMON_NAMES.length;
  const own = fields.slice(common);
  const optional = own.filter((field) => !isAtHand(field));
  if (optional.length <= OPTIONAL_SHOWN_MAX) {
    return <FormFields text={text} id={FORM} fields={fields} />;
  }
  const first = [...fields.slice(0, common), ...own.filter(isAtHand)];
  return (
    <>
      <FormFields text={text} id={FORM} fields={first} />
      <details class="form-more">
        <summary>{text('host.acts.more', { count: optional.length })}</summary>
        <FormFields text={text} id={FORM} fields={optional} />
      </details>
    </>
  );
}

interface SaidProps {
  readonly text: Text;
  readonly refusal: Refusal | undefined;
  readonly faults: readonly { fieldId: string; message: string }[];
}

/** Where fields are at fault, they say what is wrong; else the refusal does, with its rule. */
function Said({ text, refusal, faults }: SaidProps) {
  if (refusal === undefined) return null;
  if (faults.length === 0) return <RefusalView text={text} refusal={refusal} />;
  const what = text('host.form.faults', { count: faults.length });
  return <RefusalNotice text={text} id="refusal" what={what} faults={faults} />;
}

/** The form of one kind of act, with what was typed and what was wrong with it. */
export function actFormPage(shown: ActFormShown): PageContent {
  const { text, session, definition, refusal } = shown;
  const [likely = session.person.actors[0] ?? ''] = shown.standing?.actors ?? [];
  const actor = shown.typed['actor'] ?? likely;
  const fields = actFieldsOf({ ...shown, typed: { ...shown.typed, actor } });
  const faults = fields.flatMap((field) =>
    field.error === undefined
      ? []
      : [{ fieldId: `${FORM}-${field.name}`, message: `${field.label}: ${field.error}` }],
  );
  return {
    title: actTitle(text, definition),
    breadcrumb: breadcrumb(text),
    body: (
      <>
        <h1>{actTitle(text, definition)}</h1>
        {definition.carries === true ? <p>{text('host.releases.narrower.how')}</p> : null}
        <Said text={text} refusal={refusal} faults={faults} />
        <PostForm
          action="/acts/new"
          token={session.formToken}
          carriesFiles={fields.some(({ kind }) => kind === 'file')}
        >
          <input type="hidden" name="type" value={definition.type} />
          <ActFields text={text} fields={fields} />
          <button type="submit" name="step" value="preview">
            {text('host.acts.preview')}
          </button>
        </PostForm>
      </>
    ),
  };
}
