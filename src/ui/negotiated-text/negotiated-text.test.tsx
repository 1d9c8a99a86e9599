import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { examplePieces } from './examples.tsx';
import { NegotiatedText } from './negotiated-text.tsx';

const html = (language = 'en') =>
  rendered(
    <NegotiatedText
      text={english}
      language={language}
      issueHref={(issue) => `#i-${issue}`}
      provisions={[
        { id: 'op-1', kind: 'operative', number: '1.', depth: 0, pieces: examplePieces },
      ]}
    />,
  );

test('each word is found by its run and its place in it', async () => {
  const shown = await html();
  expect(shown).toContain('<span data-run="op-1.0">Decides that </span>');
  expect(shown).toContain('<span data-run="op-1.0" data-at="17">members </span>');
  expect(shown).toContain('data-provision="op-1"');
});

test('what is open stands in brackets, which say how deep they are', async () => {
  const shown = await html();
  expect(shown.match(/\[<\/b>/g)).toHaveLength(4);
  expect(shown.match(/\]<\/b>/g)).toHaveLength(4);
  expect(shown).toContain('open open-depth-2');
});

test('what would go is struck through, and told to ears', async () => {
  expect(await html()).toMatch(/<del><span class="hidden-visually">proposed to be deleted: /);
});

test('whose it is stands in short, and on a tap who supports and opposes it', async () => {
  const shown = await html();
  expect(shown).toContain('<bdi>USA +2 −1</bdi>');
  expect(shown).toContain('supported by JPN and CAN');
  expect(shown).toContain('opposed by KEN');
});

test('a text is written in the direction of its language', async () => {
  expect(await html('ar')).toContain('<div class="negotiated" lang="ar" dir="rtl"');
});
