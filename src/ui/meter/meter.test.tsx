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
