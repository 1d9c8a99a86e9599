import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { DataTable } from './data-table.tsx';

const columns = [
  { key: 'actor', label: 'Actor', sort: { href: '?sort=-actor', direction: 'ascending' } },
  { key: 'on', label: 'Deposited', kind: 'date' },
  { key: 'share', label: 'Share', kind: 'number' },
] as const;

const show = (cells: Record<string, string | number>) =>
  rendered(
    <DataTable text={english} id="t" caption="Parties" columns={columns} rows={[{ cells }]} />,
  );

test('dates and numbers are in the language, exact values beneath', async () => {
  const html = await show({ actor: 'Kenya', on: '2016-12-28', share: '1234.50' });
  expect(html).toContain('<time datetime="2016-12-28">28 Dec 2016</time>');
  expect(html).toContain('>1,234.50</td>');
});

test('the scrolling region can be reached by keyboard and is named by the caption', async () => {
  const html = await show({ actor: 'Kenya' });
  expect(html).toContain('role="region" aria-labelledby="t-caption" tabindex="0"');
  expect(html).toContain('<caption id="t-caption">Parties</caption>');
});

test('a cell without content is empty and has no label on a phone', async () => {
  expect(await show({ actor: 'Kenya' })).toContain('<td role="cell" class="date"></td>');
});

test('a dash where a day would be is no time', async () => {
  expect(await show({ actor: 'Kenya', on: '–' })).toContain('>–</td>');
});

test('zero is content', async () => {
  expect(await show({ actor: 'Kenya', share: 0 })).toContain('>0</td>');
});

test('the sorted column says its direction', async () => {
  expect(await show({ actor: 'Kenya' })).toContain('aria-sort="ascending"');
});

test('the first cell heads its row', async () => {
  expect(await show({ actor: 'Kenya' })).toContain('<th role="rowheader" scope="row">Kenya</th>');
});
