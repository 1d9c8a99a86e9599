import type { Example } from '../example.ts';
import { Paragraphs, ThreadList } from './thread.tsx';

export const threadExamples: readonly Example[] = [
  {
    name: 'answers below what they answer',
    render: () => (
      <ThreadList
        said={[
          {
            content: <p>Samples are needed.</p>,
            answers: [
              {
                content: <Paragraphs language="fr" words={'Envoyés hier.\n\nPar avion.'} />,
                answers: [{ content: <p>Received.</p>, answers: [] }],
              },
            ],
          },
        ]}
      />
    ),
  },
];
