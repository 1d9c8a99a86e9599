/** Rules of bodies that treaties set up: species, whales, weapons, seas, crimes, commodities. */
import {
  SIMPLE,
  TWO_THIRDS,
  type StandardRules,
  against,
  atLeast,
  moreThan,
  present,
  seats,
  since,
  votes,
} from './parts.ts';

export const species: StandardRules = {
  body: 'cites-cop',
  title: 'Conference of the Parties to CITES',
  rules: [
    since('1975-07-01', {
      name: 'appendices',
      title: { en: 'Amendment of Appendices I and II' },
      citation: 'CITES Arts. XV(1)(b) and XV(1)(c)',
      matters: ['appendix'],
      method: 'vote',
      modes: ['show', 'recorded', 'secret'],
      adoptedIf: TWO_THIRDS,
    }),
    since('1975-07-01', {
      name: 'procedure',
      title: { en: 'Matters of procedure' },
      citation: 'CITES Rules of Procedure of the Conference, rule 26',
      matters: ['procedure'],
      method: 'vote',
      adoptedIf: SIMPLE,
    }),
  ],
};

export const whaling: StandardRules = {
  body: 'iwc',
  title: 'International Whaling Commission',
  rules: [
    since('1948-11-10', {
      name: 'schedule',
      title: { en: 'Amendment of the Schedule' },
      citation: 'International Convention for the Regulation of Whaling Art. III(2)',
      matters: ['schedule'],
      method: 'vote',
      adoptedIf: atLeast('3/4', 'present-and-voting'),
    }),
    since('1948-11-10', {
      name: 'simple-majority',
      title: { en: 'Simple majority of those voting' },
      citation: 'International Convention for the Regulation of Whaling Art. III(2)',
      method: 'vote',
      adoptedIf: SIMPLE,
    }),
  ],
};

export const chemicalWeaponsConference: StandardRules = {
  body: 'opcw-conference',
  title: 'Conference of the States Parties to the Chemical Weapons Convention',
  rules: [
    since('1997-04-29', {
      name: 'consensus',
      title: { en: 'Consensus, which is sought for 24 hours' },
      citation: 'Chemical Weapons Convention Art. VIII(18)',
      matters: ['substance'],
      method: 'consensus',
      hindrances: ['suspension', 'arrears'],
      fallback: 'substance',
    }),
    since('1997-04-29', {
      name: 'substance',
      title: { en: 'Matters of substance' },
      citation: 'Chemical Weapons Convention Art. VIII(18)',
      matters: ['substance'],
      method: 'vote',
      hindrances: ['suspension', 'arrears'],
      adoptedIf: TWO_THIRDS,
    }),
    since('1997-04-29', {
      name: 'procedure',
      title: { en: 'Questions of procedure' },
      citation: 'Chemical Weapons Convention Art. VIII(18)',
      matters: ['procedure'],
      method: 'vote',
      hindrances: ['suspension', 'arrears'],
      adoptedIf: SIMPLE,
    }),
  ],
};

export const chemicalWeaponsCouncil: StandardRules = {
  body: 'opcw-council',
  title: 'Executive Council of the OPCW',
  rules: [
    since('1997-04-29', {
      name: 'substance',
      title: { en: 'Two thirds of all its members' },
      citation: 'Chemical Weapons Convention Art. VIII(29)',
      matters: ['substance'],
      method: 'vote',
      adoptedIf: atLeast('2/3', 'members'),
    }),
  ],
};

export const prior: StandardRules = {
  body: 'rotterdam-cop',
  title: 'Conference of the Parties to the Rotterdam Convention',
  rules: [
    since('2004-02-24', {
      name: 'amendment',
      title: { en: 'Amendments and annexes, failing consensus' },
      citation: 'Rotterdam Convention Arts. 21(3) and 22(2)',
      matters: ['amendment', 'annex'],
      method: 'vote',
      adoptedIf: atLeast('3/4', 'present-and-voting'),
    }),
  ],
};

