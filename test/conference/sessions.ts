/** The session of the example conference: what is on its agenda, who is there, and who speaks. */
import type { DraftAct } from '../../src/kernel/submission.ts';
import type { Drafting } from './drafting.ts';

export const SESSION = 'meetings/first-session';

/** Members of the body that are in the room: more than half of them. */
const PRESENT = (
  'AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BLR BLZ BOL BRA ' +
  'BRB BRN BTN BWA CAN CHE CHL CHN CMR COL CRI CUB CYP CZE DEU DMA DNK DOM DZA ECU EGY ESP EST ' +
  'ETH FIN FJI FRA GAB GBR GEO GHA GIN GMB GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ' +
  'ISL ISR ITA JAM JOR JPN KAZ KEN KHM KOR KWT LAO LBN LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG ' +
  'MDV MEX MLI MLT MNG MOZ MUS MYS NAM NGA NLD NOR NPL NZL PAK PAN PER PHL POL PRT QAT ROU RWA ' +
  'SAU SEN SGP SWE THA TUN TUR UKR URY USA ZAF'
).split(' ');

const agenda = (draft: Drafting): readonly DraftAct[] => [
  draft('propose-item', SESSION, {
    item: 'opening',
    title: { en: 'Opening of the session', fr: 'Ouverture de la session' },
  }),
  draft(
    'propose-item',
    SESSION,
    {
      item: 'reporting',
      title: { en: 'Reports of members', fr: 'Rapports des membres' },
      memorandum: 'Members report in as many forms as there are secretariats.',
    },
    'KEN',
  ),
  draft('propose-item', SESSION, { item: 'budget', title: { en: 'Budget for 2027' } }),
  draft(
    'propose-item',
    SESSION,
    { item: 'venue', title: { en: 'Venue of the next session' } },
    'FRA',
  ),
  draft('adopt-agenda', SESSION, {
    items: [
      { item: 'opening', number: '1' },
      { item: 'reporting', number: '2' },
      { item: 'budget', number: '3' },
    ],
  }),
  draft('set-order-of-day', SESSION, {
    on: '2026-03-02',
    entries: [
      { item: 'opening', at: '2026-03-02T09:00Z' },
      { item: 'reporting', at: '2026-03-02T10:00Z', note: 'General debate; draft declaration.' },
      { item: 'budget', at: '2026-03-02T15:00Z' },
    ],
  }),
];

const head = (name: string) => ({
  delegates: [{ name, role: 'head' }],
  issuedBy: 'minister-for-foreign-affairs',
  issuedOn: '2026-02-16',
});

const credentials = (draft: Drafting): readonly DraftAct[] => [
  draft('submit-credentials', SESSION, head('Amina Otieno'), 'KEN'),
  draft('submit-credentials', SESSION, head('João Pereira'), 'BRA'),
  draft('submit-credentials', SESSION, head('Claire Martin'), 'FRA'),
  draft('report-credentials', SESSION, {
    findings: [
      { actor: 'KEN', as: 'accepted' },
      { actor: 'BRA', as: 'accepted' },
      { actor: 'FRA', as: 'provisional', reason: 'The original is still to come.' },
    ],
    citation: 'Rules of Procedure of the General Conference, 2026, rule 6',
  }),
];

