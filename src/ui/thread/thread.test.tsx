import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { Paragraphs, ThreadList } from './thread.tsx';

test('an answer stands in a list below what it answers', async () => {
  const html = await rendered(
    <ThreadList said={[{ content: 'One', answers: [{ content: 'Two', answers: [] }] }]} />,
  );
  const list = '<ol class="thread plain-list">';
  expect(html).toBe(`${list}<li>One${list}<li>Two</li></ol></li></ol>`);
});

test('an empty line begins a paragraph, and what looks like markup stays text', async () => {
  const html = await rendered(<Paragraphs language="en" words={'a\nb\n \n<b>c</b>\n\n'} />);
  expect(html).toContain('<p>a\nb</p><p>&lt;b&gt;c&lt;/b&gt;</p></div>');
});
