/** Whether an act is admitted to a channel. */
import type { ActOf } from '../../../../kernel/act.ts';
import { mayView } from '../../../../kernel/marking.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import { EVENT_KINDS, channelOf } from '../../acts/rows.ts';
import { CHANNEL_NAME } from '../../payloads/channel.ts';
import type { Docket } from '../docket.ts';
import { RULES } from '../law.ts';
import { type Given, judgeChannelMarking } from './given.ts';
import { judgeIssue } from './issue.ts';
import { judgeUpon } from './upon.ts';

const OPEN = 'notices.open-channel';

const verbOf = (act: ActOf<unknown>): string => act.header.type.replace('notices.', '');

/** The act that another one is upon, as its payload names it. */
export function namedUpon(payload: unknown): string {
  // The schema accepted the payload; acts upon a notice name it so, or as a request.
  const { notice, request } = payload as { readonly notice?: string; readonly request?: string };
  return notice ?? request ?? '';
}

function judgeOpening(act: ActOf<unknown>, docket: Docket): Refusal | null {
  const channel = channelOf(act.header);
  const { marking, actor } = act.header;
  if (docket.channels.has(channel)) {
    return refuse(RULES.openedOnce, said('The channel {$channel} is open already.', { channel }));
  }
  return mayView(marking, [actor])
    ? null
    : refuse(
        RULES.released,
        said('The channel would not be released to {$actor}, who opens it.', { actor }),
      );
}

function judgeWithin(given: Given): Refusal | null {
  const wide = judgeChannelMarking(given);
  if (wide !== null) return wide;
  const verb = verbOf(given.act);
  const kind = EVENT_KINDS.find((one) => one === verb);
  return kind === undefined
    ? judgeIssue(given)
    : judgeUpon(given, kind, namedUpon(given.act.payload));
}

/** Judges an act of the practice: null, or the refusal. */
export function judge(act: ActOf<unknown>, docket: Docket): Refusal | null {
  const name = channelOf(act.header);
  if (!CHANNEL_NAME.test(name)) {
    return refuse(
      RULES.register,
      said('{$register} is no channel of notices.', { register: act.header.register ?? 'none' }),
      {
        remedy: said('Name a register such as notices/outbreak-alerts.'),
      },
    );
  }
  if (act.header.type === OPEN) return judgeOpening(act, docket);
  const channel = docket.channels.get(name);
  const isHidden =
    channel !== undefined && !mayView(channel.marking, [act.header.actor, act.header.author]);
  if (channel === undefined || isHidden) {
    return refuse(RULES.register, said('There is no channel {$name}.', { name }), {
      remedy: said('Open it, or correct its name.'),
    });
  }
  return judgeWithin({ act, channel, docket });
}
