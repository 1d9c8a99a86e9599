/** What the pages of a session are given. */
import type { PageRequest } from '../../../../ui/page.ts';
import type { Refusal } from '../../../../kernel/refusal.ts';
import type { session } from '../../questions/sessions/session.ts';

type Answered<Asked extends { answer(...given: never): Promise<unknown> }> = Exclude<
  Awaited<ReturnType<Asked['answer']>>,
  Refusal
>;
export type Shown = Answered<typeof session>;

export interface Props {
  readonly request: PageRequest;
  readonly shown: Shown;
}
