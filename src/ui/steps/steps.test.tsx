import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { Steps } from './steps.tsx';

test('steps are in order, and one not reached yet looks it', async () => {
  const steps = [
    { title: '36 of 44', detail: 'have deposited' },
    { title: '+ 180 days', detail: 'after the last', open: true },
  ];
  const html = await rendered(<Steps steps={steps} />);
  expect(html).toContain('<li><b>36 of 44</b><span>have deposited</span></li>');
  expect(html).toContain('<li class="step-open"><b>+ 180 days</b>');
});
