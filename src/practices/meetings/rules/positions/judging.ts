/** Whether a position is noted. */
import { dayOf } from '../../../../kernel/dates.ts';
import { mayView } from '../../../../kernel/marking.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { HeldPosition } from '../../payloads/position.ts';
import type { Given } from '../judging.ts';
import { POSITION_RULES } from './law.ts';

/** Judges `meetings.hold-position`. */
export function judgePosition({ act, name, archive, at }: Given): Refusal | null {
  const { actor } = act.header;
  // The schema accepted the payload of this very type.
  const { of, knownFrom, text } = act.payload as HeldPosition;
  if (actor !== name) {
    return refuse(
      POSITION_RULES.holder,
      said('{$actor} notes its positions in positions/{$actor}.', { actor }),
    );
  }
  if ((of === actor) !== (knownFrom === 'own')) {
    const reason =
      of === actor
        ? said('A position of {$actor} itself is its own.', { actor })
        : said('The position of {$of} is not {$actor}’s own.', { of, actor });
    return refuse(POSITION_RULES.own, reason, {
      remedy: said('Say whose position it is, and how it is known.'),
    });
  }
  if (!archive.registry.exists(of, dayOf(at))) {
    return refuse(POSITION_RULES.known, said('The registry has no {$of} today.', { of }));
  }
  const named = text === undefined ? null : archive.text(text);
  // A text that one may not see is told of like one that is not there.
  const isSeen = named !== null && mayView(named.opening.marking, [actor, act.header.author]);
  if (text !== undefined && !isSeen) {
    return refuse(POSITION_RULES.known, said('There is no text {$text}.', { text }), {
      remedy: said('Correct its name, or leave it out and say the issue in words.'),
    });
  }
  return null;
}
