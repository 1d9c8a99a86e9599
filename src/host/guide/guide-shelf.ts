/** The tasks of the guide, as a search finds them: by their names and the words of their texts. */
import type { Titled } from '../../kernel/define-area.ts';
import type { Findable } from '../../kernel/findable.ts';
import { type Locale, locales } from '../../ui/text/locale.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Block, Span } from '../../ui/guide-text/markdown.ts';
import { readTask } from './read-task.ts';
import { TASKS, type TaskId, taskHref } from './tasks.ts';

const wordsOf = (spans: readonly Span[]): string => spans.map(({ words }) => words).join('');

function wordsIn(block: Block): string {
  if (block.kind === 'paragraph') return wordsOf(block.spans);
  return block.kind === 'list' ? block.items.map(wordsOf).join(' ') : '';
}

/** Each task; `titled` says a text in all languages. */
export function guideFindables(textIn: (locale: Locale) => Text): Findable[] {
  const titled = (key: string): Titled => {
    const each = locales.map((locale) => [locale, textIn(locale)(key)] as const);
    return { ...Object.fromEntries(each), en: textIn('en')(key) };
  };
  const findable = (id: TaskId): Findable => ({
    kind: 'page',
    id: taskHref(id),
    href: taskHref(id),
    title: titled(`guide.task.${id}`),
    names: [id.replaceAll('-', ' ')],
    words: readTask(id, 'en').blocks.map(wordsIn).join(' '),
    within: titled('guide.title'),
  });
  return TASKS.map(findable);
}
