/** How far long work has come, for pages and programs that wait for it. */
import type { WorkProgress } from '../ui/page.ts';
import type { Services } from './services.ts';

/** Work that told nothing for so long has stopped: each step of it is done well within. */
export const STILL_MILLISECONDS_MAX = 60_000;

/** What was last told of a task; null where it was never begun. */
export async function progressOf(
  { store, now }: Pick<Services, 'store' | 'now'>,
  task: string,
): Promise<WorkProgress | null> {
  const told = (await store.progress()).find((one) => one.task === task);
  if (told === undefined) return null;
  const { done, total, toldAt } = told;
  const isStill = now().getTime() - Date.parse(toldAt) > STILL_MILLISECONDS_MAX;
  return { done, total, state: done === total ? 'done' : isStill ? 'failed' : 'running' };
}
