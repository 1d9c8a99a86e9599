import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { Meter } from './meter.tsx';

test('the value and what is needed stand in words, exactly as given', async () => {
  const html = await rendered(
    <Meter
      text={english}
      label="Share"
      value="54.999"
      threshold="55"
      unit="percent"
      max={100}
      met={false}
    />,
  );
  expect(html).toContain('<b>54.999%</b> <small>needed: 55%</small>');
  expect(html).toContain('not met');
});

test('without a scale of its own both the value and the need fit on the bar', async () => {
  const html = await rendered(
    <Meter text={english} label="Parties" value={10} threshold={40} met={false} />,
  );
  expect(html).toContain('x1="87%"');
  expect(html).toContain('width="21.7%"');
});

test('what is not there yet is drawn behind what is, and stands in words beside it', async () => {
  const html = await rendered(
    <Meter text={english} label="Parties" value={10} reachable={46} threshold={40} met={false} />,
  );
  expect(html).toContain('→ 46');
  expect(html).toContain('meter-fill-1 meter-reachable" y="5" width="87%"');
  expect(html).toContain('class="meter-fill-1" y="5" width="18.9%"');
});
