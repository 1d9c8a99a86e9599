/**
 * What is offered to whoever reads: of what it may do, what the judges of such an act would take.
 * So that nobody is offered what is refused, and nobody is refused what others are offered.
 */
import type { InstantText } from '../../../kernel/dates.ts';
import type { Marking } from '../../../kernel/marking.ts';
import { unsignedAct } from '../../../kernel/unsigned-act.ts';
import type { Archive } from './archive.ts';
import { judge } from './judging.ts';

/** Where it would be done, and when. */
export interface Within {
  readonly archive: Archive;
  readonly register: string;
  readonly marking: Marking;
  readonly at: InstantText;
}

/** Whether an actor could do this now; what it says is as its schema would give it. */
export function couldDo(
  { archive, at, marking, register }: Within,
  actor: string,
  verb: string,
  payload: object,
): boolean {
  const type = `meetings.${verb}`;
  return judge(unsignedAct({ type, actor, register, at, marking, payload }), archive, at) === null;
}
