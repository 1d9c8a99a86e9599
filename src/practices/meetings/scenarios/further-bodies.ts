/**
 * Decisions of further bodies, each as its record has it: what was voted, and what came of it.
 * Tallies are as the public reports of the day gave them; those without a date of their own show
 * what a rule means.
 */
import type { VoteScenario } from './deciding-scenario.ts';

type Tally = readonly [yes: number, no: number, abstain?: number];

const told = (
  title: string,
  under: VoteScenario['under'],
  on: string,
  [yes, no, abstain = 0]: Tally,
  then: VoteScenario['then'],
): VoteScenario => ({ title, under, on, voted: { yes, no, abstain }, then });

const SPECIES = ['cites-cop', 'appendices'] as const;
const WHALES = ['iwc', 'schedule'] as const;
const ATOMS = ['iaea-conference', 'simple-majority'] as const;
const BOARD = ['iaea-board', 'simple-majority'] as const;
const LABOUR = ['ilo-conference', 'convention'] as const;
const WEAPONS = ['opcw-conference', 'substance'] as const;
const CULTURE = 'unesco-conference';
const WHO = ['who-health-assembly', 'simple-majority'] as const;
const ASSEMBLY = 'un-general-assembly';

const COUNTED: readonly VoteScenario[] = [
  told(
    'ILO, Convention No. 189 on domestic workers',
    LABOUR,
    '2011-06-16',
    [396, 16, 63],
    'adopted',
  ),
  told('ILO, Convention No. 190 on violence', LABOUR, '2019-06-21', [439, 7, 30], 'adopted'),
  told('IAEA, Israeli nuclear capabilities, GC(53)', ATOMS, '2009-09-18', [49, 45, 16], 'adopted'),
  told('IAEA, Israeli nuclear capabilities, GC(54)', ATOMS, '2010-09-24', [46, 51, 23], 'rejected'),
  told('IAEA Board, non-compliance of Iran', BOARD, '2005-09-24', [22, 1, 12], 'adopted'),
  told('CITES, bluefin tuna in Appendix I', SPECIES, '2010-03-18', [20, 68, 30], 'rejected'),
  told('CITES, oceanic whitetip shark', SPECIES, '2013-03-11', [92, 42, 8], 'adopted'),
  told('CITES, polar bear in Appendix I', SPECIES, '2013-03-07', [38, 42, 46], 'rejected'),
  told(
    'CITES, elephants: a majority short of two thirds',
    SPECIES,
    '2016-10-03',
    [62, 44, 12],
    'rejected',
  ),
  told('CITES, mako sharks', SPECIES, '2019-08-25', [102, 40, 5], 'adopted'),
  told('IWC, moratorium on commercial whaling', WHALES, '1982-07-23', [25, 7, 5], 'adopted'),
  told('IWC, sanctuary in the South Atlantic', WHALES, '2018-09-11', [39, 25, 3], 'rejected'),
  told('IWC, aboriginal subsistence whaling', WHALES, '2018-09-12', [58, 7, 5], 'adopted'),
  told(
    'IWC, St Kitts and Nevis Declaration',
    ['iwc', 'simple-majority'],
    '2006-06-18',
    [33, 32, 1],
    'adopted',
  ),
  told('OPCW, attribution of chemical attacks', WEAPONS, '2018-06-27', [82, 24], 'adopted'),
  told('OPCW, rights of Syria suspended', WEAPONS, '2021-04-21', [87, 15, 34], 'adopted'),
  told(
    'UNESCO, admission of Palestine',
    [CULTURE, 'two-thirds'],
    '2011-10-31',
    [107, 14, 52],
    'adopted',
  ),
  told(
    'UNESCO, return of the United States',
    [CULTURE, 'simple-majority'],
    '2023-06-30',
    [132, 10, 15],
    'adopted',
  ),
  told('WHO, health emergency in Ukraine', WHO, '2022-05-26', [88, 12, 53], 'adopted'),
  told('WHO, counter-proposal on the same', WHO, '2022-05-26', [15, 66, 70], 'rejected'),
  told(
    'IMO, adjournment on net zero',
    ['imo-assembly', 'simple-majority'],
    '2025-10-17',
    [57, 49, 21],
    'adopted',
  ),
  told(
    'UPU, remuneration by option B',
    ['upu-congress', 'simple-majority'],
    '2019-09-25',
    [57, 78, 9],
    'rejected',
  ),
  told(
    'Rotterdam, compliance annex',
    ['rotterdam-cop', 'amendment'],
    '2019-05-10',
    [120, 6],
    'adopted',
  ),
  told(
    'UNGA, 67/19, status of Palestine',
    [ASSEMBLY, 'simple-majority'],
    '2012-11-29',
    [138, 9, 41],
    'adopted',
  ),
  told(
    'UNGA, 3379 revoked by 46/86',
    [ASSEMBLY, 'simple-majority'],
    '1991-12-16',
    [111, 25, 13],
    'adopted',
  ),
];

