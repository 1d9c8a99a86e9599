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

/** What came out, in words; as long as nothing did, where it stands. */
export function resultWords(
  text: Text,
  { phase, result, method }: Pick<DecisionRow, 'phase' | 'result' | 'method'>,
): string {
  if (result === null || phase === 'withdrawn') return text(`meetings.phase.${phase}`);
  const isOwn = method === 'silence' || method === 'election';
  const hasOwnWord = isOwn && OWN_WORDS.includes(`${method}-${result}`);
  return text(`meetings.result.${hasOwnWord ? `${method}-` : ''}${result}`);
}

/** The same with its sign. */
export function ResultChip({
  text,
  row,
  large = false,
}: {
  text: Text;
  row: Pick<DecisionRow, 'phase' | 'result' | 'method'>;
  large?: boolean;
}): Markup {
  const { phase, result } = row;
  const status = result === null || phase === 'withdrawn' ? PHASE[phase] : RESULT[result];
  return <StatusChip text={text} status={status} label={resultWords(text, row)} large={large} />;
}
