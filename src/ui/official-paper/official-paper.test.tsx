import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { OfficialPaper } from './official-paper.tsx';

test('a paper has its number, addressee, title and who answers for it, in order', async () => {
  const html = await rendered(
    <OfficialPaper
      kind="Notification"
      reference="C.N.1.2026.TREATIES-I.1"
      addressee="To the parties"
      title="Convention"
      subtitle="Geneva"
      signature="16 January 2026"
    >
      <p>Kenya signed.</p>
    </OfficialPaper>,
  );
  const places = ['Notification', 'C.N.1.', 'To the parties', '<h1>', 'Geneva', 'Kenya', '16 Jan'];
  const at = places.map((place) => html.indexOf(place));
  expect(at).not.toContain(-1);
  expect(at).toEqual(at.toSorted((one, other) => one - other));
});

test('a number reads from left to right in every language', async () => {
  const html = await rendered(<OfficialPaper kind="K" title="T" reference="C.N.1" />);
  expect(html).toContain('<p class="paper-reference" dir="ltr" translate="no">C.N.1</p>');
});
