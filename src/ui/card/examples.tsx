import type { Example } from '../example.ts';
import { Card, Cards, Figures, Tags } from './card.tsx';

export const cardExamples: readonly Example[] = [
  {
    name: 'figures',
    render: () => (
      <Figures
        figures={[
          { value: 17, label: 'entered into force this year', href: '/agreements?since=2026' },
          { value: 4, label: 'one deposit short', href: '/agreements?short=1' },
          { value: 138, label: 'reports overdue', warning: true },
        ]}
      />
    ),
  },
  {
    name: 'cards',
    render: () => (
      <Cards>
        <Card title="Paris Agreement" href="/agreements/paris-agreement" kind="Environment">
          <p>195 consents</p>
        </Card>
        <Card title="Without a link" />
      </Cards>
    ),
  },
  {
    name: 'tags',
    render: () => (
      <Tags
        tags={[
          { href: '/sectors/health', label: 'Health' },
          { href: '/sectors/space', label: 'Space' },
        ]}
      />
    ),
  },
];
