import type { Example } from '../example.ts';
import { Specimen, Swatches } from './specimen.tsx';

export const specimenExamples: readonly Example[] = [
  {
    name: 'a paragraph',
    render: () => (
      <Specimen id="specimen-paragraph" title="A paragraph" level={3}>
        <p>Consent is expressed by an instrument, and the instrument is deposited.</p>
      </Specimen>
    ),
  },
  {
    name: 'colours, type and space',
    render: () => (
      <>
        <Swatches of="colour" names={['ink', 'accent', 'good']} />
        <Swatches of="type" names={['text-3', 'text-5', 'text-9']} />
        <Swatches of="space" names={['space-2', 'space-6']} />
      </>
    ),
  },
];
