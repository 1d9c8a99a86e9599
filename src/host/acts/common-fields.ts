/** The fields that acts of every kind have: where, in whose name, signed by whom, from what. */
import { own } from '../../kernel/own.ts';
import type { Field, FieldOption } from '../../ui/form-fields/form-fields.tsx';
import type { Standing } from '../authority/choose-author.ts';
import type { FieldsShown } from './payload-form/leaf-fields.ts';

export interface CommonShown extends FieldsShown {
  /** For whom the person can have acts of this kind signed here; left out where it is not known. */
  readonly standing?: Standing;
}

/** So many are chosen from a list; of more, one types the code. */
export const CHOICES_MAX = 24;

/** The choices, with what was typed among them, so that it is not lost. */
function optionsOf(choices: readonly string[], typed: string): FieldOption[] {
  const all = typed === '' || choices.includes(typed) ? choices : [...choices, typed];
  return all.map((value) => ({ value, label: value }));
}

type Named = (name: string, label: string) => { name: string; label: string; value: string };

/** Whoever records may do so for any actor; others choose among those whom they act for. */
function actorField({ text, standing }: CommonShown, field: Named): Field {
  const base = { ...field('actor', 'actor'), required: true };
  const choices = standing?.actors ?? [];
  if (standing === undefined || standing.records || choices.length > CHOICES_MAX) {
    return { ...base, kind: 'text', hint: text('host.acts.actor.named-hint'), lengthMax: 200 };
  }
  return { ...base, kind: 'select', options: optionsOf(choices, base.value) };
}

/** Asked only where there is a choice. */
function authorField({ text, standing }: CommonShown, field: Named): Field {
  const base = field('author', 'author');
  const choices = standing?.authors ?? [];
  if (base.value === '' && choices.length < 2) return { ...base, kind: 'hidden' };
  const hint = text('host.acts.author.hint');
  return { ...base, kind: 'select', hint, options: optionsOf(choices, base.value) };
}

/** Those who keep no register sign; there is nothing to choose. */
function basisFields(shown: CommonShown, field: Named): Field[] {
  const { text, typed, standing } = shown;
  const basis = { ...field('basis', 'basis'), value: typed['basis'] ?? 'signed' };
  const source = field('source', 'source');
  const isPlain = basis.value === 'signed' && source.value === '';
  if (standing?.records === false && isPlain) {
    return [
      { ...basis, kind: 'hidden' },
      { ...source, kind: 'hidden' },
    ];
  }
  const options = ['signed', 'recorded'].map((value) => ({
    value,
    label: text(`host.acts.basis.${value}`),
  }));
  return [
    { ...basis, kind: 'select', required: true, options },
    { ...source, kind: 'text', hint: text('host.acts.source.hint'), lengthMax: 400 },
  ];
}

/** The fields that acts of every kind have, in the order of `COMMON_NAMES`. */
export function commonFields(shown: CommonShown): Field[] {
  const { text, typed, errors } = shown;
  const field = (name: string, label: string) => {
    const error = own(errors, name);
    return {
      name,
      label: text(`host.acts.${label}`),
      value: own(typed, name) ?? '',
      ...(error === undefined ? {} : { error }),
    };
  };
  return [
    {
      ...field('register', 'register'),
      kind: 'text',
      required: true,
      hint: text('host.acts.register.hint'),
      lengthMax: 160,
    },
    actorField(shown, field),
    authorField(shown, field),
    ...basisFields(shown, field),
    {
      ...field('effectiveOn', 'effective-on'),
      kind: 'date',
      hint: text('host.acts.effective-on.hint'),
    },
  ];
}
