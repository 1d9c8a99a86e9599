import type { Example } from '../example.ts';
import { OfficialPaper } from './official-paper.tsx';

export const officialPaperExamples: readonly Example[] = [
  {
    name: 'a notification',
    render: () => (
      <OfficialPaper
        kind="Depositary notification"
        reference="C.N.12.2026.TREATIES-IV.4"
        addressee="To the parties and the signatories"
        title="Convention on the Common River"
        subtitle="Geneva, 2 May 2024"
        signature={<p>16 January 2026</p>}
      >
        <p>Kenya deposited an instrument on 15 January 2026: ratification.</p>
        <blockquote lang="fr">Le Gouvernement ne se considère pas comme lié.</blockquote>
      </OfficialPaper>
    ),
  },
  {
    name: 'a title alone',
    render: () => <OfficialPaper kind="Certifying statement" title="The Common River" />,
  },
];
