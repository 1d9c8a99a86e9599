import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { type FormPart, FormParts, faultsWithin, fieldsWithin } from './field-group.tsx';

const row: FormPart = {
  kind: 'group',
  name: 'weights.0',
  label: 'Weights, 1',
  needed: true,
  error: 'is wrong',
  hint: 'How',
  layout: 'line',
  parts: [{ kind: 'text', name: 'weights.0.actor', label: 'Actor', needed: true, error: 'who?' }],
  steps: [{ label: 'More', value: 'add:weights', target: 'weights.0' }],
};
const show = (parts: readonly FormPart[]) =>
  rendered(<FormParts text={english} id="f" action="/acts/new" parts={parts} optionalMax={1} />);

test('a group is named by its legend, and told with its hint and error', async () => {
  const html = await show([row]);
  expect(html).toContain('<fieldset id="f-weights.0"');
  expect(html).toContain('aria-describedby="f-weights.0-hint f-weights.0-error"');
  expect(html).toContain('<legend>Weights, 1</legend>');
});

test('a step goes back to its place, and asks for nothing that is missing', async () => {
  const html = await show([row]);
  expect(html).toContain('value="add:weights"');
  expect(html).toContain('formaction="/acts/new#f-weights.0"');
  expect(html).toContain('formnovalidate');
});

test('what a begun row needs is not called optional, nor asked for by the browser', async () => {
  const html = await show([row]);
  expect(html).not.toContain('(optional)');
  expect(html).not.toContain('required=""');
});

test('much that may be left out is folded away, but for what is filled in', async () => {
  const optional = (name: string, value = ''): FormPart => ({
    kind: 'text',
    name,
    label: name,
    value,
  });
  const html = await show([optional('a', 'typed'), optional('b'), optional('c')]);
  expect(html.indexOf('name="a"')).toBeLessThan(html.indexOf('<details'));
  expect(html.indexOf('name="b"')).toBeGreaterThan(html.indexOf('<details'));
  expect(await show([optional('a', 'typed'), optional('b')])).not.toContain('<details');
});

test('single fields and faults are told with what they stand in', () => {
  expect(fieldsWithin([row]).map(({ label }) => label)).toEqual(['Weights, 1: Actor']);
  expect(faultsWithin([row])).toEqual([
    { name: 'weights.0', message: 'Weights, 1: is wrong' },
    { name: 'weights.0.actor', message: 'Weights, 1: Actor: who?' },
  ]);
});
