import type { Markup } from '../markup.ts';
import type { Text } from '../text/text.ts';
import { FieldControl } from './field-control.tsx';

export interface FieldOption {
  value: string;
  label: string;
}

interface FieldBase {
  name: string;
  label: string;
  /** What was typed before, kept after a refusal. */
  value?: string;
  hint?: string;
  /** What is wrong with it, as a sentence. */
  error?: string;
  required?: boolean;
  /** Needed once anything beside it is filled in; a browser does not ask for it. */
  needed?: boolean;
  /** As in HTML, where a browser can fill it in. */
  autocomplete?: string;
}

/** One field of a form; a list of them describes the form of an act. */
export type Field = FieldBase &
  (
    | {
        kind: 'text' | 'email' | 'password' | 'url';
        lengthMax?: number;
        /** The id of a list of what is offered while one types. */
        list?: string;
      }
    | { kind: 'textarea'; lengthMax?: number; rows?: number; code?: boolean }
    | { kind: 'number'; min?: number; max?: number }
    | { kind: 'date'; min?: string; max?: string }
    | { kind: 'select' | 'radios'; options: readonly FieldOption[] }
    | { kind: 'checkbox' }
    | { kind: 'hidden' }
    | DocumentField
    | InstantField
  );

/** A day and a time, and the zone in which they are written. */
export interface InstantField {
  kind: 'instant';
  zoneName: string;
  zoneLabel: string;
  zone: string;
  zones: readonly FieldOption[];
}

/** A document to be chosen. `value` is what stands for one that was chosen and taken before. */
export interface DocumentField {
  kind: 'file';
  /** Media types and endings of names, as in HTML. */
  accept: string;
  /** Name of the document that was taken before. */
  held?: string;
  /** Name of the field by which it is left out again. */
  omitName?: string;
}

export interface FormFieldsProps {
  text: Text;
  /** Unique on the page; the id of a field is this, a hyphen and its name. */
  id: string;
  fields: readonly Field[];
}

/** Fields from their description: label, hint, error and control, tied to each other. */
export function FormFields({ text, id, fields }: FormFieldsProps): Markup {
  return (
    <>
      {fields.map((field) => (
        <FormField text={text} id={`${id}-${field.name}`} field={field} />
      ))}
    </>
  );
}

interface FormFieldProps {
  text: Text;
  id: string;
  field: Field;
}

function FormField({ text, id, field }: FormFieldProps): Markup {
  if (field.kind === 'hidden') return <input type="hidden" name={field.name} value={field.value} />;
  const shape = field.error === undefined ? 'field' : 'field field-wrong';
  if (field.kind === 'radios') {
    return (
      <fieldset class={shape} aria-describedby={describedBy(id, field)} id={id}>
        <legend>
          <FieldLabel text={text} field={field} />
        </legend>
        <Remarks id={id} field={field} />
        {field.options.map((option) => (
          <label class="choice">
            <input
              type="radio"
              name={field.name}
              value={option.value}
              checked={option.value === field.value}
              required={field.required}
            />
            {option.label}
          </label>
        ))}
      </fieldset>
    );
  }
  if (field.kind === 'checkbox') {
    return (
      <div class={shape}>
        <label class="choice" for={id}>
          <FieldControl text={text} id={id} field={field} describedBy={describedBy(id, field)} />
          {field.label}
        </label>
        <Remarks id={id} field={field} />
      </div>
    );
  }
  return (
    <div class={shape}>
      <label for={id}>
        <FieldLabel text={text} field={field} />
      </label>
      <Remarks id={id} field={field} />
      <FieldControl text={text} id={id} field={field} describedBy={describedBy(id, field)} />
    </div>
  );
}

function FieldLabel({ text, field }: { text: Text; field: Field }): Markup {
  return (
    <>
      {field.label}
      {field.required || field.needed ? null : <small> ({text('ui.form.optional')})</small>}
    </>
  );
}

/** Hint and error stand above the control, where neither keyboard nor suggestions cover them. */
function Remarks({ id, field }: { id: string; field: Field }): Markup {
  return (
    <>
      {field.hint === undefined ? null : (
        <p class="field-hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {field.error === undefined ? null : (
        <p class="field-error" id={`${id}-error`}>
          {field.error}
        </p>
      )}
    </>
  );
}

function describedBy(id: string, field: Field): string | undefined {
  const ids = [
    field.hint === undefined ? null : `${id}-hint`,
    field.error === undefined ? null : `${id}-error`,
  ].filter((one) => one !== null);
  return ids.length === 0 ? undefined : ids.join(' ');
}