const many = (name: string, count: number): string =>
  Array.from({ length: count }, (_, at) => `${name}-${at + 1}`).join(' ');

const NAMED: readonly VoteScenario[] = [
  {
    title: 'IMO, MARPOL Annex VI, energy efficiency: the parties to the annex decide',
    under: ['imo-assembly', 'marpol-amendment'],
    on: '2011-07-15',
    groups: { marpol: [many('yes', 49), many('no', 5), many('abstain', 2)].join(' ') },
    voted: { yes: 49, no: 5, abstain: 2 },
    then: 'adopted',
  },
  {
    title: 'ILO, work in fishing, 2005: two thirds, but too many abstained for a quorum of 297',
    under: LABOUR,
    on: '2005-06-16',
    voted: { yes: 288, no: 8, abstain: 139 },
    others: 158,
    then: 'no-quorum',
    because:
      'No decision, there being no quorum (for and against: at least 1/2 of those present: ' +
      '296 of 593, 297 needed).',
  },
  {
    title: 'IAEA Board, March 2009: 21 of 35 are short of two thirds',
    under: ['iaea-board', 'director-general'],
    on: '2009-03-27',
    voted: { yes: 21, no: 14 },
    then: 'rejected',
    because:
      'Not adopted, short of the majority (in favour: at least 2/3 of those present and voting: ' +
      '21 of 35, 24 needed).',
  },
  {
    title: 'IAEA Board, July 2009: 23 of 34 suffice, since one abstained',
    under: ['iaea-board', 'director-general'],
    on: '2009-07-02',
    voted: { yes: 23, no: 11, abstain: 1 },
    then: 'adopted',
  },
  {
    title: 'OPCW Council, July 2020: 29 of 41 members',
    under: ['opcw-council', 'substance'],
    on: '2020-07-09',
    voted: { yes: 29, no: 3, abstain: 9 },
    then: 'adopted',
    because: 'Adopted (in favour: at least 2/3 of all members: 29 of 41, 28 needed).',
  },
  {
    title: 'CCAMLR: two members keep a protected area from being designated',
    under: ['ccamlr', 'substance'],
    on: '2022-11-04',
    voted: { no: 'CHN RUS' },
    others: 25,
    then: 'blocked',
    blockedBy: 'CHN RUS',
  },
  {
    title: 'Council of Europe, Kavala: two thirds of all 47 are needed and there',
    under: ['council-of-europe-ministers', 'infringement'],
    on: '2022-02-02',
    voted: { yes: 35, no: 2, abstain: 10 },
    then: 'adopted',
    because: 'Adopted (in favour: at least 2/3 of all members: 35 of 47, 32 needed).',
  },
  {
    title: 'Council of Europe, cessation of a membership, nobody against',
    under: ['council-of-europe-ministers', 'resolution'],
    on: '2022-03-16',
    voted: { yes: 46 },
    then: 'adopted',
  },
  {
    title: 'Council of Europe: one vote against prevents a recommendation',
    under: ['council-of-europe-ministers', 'recommendation'],
    on: '2022-03-16',
    voted: { yes: 45, no: 'one' },
    then: 'blocked',
    blockedBy: 'one',
  },
  {
    title: 'Mercosur: no decision where one of the States Parties is away',
    under: ['mercosur-council', 'consensus'],
    on: '2011-12-20',
    members: 'ARG BRA URY',
    absent: 'PRY',
    voted: {},
    then: 'no-quorum',
  },
  {
    title: 'Mercosur, Mendoza 2012: who is suspended is not waited for',
    under: ['mercosur-council', 'consensus'],
    on: '2012-06-29',
    members: 'ARG BRA URY',
    absent: 'PRY',
    hindered: { PRY: 'Protocol of Ushuaia Art. 5' },
    voted: {},
    then: 'adopted',
  },
  {
    title: 'Andean Community: three of four, where nobody may be against',
    under: ['andean-commission', 'without-negative-vote'],
    on: '2015-01-01',
    voted: { yes: 'COL ECU PER', no: 'BOL' },
    then: 'blocked',
    blockedBy: 'BOL',
  },
  {
    title: 'Andean Community: three of four are an absolute majority',
    under: ['andean-commission', 'absolute-majority'],
    on: '2015-01-01',
    voted: { yes: 'COL ECU PER', no: 'BOL' },
    then: 'adopted',
  },
  {
    title: 'Commonwealth: who is suspended breaks no consensus',
    under: ['commonwealth-heads', 'consensus'],
    on: '2002-03-19',
    members: 'GBR NGA ZAF AUS IND',
    hindered: { ZWE: 'Millbrook Commonwealth Action Programme' },
    voted: { no: 'ZWE' },
    then: 'adopted',
  },
  {
    title: 'OSCE, 8 July 1992: decided without the State concerned',
    under: ['osce-council', 'consensus-minus-one'],
    on: '1992-07-08',
    voted: { no: 'YUG' },
    others: 51,
    then: 'adopted',
  },
  {
    title: 'OSCE: two against are no consensus minus one',
    under: ['osce-council', 'consensus-minus-one'],
    on: '1992-07-08',
    voted: { no: 'YUG RUS' },
    others: 50,
    then: 'blocked',
    blockedBy: 'YUG RUS',
  },
  {
    title: 'IPCC: differing views are on record, and the report is approved',
    under: ['ipcc', 'acceptance'],
    on: '2014-04-12',
    voted: { no: 'SAU' },
    others: 100,
    overruledBy: 'chair',
    then: 'adopted',
    because: 'Adopted with objections on record, SAU.',
  },
  {
    title: 'League Council, 24 October 1931: unanimity fails by the vote of a party',
    under: ['league-council', 'unanimity'],
    on: '1931-10-24',
    voted: { yes: 13, no: 'JPN' },
    then: 'blocked',
    blockedBy: 'JPN',
  },
  {
    title: 'League Assembly, 24 February 1933: the votes of the parties are left out',
    under: ['league-assembly', 'report-on-dispute'],
    on: '1933-02-24',
    groups: {
      council: 'GBR FRA DEU ITA CHN',
      'parties-to-dispute': 'CHN JPN',
    },
    voted: { yes: 'GBR FRA DEU ITA CHN NLD SWE BEL', no: 'JPN', abstain: 'SIA' },
    then: 'adopted',
  },
  {
    title: 'ITTO: consumers alone do not carry a special vote',
    under: ['itto-council', 'special-vote'],
    on: '2012-11-10',
    groups: { producers: 'BRA IDN MYS', consumers: 'EU JPN' },
    weights: { votes: { BRA: '400', IDN: '350', MYS: '250', EU: '600', JPN: '400' } },
    voted: { yes: 'BRA MYS EU JPN', no: 'IDN' },
    then: 'rejected',
  },
  {
    title: 'ITTO: two thirds of the producers’ votes and 60 % of the consumers’',
    under: ['itto-council', 'special-vote'],
    on: '2012-11-10',
    groups: { producers: 'BRA IDN MYS', consumers: 'EU JPN' },
    weights: { votes: { BRA: '400', IDN: '350', MYS: '250', EU: '600', JPN: '400' } },
    voted: { yes: 'BRA IDN EU', no: 'MYS JPN' },
    then: 'adopted',
  },
  {
    title: 'AIIB: enough Governors, too little of the voting power',
    under: ['aiib-governors', 'super-majority'],
    on: '2016-01-16',
    weights: { 'voting-power': { CHN: '27', IND: '8', RUS: '6', DEU: '4' } },
    voted: { yes: 'IND RUS DEU', no: 'CHN' },
    then: 'rejected',
  },
  {
    title: 'IBRD: one member with more than 15 % keeps the Articles as they are',
    under: ['ibrd-governors', 'amendment'],
    on: '2008-10-13',
    weights: { 'voting-power': { USA: '16', JPN: '8', DEU: '5', others: '71' } },
    voted: { yes: 'JPN DEU others', no: 'USA' },
    then: 'rejected',
  },
];

