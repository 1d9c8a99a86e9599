/** The fields of a form that say for whom an act is, and each of its members. */
import type { ActDefinition } from '../../kernel/define-area.ts';
import { LEVELS } from '../../kernel/marking.ts';
import { own } from '../../kernel/own.ts';
import type { Field } from '../../ui/form-fields/form-fields.tsx';
import type { FormPart } from '../../ui/field-group/field-group.tsx';
import type { FieldsShown } from '../acts/payload-form/leaf-fields.ts';
import type { Fields } from '../form.ts';

export const MARKING = 'marking';

/** The beginning of the names of the fields for a member that may be for fewer. */
export const narrowerName = (member: string): string => `narrower.${member}`;

/** The fields that say an audience; empty, they say what is usual. */
function audienceFields(
  shown: FieldsShown,
  prefix: string,
  words: { readonly label: string; readonly usual: string; readonly levels: readonly string[] },
): Field[] {
  const { text, typed, errors } = shown;
  const field = (name: string) => {
    const error = own(errors, `${prefix}.${name}`);
    const value = own(typed, `${prefix}.${name}`) ?? '';
    return { name: `${prefix}.${name}`, value, ...(error === undefined ? {} : { error }) };
  };
  const levels = words.levels.map((level) => {
    return { value: level, label: `TLP:${level.toUpperCase()}` };
  });
  const named = { kind: 'text', lengthMax: 1200 } as const;
  return [
    {
      ...field('level'),
      label: words.label,
      kind: 'select',
      options: [{ value: '', label: words.usual }, ...levels],
    },
    {
      ...field('to'),
      ...named,
      label: text('host.releases.to'),
      hint: text('host.releases.to.hint'),
    },
    {
      ...field('membersOf'),
      ...named,
      label: text('host.releases.members-of'),
      hint: text('host.releases.members-of.hint'),
    },
  ];
}

/** For whom the whole act is. */
export function releaseFields(shown: FieldsShown): Field[] {
  const { text } = shown;
  return audienceFields(shown, MARKING, {
    label: text('host.releases.level'),
    usual: text('host.releases.level.usual'),
    levels: LEVELS,
  });
}

/** The fields of a payload, with the choice of an audience beside each that may be for fewer. */
export function withAudiences(
  shown: FieldsShown,
  { narrowable = [] }: Pick<ActDefinition, 'narrowable'>,
  fields: readonly FormPart[],
): FormPart[] {
  const isOf = (member: string, { name }: FormPart): boolean =>
    name === `payload.${member}` || name.startsWith(`payload.${member}.`);
  return fields.flatMap((field, at) => {
    const member = narrowable.find((one) => isOf(one, field));
    const next = fields[at + 1];
    if (member === undefined || (next && isOf(member, next))) return [field];
    const words = {
      label: shown.text('host.releases.of', { field: field.label }),
      usual: shown.text('host.releases.of.usual'),
      levels: LEVELS.filter((level) => level !== 'clear'),
    };
    return [field, ...audienceFields(shown, narrowerName(member), words)];
  });
}

const namesIn = (typed: string): string[] => typed.split(/[\s,;]+/).filter((name) => name !== '');

/** The audience that was typed; undefined where nothing was. Whoever acts sees what it releases. */
function audienceOf(typed: Fields, prefix: string, actor: string) {
  const level = own(typed, `${prefix}.level`) ?? '';
  const to = namesIn(own(typed, `${prefix}.to`) ?? '');
  const membersOf = namesIn(own(typed, `${prefix}.membersOf`) ?? '');
  const isNamed = to.length + membersOf.length > 0;
  if (level === '' && !isNamed) return undefined;
  const isAdded = isNamed && level !== 'clear' && actor !== '' && !to.includes(actor);
  return { level, to: isAdded ? [...to, actor] : to, membersOf };
}

/** What a form says of who may see an act, as the API takes it. */
export function releaseJsonOf(definition: Pick<ActDefinition, 'narrowable'>, typed: Fields) {
  const actor = (typed['actor'] ?? '').trim();
  const marking = audienceOf(typed, MARKING, actor);
  const narrower = (definition.narrowable ?? []).flatMap((member) => {
    const audience = audienceOf(typed, narrowerName(member), actor);
    return audience === undefined ? [] : [{ members: [member], marking: audience }];
  });
  return {
    ...(marking === undefined ? {} : { marking }),
    ...(narrower.length === 0 ? {} : { narrower }),
  };
}

/** Where a fault of the API's form lies in the form of a page. */
export function releaseFaultPath(json: Record<string, unknown>, path: string): string {
  const place = /^narrower\.(\d+)\.marking(.*)$/.exec(path);
  if (!place) return path;
  // As `releaseJsonOf` made it.
  const parts = (json['narrower'] ?? []) as readonly { members: readonly string[] }[];
  const [member = ''] = parts[Number(place[1])]?.members ?? [];
  return `${narrowerName(member)}${place[2] ?? ''}`;
}
