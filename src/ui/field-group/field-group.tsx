import { type Field, FormFields } from '../form-fields/form-fields.tsx';
import type { Markup } from '../markup.ts';
import type { Text } from '../text/text.ts';

/** A step that shows the form anew, with more or other fields; what was typed stays. */
export interface FormStep {
  label: string;
  /** What the button sends, as `step`. */
  value: string;
  /** What the reader is brought back to. */
  target: string;
}

/** Fields that belong together under one name; a list of them describes the form of an act. */
export interface FieldGroup {
  kind: 'group';
  name: string;
  label: string;
  hint?: string;
  /** What is wrong with all of it, as a sentence. */
  error?: string;
  required?: boolean;
  needed?: boolean;
  /** Shown with what has to be filled in, though it may be left out. */
  isAtHand?: boolean;
  parts: readonly FormPart[];
  /**
   * `line`: few short fields side by side; `ticks`: values to be ticked; `choice`: the first field
   * says what the others are, and the steps stand between.
   */
  layout?: 'line' | 'ticks' | 'choice';
  steps?: readonly FormStep[];
}
export type FormPart = Field | FieldGroup;

/** So many fields that may be left out do not stand in the way of the others. */
const OPTIONAL_SHOWN_MAX = 3;

/** The single fields, with what they stand in before their names. */
export function fieldsWithin(parts: readonly FormPart[], before: readonly string[] = []): Field[] {
  return parts.flatMap((part) =>
    part.kind === 'group'
      ? fieldsWithin(part.parts, [...before, part.label])
      : [{ ...part, label: [...before, part.label].join(': ') }],
  );
}

/** What is wrong, by name of the field or group, each with what it stands in. */
export function faultsWithin(
  parts: readonly FormPart[],
  before: readonly string[] = [],
): { name: string; message: string }[] {
  return parts.flatMap((part) => {
    const { name, label, error } = part;
    const message = `${[...before, label].join(': ')}: ${error ?? ''}`;
    const own = error === undefined ? [] : [{ name, message }];
    return part.kind === 'group' ? [...own, ...faultsWithin(part.parts, [...before, label])] : own;
  });
}

const isFilled = (part: FormPart): boolean =>
  part.error !== undefined ||
  (part.kind === 'group' ? part.parts.some(isFilled) : part.kind !== 'hidden' && !!part.value);

const isAtHand = (part: FormPart): boolean =>
  (part.kind === 'group' && part.isAtHand === true) ||
  part.required === true ||
  part.needed === true ||
  part.kind === 'hidden' ||
  isFilled(part);

export interface FormPartsProps {
  text: Text;
  /** Unique on the page; the id of a part is this, a hyphen and its name. */
  id: string;
  /** Where steps are sent; the form's own address where it is left out. */
  action: string;
  parts: readonly FormPart[];
  /** How many that may be left out are shown; more of them wait until they are opened. */
  optionalMax?: number;
}

/** What has to be filled in first; much that may be left out waits until it is opened. */
export function FormParts(props: FormPartsProps): Markup {
  const { text, parts, optionalMax = OPTIONAL_SHOWN_MAX, ...rest } = props;
  const folded = parts.filter((part) => !isAtHand(part));
  if (folded.length <= optionalMax) return <Parts text={text} {...rest} parts={parts} />;
  return (
    <>
      <Parts text={text} {...rest} parts={parts.filter(isAtHand)} />
      <details class="form-more">
        <summary>{text('ui.form.more', { count: folded.length })}</summary>
        <Parts text={text} {...rest} parts={folded} />
      </details>
    </>
  );
}

function Parts({ text, id, action, parts }: FormPartsProps): Markup {
  return (
    <>
      {parts.map((part) =>
        part.kind === 'group' ? (
          <Group text={text} id={id} action={action} group={part} />
        ) : (
          <FormFields text={text} id={id} fields={[part]} />
        ),
      )}
    </>
  );
}

interface GroupProps {
  text: Text;
  id: string;
  action: string;
  group: FieldGroup;
}

function Group({ text, id, action, group }: GroupProps): Markup {
  const { name, label, error, parts, layout, steps = [] } = group;
  const own = `${id}-${name}`;
  const isNeeded = group.required === true || group.needed === true;
  const shown = { text, id, action, parts };
  return (
    <fieldset
      id={own}
      class={`field-group${error === undefined ? '' : ' field-wrong'}`}
      aria-describedby={remarkIds(own, group)}
    >
      <legend>
        {label}
        {isNeeded ? null : <small> ({text('ui.form.optional')})</small>}
      </legend>
      <Remarks id={own} group={group} />
      {layout === 'choice' ? (
        <>
          <Parts {...shown} parts={parts.slice(0, 1)} />
          <Steps id={id} action={action} steps={steps} />
          <FormParts {...shown} parts={parts.slice(1)} />
        </>
      ) : (
        <>
          <Body shown={shown} layout={layout} />
          <Steps id={id} action={action} steps={steps} />
        </>
      )}
    </fieldset>
  );
}

function Body({ shown, layout }: { shown: FormPartsProps; layout: 'line' | 'ticks' | undefined }) {
  if (layout === undefined) return <FormParts {...shown} />;
  return (
    <div class={`field-group-${layout}`}>
      <Parts {...shown} />
    </div>
  );
}

function remarkIds(id: string, { hint, error }: FieldGroup): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return ids === '' ? undefined : ids;
}

function Remarks({ id, group: { hint, error } }: { id: string; group: FieldGroup }) {
  return (
    <>
      {hint === undefined ? null : (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

/** A browser is not to ask for what is missing before it shows more. */
function Steps({ id, action, steps }: { id: string; action: string; steps: readonly FormStep[] }) {
  if (steps.length === 0) return null;
  return (
    <p class="field-group-steps">
      {steps.map(({ label, value, target }) => (
        <button
          type="submit"
          name="step"
          value={value}
          class="button-plain"
          formnovalidate
          formaction={`${action}#${id}-${target}`}
        >
          {label}
        </button>
      ))}
    </p>
  );
}
