/** Rules of institutions of finance and trade, where votes are weighed or nobody is outvoted. */
import { type StandardRules, atLeast, against, moreThan, present, since } from './parts.ts';

const POWER = { weights: 'voting-power' } as const;

/** A majority of the governors, with two thirds of the total voting power. */
const GOVERNORS = {
  kind: 'all',
  of: [present(moreThan('1/2', 'members')), present(atLeast('2/3', 'total-weight', POWER))],
} as const;

export const monetaryFund: StandardRules = {
  body: 'imf-board-of-governors',
  title: 'Board of Governors of the International Monetary Fund',
  rules: [
    since('1945-12-27', {
      name: 'majority-of-votes-cast',
      title: { en: 'Majority of the votes cast' },
      citation: 'IMF Articles of Agreement Arts. XII(2)(d) and XII(5)(c)',
      matters: ['substance'],
      method: 'vote',
      modes: ['show', 'recorded', 'correspondence'],
      hindrances: ['suspension'],
      adoptedIf: moreThan('1/2', 'present-and-voting', POWER),
      quorum: GOVERNORS,
    }),
    since('1978-04-01', {
      name: 'seventy-percent',
      title: { en: 'Seventy per cent of the total voting power' },
      citation: 'IMF Articles of Agreement Arts. V(8)(d) and XII(2)(d)',
      matters: ['charges'],
      method: 'vote',
      modes: ['show', 'recorded', 'correspondence'],
      hindrances: ['suspension'],
      adoptedIf: atLeast('0.7', 'total-weight', POWER),
      quorum: GOVERNORS,
    }),
    since('1978-04-01', {
      name: 'eighty-five-percent',
      title: { en: 'Eighty-five per cent of the total voting power' },
      citation: 'IMF Articles of Agreement Arts. III(2)(c) and XII(2)(d)',
      matters: ['quotas', 'allocation'],
      method: 'vote',
      modes: ['show', 'recorded', 'correspondence'],
      hindrances: ['suspension'],
      adoptedIf: atLeast('0.85', 'total-weight', POWER),
      quorum: GOVERNORS,
    }),
    since('1978-04-01', {
      name: 'amendment',
      title: { en: 'Amendments of the Articles' },
      citation: 'IMF Articles of Agreement Art. XXVIII(a)',
      matters: ['amendment'],
      method: 'vote',
      modes: ['correspondence'],
      hindrances: ['suspension'],
      adoptedIf: {
        kind: 'all',
        of: [atLeast('3/5', 'members'), atLeast('0.85', 'total-weight', POWER)],
      },
    }),
  ],
};

export const globalEnvironmentFacility: StandardRules = {
  body: 'gef-council',
  title: 'Council of the Global Environment Facility',
  rules: [
    since('1994-07-07', {
      name: 'consensus',
      title: { en: 'Consensus' },
      citation: 'GEF Instrument, para. 25(b)',
      method: 'consensus',
      fallback: 'double-majority',
    }),
    since('1994-07-07', {
      name: 'double-majority',
      title: { en: 'Sixty per cent of Participants and of contributions' },
      citation: 'GEF Instrument, para. 25(c)',
      method: 'vote',
      adoptedIf: {
        kind: 'all',
        of: [
          atLeast('0.6', 'total-weight', { weights: 'participants' }),
          atLeast('0.6', 'total-weight', { weights: 'contributions' }),
        ],
      },
    }),
  ],
};

export const tradeOrganization: StandardRules = {
  body: 'wto-general-council',
  title: 'World Trade Organization',
  rules: [
    since('1995-01-01', {
      name: 'consensus',
      title: { en: 'Consensus: no member present formally objects' },
      citation: 'WTO Agreement Art. IX:1, footnote 1; DSU Art. 2.4, footnote 1',
      matters: ['substance'],
      method: 'consensus',
      quorum: present(moreThan('1/2', 'members')),
      fallback: 'majority-of-votes-cast',
    }),
    since('1995-01-01', {
      name: 'majority-of-votes-cast',
      title: { en: 'Majority of the votes cast, failing consensus' },
      citation: 'WTO Agreement Art. IX:1',
      matters: ['substance'],
      method: 'vote',
      adoptedIf: moreThan('1/2', 'present-and-voting'),
      quorum: present(moreThan('1/2', 'members')),
    }),
    since('1995-01-01', {
      name: 'waiver',
      title: { en: 'Waiver of an obligation' },
      citation: 'WTO Agreement Art. IX:3',
      matters: ['waiver'],
      method: 'vote',
      adoptedIf: atLeast('3/4', 'members'),
    }),
    since('1995-01-01', {
      name: 'interpretation',
      title: { en: 'Interpretation of an agreement' },
      citation: 'WTO Agreement Art. IX:2',
      matters: ['interpretation'],
      method: 'vote',
      adoptedIf: atLeast('3/4', 'members'),
    }),
    since('1995-01-01', {
      name: 'accession',
      title: { en: 'Terms of accession' },
      citation: 'WTO Agreement Art. XII:2',
      matters: ['accession'],
      method: 'vote',
      adoptedIf: atLeast('2/3', 'members'),
    }),
    since('1995-01-01', {
      name: 'dispute-settlement-body',
      title: { en: 'Decisions of the Dispute Settlement Body' },
      citation: 'DSU Art. 2.4, footnote 1',
      matters: ['dispute-settlement'],
      method: 'consensus',
    }),
    since('1995-01-01', {
      name: 'negative-consensus',
      title: { en: 'Adopted unless all present decide not to' },
      citation: 'DSU Arts. 6.1, 16.4 and 17.14',
      matters: ['panel', 'report'],
      method: 'consensus',
      blockedIf: [against(atLeast('1', 'present'))],
    }),
  ],
};
