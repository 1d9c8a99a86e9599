/** Where a decision stands, as a word with its sign. */
import type { Markup } from '../../../../ui/markup.ts';
import { type Status, StatusChip } from '../../../../ui/status-chip/status-chip.tsx';
import type { Text } from '../../../../ui/text/text.ts';
import type { DecisionRow } from './answers.ts';

const RESULT: Readonly<Record<NonNullable<DecisionRow['result']>, Status>> = {
  adopted: 'in-force',
  rejected: 'withdrawn',
  blocked: 'withdrawn',
  postponed: 'suspended',
  'no-quorum': 'suspended',
};
/** Outcomes that a silence or an election has words of its own for. */
const OWN_WORDS: readonly string[] = [
  'silence-adopted',
  'silence-blocked',
  'election-adopted',
  'election-rejected',
];
const PHASE: Readonly<Record<DecisionRow['phase'], Status>> = {
  proposed: 'pending',
  open: 'not-in-force',
  closed: 'none',
  withdrawn: 'terminated',
};

/** What came out; as long as nothing did, where it stands. */
export function ResultChip({
  text,
  row,
  large = false,
}: {
  text: Text;
  row: Pick<DecisionRow, 'phase' | 'result' | 'method'>;
  large?: boolean;
}): Markup {
  const { phase, result, method } = row;
  if (result === null || phase === 'withdrawn') {
    const label = text(`meetings.phase.${phase}`);
    return <StatusChip text={text} status={PHASE[phase]} label={label} large={large} />;
  }
  const isOwn = method === 'silence' || method === 'election';
  const hasOwnWord = isOwn && OWN_WORDS.includes(`${method}-${result}`);
  const label = text(`meetings.result.${hasOwnWord ? `${method}-` : ''}${result}`);
  return <StatusChip text={text} status={RESULT[result]} label={label} large={large} />;
}
