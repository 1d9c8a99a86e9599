/** Progress of long work: on one line of a terminal, or a line a task where there is none. */
import { own } from '../kernel/own.ts';
import type { Progress } from '../kernel/submission.ts';

const REDRAWN_MILLISECONDS = 100;

export interface Lines {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface ProgressPrinter {
  report(progress: Progress): void;
  /** Leaves the line, so that what follows stands on its own. */
  end(): void;
}

/** The tasks of the store in words; others are named as they are. */
const TASKS: Readonly<Record<string, string>> = {
  submit: 'Recording acts',
  rebuild: 'Rebuilding the tables from the record',
};

function lineOf({ task, done, total }: Progress): string {
  const named = own(TASKS, task) ?? task;
  return total === null ? `${named}: ${done}` : `${named}: ${done} of ${total}`;
}

/** Prints progress no more often than eyes follow. */
export function progressPrinter(lines: Lines, now: () => number = Date.now): ProgressPrinter {
  let [task, drawnAt, open] = ['', 0, false];
  const end = (): void => {
    if (open) lines.write('\n');
    open = false;
  };
  return {
    end,
    report(progress) {
      // Nothing to do is nothing to tell.
      if (progress.total === 0) return;
      const isNew = progress.task !== task;
      const isDone = progress.done === progress.total;
      if (!isNew && !isDone && now() - drawnAt < REDRAWN_MILLISECONDS) return;
      if (lines.isTTY) {
        if (isNew) end();
        lines.write(`\r\u001b[K${lineOf(progress)}`);
        open = true;
      } else if (isNew || isDone) {
        lines.write(`${lineOf(progress)}\n`);
      }
      task = progress.task;
      drawnAt = now();
    },
  };
}
