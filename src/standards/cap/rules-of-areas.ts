/** What an alert must say of where. CAP 1.2, 3.2.4. */
import { rule } from '../../kernel/law.ts';
import type { CapArea } from './alert.ts';
import { type ProfileRule, unless } from './profile-rule.ts';

export const areaRules: readonly ProfileRule<CapArea>[] = [
  {
    rule: rule('cap.area-description', 'CAP 1.2, 3.2.4, areaDesc', 'An area is told in words.'),
    weight: 'warning',
    find: ({ areaDesc }) => unless(areaDesc.trim() !== '', 'areaDesc', 'it is empty'),
  },
  {
    rule: rule(
      'cap.ceiling-alone',
      'CAP 1.2, 3.2.4, ceiling',
      'A ceiling is used with an altitude only.',
    ),
    weight: 'error',
    find: ({ altitude, ceiling }) =>
      unless(ceiling === undefined || altitude !== undefined, 'ceiling', 'there is no altitude'),
  },
  {
    rule: rule(
      'cap.ceiling-below',
      'CAP 1.2, 3.2.4, altitude, ceiling',
      'Of a range of heights the altitude is the lower end.',
    ),
    weight: 'error',
    find: ({ altitude, ceiling }) =>
      unless(
        altitude === undefined || ceiling === undefined || Number(altitude) <= Number(ceiling),
        'ceiling',
        'it lies below the altitude',
      ),
  },
];
