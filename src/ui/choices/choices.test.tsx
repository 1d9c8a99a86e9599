import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { Choices } from './choices.tsx';

test('each choice is a box of its own, named by its label; what is chosen stays so', async () => {
  const choices = [
    { value: 'CHN', label: 'China', chosen: true },
    { value: 'EGY', label: 'Egypt' },
  ];
  const html = await rendered(<Choices label="Signatories" name="assume" choices={choices} />);
  expect(html).toContain('<legend class="hidden-visually">Signatories</legend>');
  expect(html).toContain(
    '<input type="checkbox" name="assume" value="CHN" checked=""/> <bdi>China',
  );
  expect(html).toContain('<input type="checkbox" name="assume" value="EGY"/> <bdi>Egypt');
});
