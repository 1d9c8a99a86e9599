/** The fields of one statement in the form, and what a person confirmed with them. */
import { own } from '../../kernel/own.ts';
import { DECLARATIONS, MOMENTS } from '../../practices/agreements/payloads/reservations.ts';
import type { Confirmed } from '../../practices/agreements/import/declarations/confirming.ts';
import type { Proposal } from '../../practices/agreements/import/declarations/proposals.ts';
import type { Field } from '../../ui/form-fields/form-fields.tsx';
import type { Text } from '../../ui/text/text.ts';
import type { Fields } from '../form.ts';

const KINDS = ['reservation', 'objection', 'withdrawal', ...DECLARATIONS];
const EFFECTS = ['excludes', 'modifies'];

/** The name of a field of the statement that begins at a place. */
export const fieldName = (from: number, part: string): string => `s.${from}.${part}`;

/** Fields of statements that this page of the form does not show, so that they are carried on. */
export function carriedFields(typed: Fields, shown: readonly Proposal[]): [string, string][] {
  const here = new Set(shown.map(({ from }) => String(from)));
  return Object.entries(typed).filter(
    ([name]) => name.startsWith('s.') && !here.has(name.split('.')[1] ?? ''),
  );
}

interface Values {
  readonly take: string;
  readonly actor: string;
  readonly kind: string;
  readonly effect: string;
  readonly moment: string;
  readonly on: string;
  readonly provisions: string;
  readonly towards: string;
  readonly definite: string;
  readonly language: string;
  /** Acts on record that it answers. */
  readonly answers: ReadonlySet<string>;
}

/** Where one reservation alone fits, it is the one that is answered. */
function answersProposed({ candidates, kind, towards }: Proposal): ReadonlySet<string> {
  const fitting = candidates.filter((one) => one.fits);
  const isClear = kind === 'objection' ? fitting.length <= towards.length : fitting.length === 1;
  return new Set(isClear ? fitting.map((one) => one.act) : []);
}

function proposed(proposal: Proposal): Values {
  return {
    take: '',
    actor: proposal.actor ?? '',
    kind: proposal.kind,
    effect: proposal.effect,
    moment: proposal.moment ?? 'consent',
    on: proposal.on ?? '',
    provisions: proposal.provisions.join(' '),
    towards: proposal.towards.join(' '),
    definite: proposal.definite === true ? 'true' : '',
    language: proposal.language,
    answers: answersProposed(proposal),
  };
}

/** What was typed for a statement; what was read, where it was not shown to the person yet. */
export function valuesOf(proposal: Proposal, typed: Fields): Values {
  const { from } = proposal;
  if (own(typed, fieldName(from, 'shown')) === undefined) return proposed(proposal);
  const value = (part: string): string => own(typed, fieldName(from, part)) ?? '';
  const ticked = proposal.candidates.filter(({ act }) => value(`answers.${act}`) === 'true');
  return {
    take: value('take'),
    actor: value('actor'),
    kind: value('kind'),
    effect: value('effect'),
    moment: value('moment'),
    on: value('on'),
    provisions: value('provisions'),
    towards: value('towards'),
    definite: value('definite'),
    language: value('language'),
    answers: new Set(ticked.map((one) => one.act)),
  };
}

const listed = (text: string): string[] => text.split(/[\s,;]+/).filter((one) => one !== '');

/** The statement as the person left it. */
export function confirmedOf(proposal: Proposal, typed: Fields): Confirmed {
  const { answers, ...values } = valuesOf(proposal, typed);
  return {
    ...values,
    actor: values.actor.trim(),
    language: values.language.trim(),
    provisions: listed(values.provisions),
    towards: listed(values.towards),
    definite: values.definite === 'true',
    answers: proposal.candidates.filter(({ act }) => answers.has(act)),
    text: proposal.text,
  };
}

/** The statements that the person ticked. */
export function tickedOf(proposals: readonly Proposal[], typed: Fields): Proposal[] {
  return proposals.filter(({ from }) => own(typed, fieldName(from, 'take')) === 'true');
}

/** Parts that only statements of some kinds have; the others can be opened. */
const PARTS_OF_KINDS: Readonly<Record<string, readonly string[]>> = {
  reservation: ['effect', 'moment'],
  objection: ['towards', 'definite'],
  'non-recognition': ['towards'],
};
const PARTS_OF_ALL = ['take', 'kind', 'actor', 'on', 'provisions'];

export interface StatementFields {
  readonly first: readonly Field[];
  /** What a statement of its kind hardly has. */
  readonly more: readonly Field[];
}

function allFields(text: Text, { from }: Proposal, values: Omit<Values, 'answers'>): Field[] {
  const base = (part: keyof typeof values) => ({
    name: fieldName(from, part),
    label: text(`agreements.reading.${part}`),
    value: values[part],
    // A statement that is not ticked may lack anything; one that is, is held to its schema.
    required: true,
  });
  const options = (group: string, names: readonly string[]) =>
    names.map((value) => ({ value, label: text(`agreements.reading.${group}.${value}`) }));
  const free = { required: false };
  return [
    { ...base('take'), kind: 'checkbox', ...free },
    { ...base('kind'), kind: 'select', options: options('kind', KINDS) },
    { ...base('actor'), kind: 'text', lengthMax: 63, ...free },
    { ...base('on'), kind: 'date', ...free },
    {
      ...base('provisions'),
      kind: 'text',
      lengthMax: 4000,
      hint: text('agreements.reading.provisions.hint'),
      ...free,
    },
    { ...base('effect'), kind: 'select', options: options('effect', EFFECTS) },
    { ...base('moment'), kind: 'select', options: options('moment', MOMENTS) },
    { ...base('towards'), kind: 'text', lengthMax: 1000, ...free },
    { ...base('definite'), kind: 'checkbox', ...free },
    { ...base('language'), kind: 'text', lengthMax: 20, ...free },
  ];
}

/** The form of one statement; what it answers is shown apart. */
export function fieldsOf(text: Text, proposal: Proposal, typed: Fields): StatementFields {
  const { answers: _answers, ...values } = valuesOf(proposal, typed);
  const shown = new Set([...PARTS_OF_ALL, ...(own(PARTS_OF_KINDS, values.kind) ?? [])]);
  const isFirst = ({ name }: Field): boolean => shown.has(name.split('.')[2] ?? '');
  const all = allFields(text, proposal, values);
  return { first: all.filter(isFirst), more: all.filter((field) => !isFirst(field)) };
}
