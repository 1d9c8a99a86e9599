/** An act as it is judged: in which channel, by whom, and what is known there. */
import type { ActOf } from '../../../../kernel/act.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import { isWithin, mayView } from '../../../../kernel/marking.ts';
import type { Docket } from '../docket.ts';
import type { ChannelFact, NoticeFact } from '../facts.ts';
import { RULES } from '../law.ts';

export interface Given {
  readonly act: ActOf<unknown>;
  readonly channel: ChannelFact;
  readonly docket: Docket;
}

/** The first refusal, of judgements made one after another. */
export function firstOf(
  given: Given,
  judgements: readonly ((given: Given) => Refusal | null)[],
): Refusal | null {
  for (const judgement of judgements) {
    const refusal = judgement(given);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** Whether the act's actor, or who signs for it, may read what the notice says. */
export function maySee({ act }: Given, notice: NoticeFact): boolean {
  return mayView(notice.marking, [act.header.actor, act.header.author]);
}

/**
 * The notice that an act names, in whatever channel. One that is not known and one that its actor
 * may not read are refused in the same words, so that nobody can feel for hidden ones.
 */
export function noticeNamed(given: Given, named: string): NoticeFact | Refusal {
  const notice = given.docket.notices.get(named);
  if (notice !== undefined && maySee(given, notice)) return notice;
  return refuse(RULES.knownNotice, said('There is no notice {$named} here.', { named }), {
    values: { notice: named },
  });
}

/** The same, of the act's own channel: what is answered or changed. */
export function noticeUpon(given: Given, named: string): NoticeFact | Refusal {
  const notice = noticeNamed(given, named);
  if ('refused' in notice || notice.channel === given.channel.channel) return notice;
  return refuse(
    RULES.knownNotice,
    said('There is no notice {$named} in {$channel}.', { named, channel: given.channel.channel }),
    {
      remedy: said('Put the act in the channel {$channel}.', { channel: notice.channel }),
      values: { notice: named },
    },
  );
}

/** What answers or changes a notice goes no further than the notice, and as far as who is meant. */
export function judgeUponMarking(
  { act }: Given,
  notice: NoticeFact,
  meant: readonly string[],
): Refusal | null {
  const { marking, actor } = act.header;
  if (!isWithin(marking, notice.marking)) {
    return refuse(
      RULES.withinNotice,
      said('The notice is marked {$level}; this would be released more widely.', {
        level: notice.marking.level,
      }),
      { remedy: said('Mark it as the notice is marked.') },
    );
  }
  const without = [actor, ...meant].find((one) => !mayView(marking, [one]));
  return without === undefined
    ? null
    : refuse(RULES.released, said('It would not be released to {$without}.', { without }), {
        remedy: said('Release it to {$without} too.', { without }),
      });
}

/** No act of a channel is released more widely than the channel itself. */
export function judgeChannelMarking({ act, channel }: Given): Refusal | null {
  return isWithin(act.header.marking, channel.marking)
    ? null
    : refuse(
        RULES.withinChannel,
        said('The channel {$channel} is marked {$level}; this would be wider.', {
          channel: channel.channel,
          level: channel.marking.level,
        }),
        { remedy: said('Release it to those alone who may read the channel.') },
      );
}
