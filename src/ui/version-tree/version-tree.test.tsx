import { expect, test } from 'vitest';
import { arabic, english, rendered } from '../rendered.ts';
import { type VersionLane, VersionTree } from './version-tree.tsx';

const lane = (more: Partial<VersionLane> = {}): VersionLane => ({
  label: 'Protocol',
  above: null,
  adoptedOn: '2000-01-01',
  inForceOn: '2005-01-01',
  endedOn: null,
  count: 10,
  ...more,
});
const draw = (lanes: readonly VersionLane[], text = english) =>
  rendered(<VersionTree text={text} id="v" label="Versions" to="2010-01-01" lanes={lanes} />);

test('a version is dashed until it is in force, and goes on to the day asked for', async () => {
  const html = await draw([lane()]);
  expect(html).toContain('<line class="version-waiting" x1="0%" x2="50%"');
  expect(html).toContain('<line class="version-force" x1="50%" x2="100%"');
});

test('one that is not in force, or not yet, is dashed to the end and quiet', async () => {
  for (const inForceOn of [null, '2010-01-02']) {
    const html = await draw([lane({ inForceOn })]);
    expect(html).toContain('<line class="version-waiting" x1="0%" x2="100%"');
    expect(html).not.toContain('version-force');
    expect(html).toContain('version-lane-quiet');
  }
});

test('one that ended stops there', async () => {
  const html = await draw([lane({ endedOn: '2007-07-02' })]);
  expect(html).toContain('x1="50%" x2="75%"');
  expect(html).toContain('version-lane-quiet');
});

test('an amendment branches off the line of what it amends', async () => {
  const html = await draw([lane(), lane({ above: 0, adoptedOn: '2004-01-01', count: 5 })]);
  expect(html).toContain('<line class="version-branch" x1="40%" x2="40%" y1="32" y2="78"');
});

test('the line is the thicker the more are on it', async () => {
  const html = await draw([lane(), lane({ count: 5 }), lane({ count: 0 })]);
  const widths = [...html.matchAll(/stroke-width="([\d.]+)"/g)].map((found) => found[1]);
  expect(widths).toEqual(['11.0', '6.8', '2.5']);
});

test('a label is cut at 34 letters, and one that fits is not', async () => {
  expect(await draw([lane({ label: 'a'.repeat(34) })])).toContain(`>${'a'.repeat(34)}<`);
  expect(await draw([lane({ label: 'a'.repeat(35) })])).toContain(`>${'a'.repeat(33)}…<`);
});

test('months are named in the language', async () => {
  const late = [lane({ adoptedOn: '2009-03-01', inForceOn: null })];
  expect(await draw(late)).toContain('Apr 2009');
  expect(await draw(late, arabic)).toContain('أبريل');
});
