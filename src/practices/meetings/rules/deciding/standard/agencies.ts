/** Rules of specialized agencies and of treaties whose amendments are accepted tacitly. */
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

const HOURS_OF_A_DAY = 24;
/** Ten months are never fewer days than this. */
const TEN_MONTHS_DAYS = 304;
const YEAR_DAYS = 365;

const parties = (agreement: string) => ({ kind: 'parties', agreement }) as const;
const HALF_OF_TONNAGE = against(atLeast('1/2', 'total-weight', { weights: 'gross-tonnage' }));

export const imo: StandardRules = {
  body: 'imo-assembly',
  title: 'International Maritime Organization',
  rules: [
    since('1958-03-17', {
      name: 'simple-majority',
      title: { en: 'Majority of members present and voting' },
      citation: 'IMO Convention Art. 62',
      matters: ['substance', 'procedure'],
      method: 'vote',
      adoptedIf: SIMPLE,
    }),
    since('1983-10-02', {
      name: 'marpol-amendment',
      title: { en: 'Adoption of an amendment to an annex of MARPOL' },
      citation: 'MARPOL Art. 16(2)(d)',
      matters: ['marpol'],
      method: 'vote',
      electorate: parties('marpol'),
      adoptedIf: TWO_THIRDS,
    }),
    since('1983-10-02', {
      name: 'marpol-tacit-acceptance',
      title: { en: 'Tacit acceptance of an amendment to an annex of MARPOL' },
      citation: 'MARPOL Art. 16(2)(f)(iii)',
      matters: ['marpol-acceptance'],
      method: 'silence',
      modes: ['correspondence'],
      electorate: parties('marpol'),
      hindrances: [],
      blockedIf: [against(atLeast('1/3', 'eligible')), HALF_OF_TONNAGE],
      silence: {
        hoursMin: TEN_MONTHS_DAYS * HOURS_OF_A_DAY,
        extendable: false,
        resumable: false,
      },
    }),
    since('1980-05-25', {
      name: 'solas-tacit-acceptance',
      title: { en: 'Tacit acceptance of an amendment to the annex of SOLAS' },
      citation: 'SOLAS Art. VIII(b)(vi)(2)',
      matters: ['solas-acceptance'],
      method: 'silence',
      modes: ['correspondence'],
      electorate: parties('solas'),
      hindrances: [],
      blockedIf: [against(moreThan('1/3', 'eligible')), HALF_OF_TONNAGE],
      silence: { hoursMin: YEAR_DAYS * HOURS_OF_A_DAY, extendable: false, resumable: false },
    }),
  ],
};

export const itu: StandardRules = {
  body: 'itu-conference',
  title: 'Conferences of the International Telecommunication Union',
  rules: [
    since('2003-01-01', {
      name: 'simple-majority',
      title: { en: 'More than half of the delegations present and voting' },
      citation: 'ITU General Rules, "Definition of a majority", "Abstentions of more than 50 %"',
      matters: ['substance', 'procedure'],
      method: 'vote',
      adoptedIf: SIMPLE,
      postponedIf: [{ ...moreThan('1/2', 'votes-cast'), of: 'abstain' }],
      secondVote: { laterSitting: true },
      quorum: present(moreThan('1/2', 'eligible')),
    }),
  ],
};

export const codex: StandardRules = {
  body: 'codex-alimentarius-commission',
  title: 'Codex Alimentarius Commission',
  rules: [
    since('1963-07-03', {
      name: 'consensus',
      title: { en: 'Every effort at consensus' },
      citation: 'Codex Rules of Procedure, rule XII(2)',
      matters: ['standard'],
      method: 'consensus',
      fallback: 'majority-of-votes-cast',
    }),
    since('1963-07-03', {
      name: 'majority-of-votes-cast',
      title: { en: 'Majority of the votes cast' },
      citation: 'Codex Rules of Procedure, rule VIII; FAO General Rules XII(3)',
      matters: ['standard', 'procedure'],
      method: 'vote',
      modes: ['show', 'roll-call', 'secret'],
      // Votes cast are affirmative and negative ones; abstentions are none.
      adoptedIf: SIMPLE,
      quorum: {
        kind: 'all',
        of: [present(atLeast('1/5', 'members')), present(votes(25))],
      },
    }),
  ],
};

