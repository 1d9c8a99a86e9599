/** The guide says what the code has: rules by their names, pictures that are there, own tasks. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// Every rule of the house is defined where it is applied.
import '../start-node.ts';
import type { Block, Span } from '../../ui/guide-text/markdown.ts';
import { definedRules } from '../../kernel/law.ts';
import { locales } from '../../ui/text/locale.ts';
import { house } from '../house.ts';
import { textsOf } from '../texts.ts';
import { guidePictures } from './guide-pictures.ts';
import { taskAt, withHelp } from './help.ts';
import { readTask, taskOf } from './read-task.ts';
import { PARTS, PEOPLE, TASKS, taskNamed } from './tasks.ts';

const FOLDER = new URL('../../../docs/guide/', import.meta.url);
/** As `agreements.once`: what stands so in code is a rule. */
const RULE = /^[a-z]+\.[a-z]+(?:-[a-z]+)*$/;
const WORDS_MAX = 450;

const textIn = textsOf(house.texts);
const written = locales.flatMap((locale) =>
  TASKS.map((id) => readTask(id, locale)).filter((task) => task.locale === locale),
);
const named = written.map((task) => [`${task.locale}/${task.id}`, task] as const);

function spansOf(block: Block): readonly Span[] {
  if (block.kind === 'paragraph') return block.spans;
  return block.kind === 'list' ? block.items.flat() : [];
}
const headings = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.words] : []));

describe('the guide', () => {
  it('has a file for each task, and no other', () => {
    const files = readdirSync(new URL('en/', FOLDER)).toSorted();
    expect(files).toEqual(TASKS.map((id) => `${id}.md`).toSorted());
  });

  it('names each task in its table of contents', () => {
    const contents = readFileSync(new URL('README.md', FOLDER), 'utf8');
    expect(TASKS.filter((id) => !contents.includes(`(en/${id}.md)`))).toEqual([]);
  });

  it('has something for everybody whom it names', () => {
    const served = new Set(written.flatMap(({ people }) => people));
    expect(PEOPLE.filter((person) => !served.has(person))).toEqual([]);
  });

  it('leads from no page to two tasks', () => {
    const places = TASKS.flatMap((id) => readTask(id, 'en').helps);
    expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
  });
});

describe.each(named)('the task %s', (_name, task) => {
  const text = textIn(task.locale);
  const spans = task.blocks.flatMap(spansOf);

  it('has its title and its four parts, as they are called in its language', () => {
    expect(task.title).toBe(text(`guide.task.${task.id}`));
    expect(headings(task.blocks)).toEqual(PARTS.map((part) => text(`guide.part.${part}`)));
    expect(task.people.length).toBeGreaterThan(0);
  });

  it('names only rules that there are', () => {
    const rules = new Set(definedRules().map(({ id }) => id));
    const areas = new Set([...rules].map((id) => id.split('.')[0]));
    const told = spans.flatMap(({ kind, words }) => (kind === 'code' ? [words] : []));
    const asRules = told.filter((one) => RULE.test(one) && areas.has(one.split('.')[0]));
    expect(asRules.filter((one) => !rules.has(one))).toEqual([]);
  });

  it('leads to tasks and files that there are', () => {
    const targets = spans.flatMap((span) => (span.kind === 'link' ? [span.target] : []));
    const dead = targets.filter((target) => {
      return target.endsWith('.md') && !existsSync(new URL(target, new URL('en/', FOLDER)));
    });
    expect(dead).toEqual([]);
  });

  it('shows only pictures that there are, each with words for who does not see it', () => {
    const shown = task.blocks.flatMap((block) => (block.kind === 'picture' ? [block] : []));
    expect(shown.filter(({ file }) => !guidePictures().has(file))).toEqual([]);
    expect(shown.filter(({ says }) => says.length < 10)).toEqual([]);
  });

  it('is short', () => {
    const words = task.blocks.flatMap(spansOf).flatMap((span) => span.words.split(' '));
    expect(words.length).toBeLessThanOrEqual(WORDS_MAX);
  });
});

describe('the way to a task', () => {
  const at = (address: string) => {
    const [path = '', query = ''] = address.split('?');
    return taskAt(path, new URLSearchParams(query));
  };

  it('stands on the page on which it is done', () => {
    expect(at('/desk/depositary')).toBe('notify-the-parties');
    expect(at('/ministry/KEN')).toBe('what-is-due');
    expect(at('/acts/new?type=agreements.reserve&actor=KEN')).toBe('reservations-and-objections');
  });

  it('is that of all forms where a form has none of its own', () => {
    expect(at('/acts/new?type=actors.name')).toBe('record-a-deposit');
  });

  it('stands on no page that no task is done on', () => {
    expect(at('/gallery')).toBeNull();
  });

  it('follows the first heading, where the node has the guide', async () => {
    const page = { path: '/duty', search: new URLSearchParams(), text: textIn('en') };
    const html = '<h1>Duty desk</h1><h1>Second</h1>';
    const shown = await withHelp(html, { ...page, serves: () => true });
    expect(shown).toMatch(/^<h1>Duty desk<\/h1><a class="help-link" href="\/guide\/acknowledge/);
    expect(shown.match(/help-link/g)).toHaveLength(1);
    expect(await withHelp(html, { ...page, serves: () => false })).toBe(html);
  });
});

describe('a file of a task', () => {
  it('says in its head for whom it is, and where it helps', () => {
    const task = taskOf(
      'lost-key',
      'en',
      '---\nfor: operator, nobody\nhelps: /a, /b\n---\n# T\n\nx',
    );
    expect(task).toMatchObject({ people: ['operator'], helps: ['/a', '/b'], title: 'T' });
    expect(task.blocks).toHaveLength(1);
  });

  it('is looked for only by names that the guide knows', () => {
    expect(taskNamed('../../package')).toBeNull();
    expect(taskNamed('constructor')).toBeNull();
  });
});
