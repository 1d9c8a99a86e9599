import type { Example } from '../example.ts';
import { ViewLinks } from './view-links.tsx';

export const viewLinksExamples: readonly Example[] = [
  {
    name: 'of an agreement',
    render: () => (
      <ViewLinks
        label="Views of this agreement"
        views={[
          { label: 'Overview', href: '#overview', current: true },
          { label: 'Text', href: '#text' },
          { label: 'Reservations', href: '#reservations', count: 12 },
        ]}
      />
    ),
  },
];
