import type { Example } from '../example.ts';
import { type FormPart, FormParts } from './field-group.tsx';

const yesNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

const weight = (at: number, actor = '', votes = ''): FormPart => ({
  kind: 'group',
  name: `weights.${at}`,
  label: `Weights, ${at + 1}`,
  needed: true,
  layout: 'line',
  parts: [
    { kind: 'text', name: `weights.${at}.actor`, label: 'Actor', needed: true, value: actor },
    { kind: 'text', name: `weights.${at}.weight`, label: 'Weight', needed: true, value: votes },
  ],
});

const parts: readonly FormPart[] = [
  {
    kind: 'group',
    name: 'weights',
    label: 'Weights by member',
    hint: 'Exact numbers or fractions.',
    error: 'must have at least 2 entries',
    required: true,
    parts: [weight(0, 'Kenya', '12'), weight(1)],
    steps: [{ label: 'More rows', value: 'add:weights', target: 'weights.1' }],
  },
  {
    kind: 'group',
    name: 'modes',
    label: 'Manners of voting',
    layout: 'ticks',
    parts: [
      { kind: 'checkbox', name: 'modes:show', label: 'Show of hands', value: 'true' },
      { kind: 'checkbox', name: 'modes:secret', label: 'Secret ballot', value: '' },
    ],
  },
  {
    kind: 'group',
    name: 'silence',
    label: 'Silence procedure',
    parts: [
      { kind: 'number', name: 'silence.hoursMin', label: 'Hours, at least', needed: true },
      { kind: 'select', name: 'silence.extendable', label: 'May be extended', options: yesNo },
      { kind: 'select', name: 'silence.early', label: 'May end early', options: yesNo },
      { kind: 'select', name: 'silence.again', label: 'May be resumed', options: yesNo },
      { kind: 'number', name: 'silence.objections', label: 'Objections that break it' },
    ],
  },
];

export const fieldGroupExamples: readonly Example[] = [
  {
    name: 'rows, ticks and a group',
    render: (text) => (
      <form action="/acts" method="post">
        <FormParts text={text} id="rule" action="/acts" parts={parts} />
        <button type="submit">Preview</button>
      </form>
    ),
  },
];
