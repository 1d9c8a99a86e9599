import type { Finding } from '../../kernel/finding.ts';
import type { Example } from '../example.ts';
import { FindingView } from './finding.tsx';

const emissions: Finding = {
  question: 'Share of emissions',
  value: '58.82',
  rule: {
    id: 'weight',
    citation: 'Article 21(2)',
    text: 'Shares are those communicated by the Parties on or before the adoption.',
  },
  counted: [],
  excluded: [],
  missing: [],
  parts: [],
};

/** The real case, cut to three of its 73 instruments. */
export const inForceFinding: Finding = {
  question: 'Why it is in force',
  value: '2016-11-04',
  rule: {
    id: 'count-and-weight',
    citation: 'Article 21(1)',
    text:
      'on the thirtieth day after at least 55 Parties, accounting for at least an estimated ' +
      '55 per cent of total emissions, have deposited.',
  },
  counted: [
    { act: 'a1', label: 'Canada, ratification', on: '2016-10-05', href: '/acts/a1' },
    { act: 'a2', label: 'Nepal, ratification', on: '2016-10-05', href: '/acts/a2' },
    { act: 'a3', label: 'India, ratification', on: '2016-10-02', href: '/acts/a3' },
  ],
  excluded: [
    {
      ref: { act: 'a4', label: 'European Union, approval', on: '2016-10-05', href: '/acts/a4' },
      reason: 'A regional organisation is not counted beside its members.',
      citation: 'Article 21(3)',
    },
  ],
  missing: [],
  parts: [{ ...emissions, text: '58.82 % of 55 %' }],
};

const notInForce: Finding = {
  question: 'Why it is not in force',
  value: false,
  rule: {
    id: 'named',
    citation: 'Article XIV(1)',
    text: '180 days after all States listed in Annex 2 have deposited.',
  },
  counted: [],
  excluded: [],
  missing: ['Instruments of 9 of the 44 States named in Annex 2', 'then 180 days'],
  parts: [{ ...emissions, question: 'Instruments of named States', value: null, text: '35 of 44' }],
};

export const findingExamples: readonly Example[] = [
  {
    name: 'in force',
    render: (text) => <FindingView text={text} id="why" finding={inForceFinding} />,
  },
  {
    name: 'not in force',
    render: (text) => <FindingView text={text} id="why-not" finding={notInForce} />,
  },
  {
    name: 'not established',
    render: (text) => (
      <FindingView text={text} id="open" level={3} finding={{ ...emissions, value: null }} />
    ),
  },
];
