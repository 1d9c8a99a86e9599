import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { Progress } from './progress.tsx';

const show = (done: number, total: number | null) =>
  rendered(<Progress text={english} label="Import" state="running" done={done} total={total} />);

test('how far it is stands in words and in the bar', async () => {
  const html = await show(1204, 30000);
  expect(html).toContain('1,204 of 30,000 · running');
  expect(html).toContain('max="30000" value="1204"');
});

test('work of unknown length has a bar without a value', async () => {
  expect(await show(0, null)).toContain('<progress aria-label="Import"></progress>');
});

test('work of no length is done', async () => {
  expect(await show(0, 0)).toContain('max="1" value="1"');
});
