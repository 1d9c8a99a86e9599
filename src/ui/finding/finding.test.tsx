import { expect, test } from 'vitest';
import type { Finding } from '../../kernel/finding.ts';
import { arabic, english, rendered } from '../rendered.ts';
import { inForceFinding } from './examples.tsx';
import { FindingView } from './finding.tsx';

const show = (finding: Finding) =>
  rendered(<FindingView text={english} id="why" finding={finding} />);

test('a finding says question, value, rule with citation, and folds what it counted', async () => {
  const html = await show(inForceFinding);
  expect(html).toContain('<h2 id="why-title"><bdi>Why it is in force</bdi></h2>');
  expect(html).toContain('<time datetime="2016-11-04">4 November 2016</time>');
  expect(html).toContain('<cite><bdi>Article 21(1)</bdi></cite>: <bdi>on the thirtieth day');
  expect(html).toContain('<summary>3 acts counted</summary>');
  expect(html).toContain('<a href="/acts/a1">Canada, ratification</a>');
});

test('an act that a part counts again points to where it stands above', async () => {
  const html = await show({
    ...inForceFinding,
    parts: [{ ...inForceFinding, parts: [] }],
  });
  expect(html.match(/href="\/acts\/a1"/g)).toHaveLength(1);
  const anchor = /<li id="(why-\d+)"><a href="\/acts\/a1"/.exec(html)?.[1];
  expect(anchor).toBeDefined();
  expect(html).toContain(`<a href="#${anchor}">Canada, ratification</a>`);
});

test('what was not counted has its reason and citation', async () => {
  expect(await show(inForceFinding)).toContain(
    '<bdi>A regional organisation is not counted beside its members.</bdi> <cite>',
  );
});

test('findings lie within findings to any depth', async () => {
  let nested: Finding = { ...inForceFinding, question: 'depth 0', parts: [] };
  for (let depth = 1; depth <= 12; depth += 1) {
    nested = { ...inForceFinding, question: `depth ${depth}`, parts: [nested] };
  }
  const html = await show(nested);
  expect(html).toContain('depth 0');
  expect(html.match(/finding-part/g)).toHaveLength(12);
});

test('days in sentences are written in the language of the page', async () => {
  const finding = { ...inForceFinding, parts: [{ ...inForceFinding, text: 'met on 2016-10-05' }] };
  const html = await rendered(<FindingView text={arabic} id="why" finding={finding} />);
  expect(html).toContain('<bdi>met on <time datetime="2016-10-05">5 أكتوبر 2016</time></bdi>');
});

test('yes, no and not established differ in words and sign', async () => {
  const words = await Promise.all(
    [true, false, null].map((value) => show({ ...inForceFinding, value })),
  );
  expect(words[0]).toContain('<b>Yes</b>');
  expect(words[1]).toContain('<b>No</b>');
  expect(words[2]).toContain('<b>Not established</b>');
});

test('hostile words stay words', async () => {
  const html = await show({ ...inForceFinding, question: '<img src=x>', missing: ['<b>x'] });
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;b&gt;x');
});
