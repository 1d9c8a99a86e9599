import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { categories } from './examples.tsx';
import { Matrix } from './matrix.tsx';

const show = (cells: readonly (string | null)[]) =>
  rendered(
    <Matrix
      id="m"
      caption="Towards the others"
      corner="Reserving"
      same="itself"
      categories={categories}
      columns={[{ label: 'Kenya' }, { label: '3 others', title: 'Angola, Chad, Peru' }]}
      rows={[{ label: 'Norway', cells }]}
    />,
  );

test('a cell says in words what its sign says', async () => {
  const html = await show(['none', 'modified']);
  expect(html).toContain('<span aria-hidden="true">×</span>');
  expect(html).toContain('<span class="hidden-visually">Not in force between the two</span>');
});

test('the legend has the categories that are there, and no others', async () => {
  const legend = (await show(['none', 'modified'])).split('<figcaption>')[1] ?? '';
  expect(legend.match(/<li>/g)).toHaveLength(2);
  expect(legend).toContain('As modified');
  expect(legend).not.toContain('Not settled yet');
});

test('where two are the same, the cell says so', async () => {
  expect(await show([null, 'modified'])).toContain(
    '<td class="matrix-same"><span class="hidden-visually">itself</span></td>',
  );
});

test('it is reached by keyboard, named, and its heads head rows and columns', async () => {
  const html = await show(['none', 'modified']);
  expect(html).toContain('role="region" aria-labelledby="m-caption" tabindex="0"');
  expect(html).toContain('<th scope="row">Norway</th>');
  expect(html).toContain(
    '<th scope="col" class="matrix-column" title="Angola, Chad, Peru"><span>3 others</span></th>',
  );
});

test('hostile words stay words', async () => {
  const html = await rendered(
    <Matrix
      id="m"
      caption="<b>x"
      corner="c"
      same="s"
      categories={[{ key: 'a', label: '<img src=x>', sign: '×', look: 'plain' }]}
      columns={[{ label: '<i>' }]}
      rows={[{ label: 'r', cells: ['a'] }]}
    />,
  );
  expect(html).not.toContain('<img');
  expect(html).not.toContain('<i>');
});
