import type { Example } from '../example.ts';
import { PictureLinks } from './picture-links.tsx';

export const pictureLinksExamples: readonly Example[] = [
  {
    name: 'of a map',
    render: () => (
      <PictureLinks
        label="Picture:"
        links={[
          { href: '#svg', label: 'SVG' },
          { href: '#csv', label: 'CSV' },
          { href: '#json', label: 'JSON' },
          { href: '#table', label: 'Table' },
        ]}
      />
    ),
  },
];
