/** Fields of the host's own forms. */
import type { Content } from '../../ui/markup.ts';

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly type?: 'text' | 'email' | 'password' | 'date';
  readonly hint?: string;
  readonly autocomplete?: string;
  readonly required?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** A labelled input; its hint is read with it. */
export function Field(props: FieldProps) {
  const { name, label, hint } = props;
  const hintId = hint === undefined ? undefined : `${name}-hint`;
  return (
    <p class="field">
      <label for={name}>{label}</label>
      {hint === undefined ? null : <small id={hintId}>{hint}</small>}
      <input
        id={name}
        name={name}
        type={props.type ?? 'text'}
        value={props.value}
        required={props.required}
        minlength={props.minLength}
        maxlength={props.maxLength}
        autocomplete={props.autocomplete}
        aria-describedby={hintId}
      />
    </p>
  );
}

/** A form that is sent with the token of its session. */
export function PostForm(props: { action: string; token?: string; children?: Content }) {
  return (
    <form method="post" action={props.action} class="form">
      {props.token === undefined ? null : <input type="hidden" name="token" value={props.token} />}
      {props.children}
    </form>
  );
}
