import type { Example } from '../example.ts';
import { AskBox } from './ask-box.tsx';

export const askBoxExamples: readonly Example[] = [
  {
    name: 'with questions as examples',
    render: () => (
      <AskBox
        id="ask-example"
        action="#"
        label="Ask or search: a State, an agreement, a question"
        button="Ask"
        examplesLabel="For example"
        examples={[
          { href: '#', label: 'Is the River Agreement in force, and why not?' },
          { href: '#', label: 'What binds Altmark and Uferland to each other?' },
        ]}
      />
    ),
  },
];
