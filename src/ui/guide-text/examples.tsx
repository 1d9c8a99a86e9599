import type { Example } from '../example.ts';
import { GuideText } from './guide-text.tsx';
import { readBlocks } from './markdown.ts';

const SOURCE = `A deposit is recorded **on the day on which it was received**.

1. Open the [desk](/desk/depositary). You see what waits.
2. Choose an instrument, and read its rule, \`agreements.once\`.

- Nothing is lost by a refusal.

\`\`\`
concord agreements status --agreement paris-agreement --actor KEN
\`\`\`
`;

export const guideTextExamples: readonly Example[] = [
  {
    name: 'steps, a command and a rule',
    render: () => (
      <GuideText
        blocks={readBlocks(SOURCE)}
        hrefOf={(target) => target}
        placeOf={() => null}
        pictureOf={() => null}
      />
    ),
  },
];
