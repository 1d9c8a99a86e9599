/** Rules of further regional organisations and banks, and of the Council of Europe. */
import { type StandardRules, against, atLeast, moreThan, present, since, votes } from './parts.ts';

/** Two thirds of the votes cast, and a majority of all who sit. */
const TWO_THIRDS_AND_MAJORITY = {
  kind: 'all',
  of: [atLeast('2/3', 'present-and-voting'), moreThan('1/2', 'members')],
} as const;

export const committeeOfMinisters: StandardRules = {
  body: 'council-of-europe-ministers',
  title: 'Committee of Ministers of the Council of Europe',
  rules: [
    since('1949-08-03', {
      name: 'recommendation',
      title: { en: 'Recommendations: nobody against, and a majority of all in favour' },
      citation: 'Statute of the Council of Europe Art. 20(a)',
      matters: ['recommendation'],
      method: 'vote',
      adoptedIf: moreThan('1/2', 'members'),
      blockedIf: [against(votes(1))],
    }),
    since('1949-08-03', {
      name: 'resolution',
      title: { en: 'Two thirds of the votes cast, and a majority of all' },
      citation: 'Statute of the Council of Europe Art. 20(d)',
      matters: ['substance', 'membership'],
      method: 'vote',
      adoptedIf: TWO_THIRDS_AND_MAJORITY,
    }),
    since('2010-06-01', {
      name: 'infringement',
      title: { en: 'Referral of a State that does not abide by a judgment' },
      citation: 'European Convention on Human Rights Art. 46(4)',
      matters: ['infringement'],
      method: 'vote',
      adoptedIf: atLeast('2/3', 'members'),
    }),
  ],
};

export const mercosur: StandardRules = {
  body: 'mercosur-council',
  title: 'Common Market Council of Mercosur',
  rules: [
    since('1995-12-15', {
      name: 'consensus',
      title: { en: 'Consensus with all States Parties present' },
      citation: 'Protocol of Ouro Preto Art. 37',
      method: 'consensus',
      quorum: present(atLeast('1', 'eligible')),
    }),
  ],
};

export const andeanCommission: StandardRules = {
  body: 'andean-commission',
  title: 'Commission of the Andean Community',
  rules: [
    since('1997-06-03', {
      name: 'absolute-majority',
      title: { en: 'Absolute majority of the members' },
      citation: 'Cartagena Agreement Art. 26',
      method: 'vote',
      adoptedIf: moreThan('1/2', 'members'),
      quorum: present(moreThan('1/2', 'members')),
    }),
    since('1997-06-03', {
      name: 'without-negative-vote',
      title: { en: 'Absolute majority, and no vote against' },
      citation: 'Cartagena Agreement Arts. 26(a) and 26(b), Annex I',
      matters: ['annex-one'],
      method: 'vote',
      adoptedIf: moreThan('1/2', 'members'),
      blockedIf: [against(votes(1))],
      quorum: present(moreThan('1/2', 'members')),
    }),
  ],
};

export const commonwealth: StandardRules = {
  body: 'commonwealth-heads',
  title: 'Commonwealth Heads of Government Meeting',
  rules: [
    since('1971-01-22', {
      name: 'consensus',
      title: { en: 'Consensus' },
      citation: 'Singapore Declaration of Commonwealth Principles; practice of the meetings',
      method: 'consensus',
      hindrances: ['suspension'],
    }),
  ],
};

const POWER = { weights: 'voting-power' } as const;

export const worldBank: StandardRules = {
  body: 'ibrd-governors',
  title: 'Board of Governors of the International Bank for Reconstruction and Development',
  rules: [
    since('1989-02-16', {
      name: 'amendment',
      title: { en: 'Amendments: three fifths of members with 85 % of the voting power' },
      citation: 'IBRD Articles of Agreement Art. VIII(a)',
      matters: ['amendment'],
      method: 'vote',
      modes: ['correspondence'],
      adoptedIf: {
        kind: 'all',
        of: [atLeast('3/5', 'members'), atLeast('0.85', 'total-weight', POWER)],
      },
    }),
  ],
};

export const infrastructureBank: StandardRules = {
  body: 'aiib-governors',
  title: 'Board of Governors of the Asian Infrastructure Investment Bank',
  rules: [
    since('2015-12-25', {
      name: 'super-majority',
      title: { en: 'Two thirds of the Governors with three quarters of the voting power' },
      citation: 'AIIB Articles of Agreement Art. 28(2)(ii)',
      matters: ['capital', 'president', 'suspension'],
      method: 'vote',
      adoptedIf: {
        kind: 'all',
        of: [atLeast('2/3', 'members'), atLeast('3/4', 'total-weight', POWER)],
      },
    }),
    since('2015-12-25', {
      name: 'special-majority',
      title: { en: 'A majority of the Governors with a majority of the voting power' },
      citation: 'AIIB Articles of Agreement Art. 28(2)(iii)',
      matters: ['admission', 'profits'],
      method: 'vote',
      adoptedIf: {
        kind: 'all',
        of: [moreThan('1/2', 'members'), moreThan('1/2', 'total-weight', POWER)],
      },
    }),
  ],
};
