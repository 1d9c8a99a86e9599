/** Reads a task from its file: what its head says of it, and the text block by block. */
import { existsSync, readFileSync } from 'node:fs';
import type { Locale } from '../../ui/text/locale.ts';
import { type Block, readBlocks } from '../../ui/guide-text/markdown.ts';
import { PEOPLE, type Person, TASKS, type TaskId } from './tasks.ts';

/** Beside the sources, where people read them as files as well. */
const FOLDER = new URL('../../../docs/guide/', import.meta.url);

export interface Task {
  readonly id: TaskId;
  /** The language that it is written in: English where it was not translated. */
  readonly locale: Locale;
  readonly people: readonly Person[];
  /** Pages beside whose headings the way to this task stands; a query tells forms apart. */
  readonly helps: readonly string[];
  readonly title: string;
  /** What stands under the title. */
  readonly blocks: readonly Block[];
}

const HEAD = /^---\n([\s\S]*?)\n---\n/;

/** `for: a, b` as one line of the head. */
function listed(head: string, name: string): string[] {
  const line = head.split('\n').find((one) => one.startsWith(`${name}: `)) ?? '';
  return line
    .slice(name.length + 2)
    .split(', ')
    .filter((one) => one !== '');
}

/** A task from the text of its file. */
export function taskOf(id: TaskId, locale: Locale, source: string): Task {
  const [whole = '', head = ''] = HEAD.exec(source) ?? [];
  const [first, ...blocks] = readBlocks(source.slice(whole.length));
  const people = listed(head, 'for');
  return {
    id,
    locale,
    people: PEOPLE.filter((person) => people.includes(person)),
    helps: listed(head, 'helps'),
    title: first?.kind === 'heading' ? first.words : '',
    blocks,
  };
}

const fileOf = (id: TaskId, locale: Locale): URL => new URL(`${locale}/${id}.md`, FOLDER);

const read = new Map<string, Task>();

/** A task in a language, or in English until somebody has translated it; read once. */
export function readTask(id: TaskId, locale: Locale): Task {
  const key = `${locale} ${id}`;
  const held = read.get(key);
  if (held !== undefined) return held;
  const spoken = existsSync(fileOf(id, locale)) ? locale : 'en';
  const task = taskOf(id, spoken, readFileSync(fileOf(id, spoken), 'utf8'));
  read.set(key, task);
  return task;
}

/** All of them, in the guide's order. */
export const readTasks = (locale: Locale): readonly Task[] =>
  TASKS.map((id) => readTask(id, locale));
