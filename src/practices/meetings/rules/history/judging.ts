/** Whether a roll call of the past is admitted. */
import { rule } from '../../../../kernel/law.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { RecordedRollCall } from '../../payloads/roll-call.ts';
import type { Given, Judging } from '../judging.ts';
import { RULES } from '../law.ts';

export const HISTORY_RULES = {
  once: rule(
    'meetings.roll-call-once',
    'Concord meetings, "Votes of the past"',
    'A roll call is recorded once, under the number by which its source knows it.',
  ),
  sourced: rule(
    'meetings.roll-call-sourced',
    'Concord meetings, "Votes of the past"',
    'Votes of the past are recorded from a source that is named, by whoever keeps them.',
  ),
  oneVote: rule('meetings.roll-call-one-vote', 'Charter Art. 18(1)', 'Each member has one vote.'),
} as const;

const NAMED_MAX = 5;

/** Actors that stand in more than one place of the roll call. */
function twiceIn({ yes, no, abstain, absent }: RecordedRollCall): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const actor of [...yes, ...no, ...abstain, ...absent]) {
    if (seen.has(actor)) twice.add(actor);
    seen.add(actor);
  }
  return [...twice];
}

const listed = (actors: readonly string[]): string => actors.slice(0, NAMED_MAX).join(', ');

function judgeRollCall({ act, name, archive }: Given): Refusal | null {
  // The schema accepted the payload of this very type.
  const payload = act.payload as RecordedRollCall;
  const { number, on } = payload;
  if (act.header.basis.kind !== 'recorded') {
    return refuse(HISTORY_RULES.sourced, said('No source of the roll call is named.'), {
      remedy: said('Record it from the publication that it was taken from.'),
    });
  }
  if (archive.hasRollCall(name, number)) {
    return refuse(
      HISTORY_RULES.once,
      said('Roll call {$number} is on record already.', { number }),
    );
  }
  const twice = twiceIn(payload);
  if (twice.length > 0) {
    return refuse(
      HISTORY_RULES.oneVote,
      said('{$twice} would vote twice in {$number}.', { twice: listed(twice), number }),
    );
  }
  const { registry } = archive;
  const knows = (actor: string): boolean => registry.knows?.(actor) ?? registry.exists(actor, on);
  const strange = [...payload.yes, ...payload.no, ...payload.abstain, ...payload.absent].filter(
    (actor) => !knows(actor),
  );
  return strange.length === 0
    ? null
    : refuse(RULES.known, said('The registry knows no {$strange}.', { strange: listed(strange) }), {
        remedy: said('Name whom it does not know among the unresolved, as the source does.'),
      });
}

/** The judge of votes of the past. */
export const HISTORY_JUDGES: Readonly<Record<string, Judging>> = {
  'meetings.record-roll-call': { kind: 'votes', judge: judgeRollCall },
};
