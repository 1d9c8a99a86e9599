import type { Example } from '../example.ts';
import { RefusalNotice } from './refusal.tsx';
import { WaysOn } from './ways-on.tsx';

export const refusalExamples: readonly Example[] = [
  {
    name: 'a deposit before adoption',
    render: (text) => (
      <RefusalNotice
        text={text}
        id="refused"
        what="The instrument is dated 3 May 2015, before the agreement was adopted."
        rule={{ text: 'Consent presupposes a text that has been adopted.', citation: 'VCLT 9, 11' }}
        remedy="Correct the date, or record the instrument in the register that it belongs to."
        faults={[
          { fieldId: 'deposit-onDate', message: 'Date of deposit: not before 12 December 2015' },
        ]}
        typed={[{ label: 'Note', value: '<script>alert(1)</script>' }]}
      />
    ),
  },
  {
    name: 'not found',
    render: (text) => (
      <RefusalNotice
        text={text}
        id="absent"
        title="There is no such agreement"
        what="No register is named agreements/pariss-agreement."
      />
    ),
  },
  {
    name: 'ways on',
    render: (text) => (
      <WaysOn
        text={text}
        searchAction="/search"
        words="pariss agreement"
        links={[
          { href: '/agreements', label: 'Agreements' },
          { href: '/', label: 'Front page' },
        ]}
      />
    ),
  },
];
