import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { ChangedWords, LegalText, directionOfText } from './legal-text.tsx';

const article = {
  id: 'art_1',
  role: 'article' as const,
  number: 'Article 1',
  heading: 'Aim',
  text: 'One <word>.\nTwo.',
  depth: 0,
};

test('an article is a heading that links to itself, and each line is a paragraph', async () => {
  const html = await rendered(<LegalText language="en" provisions={[article]} />);
  expect(html).toContain('id="art_1"');
  expect(html).toContain('<a href="#art_1">Article 1</a>');
  expect(html).toContain('<p>One &lt;word&gt;.</p><p>Two.</p>');
});

test('a second column has no anchors, since an address stands once on a page', async () => {
  const html = await rendered(<LegalText language="fr" provisions={[article]} anchored={false} />);
  expect(html).not.toContain('id="art_1"');
  expect(html).toContain('lang="fr"');
});

test('a language is written in its own direction', () => {
  expect(['ar', 'fa-IR', 'en', 'zh-Hant'].map(directionOfText)).toEqual([
    'rtl',
    'rtl',
    'ltr',
    'ltr',
  ]);
});

test('what changed is told by marks and words, not by colour alone', async () => {
  const html = await rendered(
    <ChangedWords
      language="en"
      labels={{ removed: 'removed:', added: 'added:' }}
      stretches={[
        { in: 'from', text: 'river' },
        { in: 'to', text: 'lake' },
      ]}
    />,
  );
  expect(html).toContain('<del><span class="hidden-visually">removed: </span>river</del>');
  expect(html).toContain('<ins><span class="hidden-visually">added: </span>lake</ins>');
});
