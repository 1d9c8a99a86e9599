/** What members of the example conference owe: some have no vote, one is permitted to vote. */
import type { DraftAct } from '../../src/kernel/submission.ts';
import type { Drafting } from './drafting.ts';

const BODY = 'bodies/general-conference';
const CITATION = 'UN Charter Art. 19; Rules of Procedure of the General Conference, 2026, rule 33';

const amounts = (given: Readonly<Record<string, string>>) =>
  Object.entries(given).map(([actor, amount]) => ({ actor, amount }));

export const contributionActs = (draft: Drafting): readonly DraftAct[] => [
  draft('adopt-rules', BODY, {
    from: '2026-01-01',
    citation: CITATION,
    arrears: { citation: CITATION, fullYears: 2 },
  }),
  ...[2024, 2025].map((year) =>
    draft('assess-contributions', BODY, {
      year,
      citation: `Budget of the General Conference, ${year}`,
      unit: 'USD',
      contributions: amounts({ COM: '31000', STP: '31000', TON: '31000', VUT: '31500.50' }),
    }),
  ),
  draft('state-arrears', BODY, {
    on: '2026-01-15',
    citation: 'Letter of the secretariat of 15 January 2026',
    unit: 'USD',
    owed: amounts({ COM: '62000', STP: '140250', TON: '61999.99', VUT: '90000' }),
  }),
  draft('restore-rights', BODY, {
    member: 'STP',
    for: 'arrears',
    how: 'permitted',
    citation: 'Decision of the General Conference of 2 March 2026',
    from: '2026-03-02',
    until: '2026-12-31',
  }),
];
