import { describe, expect, it } from 'vitest';
import { rendered } from '../rendered.ts';
import { GuideText } from './guide-text.tsx';
import { readBlocks, spansIn } from './markdown.ts';

const shown = (source: string): Promise<string> =>
  rendered(
    <GuideText
      blocks={readBlocks(source)}
      hrefOf={(target) => (target.endsWith('.md') ? `/guide/${target.slice(0, -3)}` : target)}
      placeOf={(code) => (code.startsWith('/') ? code : null)}
      pictureOf={(file) => ({ href: `/pictures/${file}`, width: 800, height: 500 })}
    />,
  );

describe('a text of the guide', () => {
  it('has steps in order, each of as many lines as it takes', async () => {
    const html = await shown('1. Open it.\n   You see a list.\n2. Choose **one**.');
    expect(html).toContain('<li>Open it. You see a list.</li><li>Choose <b>one</b>.</li>');
  });

  it('tells a list of points from one of steps', () => {
    const kinds = readBlocks('- one\n- two\n1. first').map((block) => {
      return block.kind === 'list' ? [block.ordered, block.items.length] : [];
    });
    expect(kinds).toEqual([
      [false, 2],
      [true, 1],
    ]);
  });

  it('shows a picture with its size, so that nothing moves when it comes', async () => {
    const html = await shown('![The desk](../../pictures/guide/desk.png)');
    expect(html).toContain('src="/pictures/desk.png" width="800" height="500" alt="The desk"');
    expect(html).toContain('loading="lazy"');
  });

  it('leads from an address in code to the page', async () => {
    expect(await shown('Open `/between`.')).toContain('<a href="/between"><code');
    expect(await shown('Type `KEN`.')).not.toContain('<a');
  });

  it('keeps commands as they are typed', async () => {
    expect(await shown('```\na  --b\n# c\n```\nAfter.')).toContain('<code>a  --b\n# c</code>');
  });

  it.each([
    'javascript:alert(1)',
    '//elsewhere.example',
    'http://plain.example',
    'data:text/html,x',
  ])('leads nowhere by %s', (target) => {
    expect(spansIn(`[here](${target})`)).toEqual([{ kind: 'plain', words: `[here](${target})` }]);
  });

  it('shows markup as the words that it is', async () => {
    const html = await shown('<script>x</script> & `<b>`');
    expect(html).toContain('&lt;script&gt;x&lt;/script&gt; &amp; ');
    expect(html).not.toContain('<script');
  });
});
