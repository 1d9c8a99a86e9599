import type { Example } from '../example.ts';
import { EmptyState } from './empty-state.tsx';

export const emptyStateExamples: readonly Example[] = [
  {
    name: 'no act yet',
    render: () => (
      <EmptyState icon="pen" title="No act yet">
        <p>
          Adoption opens the register. <a href="/acts/new">Adopt a text</a>
        </p>
      </EmptyState>
    ),
  },
];