const EURO = { kind: 'seats', of: 'DEU FRA ITA ESP NLD BEL' } as const;
const POPULATION = { DEU: '83', FRA: '68', ITA: '59', ESP: '48', NLD: '18', BEL: '12' };

/** Six that take part: the three largest hold 210 of 288, the two largest 151. */
const UNION: readonly VoteScenario[] = [
  {
    title: 'EU, TFEU Art. 238(3)(a): two that hold 52 % cannot block, being fewer than three',
    under: ['council-of-the-eu', 'qualified-majority-of-participants'],
    on: '2024-06-17',
    groups: { participating: EURO.of },
    weights: { population: POPULATION },
    members: 'POL SWE',
    voted: { yes: 'ITA ESP NLD BEL', no: 'DEU FRA' },
    then: 'adopted',
    because: 'Adopted (all of these: 2 of 2 met, 2 needed).',
  },
  {
    title: 'EU: three of them block, two being the fewest with more than 35 %, plus one',
    under: ['council-of-the-eu', 'qualified-majority-of-participants'],
    on: '2024-06-17',
    groups: { participating: 'DEU FRA ITA ESP NLD BEL AUT' },
    weights: { population: { ...POPULATION, AUT: '9' } },
    voted: { yes: 'ESP NLD BEL AUT', no: 'DEU FRA ITA' },
    then: 'rejected',
  },
  {
    title: 'EU: without a proposal of the Commission 72 % of those that take part are needed',
    under: ['council-of-the-eu', 'reinforced-qualified-majority-of-participants'],
    on: '2024-06-17',
    groups: { participating: EURO.of },
    weights: { population: POPULATION },
    voted: { yes: 'DEU FRA ITA ESP', no: 'NLD BEL' },
    then: 'rejected',
  },
  {
    title: 'EU, 28 February 2022: three constructive abstentions do not prevent unanimity',
    under: ['council-of-the-eu', 'constructive-abstention'],
    on: '2022-02-28',
    weights: {
      population: Object.fromEntries([
        ...Array.from({ length: 24 }, (_, at) => [`yes-${at + 1}`, '18'] as const),
        ['AUT', '9'] as const,
        ['IRL', '5'] as const,
        ['MLT', '1'] as const,
      ]),
    },
    voted: { yes: 24, abstain: 'AUT IRL MLT' },
    then: 'adopted',
  },
  {
    title: 'EU: a third of the members with a third of the people abstaining prevents it',
    under: ['council-of-the-eu', 'constructive-abstention'],
    on: '2022-02-28',
    weights: { population: { AAA: '30', BBB: '30', CCC: '40' } },
    voted: { yes: 'AAA BBB', abstain: 'CCC' },
    then: 'blocked',
    blockedBy: 'CCC',
  },
  {
    title: 'EU: fourteen of twenty-seven are the simple majority of the members',
    under: ['council-of-the-eu', 'simple-majority'],
    on: '2024-01-01',
    voted: { yes: 13, abstain: 14 },
    then: 'rejected',
  },
];

