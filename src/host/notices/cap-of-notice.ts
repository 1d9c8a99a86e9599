/**
 * A notice as a file of the Common Alerting Protocol. One that came as an alert goes out as it
 * came, with its signature; of another an alert is made of what it says, and of nothing else.
 */
import type { Refusal } from '../../kernel/refusal.ts';
import type { notice } from '../../practices/notices/questions/notice.ts';
import type { CapAlert, CapInfo, CapReference } from '../../standards/cap/alert.ts';
import { alertOfWarning } from '../../standards/cap/channel-alert.ts';
import { readCap } from '../../standards/cap/read-cap.ts';
import { timeOfInstant } from '../../standards/cap/times.ts';

export type Shown = Exclude<Awaited<ReturnType<typeof notice.answer>>, Refusal>;

/** How soon it is to be read is how soon to act, as far as a notice says it. CAP 1.2, 3.2.2. */
const URGENCIES: Readonly<Record<Shown['precedence'], CapInfo['urgency']>> = {
  flash: 'Immediate',
  immediate: 'Immediate',
  priority: 'Expected',
  routine: 'Unknown',
};

/** What has been said of it since, each an alert of its own that follows the ones before. */
const FOLLOWING: Readonly<Record<string, CapAlert['msgType']>> = {
  update: 'Update',
  cancel: 'Cancel',
};

interface Message extends CapReference {
  readonly msgType: CapAlert['msgType'];
}

/** Names under which the notice has been told: as issued, then at each update, then cancelled. */
function messagesOf(shown: Shown, sender: string): readonly Message[] {
  const { content } = shown.says;
  const own = { sender, identifier: shown.notice, sent: timeOfInstant(shown.issuedAt) };
  const first = content?.standard === 'cap' ? content : own;
  const { identifier, sent } = first;
  return [
    { sender: first.sender, identifier, sent, msgType: 'Alert' },
    ...shown.events.flatMap(({ act, kind, at }): Message[] => {
      const msgType = FOLLOWING[kind];
      return msgType === undefined
        ? []
        : [{ sender, identifier: act, sent: timeOfInstant(at), msgType }];
    }),
  ];
}

const TLP = (shown: Shown): string => `TLP:${shown.marking.level.toUpperCase()}`;

/** Whom it is for: all, or those to whom it is released. CAP 1.2, 3.2.1, scope. */
function scopeOf(shown: Shown): Pick<CapAlert, 'scope' | 'restriction'> {
  return shown.marking.level === 'clear'
    ? { scope: 'Public' }
    : {
        scope: 'Restricted',
        restriction: `${TLP(shown)}; released to ${shown.marking.to.join(', ')}`,
      };
}

const when = (name: 'effective' | 'expires', instant: string | undefined) =>
  instant === undefined ? {} : { [name]: timeOfInstant(instant) };

/** The notice in the words of an alert. `origin`: of this node, by whose name its sender is one. */
export function alertOfNotice(shown: Shown, origin: string): CapAlert {
  const messages = messagesOf(shown, `${shown.sender}@${new URL(origin).hostname}`);
  const last = messages.at(-1);
  if (last === undefined) throw new Error('a notice was told at least once');
  const { says } = shown;
  const { scope = 'Public', restriction } = scopeOf(shown);
  return alertOfWarning({
    ...last,
    status: 'Actual',
    scope,
    ...(restriction === undefined ? {} : { restriction }),
    addresses: shown.addressees.map(({ actor }) => actor),
    references: messages
      .slice(0, -1)
      .map(({ sender, identifier, sent }) => ({ sender, identifier, sent })),
    event: says.subject,
    urgency: URGENCIES[shown.precedence],
    senderName: shown.senderName,
    headline: says.subject,
    description: says.body,
    language: says.language,
    ...when('effective', says.validFrom),
    ...when('expires', says.expiresAt),
    web: `${origin}/acts/${shown.notice}`,
  });
}

/** The alert as it came, where nothing was said of it since; null where it did not come as one. */
export function alertAsItCame(shown: Shown): string | null {
  const { content } = shown.says;
  if (content?.standard !== 'cap') return null;
  const last = shown.events.findLast(({ kind }) => kind in FOLLOWING);
  if (last?.kind === 'cancel') return null;
  // What an update brings is an alert by itself; one that the update left alone is out of date.
  const { alert } = readCap(new TextEncoder().encode(content.alert));
  const isCurrent = last === undefined || alert?.msgType === 'Update';
  return isCurrent ? content.alert : null;
}
