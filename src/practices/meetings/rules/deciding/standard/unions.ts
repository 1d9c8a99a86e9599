/** Rules of regional organisations and of alliances. */
import {
  type StandardRules,
  against,
  atLeast,
  between,
  moreThan,
  present,
  since,
  votes,
} from './parts.ts';

const COUNCIL_QUORUM = present(moreThan('1/2', 'eligible'));
/** Those that take part: the members of the euro area, or of an enhanced cooperation. */
const PARTICIPATING = { kind: 'seats', seats: 'participating' } as const;
const PEOPLE = atLeast('0.65', 'eligible', { weights: 'population' });

/** A blocking minority needs four members, failing which the majority is deemed attained. */
const doubleMajority = (states: string) =>
  ({
    kind: 'all',
    of: [atLeast(states, 'eligible'), { ...PEOPLE, blockingMembersMin: 4 }],
  }) as const;

export const europeanCouncil: StandardRules = {
  body: 'council-of-the-eu',
  title: 'Council of the European Union',
  rules: [
    since('2014-11-01', {
      name: 'qualified-majority',
      title: { en: 'Qualified majority on a proposal of the Commission' },
      citation: 'TEU Art. 16(4); TFEU Art. 238(3); Protocol (No 36) Art. 3',
      matters: ['proposal'],
      method: 'vote',
      hindrances: ['suspension'],
      adoptedIf: doubleMajority('0.55'),
      quorum: COUNCIL_QUORUM,
    }),
    since('2014-11-01', {
      name: 'reinforced-qualified-majority',
      title: { en: 'Qualified majority without a proposal of the Commission' },
      citation: 'TFEU Art. 238(2)',
      matters: ['own-initiative'],
      method: 'vote',
      hindrances: ['suspension'],
      adoptedIf: {
        kind: 'all',
        of: [atLeast('0.72', 'eligible'), PEOPLE],
      },
      quorum: COUNCIL_QUORUM,
    }),
    since('2014-11-01', {
      name: 'qualified-majority-of-participants',
      title: { en: 'Qualified majority where not all members take part in the vote' },
      citation: 'TFEU Art. 238(3)(a)',
      matters: ['euro-area', 'enhanced-cooperation'],
      method: 'vote',
      electorate: PARTICIPATING,
      hindrances: ['suspension'],
      adoptedIf: {
        kind: 'all',
        of: [atLeast('0.55', 'eligible'), { ...PEOPLE, blockingMembersBeyond: 1 }],
      },
    }),
    since('2014-11-01', {
      name: 'reinforced-qualified-majority-of-participants',
      title: { en: 'The same, without a proposal of the Commission' },
      citation: 'TFEU Art. 238(3)(b)',
      matters: ['euro-area', 'enhanced-cooperation', 'withdrawal'],
      method: 'vote',
      electorate: PARTICIPATING,
      hindrances: ['suspension'],
      adoptedIf: { kind: 'all', of: [atLeast('0.72', 'eligible'), PEOPLE] },
    }),
    since('2009-12-01', {
      name: 'constructive-abstention',
      title: { en: 'Unanimity in foreign policy, unless many abstain with a declaration' },
      citation: 'TEU Art. 31(1)',
      matters: ['foreign-policy'],
      method: 'vote',
      hindrances: ['suspension'],
      adoptedIf: {
        kind: 'all',
        of: [votes(1), { ...atLeast('1', 'eligible'), of: 'cast' }],
      },
      blockedIf: [
        against(votes(1)),
        {
          kind: 'all',
          of: [
            { ...atLeast('1/3', 'eligible'), of: 'abstain' },
            { ...atLeast('1/3', 'eligible', { weights: 'population' }), of: 'abstain' },
          ],
        },
      ],
      quorum: COUNCIL_QUORUM,
    }),
    since('2009-12-01', {
      name: 'simple-majority',
      title: { en: 'Majority of the members' },
      citation: 'TFEU Art. 238(1)',
      matters: ['procedure'],
      method: 'vote',
      hindrances: ['suspension'],
      adoptedIf: moreThan('1/2', 'eligible'),
      quorum: COUNCIL_QUORUM,
    }),
    since('2009-12-01', {
      name: 'unanimity',
      title: { en: 'Unanimity, which abstentions do not prevent' },
      citation: 'TFEU Art. 238(4)',
      matters: ['unanimity'],
      method: 'vote',
      hindrances: ['suspension'],
      adoptedIf: {
        kind: 'all',
        of: [votes(1), { ...atLeast('1', 'eligible'), of: 'cast' }],
      },
      blockedIf: [against(votes(1))],
      quorum: COUNCIL_QUORUM,
    }),
  ],
};

