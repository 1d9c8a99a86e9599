import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { EmptyState } from './empty-state.tsx';

test('an empty place says what is not there and what one can do', async () => {
  const html = await rendered(<EmptyState title="No act yet">Adopt a text</EmptyState>);
  expect(html).toContain('<b>No act yet</b>');
  expect(html).toContain('Adopt a text');
});
