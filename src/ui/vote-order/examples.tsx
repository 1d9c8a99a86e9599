import type { Example } from '../example.ts';
import { StatusChip } from '../status-chip/status-chip.tsx';
import { VoteOrder } from './vote-order.tsx';

export const voteOrderExamples: readonly Example[] = [
  {
    name: 'amendments before the proposal',
    render: (text) => (
      <VoteOrder
        label="Order of votes"
        votes={[
          {
            state: 'done',
            title: <a href="/">To delete paragraph 2</a>,
            kind: 'Amendment',
            standing: <StatusChip text={text} status="withdrawn" label="Not adopted" />,
          },
          {
            state: 'next',
            title: 'To add "annually" in the amendment',
            kind: 'Amendment',
            standing: <StatusChip text={text} status="pending" label="Next" />,
            note: 'An amendment of an amendment comes before it.',
            depth: 1,
          },
          {
            state: 'not-put',
            title: 'Another wording of paragraph 2',
            kind: 'Amendment',
            standing: <StatusChip text={text} status="terminated" label="Not put to the vote" />,
            note: 'It was withdrawn.',
          },
          {
            state: 'later',
            title: 'Draft declaration',
            kind: 'Proposal as a whole',
            standing: <StatusChip text={text} status="none" label="Later" />,
          },
        ]}
      />
    ),
  },
];
