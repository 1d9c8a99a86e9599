import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { DefinitionList } from './definition-list.tsx';

test('an id is set as code and never translated', async () => {
  const items = [{ term: 'Register', content: 'agreements/a', code: true }];
  expect(await rendered(<DefinitionList items={items} />)).toContain(
    '<dt>Register</dt><dd><code translate="no">agreements/a</code></dd>',
  );
});
