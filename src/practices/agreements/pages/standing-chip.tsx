/** How a standing looks: a word with its sign, the same on every page of this practice. */
import type { Markup } from '../../../ui/markup.ts';
import { type Status, StatusChip } from '../../../ui/status-chip/status-chip.tsx';
import type { Text } from '../../../ui/text/text.ts';
import type { AgreementState } from '../rules/agreement-state.ts';
import type { Standing } from '../rules/status.ts';

const STANDING_STATUS: Readonly<Record<Standing, Status>> = {
  party: 'party',
  contracting: 'pending',
  provisional: 'provisional',
  signatory: 'signatory',
  declined: 'withdrawn',
  withdrawn: 'withdrawn',
  ended: 'terminated',
  terminated: 'terminated',
  none: 'none',
};

const STATE_STATUS: Readonly<Record<AgreementState, Status>> = {
  'in-force': 'in-force',
  fulfilled: 'pending',
  open: 'not-in-force',
  adopted: 'not-in-force',
  'not-adopted': 'none',
  suspended: 'suspended',
  terminated: 'terminated',
};

/** Where an actor stands. */
export function StandingChip({ text, standing }: { text: Text; standing: Standing }): Markup {
  const label = text(`agreements.standing.${standing}`);
  return <StatusChip text={text} status={STANDING_STATUS[standing]} label={label} />;
}

interface StateChipProps {
  readonly text: Text;
  readonly state: AgreementState;
  readonly large?: boolean;
}

/** Where the agreement itself stands. */
export function StateChip({ text, state, large = false }: StateChipProps): Markup {
  const label = text(`agreements.state.${state}`);
  return <StatusChip text={text} status={STATE_STATUS[state]} label={label} large={large} />;
}
