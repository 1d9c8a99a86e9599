import type { Example } from '../example.ts';
import { BasisTag, StatusChip, statusNames } from './status-chip.tsx';

export const statusChipExamples: readonly Example[] = [
  {
    name: 'every status',
    render: (text) => (
      <p>
        {statusNames.map((status) => (
          <>
            <StatusChip text={text} status={status} />{' '}
          </>
        ))}
      </p>
    ),
  },
  { name: 'large', render: (text) => <StatusChip text={text} status="in-force" large /> },
  {
    name: 'own words',
    render: (text) => <StatusChip text={text} status="pending" label="Bound from 27 January" />,
  },
  {
    name: 'basis',
    render: (text) => (
      <p>
        <BasisTag text={text} basis="signed" /> <BasisTag text={text} basis="recorded" />
      </p>
    ),
  },
];