const documents = (draft: Drafting): readonly DraftAct[] => [
  draft('issue-document', SESSION, {
    symbol: 'GC/1/1',
    title: { en: 'Provisional agenda', fr: 'Ordre du jour provisoire' },
    kind: 'note',
    item: 'opening',
    languages: [{ language: 'en' }, { language: 'fr' }],
  }),
  draft('issue-document', SESSION, {
    symbol: 'GC/1/L.1',
    title: { en: 'Draft declaration' },
    kind: 'draft',
    item: 'reporting',
    text: 'draft-declaration',
    distribution: 'limited',
    languages: [{ language: 'en' }],
    sponsors: ['KEN'],
  }),
  draft('sponsor', SESSION, { symbol: 'GC/1/L.1' }, 'BRA'),
  draft('issue-document', SESSION, {
    symbol: 'GC/1/L.2',
    title: { en: 'Revised budget' },
    kind: 'draft',
    item: 'budget',
    distribution: 'limited',
    languages: [{ language: 'en' }],
  }),
  draft('issue-document', SESSION, {
    symbol: 'GC/1/L.3',
    title: { en: 'Plan of work' },
    kind: 'draft',
    distribution: 'limited',
    languages: [{ language: 'en' }],
  }),
  draft('issue-document', SESSION, {
    symbol: 'GC/1/L.1/Rev.1',
    title: { en: 'Draft declaration' },
    kind: 'draft',
    item: 'reporting',
    text: 'draft-declaration',
    distribution: 'limited',
    languages: [{ language: 'en' }, { language: 'fr' }],
    sponsors: ['KEN'],
  }),
  draft(
    'issue-document',
    SESSION,
    {
      symbol: 'GC/1/L.4',
      title: { en: 'Reports every year' },
      kind: 'amendment',
      item: 'reporting',
      amends: 'GC/1/L.1',
      distribution: 'limited',
      sponsors: ['FRA'],
    },
    'FRA',
  ),
  draft('withdraw-proposal', SESSION, { symbol: 'GC/1/L.4' }, 'FRA'),
];

const floor = (draft: Drafting): readonly DraftAct[] => [
  draft('open-sitting', SESSION, { number: 1, place: 'Hall A' }),
  draft('register-presence', SESSION, { present: PRESENT }),
  draft('check-in', SESSION, {}, 'icrc'),
  draft('take-up-item', SESSION, { item: 'opening' }),
  draft('conclude-item', SESSION, { item: 'opening' }),
  draft('take-up-item', SESSION, { item: 'reporting' }),
  draft('set-time-limit', SESSION, { seconds: 180, kind: 'statement' }),
  draft('request-floor', SESSION, { item: 'reporting' }, 'KEN'),
  draft('request-floor', SESSION, { item: 'reporting' }, 'BRA'),
  draft('request-floor', SESSION, { item: 'reporting' }, 'icrc'),
  draft('give-floor', SESSION, { to: 'KEN' }),
  draft(
    'deliver-statement',
    SESSION,
    {
      item: 'reporting',
      words: 'Kenya thanks all who worked on the draft.\n\nIt asks that it be adopted.',
    },
    'KEN',
  ),
  draft('give-floor', SESSION, { to: 'BRA' }),
  draft('request-floor', SESSION, { item: 'reporting', kind: 'right-of-reply' }, 'FRA'),
  draft('close-list', SESSION, { item: 'reporting' }),
];

const inputs = (draft: Drafting): readonly DraftAct[] => [
  draft(
    'submit-input',
    SESSION,
    {
      input: 'readable-reports',
      title: 'Reports that communities can read',
      item: 'reporting',
      words: 'Reports should be out in the languages of those concerned.',
      concerns: 'GC/1/L.1',
    },
    'icrc',
  ),
  draft('answer-input', SESSION, {
    input: 'readable-reports',
    fate: 'reflected',
    symbol: 'GC/1/L.1/Rev.1',
    paragraph: 'op 1',
  }),
  draft(
    'submit-input',
    SESSION,
    { input: 'shadow-reports', title: 'Shadow reports', words: 'Others may report too.' },
    'icrc',
  ),
];

export const sessionActs = (draft: Drafting): readonly DraftAct[] => [
  draft('convene', SESSION, {
    body: 'general-conference',
    title: { en: 'First session', fr: 'Première session' },
    opensOn: '2026-03-02',
    closesOn: '2026-03-06',
    place: 'Nairobi',
    symbolPrefix: 'GC/1',
    languages: ['en', 'fr'],
  }),
  ...[agenda, credentials, documents, floor, inputs].flatMap((acts) => acts(draft)),
];
