import type { Example } from '../example.ts';
import { Progress } from './progress.tsx';

export const progressExamples: readonly Example[] = [
  {
    name: 'running',
    render: (text) => (
      <Progress
        text={text}
        label="Import of status tables"
        state="running"
        done={1204}
        total={30000}
        detail="environment.csv"
      />
    ),
  },
  {
    name: 'beginning',
    render: (text) => (
      <Progress text={text} label="Rebuild" state="running" done={0} total={null} />
    ),
  },
  {
    name: 'stopped',
    render: (text) => (
      <Progress
        text={text}
        label="Import"
        state="failed"
        done={4}
        total={9}
        detail="Row 5: no date"
      />
    ),
  },
];