/** Four votes for each of the three larger members, two, two and one for the others. */
export const councilOfTheSix: StandardRules = {
  body: 'eec-council',
  title: 'Council of the European Economic Community',
  rules: [
    between('1958-01-01', '1972-12-31', {
      name: 'qualified-majority',
      title: { en: 'Qualified majority on a proposal of the Commission' },
      citation: 'EEC Treaty Art. 148(2)',
      method: 'vote',
      adoptedIf: votes(12, { weights: 'council-votes' }),
    }),
  ],
};

export const africanUnion: StandardRules = {
  body: 'au-assembly',
  title: 'Assembly of the African Union',
  rules: [
    since('2002-07-09', {
      name: 'consensus',
      title: { en: 'Consensus' },
      citation: 'Constitutive Act of the African Union Arts. 7(1) and 7(2)',
      matters: ['substance'],
      method: 'consensus',
      hindrances: ['suspension', 'arrears'],
      quorum: present(atLeast('2/3', 'members')),
      fallback: 'two-thirds',
    }),
    since('2002-07-09', {
      name: 'two-thirds',
      title: { en: 'Two thirds, failing consensus' },
      citation: 'Constitutive Act of the African Union Art. 7(1)',
      matters: ['substance'],
      method: 'vote',
      hindrances: ['suspension', 'arrears'],
      adoptedIf: atLeast('2/3', 'eligible'),
      quorum: present(atLeast('2/3', 'members')),
    }),
    since('2002-07-09', {
      name: 'procedure',
      title: { en: 'Procedural matters' },
      citation: 'Constitutive Act of the African Union Art. 7(1)',
      matters: ['procedure'],
      method: 'vote',
      hindrances: ['suspension', 'arrears'],
      adoptedIf: moreThan('1/2', 'eligible'),
      quorum: present(atLeast('2/3', 'members')),
    }),
  ],
};

export const asean: StandardRules = {
  body: 'asean-summit',
  title: 'ASEAN',
  rules: [
    since('2008-12-15', {
      name: 'consensus',
      title: { en: 'Consultation and consensus' },
      citation: 'ASEAN Charter Art. 20(1)',
      method: 'consensus',
    }),
    since('2008-12-15', {
      name: 'minus-x',
      title: { en: 'Economic commitments, those who do not take part left out' },
      citation: 'ASEAN Charter Art. 21(2)',
      matters: ['economic-commitment'],
      method: 'consensus',
      preliminary: 'consensus',
      consensus: { objection: 'leaves-out' },
    }),
  ],
};

export const atlanticCouncil: StandardRules = {
  body: 'nato-council',
  title: 'North Atlantic Council',
  rules: [
    since('1949-08-24', {
      name: 'silence',
      title: { en: 'Silence procedure' },
      citation: 'North Atlantic Treaty Art. 9; practice of the Council',
      method: 'silence',
      modes: ['correspondence'],
      silence: { hoursMin: 1 },
    }),
    since('1949-08-24', {
      name: 'consensus',
      title: { en: 'Consensus' },
      citation: 'North Atlantic Treaty Art. 9; practice of the Council',
      method: 'consensus',
    }),
  ],
};

export const osce: StandardRules = {
  body: 'osce-council',
  title: 'Organization for Security and Co-operation in Europe',
  rules: [
    since('1973-07-03', {
      name: 'consensus',
      title: { en: 'Consensus' },
      citation: 'Final Recommendations of the Helsinki Consultations, para. 69(4)',
      method: 'consensus',
    }),
    since('1992-01-31', {
      name: 'consensus-minus-one',
      title: { en: 'Consensus without the State concerned' },
      citation: 'Prague Document on Further Development, 1992, para. 16',
      matters: ['clear-gross-violation'],
      method: 'consensus',
      consensus: { objectionsToBreak: 2 },
    }),
  ],
};