export const marineLiving: StandardRules = {
  body: 'ccamlr',
  title: 'Commission for the Conservation of Antarctic Marine Living Resources',
  rules: [
    since('1982-04-07', {
      name: 'substance',
      title: { en: 'Consensus on matters of substance' },
      citation: 'CAMLR Convention Art. XII(1)',
      matters: ['substance'],
      method: 'consensus',
    }),
    since('1982-04-07', {
      name: 'other',
      title: { en: 'Other matters' },
      citation: 'CAMLR Convention Art. XII(2)',
      matters: ['procedure'],
      method: 'vote',
      adoptedIf: SIMPLE,
    }),
  ],
};

const PARTIES_PRESENT = present(moreThan('1/2', 'members'));

export const criminalCourt: StandardRules = {
  body: 'icc-assembly',
  title: 'Assembly of States Parties to the Rome Statute',
  rules: [
    since('2002-07-01', {
      name: 'consensus',
      title: { en: 'Every effort at consensus' },
      citation: 'Rome Statute Art. 112(7)',
      matters: ['substance'],
      method: 'consensus',
      hindrances: ['suspension', 'arrears'],
      fallback: 'substance',
    }),
    since('2002-07-01', {
      name: 'substance',
      title: { en: 'Matters of substance, a majority of the parties being there' },
      citation: 'Rome Statute Art. 112(7)(a)',
      matters: ['substance'],
      method: 'vote',
      hindrances: ['suspension', 'arrears'],
      adoptedIf: TWO_THIRDS,
      quorum: PARTIES_PRESENT,
    }),
    since('2002-07-01', {
      name: 'prosecutor',
      title: { en: 'Election of the Prosecutor' },
      citation: 'Rome Statute Art. 42(4)',
      matters: ['election'],
      method: 'election',
      modes: ['secret'],
      hindrances: ['suspension', 'arrears'],
      election: { majority: moreThan('1/2', 'members') },
    }),
  ],
};

/** Producers and consumers count apart, and enough of either have to vote. */
const producers = seats('producers');
const consumers = seats('consumers');

export const tropicalTimber: StandardRules = {
  body: 'itto-council',
  title: 'International Tropical Timber Council',
  rules: [
    since('2011-12-07', {
      name: 'special-vote',
      title: { en: 'Special vote of producers and of consumers' },
      citation: 'International Tropical Timber Agreement, 2006, Arts. 2(7) and 12',
      matters: ['special'],
      method: 'vote',
      adoptedIf: {
        kind: 'all',
        of: [
          atLeast('2/3', 'present-and-voting', { among: producers, weights: 'votes' }),
          atLeast('0.6', 'present-and-voting', { among: consumers, weights: 'votes' }),
          atLeast('1/2', 'present-and-voting', { among: producers }),
          atLeast('1/2', 'present-and-voting', { among: consumers }),
        ],
      },
    }),
  ],
};

/** Who is a party to the dispute has no say in it: neither its yes nor its no is counted. */
const NOT_IN_DISPUTE = { kind: 'not', of: seats('parties-to-dispute') } as const;

export const leagueCouncil: StandardRules = {
  body: 'league-council',
  title: 'Council of the League of Nations',
  rules: [
    since('1920-01-10', {
      name: 'unanimity',
      title: { en: 'Agreement of all members represented' },
      citation: 'Covenant of the League of Nations Art. 5(1)',
      method: 'vote',
      adoptedIf: votes(1),
      blockedIf: [against(votes(1))],
    }),
  ],
};

export const leagueAssembly: StandardRules = {
  body: 'league-assembly',
  title: 'Assembly of the League of Nations',
  rules: [
    since('1920-01-10', {
      name: 'report-on-dispute',
      title: { en: 'Report on a dispute, those who are parties to it left out' },
      citation: 'Covenant of the League of Nations Art. 15(10)',
      matters: ['dispute'],
      method: 'vote',
      adoptedIf: {
        kind: 'all',
        of: [
          moreThan('1/2', 'eligible', { among: { kind: 'not', of: seats('council') } }),
          atLeast('1', 'eligible', { among: seats('council') }),
        ],
      },
      electorate: NOT_IN_DISPUTE,
    }),
  ],
};