export const icao: StandardRules = {
  body: 'icao-assembly',
  title: 'Assembly of the International Civil Aviation Organization',
  rules: [
    since('1947-04-04', {
      name: 'simple-majority',
      title: { en: 'Majority of the votes cast' },
      citation: 'Chicago Convention Art. 48(c)',
      method: 'vote',
      adoptedIf: SIMPLE,
      quorum: present(moreThan('1/2', 'members')),
    }),
    since('1947-04-04', {
      name: 'council-election',
      title: { en: 'Election of the Council' },
      citation: 'Chicago Convention Art. 50; ICAO Assembly Rules of Procedure, Section IX',
      matters: ['election'],
      method: 'election',
      modes: ['secret'],
      election: { majority: SIMPLE, restrictedAfter: 1, restrictedTimes: 2 },
    }),
    since('1947-04-04', {
      name: 'annex-disapproval',
      title: { en: 'Annexes take effect unless a majority disapproves' },
      citation: 'Chicago Convention Art. 90(a)',
      matters: ['annex'],
      method: 'silence',
      modes: ['correspondence'],
      blockedIf: [against(moreThan('1/2', 'members'))],
      silence: { hoursMin: 90 * HOURS_OF_A_DAY, extendable: true, resumable: false },
    }),
  ],
};

export const healthAssembly: StandardRules = {
  body: 'who-health-assembly',
  title: 'World Health Assembly',
  rules: [
    since('1948-04-07', {
      name: 'simple-majority',
      title: { en: 'Majority of members present and voting' },
      citation: 'WHO Constitution Art. 60(b)',
      method: 'vote',
      adoptedIf: SIMPLE,
      quorum: present(moreThan('1/2', 'members')),
    }),
    since('1948-04-07', {
      name: 'important-question',
      title: { en: 'Important questions' },
      citation: 'WHO Constitution Art. 60(a)',
      matters: ['important', 'convention'],
      method: 'vote',
      adoptedIf: TWO_THIRDS,
      quorum: present(moreThan('1/2', 'members')),
    }),
    since('1948-04-07', {
      name: 'regulations-in-force',
      title: { en: 'Regulations bind who does not reject them in time' },
      citation: 'WHO Constitution Art. 22; International Health Regulations Art. 59',
      matters: ['regulations'],
      method: 'silence',
      modes: ['correspondence'],
      consensus: { objection: 'leaves-out' },
      silence: {
        hoursMin: TEN_MONTHS_DAYS * HOURS_OF_A_DAY,
        extendable: false,
        resumable: false,
      },
    }),
  ],
};

const CHAMBERS = ['a', 'b', 'c', 'd'].map((chamber) =>
  against(moreThan('1/2', 'eligible', { among: seats(`chamber-${chamber}`) })),
);

/** Each chamber of the Council can prevent a decision by a majority of its own members. */
export const seabedCouncil: StandardRules = {
  body: 'isa-council',
  title: 'Council of the International Seabed Authority',
  rules: [
    since('1994-11-16', {
      name: 'substance',
      title: { en: 'Substantive questions, no chamber being opposed' },
      citation: '1994 Agreement on Part XI of LOSC, Annex, section 3(5)',
      matters: ['substance'],
      method: 'vote',
      adoptedIf: TWO_THIRDS,
      blockedIf: CHAMBERS,
      quorum: present(moreThan('1/2', 'members')),
    }),
    since('1994-11-16', {
      name: 'procedure',
      title: { en: 'Procedural questions' },
      citation: '1994 Agreement on Part XI of LOSC, Annex, section 3(5)',
      matters: ['procedure'],
      method: 'vote',
      adoptedIf: SIMPLE,
      quorum: present(moreThan('1/2', 'members')),
    }),
  ],
};
