import type { Example } from '../example.ts';
import { Funnel } from './funnel.tsx';

const STAGES = [
  { label: 'may join', count: 196 },
  { label: 'signed or acceded', count: 187 },
  { label: 'consented', count: 178 },
  { label: 'bound', count: 0 },
];

export const funnelExamples: readonly Example[] = [
  {
    name: 'from many to none',
    render: (text) => (
      <Funnel text={text} id="funnel" label="How far each has come" stages={STAGES} />
    ),
  },
  {
    name: 'nobody may join',
    render: (text) => (
      <Funnel
        text={text}
        id="funnel-none"
        label="<b>Nobody</b>"
        stages={STAGES.map((stage) => ({ ...stage, count: 0 }))}
      />
    ),
  },
];
