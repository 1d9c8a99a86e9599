import type { Example } from '../example.ts';
import { type Field, FormFields } from './form-fields.tsx';

const kinds = [
  { value: 'ratification', label: 'Ratification' },
  { value: 'accession', label: 'Accession' },
];

const depositFields: readonly Field[] = [
  { kind: 'hidden', name: 'token', label: '', value: 't' },
  { kind: 'text', name: 'actor', label: 'Actor', required: true, hint: 'As KEN or eu.' },
  { kind: 'select', name: 'instrument', label: 'Instrument', options: kinds, required: true },
  {
    kind: 'date',
    name: 'onDate',
    label: 'Date of deposit',
    value: '2015-05-03',
    max: '2026-11-22',
    required: true,
    error: 'Not before 12 December 2015.',
  },
  { kind: 'radios', name: 'basis', label: 'Basis', options: kinds, value: 'accession' },
  { kind: 'number', name: 'pages', label: 'Pages', min: 1, max: 500 },
  { kind: 'textarea', name: 'note', label: 'Declaration', value: '<b>verbatim</b>' },
  {
    kind: 'file',
    name: 'scan',
    label: 'Scan',
    accept: 'application/pdf',
    held: 'note-verbale.pdf',
    omitName: 'scan.omit',
    value: '{}',
  },
  {
    kind: 'instant',
    name: 'deadlineAt',
    label: 'Ends at',
    value: '2026-11-22T18:00',
    zoneName: 'deadlineAt:zone',
    zoneLabel: 'Time zone: Ends at',
    zone: 'UTC',
    zones: [
      { value: 'UTC', label: 'UTC' },
      { value: 'Europe/Zurich', label: 'Central European Time' },
    ],
  },
  { kind: 'checkbox', name: 'original', label: 'The original was received', value: 'true' },
];

export const formFieldsExamples: readonly Example[] = [
  {
    name: 'a deposit',
    render: (text) => (
      <form action="/acts" method="post">
        <FormFields text={text} id="deposit" fields={depositFields} />
        <button type="submit">Preview</button>
      </form>
    ),
  },
];
