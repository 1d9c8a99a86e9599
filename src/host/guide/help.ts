/** The way from a page to the task of the guide that is done there. */
import { HelpLink } from '../../ui/help-link/help-link.tsx';
import type { Text } from '../../ui/text/text.ts';
import { readTasks } from './read-task.ts';
import { GUIDE_PATH, type TaskId, taskHref } from './tasks.ts';

interface Place {
  readonly task: TaskId;
  readonly parts: readonly string[];
  readonly query: readonly (readonly [string, string])[];
}

function placeOf(task: TaskId, address: string): Place {
  const [path = '', query = ''] = address.split('?');
  return { task, parts: path.split('/'), query: [...new URLSearchParams(query)] };
}

let known: readonly Place[] | null = null;

/** Those that say more come first: a form of one act before the forms of all. */
function places(): readonly Place[] {
  const all = () =>
    readTasks('en').flatMap(({ id, helps }) => helps.map((one) => placeOf(id, one)));
  const said = ({ parts, query }: Place): number =>
    query.length * 100 + parts.filter((part) => !part.startsWith(':')).length;
  return (known ??= all().toSorted((one, other) => said(other) - said(one)));
}

function isAt({ parts, query }: Place, here: readonly string[], search: URLSearchParams): boolean {
  return (
    parts.length === here.length &&
    parts.every((part, at) => part.startsWith(':') || part === here[at]) &&
    query.every(([name, value]) => search.get(name) === value)
  );
}

/** The task that is done at an address; null: none. */
export function taskAt(path: string, search: URLSearchParams): TaskId | null {
  const here = path.split('/');
  return places().find((place) => isAt(place, here, search))?.task ?? null;
}

interface Shown {
  readonly path: string;
  readonly search: URLSearchParams;
  readonly text: Text;
  readonly serves: (path: string) => boolean;
}

/** A page with the sign beside its first heading, where the guide has a task for it. */
export async function withHelp(html: string, { path, search, text, serves }: Shown) {
  const task = serves(GUIDE_PATH) ? taskAt(path, search) : null;
  if (task === null) return html;
  const label = text('guide.help', { task: text(`guide.task.${task}`) });
  const link = String(await HelpLink({ href: taskHref(task), label }));
  return html.replace('</h1>', () => `</h1>${link}`);
}