/** Council members cast the votes of all participants in their constituency (GEF, para. 25(c)). */
const CONSTITUENCIES: readonly VoteScenario[] = [
  {
    title: 'GEF: one votes for many, so that three constituencies are most of the participants',
    under: ['gef-council', 'double-majority'],
    on: '2020-06-02',
    weights: {
      participants: { 'east-africa': '12', caribbean: '16', pacific: '14', USA: '1', JPN: '1' },
      contributions: { 'east-africa': '0', caribbean: '0', pacific: '0', USA: '55', JPN: '45' },
    },
    voted: { yes: 'east-africa caribbean pacific', no: 'USA JPN' },
    then: 'rejected',
  },
  {
    title: 'GEF: with the larger donors they have both majorities',
    under: ['gef-council', 'double-majority'],
    on: '2020-06-02',
    weights: {
      participants: { 'east-africa': '12', caribbean: '16', pacific: '14', USA: '1', JPN: '1' },
      contributions: { 'east-africa': '0', caribbean: '0', pacific: '0', USA: '65', JPN: '35' },
    },
    voted: { yes: 'east-africa caribbean pacific USA', no: 'JPN' },
    then: 'adopted',
  },
];

export const FURTHER_VOTES: readonly VoteScenario[] = [
  ...COUNTED,
  ...NAMED,
  ...UNION,
  ...CONSTITUENCIES,
];
