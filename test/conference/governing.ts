/** Which rule governs: the bureau asks first, and votes after its consensus failed. */
import type { DraftAct } from '../../src/kernel/submission.ts';
import { BUREAU } from './bodies.ts';
import type { Drafting } from './drafting.ts';

const SESSION = 'meetings/bureau-meeting';
const RULE = 'Rules of Procedure of the Bureau, rule 5';

const rules = [
  {
    name: 'majority',
    title: {
      en: 'Majority of those present and voting',
      fr: 'Majorité des membres présents et votants',
      es: 'Mayoría de los presentes y votantes',
      ru: 'Большинство присутствующих и голосующих',
      zh: '出席并参加表决者的多数',
      ar: 'أغلبية الحاضرين المصوتين',
    },
    method: 'vote',
    adoptedIf: { kind: 'share', base: 'present-and-voting', threshold: '1/2', more: true },
  },
  {
    name: 'important',
    title: {
      en: 'Two thirds, where a question is decided to be important',
      fr: 'Deux tiers, si la question est déclarée importante',
      es: 'Dos tercios, si la cuestión se declara importante',
      ru: 'Две трети, если вопрос признан важным',
      zh: '经决定为重要问题者须三分之二多数',
      ar: 'الثلثان إذا تقرر أن المسألة هامة',
    },
    method: 'vote',
    adoptedIf: { kind: 'share', base: 'present-and-voting', threshold: '2/3' },
    preliminary: 'majority',
    fallback: 'majority',
  },
  {
    name: 'consensus',
    title: {
      en: 'Consensus first',
      fr: 'D’abord par consensus',
      es: 'Primero por consenso',
      ru: 'Сначала консенсус',
      zh: '首先力求协商一致',
      ar: 'التوافق أولاً',
    },
    method: 'consensus',
    fallback: 'majority',
  },
].map((one) => ({ ...one, citation: RULE }));

const votes = (draft: Drafting, decision: string, given: Readonly<Record<string, string>>) =>
  Object.entries(given).map(([actor, choice]) =>
    draft('vote', SESSION, { decision, choice }, actor),
  );

const puts = (draft: Drafting, decision: string, title: string, more: object): DraftAct =>
  draft('put-question', SESSION, {
    decision,
    title: { en: title },
    on: { kind: 'other', what: title },
    ...more,
  });

/** A question is decided to be important; another came to no consensus, and is voted on. */
export const governingActs = (draft: Drafting): readonly DraftAct[] => [
  draft('adopt-rules', BUREAU, { from: '2026-01-01', citation: RULE, rules }),
  puts(draft, 'next-year', 'Meetings in the next year', { rule: 'majority' }),
  draft(
    'demand-rule',
    SESSION,
    { decision: 'next-year', rule: 'important', reason: 'It binds the budget of a year.' },
    'JPN',
  ),
  puts(draft, 'next-year-important', 'Whether the meetings are an important question', {
    rule: 'majority',
    on: { kind: 'rule', of: 'next-year', rule: 'important' },
  }),
  ...votes(draft, 'next-year-important', { BRA: 'yes', FRA: 'no', JPN: 'yes', KEN: 'yes' }),
  draft('close-voting', SESSION, { decision: 'next-year-important' }),
  ...votes(draft, 'next-year', { BRA: 'yes', FRA: 'no', JPN: 'yes', KEN: 'no' }),
  puts(draft, 'hours', 'Hours of the meetings', { rule: 'consensus' }),
  draft('object', SESSION, { decision: 'hours', reason: 'The evenings are too long.' }, 'FRA'),
  draft('close-voting', SESSION, { decision: 'hours' }),
  puts(draft, 'hours-by-vote', 'Hours of the meetings', {
    rule: 'majority',
    on: { kind: 'other', what: 'Hours of the meetings' },
    again: { question: 'hours', because: 'fallback' },
    reason: 'Consultations over two days did not lead to consensus.',
  }),
  ...votes(draft, 'hours-by-vote', { BRA: 'yes', FRA: 'no', JPN: 'yes', KEN: 'yes' }),
  draft('close-voting', SESSION, { decision: 'hours-by-vote' }),
];
