import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { TickBoxes, QuotedStatement } from './quoted-statement.tsx';

test('the words stand as they were made, never as markup', async () => {
  const html = await rendered(
    <QuotedStatement
      id="one"
      title="Kenya"
      words={'<b>Article 4</b> is "reserved".'}
      language="en"
      confidence={92}
      confidenceLabel="Confidence 92"
      why="Why"
      reasons={['a reason']}
    />,
  );
  expect(html).toContain('&lt;b&gt;Article 4&lt;/b&gt; is &quot;reserved&quot;.');
  expect(html).toContain('lang="en"');
  expect(html).toContain('value="92"');
  expect(html).toContain('<summary>Why</summary>');
});

test('without reasons there is nothing to open', async () => {
  const html = await rendered(
    <QuotedStatement
      id="one"
      title="Kenya"
      words="A word."
      confidence={10}
      confidenceLabel="Confidence 10"
      why="Why"
      reasons={[]}
    />,
  );
  expect(html).not.toContain('<summary>');
});

test('each choice is a field of its own', async () => {
  const options = [
    { value: 'a', label: 'Alpha', checked: true },
    { value: 'b', label: 'Beta', checked: false },
  ];
  const html = await rendered(
    <TickBoxes id="c" legend="Which" name={(value) => `c.${value}`} options={options} />,
  );
  expect(html).toContain('name="c.a" value="true" checked=""');
  expect(html).toContain('name="c.b" value="true"/>');
});
