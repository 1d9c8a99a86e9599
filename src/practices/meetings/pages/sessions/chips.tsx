/** Where things of a session stand, as a word with its sign. */
import { own } from '../../../../kernel/own.ts';
import type { Markup } from '../../../../ui/markup.ts';
import { type Status, StatusChip } from '../../../../ui/status-chip/status-chip.tsx';
import type { Text } from '../../../../ui/text/text.ts';

const SIGNS: Readonly<Record<string, Readonly<Record<string, Status>>>> = {
  sitting: { open: 'in-force', suspended: 'suspended', closed: 'terminated' },
  credentials: {
    none: 'none',
    submitted: 'pending',
    accepted: 'party',
    provisional: 'provisional',
    deferred: 'pending',
    rejected: 'withdrawn',
  },
  item: {
    proposed: 'pending',
    'on-agenda': 'none',
    'left-off': 'terminated',
    open: 'in-force',
    adjourned: 'suspended',
    concluded: 'party',
  },
  proposal: { tabled: 'pending', withdrawn: 'withdrawn', put: 'signatory' },
  fate: { circulated: 'signatory', heard: 'party', reflected: 'in-force', declined: 'withdrawn' },
};

interface ChipProps {
  readonly text: Text;
  readonly of: 'sitting' | 'credentials' | 'item' | 'proposal' | 'fate';
  readonly state: string;
  readonly large?: boolean;
}

/** A standing in the reader's words. */
export function SessionChip({ text, of, state, large = false }: ChipProps): Markup {
  const status = own(SIGNS[of], state) ?? 'none';
  return (
    <StatusChip text={text} status={status} label={text(`meetings.${of}.${state}`)} large={large} />
  );
}
