/** What the administrator's forms share. */
import type { Refusal } from '../../kernel/refusal.ts';
import type { Field } from '../../ui/form-fields/form-fields.tsx';
import type { Text } from '../../ui/text/text.ts';
import { RefusalNotice } from '../../ui/refusal/refusal.tsx';
import { RefusalView } from '../pages/refusal-content.tsx';

/** The words of a list that was typed with spaces, commas or line breaks between. */
export function wordsIn(text: string | undefined): string[] {
  return (text ?? '').split(/[\s,;]+/).filter(Boolean);
}

/** A field with what a refusal says of it; members of a list speak for their list. */
export function withFault(field: Field, refusal: Refusal | undefined): Field {
  const found = Object.entries(refusal?.values ?? {}).find(
    ([name]) => name === field.name || name.startsWith(`${field.name}.`),
  );
  return found === undefined ? field : { ...field, error: found[1] };
}

/** What was refused: where fields are at fault they say what is wrong, else the rule does. */
export function FormRefusal(props: {
  text: Text;
  id: string;
  refusal: Refusal | undefined;
  fields: readonly Field[];
}) {
  const { text, id, refusal, fields } = props;
  if (refusal === undefined) return null;
  const faults = fields.flatMap(({ name, label, error }) =>
    error === undefined ? [] : [{ fieldId: `${id}-${name}`, message: `${label}: ${error}` }],
  );
  if (faults.length === 0) return <RefusalView text={text} refusal={refusal} />;
  const what = text('host.form.faults', { count: faults.length });
  return <RefusalNotice text={text} id="refusal" what={what} faults={faults} />;
}

/** Codes and kinds of act, which read from left to right in every language. */
export function Codes({ codes }: { codes: readonly string[] }) {
  return (
    <bdi dir="ltr" translate="no">
      {codes.join(', ') || '–'}
    </bdi>
  );
}
