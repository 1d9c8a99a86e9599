/** The making of an act in a browser: choose a kind, fill in its form. */
import type { ActDefinition } from '../../kernel/define-area.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import {
  type FormPart,
  FormParts,
  faultsWithin,
  fieldsWithin,
} from '../../ui/field-group/field-group.tsx';
import type { Field } from '../../ui/form-fields/form-fields.tsx';
import type { PageContent } from '../../ui/page.ts';
import { RefusalNotice } from '../../ui/refusal/refusal.tsx';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import { PostForm } from '../pages/post-form.tsx';
import { RefusalView } from '../pages/refusal-content.tsx';
import { releaseFields, withAudiences } from '../releases/release-fields.ts';
import { actTitle } from './act-words.ts';
import type { ActorName } from './actor-typed.ts';
import { COMMON_NAMES } from './form-draft.ts';
import { type CommonShown, commonFields } from './common-fields.ts';
import { ACTOR_NAMES, type FieldsShown } from './payload-form/leaf-fields.ts';
import { payloadParts } from './payload-form/show-parts.ts';
import { PAYLOAD, laidOut, nodeOf } from './payload-form/walk.ts';

const FORM = 'act';

/** The way to the pages of making an act. */
export const breadcrumb = (text: Text) => [
  { href: '/', label: text('host.front') },
  { href: '/acts/new', label: text('host.acts.choose') },
];

type OfKind = FieldsShown & { readonly definition: ActDefinition };

/** The fields of what a kind of act says, as they belong together. */
export function payloadPartsOf(shown: OfKind): FormPart[] {
  const { definition } = shown;
  const [area = '', kind = ''] = definition.type.split('.');
  const spoken = { ...shown, area };
  const parts = payloadParts(nodeOf(definition), PAYLOAD, kind, spoken);
  return withAudiences(spoken, definition, parts);
}

/** The single fields of what a kind of act says. */
export const payloadFieldsOf = (shown: OfKind): Field[] => fieldsWithin(payloadPartsOf(shown));

/** All fields of a kind of act: those of every act, those of its payload, and who may see it. */
export function actFieldsOf(shown: CommonShown & OfKind): Field[] {
  return fieldsWithin(partsOf(shown));
}

const partsOf = (shown: CommonShown & OfKind): FormPart[] => [
  ...commonFields(shown),
  ...payloadPartsOf(shown),
  ...releaseFields(shown),
];

export interface ActFormShown extends CommonShown {
  readonly session: Session;
  readonly definition: ActDefinition;
  readonly refusal?: Refusal;
  /** Whom fields that name an actor offer. */
  readonly actors?: readonly ActorName[];
}

/** So many fields that may be left out do not stand in the way of the others. */
const OPTIONAL_SHOWN_MAX = 6;
const ACTION = '/acts/new';

/** Where and by whom stands first; much that may be left out waits until it is opened. */
function ActFields({ text, parts }: { text: Text; parts: readonly FormPart[] }) {
  const common = COMMON_NAMES.length;
  const shown = { text, id: FORM, action: ACTION };
  return (
    <>
      <FormParts {...shown} parts={parts.slice(0, common)} optionalMax={common} />
      <FormParts {...shown} parts={parts.slice(common)} optionalMax={OPTIONAL_SHOWN_MAX} />
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

/** What the enter key does: the first button of a form, which would else ask for more rows. */
function EnterStep() {
  return (
    <input
      type="submit"
      name="step"
      value="preview"
      class="hidden-visually"
      tabindex={-1}
      aria-hidden="true"
    />
  );
}

interface ActorNamesProps {
  readonly fields: readonly Field[];
  readonly actors: readonly ActorName[];
}

/** Names that a browser offers while one types; where none is typed, there is no list. */
function ActorNames({ fields, actors }: ActorNamesProps) {
  if (!fields.some((field) => 'list' in field && field.list === ACTOR_NAMES)) return null;
  return (
    <datalist id={ACTOR_NAMES}>
      {actors.map(({ id, name }) => (
        <option value={name}>{id}</option>
      ))}
    </datalist>
  );
}

/** The form of one kind of act, with what was typed and what was wrong with it. */
export function actFormPage(shown: ActFormShown): PageContent {
  const { text, session, definition, refusal } = shown;
  const [likely = session.person.actors[0] ?? ''] = shown.standing?.actors ?? [];
  const actor = shown.typed['actor'] ?? likely;
  const typed = laidOut(definition, { ...shown.typed, actor });
  const parts = partsOf({ ...shown, typed });
  const fields = fieldsWithin(parts);
  const faults = faultsWithin(parts).map(({ name, message }) => {
    return { fieldId: `${FORM}-${name}`, message };
  });
  return {
    title: actTitle(text, definition),
    breadcrumb: breadcrumb(text),
    body: (
      <>
        <h1>{actTitle(text, definition)}</h1>
        {definition.carries === true ? <p>{text('host.releases.narrower.how')}</p> : null}
        <Said text={text} refusal={refusal} faults={faults} />
        <PostForm
          action={ACTION}
          token={session.formToken}
          carriesFiles={fields.some(({ kind }) => kind === 'file')}
        >
          <input type="hidden" name="type" value={definition.type} />
          <EnterStep />
          <ActFields text={text} parts={parts} />
          <ActorNames fields={fields} actors={shown.actors ?? []} />
          <button type="submit" name="step" value="preview">
            {text('host.acts.preview')}
          </button>
        </PostForm>
      </>
    ),
  };
}
