import type { Example } from '../example.ts';
import { MarkingBanner, type MarkingLevel, MarkingTag } from './marking-banner.tsx';

const LEVELS: readonly MarkingLevel[] = ['clear', 'green', 'amber', 'amber+strict', 'red'];

export const markingBannerExamples: readonly Example[] = [
  {
    name: 'every level',
    render: () => (
      <div>
        {LEVELS.map((level) => (
          <MarkingBanner level={level}>
            {level === 'clear' ? undefined : 'Released to Kenya and Uganda'}
          </MarkingBanner>
        ))}
      </div>
    ),
  },
  {
    name: 'in a line',
    render: () => (
      <p>
        Cluster of pneumonia <MarkingTag level="amber+strict" />
      </p>
    ),
  },
];
