import { expect, test } from 'vitest';
import { arabic, english, rendered } from '../rendered.ts';
import { exampleLayout, layoutExamples } from './examples.tsx';
import { Layout } from './layout.tsx';

const show = (index: number) => rendered(layoutExamples[index]?.render(english) ?? null);

test('a page is a whole document in its language and direction', async () => {
  const html = await rendered(<Layout {...exampleLayout(arabic, 'اتفاق باريس')} />);
  expect(html).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/);
  expect(html).toContain('<title>اتفاق باريس – Concord</title>');
});

test('the first thing the keyboard meets leads to the content', async () => {
  expect(await show(0)).toMatch(/<body><a class="skip hidden-visually" href="#main">/);
});

test('the forms for dates carry every other parameter on, and the dates once each', async () => {
  const html = await show(1);
  expect(html).toContain('<input type="hidden" name="status" value="party"/>');
  expect(html.match(/name="asOf"/g)).toHaveLength(2);
  expect(html.match(/name="compare"/g)).toHaveLength(1);
  expect(html).toContain('href="/agreements/paris-agreement?status=party">Back to today');
});

test('another day is said in words', async () => {
  const html = await show(1);
  expect(html).toContain('5 October 2016</time>');
  expect(html).toContain('as known on 1 November 2026');
});

test('one signs out by a form with its token, never by a link', async () => {
  const html = await show(1);
  expect(html).toContain('<form class="session" action="/sign-out" method="post">');
  expect(html).toContain('<input type="hidden" name="token" value="t"/>');
});

test('the language of the page is marked among the languages', async () => {
  expect(await show(0)).toContain('lang="en" hreflang="en" aria-current="true">English</a>');
});

test('hostile words in title and search stay words', async () => {
  const layout = exampleLayout(english, '</title><script>');
  const header = { ...layout.header, searched: '"><script>' };
  const html = await rendered(<Layout {...layout} header={header} />);
  expect(html).not.toContain('<script>');
});
