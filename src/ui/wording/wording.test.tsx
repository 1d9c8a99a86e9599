import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { Wording, directionOf } from './wording.tsx';

test('each language has its tag and its direction, and the first is the original', async () => {
  const wording = [
    { language: 'ar', text: 'كلمات' },
    { language: 'en', text: 'Words' },
  ];
  const html = await rendered(<Wording text={english} wording={wording} />);
  expect(html).toContain('<blockquote lang="ar" dir="rtl">كلمات</blockquote>');
  expect(html).toContain('<blockquote lang="en" dir="ltr">Words</blockquote>');
  expect(html).toContain('Arabic · Original');
  expect(html).toContain('English · Translation');
});

test('what says that it is the original is', async () => {
  const wording = [
    { language: 'en', text: 'Words', original: false },
    { language: 'fr', text: 'Mots', original: true },
  ];
  const html = await rendered(<Wording text={english} wording={wording} />);
  expect(html).toContain('English · Translation');
  expect(html).toContain('French · Original');
});

test('a tag that names no language is shown as it is', async () => {
  const html = await rendered(
    <Wording text={english} wording={[{ language: 'en-a', text: '<b>x' }]} />,
  );
  expect(html).toContain('&lt;b&gt;x');
  expect(html).toContain('en-a');
});

test('a region does not change the direction', () => {
  expect(directionOf('fa-AF')).toBe('rtl');
  expect(directionOf('az-Latn')).toBe('ltr');
});
