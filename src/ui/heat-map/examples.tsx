import type { Example } from '../example.ts';
import { HeatMap } from './heat-map.tsx';

const STEPS = [
  { from: 900, label: '90% and more' },
  { from: 700, label: '70% to 90%' },
  { from: 0, label: 'less' },
];

/** Two blocs and one who stands alone, made up. */
const cells = Array.from({ length: 9 }, (_, y) =>
  Array.from({ length: 9 }, (_, x) => {
    if (x === y) return null;
    if (x === 8 || y === 8) return 400;
    return x < 5 === y < 5 ? 940 : 720;
  }),
);

export const heatMapExamples: readonly Example[] = [
  {
    name: 'two blocs',
    render: () => (
      <HeatMap
        id="heat"
        label="Agreement of each with each"
        cells={cells}
        steps={STEPS}
        groups={[
          { at: 0, size: 5, label: 'Bloc 1', href: '#one' },
          { at: 5, size: 3, label: 'Bloc 2', href: '#two' },
        ]}
      />
    ),
  },
];
