import type { Example } from '../example.ts';
import { Icon, iconNames } from './icon.tsx';

export const iconExamples: readonly Example[] = [
  {
    name: 'all',
    render: () => (
      <ul>
        {iconNames.map((name) => (
          <li>
            <Icon name={name} /> {name}
          </li>
        ))}
      </ul>
    ),
  },
];
