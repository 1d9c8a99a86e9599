import type { Example } from '../example.ts';
import { SeatPlan } from './seat-plan.tsx';

export const seatPlanExamples: readonly Example[] = [
  {
    name: 'of a council',
    render: (text) => (
      <SeatPlan
        text={text}
        label="Seats of the Council"
        vacantLabel="vacant"
        blocks={[
          {
            label: 'Permanent members',
            seats: [
              { name: 'France', href: '/actors/FRA' },
              { name: 'China', href: '/actors/CHN' },
            ],
            vacant: 0,
          },
          {
            label: 'Elected members',
            seats: [{ name: 'Kenya', hindered: 'has no vote: arrears' }, { name: 'Norway' }],
            vacant: 1,
          },
        ]}
      />
    ),
  },
];
