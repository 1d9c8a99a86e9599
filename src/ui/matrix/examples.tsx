import type { Example } from '../example.ts';
import { Matrix, type MatrixCategory } from './matrix.tsx';

export const categories: readonly MatrixCategory[] = [
  { key: 'none', label: 'Not in force between the two', sign: '×', look: 'solid' },
  { key: 'terms', label: 'No party on those terms', sign: '!', look: 'edged' },
  { key: 'excluded', label: 'Without what is objected to', sign: '–', look: 'warm' },
  { key: 'open', label: 'Not settled yet', sign: '?', look: 'hatched' },
  { key: 'modified', label: 'As modified', sign: '≈', look: 'cool' },
  { key: 'pending', label: 'Awaiting clarification', sign: '…', look: 'quiet' },
  { key: 'plain', label: 'Without more', sign: '·', look: 'plain' },
];

export const matrixExamples: readonly Example[] = [
  {
    name: 'every category',
    render: () => (
      <Matrix
        id="relations"
        caption="Reservations towards the others"
        corner="Reserving"
        same="itself"
        categories={categories}
        columns={[
          { label: 'Kenya' },
          { label: 'Norway' },
          { label: 'Chile' },
          { label: '184 others', title: 'Angola, Belize, …' },
        ]}
        rows={[
          { label: 'Kenya', cells: [null, 'none', 'terms', 'modified'] },
          { label: 'Norway', cells: ['excluded', null, 'open', 'plain'] },
          { label: 'Peru', cells: ['pending', 'modified', 'modified', 'modified'] },
        ]}
      />
    ),
  },
];
