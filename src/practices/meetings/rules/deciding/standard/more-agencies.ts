/** Rules of further agencies: labour, atoms, post, patents, food, culture, climate. */
import {
  SIMPLE,
  TWO_THIRDS,
  type StandardRules,
  atLeast,
  moreThan,
  present,
  since,
} from './parts.ts';

/** Half of the delegates that attend have to vote for or against: who abstains makes no quorum. */
const LABOUR_QUORUM = { ...atLeast('1/2', 'present'), of: 'voting' } as const;

export const labourConference: StandardRules = {
  body: 'ilo-conference',
  title: 'International Labour Conference',
  rules: [
    since('1946-10-09', {
      name: 'simple-majority',
      title: { en: 'Majority of the votes cast by the delegates present' },
      citation: 'ILO Constitution Arts. 17(2) and 17(3)',
      matters: ['substance', 'procedure'],
      method: 'vote',
      adoptedIf: SIMPLE,
      quorum: LABOUR_QUORUM,
    }),
    since('1946-10-09', {
      name: 'convention',
      title: { en: 'Adoption of a Convention or Recommendation' },
      citation: 'ILO Constitution Arts. 17(3) and 19(2)',
      matters: ['convention', 'recommendation'],
      method: 'vote',
      modes: ['recorded'],
      adoptedIf: TWO_THIRDS,
      quorum: LABOUR_QUORUM,
    }),
  ],
};

export const atomicConference: StandardRules = {
  body: 'iaea-conference',
  title: 'General Conference of the International Atomic Energy Agency',
  rules: [
    since('1957-07-29', {
      name: 'simple-majority',
      title: { en: 'Majority of the members present and voting' },
      citation: 'IAEA Statute Art. V(C)',
      method: 'vote',
      adoptedIf: SIMPLE,
      quorum: present(moreThan('1/2', 'members')),
    }),
    since('1957-07-29', {
      name: 'two-thirds',
      title: { en: 'Financial questions, amendments and suspensions' },
      citation: 'IAEA Statute Arts. V(C), XIV(H), XVIII(C) and XIX(B)',
      matters: ['finance', 'amendment', 'suspension'],
      method: 'vote',
      adoptedIf: TWO_THIRDS,
      quorum: present(moreThan('1/2', 'members')),
    }),
  ],
};

export const atomicBoard: StandardRules = {
  body: 'iaea-board',
  title: 'Board of Governors of the International Atomic Energy Agency',
  rules: [
    since('1957-07-29', {
      name: 'simple-majority',
      title: { en: 'Majority of those present and voting' },
      citation: 'IAEA Statute Art. VI(E)',
      method: 'vote',
      adoptedIf: SIMPLE,
    }),
    since('1957-07-29', {
      name: 'director-general',
      title: { en: 'Appointment of the Director General' },
      citation: 'IAEA Statute Arts. VI(E) and VII(A); procedures of the Board for the appointment',
      matters: ['appointment'],
      method: 'vote',
      modes: ['secret'],
      adoptedIf: TWO_THIRDS,
    }),
  ],
};

export const postalCongress: StandardRules = {
  body: 'upu-congress',
  title: 'Congress of the Universal Postal Union',
  rules: [
    since('1966-01-01', {
      name: 'simple-majority',
      title: { en: 'Majority of member countries present and voting' },
      citation: 'UPU Rules of Procedure of Congresses, "Conditions of approval of proposals"',
      method: 'vote',
      adoptedIf: SIMPLE,
    }),
    since('1966-01-01', {
      name: 'constitution',
      title: { en: 'Amendments of the Constitution' },
      citation: 'UPU Constitution Art. 30(1)',
      matters: ['constitution'],
      method: 'vote',
      adoptedIf: atLeast('2/3', 'eligible'),
    }),
  ],
};

export const intellectualProperty: StandardRules = {
  body: 'wipo-assembly',
  title: 'World Intellectual Property Organization',
  rules: [
    since('1970-04-26', {
      name: 'two-thirds',
      title: { en: 'Two thirds of the votes cast, abstentions being none' },
      citation: 'WIPO Convention Arts. 6(3)(d) and 6(3)(f)',
      method: 'vote',
      adoptedIf: TWO_THIRDS,
      quorum: present(atLeast('1/2', 'members')),
    }),
    since('1970-04-26', {
      name: 'nomination',
      title: { en: 'Nomination of the Director General by the Coordination Committee' },
      citation: 'WIPO Convention Arts. 8(3)(v) and 8(6)(a)',
      matters: ['nomination'],
      method: 'election',
      modes: ['secret'],
      election: { majority: SIMPLE, elimination: 'lowest' },
    }),
  ],
};

export const foodConference: StandardRules = {
  body: 'fao-conference',
  title: 'Conference of the Food and Agriculture Organization',
  rules: [
    since('1945-10-16', {
      name: 'director-general',
      title: { en: 'Election of the Director-General' },
      citation: 'FAO Constitution Art. VII(1); General Rules XII(3)(b) and XXXVI(1)(b)',
      matters: ['election'],
      method: 'election',
      modes: ['secret'],
      election: { majority: SIMPLE, elimination: 'lowest' },
    }),
  ],
};

export const cultureConference: StandardRules = {
  body: 'unesco-conference',
  title: 'General Conference of UNESCO',
  rules: [
    since('1946-11-04', {
      name: 'simple-majority',
      title: { en: 'Simple majority of members present and voting' },
      citation: 'UNESCO Constitution Art. IV(8)(a)',
      method: 'vote',
      adoptedIf: SIMPLE,
    }),
    since('1946-11-04', {
      name: 'two-thirds',
      title: { en: 'Admission of members that the United Nations have not, and other matters' },
      citation: 'UNESCO Constitution Arts. II(2) and IV(8)(a); Rules of Procedure, rule 85',
      matters: ['admission', 'amendment'],
      method: 'vote',
      adoptedIf: TWO_THIRDS,
    }),
  ],
};

export const cultureBoard: StandardRules = {
  body: 'unesco-executive-board',
  title: 'Executive Board of UNESCO',
  rules: [
    since('1946-11-04', {
      name: 'director-general',
      title: { en: 'Nomination of the Director-General' },
      citation: 'UNESCO Constitution Art. VI(2); Rules of Procedure of the Board, rule 58',
      matters: ['nomination'],
      method: 'election',
      modes: ['secret'],
      election: {
        majority: moreThan('1/2', 'members'),
        restrictedAfter: 4,
        restrictedTimes: 2,
        ballotsMax: 5,
      },
    }),
  ],
};

export const climatePanel: StandardRules = {
  body: 'ipcc',
  title: 'Intergovernmental Panel on Climate Change',
  rules: [
    since('1998-10-01', {
      name: 'acceptance',
      title: { en: 'Approval by consensus, differing views being on record' },
      citation: 'Principles Governing IPCC Work, para. 10',
      matters: ['report'],
      method: 'consensus',
      consensus: { objection: 'may-be-overruled' },
    }),
    since('2006-04-28', {
      name: 'chair',
      title: { en: 'Election of the Chair' },
      citation: 'Principles Governing IPCC Work, Appendix C, rules 13 to 17',
      matters: ['election'],
      method: 'election',
      modes: ['secret'],
      election: { majority: SIMPLE, restrictedAfter: 1, restrictedTimes: 2 },
    }),
  ],
};
