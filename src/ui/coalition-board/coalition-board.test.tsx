import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { CoalitionBoard } from './coalition-board.tsx';

const board = (name: string) =>
  rendered(
    <CoalitionBoard
      text={english}
      label="Coalition"
      columns={[{ key: 'yes', label: 'In favour', members: [{ value: 'FRA', name }] }]}
      meters={[{ label: 'Weight', value: '55', threshold: '60', unit: 'percent', met: false }]}
      outcomes={{ adopted: 'Adopted', rejected: 'Rejected' }}
      outcome="rejected"
      hint="Tap."
      data={{ name }}
    />,
  );

test('says the outcome, each condition with what it needs, and who stands where', async () => {
  const html = await board('France');
  expect(html).toContain('<b data-outcome="rejected">Rejected</b>');
  expect(html).toContain('<b data-have="">55%</b>');
  expect(html).toContain('x1="60%"');
  expect(html).toContain('<li data-member="FRA"><bdi>France</bdi></li>');
  expect(html).toContain('<p class="board-hint" hidden="">');
});

test('no name ends the text that holds its data', async () => {
  const html = await board('"><script>');
  expect(html).not.toContain('<script');
  expect(html).toContain('\\&quot;&gt;&lt;script&gt;&quot;');
});
