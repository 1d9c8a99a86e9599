import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { type Field, FormFields } from './form-fields.tsx';

const show = (field: Field) => rendered(<FormFields text={english} id="f" fields={[field]} />);

test('label, hint and error are tied to the control', async () => {
  const html = await show({ kind: 'date', name: 'on', label: 'Date', hint: 'H', error: 'E' });
  expect(html).toContain('<label for="f-on">');
  expect(html).toContain('aria-describedby="f-on-hint f-on-error"');
  expect(html).toContain('aria-invalid="true"');
});

test('what was typed is kept, as text', async () => {
  const value = '"><script>alert(1)</script>';
  const text = await show({ kind: 'text', name: 'a', label: 'A', value });
  const area = await show({ kind: 'textarea', name: 'a', label: 'A', value });
  for (const html of [text, area]) {
    expect(html).toContain('&gt;&lt;script&gt;alert(1)');
    expect(html).not.toContain('<script>');
  }
});

test('the option chosen before is chosen again', async () => {
  const options = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ];
  const html = await show({ kind: 'select', name: 's', label: 'S', options, value: 'b' });
  expect(html).toContain('<option value="b" selected="">B</option>');
  const radios = await show({ kind: 'radios', name: 's', label: 'S', options, value: 'b' });
  expect(radios).toContain('value="b" checked=""');
});

test('a field that may be left out says so; a required one is required', async () => {
  expect(await show({ kind: 'text', name: 'a', label: 'A' })).toContain('(optional)');
  expect(await show({ kind: 'text', name: 'a', label: 'A', required: true })).toContain(
    'required=""',
  );
});

test('a document that was taken stays taken, and may be replaced or left out', async () => {
  const scan = { kind: 'file', name: 's', label: 'Scan', accept: 'image/png' } as const;
  const fresh = await show({ ...scan, required: true });
  expect(fresh).toContain('type="file" accept="image/png" required=""');
  const held = { value: '{"digest":1}', held: '<b>.png', omitName: 's.omit', required: true };
  const kept = await show({ ...scan, ...held });
  expect(kept).toContain('<input type="hidden" name="s" value="{&quot;digest&quot;:1}"');
  expect(kept).toContain('&lt;b&gt;.png');
  expect(kept).toContain('name="s.omit"');
  expect(kept).not.toContain('required');
});
