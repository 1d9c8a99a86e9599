import type { Example } from '../example.ts';
import { TickBoxes, QuotedStatement } from './quoted-statement.tsx';

const words = 'The Government will apply article 4 within the limits of its Constitution.';

export const quotedStatementExamples: readonly Example[] = [
  {
    name: 'read surely, with what it answers',
    render: () => (
      <QuotedStatement
        id="first"
        title="Kenya, 1"
        words={words}
        language="en"
        confidence={92}
        confidenceLabel="Confidence 92 of 100"
        why="Why it was read so"
        reasons={['“will apply … within the limits”: reservation, 92']}
      >
        <TickBoxes
          id="answers"
          legend="Answers"
          hint="What on record it answers"
          name={(value) => `answers.${value}`}
          options={[{ value: 'a', label: 'Uganda, 1 March 1966', checked: true }]}
        />
      </QuotedStatement>
    ),
  },
  {
    name: 'doubtful, without a language',
    render: () => (
      <QuotedStatement
        id="second"
        title="Uganda, 2"
        words={words}
        confidence={20}
        confidenceLabel="Confidence 20 of 100"
        why="Why it was read so"
        reasons={[]}
      />
    ),
  },
];
