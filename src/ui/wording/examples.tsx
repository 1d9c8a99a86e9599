import type { Example } from '../example.ts';
import { Wording } from './wording.tsx';

export const wordingExamples: readonly Example[] = [
  {
    name: 'an original and its translation',
    render: (text) => (
      <Wording
        text={text}
        wording={[
          { language: 'ar', text: 'لا تعتبر الحكومة نفسها ملزمة بالمادة 22.' },
          { language: 'en', text: 'The Government does not consider itself bound by article 22.' },
        ]}
      />
    ),
  },
];
