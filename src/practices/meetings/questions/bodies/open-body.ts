/** A body as the asker may know it on the day, with what its questions begin with. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import type { Asked } from '../../../../kernel/define-area.ts';
import { rule } from '../../../../kernel/law.ts';
import type { Refusal } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import { type Reading, openReading } from '../../load.ts';
import { registerOf } from '../../registers.ts';
import type { BodyState } from '../../rules/bodies/body-state.ts';
import type { Registry } from '../../rules/facts.ts';
import { unknownHere } from '../shapes.ts';

export interface OpenBody extends Reading {
  readonly body: BodyState;
  readonly day: PlainDateText;
  readonly registry: Registry;
}

/** The body of that name, or why there is none for this asker. */
export async function openBody(asked: Asked, name: string): Promise<OpenBody | Refusal> {
  const reading = await openReading(asked, [registerOf('body', name)]);
  const body = reading.archive.body(name);
  if (body === null) return unknownHere(said('There is no body of this name here.'));
  return { ...reading, body, day: asked.asOf, registry: reading.archive.registry };
}

export const MEMBERSHIP = rule(
  'meetings.membership',
  'Concord meetings, "Members"',
  'Members are those seated, those of a group, or the parties to an agreement, on the day.',
);

export const MAY_VOTE = rule(
  'meetings.may-vote',
  'UN Charter Art. 5, 18(1), 19',
  'A member votes unless its rights are suspended, and it is not permitted to vote nevertheless.',
);
