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
        <textarea {...common} rows={field.rows ?? 5} maxlength={field.lengthMax}>
          {field.value ?? ''}
        </textarea>
      );
    case 'select':
    case 'radios':
      return (
        <select {...common}>
          <Options text={text} chosen={field.value} options={field.options} />
        </select>
      );
    case 'checkbox':
      return <input {...common} type="checkbox" value="true" checked={field.value === 'true'} />;
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
          dir="auto"
        />
      );
  }
}

interface OptionsProps {
  text: Text;
  chosen: string | undefined;
  options: readonly FieldOption[];
}

/** Nothing is chosen for anyone: where no value is known, the first option asks for one. */
function Options({ text, chosen, options }: OptionsProps): Markup {
  return (
    <>
      {chosen === undefined ? <option value="">{text('ui.form.choose')}</option> : null}
      {options.map((option) => (
        <option value={option.value} selected={option.value === chosen}>
          {option.label}
        </option>
      ))}
    </>
  );
}
