import type { Markup } from '../markup.ts';
import type { Text } from '../text/text.ts';
import type { Field, FieldOption } from './form-fields.tsx';

export interface FieldControlProps {
  text: Text;
  id: string;
  field: Exclude<Field, { kind: 'hidden' }>;
  describedBy: string | undefined;
}

/** The control itself: what one types into or chooses from. */
export function FieldControl({ text, id, field, describedBy }: FieldControlProps): Markup {
  const common = {
    id,
    name: field.name,
    required: field.required,
    autocomplete: field.autocomplete,
    'aria-describedby': describedBy,
    'aria-invalid': field.error === undefined ? undefined : ('true' as const),
  };
  switch (field.kind) {
    case 'textarea':
      return (
        <textarea
          {...common}
          rows={rowsOf(field)}
          maxlength={field.lengthMax}
          {...(field.code === true ? CODE : { dir: 'auto' as const })}
        >
          {field.value ?? ''}
        </textarea>
      );
    case 'select':
    case 'radios':
      return (
        <select {...common}>
          <Options
            text={text}
            chosen={field.value}
            options={field.options}
            required={field.required === true}
            needed={field.needed === true}
          />
        </select>
      );
    case 'file':
      return <DocumentControl {...common} text={text} field={field} />;
    case 'instant':
      return <InstantControl common={common} field={field} />;
    case 'checkbox':
      return <input {...common} type="checkbox" value="true" checked={field.value === 'true'} />;
    default:
      return <InputControl common={common} field={field} />;
  }
}

interface InputControlProps {
  common: object;
  field: Exclude<
    Field,
    { kind: 'hidden' | 'textarea' | 'select' | 'radios' | 'file' | 'checkbox' | 'instant' }
  >;
}

/** One line to type into. */
function InputControl({ common, field }: InputControlProps): Markup {
  switch (field.kind) {
    case 'date':
    case 'number':
      return (
        <input {...common} type={field.kind} value={field.value} min={field.min} max={field.max} />
      );
    default:
      return (
        <input
          {...common}
          type={field.kind}
          value={field.value}
          maxlength={field.lengthMax}
          list={field.list}
          dir="auto"
        />
      );
  }
}

/** As browsers write a day and a time; what else was typed stays as it is, in a line of text. */
const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?)?$/;

interface InstantControlProps {
  common: object;
  field: Extract<Field, { kind: 'instant' }>;
}

/** A time says nothing without its zone, which stands beside it. */
function InstantControl({ common, field }: InstantControlProps): Markup {
  const { value = '', zone, zones, zoneLabel, zoneName } = field;
  const kind = LOCAL_TIME.test(value) ? 'datetime-local' : 'text';
  return (
    <span class="field-instant">
      <input {...common} type={kind} value={value} step={kind === 'text' ? undefined : 'any'} />
      <select name={zoneName} aria-label={zoneLabel}>
        {zones.map((option) => (
          <option value={option.value} selected={option.value === zone}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}

interface DocumentControlProps {
  text: Text;
  field: Extract<Field, { kind: 'file' }>;
  id: string;
  name: string;
  required: boolean | undefined;
}

/** Browsers forget a chosen file: what was taken before is carried on beside a fresh choice. */
function DocumentControl({ text, field, required, ...common }: DocumentControlProps): Markup {
  const { held, value, omitName, accept } = field;
  const choice = (
    <input {...common} type="file" accept={accept} required={required && held === undefined} />
  );
  if (held === undefined) return choice;
  return (
    <>
      <input type="hidden" name={field.name} value={value} />
      <p class="field-held">{text('ui.form.file.held', { name: held })}</p>
      {choice}
      {omitName === undefined ? null : (
        <label class="choice">
          <input type="checkbox" name={omitName} value="true" />
          {text('ui.form.file.omit')}
        </label>
      )}
    </>
  );
}

/** Code reads from left to right in every language, and no checker of spelling knows it. */
const CODE = { class: 'code', dir: 'ltr', spellcheck: false, translate: 'no' } as const;
const ROWS = 5;
const ROWS_MAX = 16;

/** A text that is there already is shown whole, within reason. */
function rowsOf({ rows, value }: { rows?: number; value?: string }): number {
  return Math.min(ROWS_MAX, Math.max(rows ?? ROWS, (value ?? '').split('\n').length));
}

interface OptionsProps {
  text: Text;
  chosen: string | undefined;
  options: readonly FieldOption[];
  required: boolean;
  needed: boolean;
}

/**
 * Nothing is chosen for anyone: where no value is known, the first option asks for one; and where
 * none is needed, a choice can be taken back.
 */
function Options({ text, chosen = '', options, required, needed }: OptionsProps): Markup {
  return (
    <>
      {chosen === '' || !required ? (
        <option value="">{text(required || needed ? 'ui.form.choose' : 'ui.form.none')}</option>
      ) : null}
      {options.map((option) => (
        <option value={option.value} selected={option.value === chosen}>
          {option.label}
        </option>
      ))}
    </>
  );
}
