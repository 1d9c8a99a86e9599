import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { filtersExamples } from './examples.tsx';

test('other parameters are carried on; those with a field are not doubled', async () => {
  const html = await rendered(filtersExamples[0]?.render(english) ?? null);
  expect(html).toContain('<input type="hidden" name="asOf" value="2026-11-22"/>');
  expect(html.match(/name="status"/g)).toHaveLength(1);
  expect(html).toContain('<option value="party" selected="">');
  expect(html).toContain('195 of 198');
});
