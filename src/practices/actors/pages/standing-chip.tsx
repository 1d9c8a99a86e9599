/** A standing in a group as a word with its sign. */
import type { Markup } from '../../../ui/markup.ts';
import { PlainDate } from '../../../ui/plain-date/plain-date.tsx';
import { type Status, StatusChip } from '../../../ui/status-chip/status-chip.tsx';
import type { Text } from '../../../ui/text/text.ts';
import type { MembershipStatus } from '../acts/payloads.ts';

/** How each standing weighs with a reader, in the signs that statuses have everywhere. */
const SIGNS = {
  member: 'party',
  observer: 'signatory',
  associate: 'provisional',
  suspended: 'suspended',
} as const satisfies Record<MembershipStatus, Status>;

export interface StandingChipProps {
  readonly text: Text;
  /** Null: it has none any more. */
  readonly status: MembershipStatus | null;
  readonly large?: boolean;
}

/** The standing as a chip; null says that it has ended. */
export function StandingChip({ text, status, large = false }: StandingChipProps): Markup {
  return (
    <StatusChip
      text={text}
      status={status === null ? 'none' : SIGNS[status]}
      label={text(`actors.status.${status ?? 'ended'}`)}
      large={large}
    />
  );
}

/** A day in a table; a dash where there is none. */
export function DayOrDash({ text, on }: { text: Text; on: string | null }): Markup {
  return on === null ? <>–</> : <PlainDate text={text} on={on} style="short" />;
}
