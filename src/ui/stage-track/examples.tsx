import type { Example } from '../example.ts';
import { StageTrack } from './stage-track.tsx';

export const stageTrackExamples: readonly Example[] = [
  {
    name: 'on the way to ratification',
    render: () => (
      <StageTrack
        stages={[
          { label: 'Signed', state: 'done', detail: '3 June 2024' },
          { label: 'Submitted', state: 'current', detail: '10 Sep 2024' },
          { label: 'Approved', state: 'ahead' },
          { label: 'Deposited', state: 'ahead' },
        ]}
      />
    ),
  },
];
