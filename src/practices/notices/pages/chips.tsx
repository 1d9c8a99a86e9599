/** Where a notice or an addressee stands, and how urgent a notice is, as a word with its sign. */
import type { Markup } from '../../../ui/markup.ts';
import { type Status, StatusChip } from '../../../ui/status-chip/status-chip.tsx';
import type { Text } from '../../../ui/text/text.ts';
import type { Addressee, NoticeRow } from './answers.ts';

const NOTICE: Readonly<Record<NoticeRow['state'], Status>> = {
  current: 'in-force',
  awaited: 'not-in-force',
  expired: 'terminated',
  cancelled: 'withdrawn',
  closed: 'none',
};

const ADDRESSEE: Readonly<Record<Addressee['state'], Status>> = {
  acknowledged: 'party',
  'acknowledged-late': 'provisional',
  waiting: 'pending',
  overdue: 'withdrawn',
  'not-asked': 'none',
  lapsed: 'terminated',
};

const PRECEDENCE: Readonly<Record<NoticeRow['precedence'], Status>> = {
  routine: 'none',
  priority: 'pending',
  immediate: 'suspended',
  flash: 'withdrawn',
};

interface ChipProps<State> {
  readonly text: Text;
  readonly state: State;
  readonly large?: boolean;
}

/** Whether the notice still holds. */
export function NoticeChip({ text, state, large = false }: ChipProps<NoticeRow['state']>): Markup {
  const label = text(`notices.state.${state}`);
  return <StatusChip text={text} status={NOTICE[state]} label={label} large={large} />;
}

/** How an addressee stands to the notice. */
export function AddresseeChip({ text, state }: ChipProps<Addressee['state']>): Markup {
  const label = text(`notices.addressee.${state}`);
  return <StatusChip text={text} status={ADDRESSEE[state]} label={label} />;
}

/** How soon it is to be read. */
export function PrecedenceChip({ text, state }: ChipProps<NoticeRow['precedence']>): Markup {
  const label = text(`notices.precedence.${state}`);
  return <StatusChip text={text} status={PRECEDENCE[state]} label={label} />;
}
