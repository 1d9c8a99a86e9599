/**
 * A proposal with amendments, one of them of another, and a paragraph voted on by itself; and a
 * vote that was equally divided, which is to be taken again.
 */
import type { DraftAct } from '../../src/kernel/submission.ts';
import type { Drafting } from './drafting.ts';
import { SESSION } from './sessions.ts';

const CALENDAR = 'calendar-of-reports';
const VOTERS = 'BRA FRA IND JPN NOR ZAF CHE EGY'.split(' ');

/** The voting from its opening to its close: so many in favour, the others against. */
function decides(draft: Drafting, decision: string, inFavour: number): DraftAct[] {
  return [
    draft('open-voting', SESSION, { decision }),
    ...VOTERS.map((actor, at) =>
      draft('vote', SESSION, { decision, choice: at < inFavour ? 'yes' : 'no' }, actor),
    ),
    draft('close-voting', SESSION, { decision }),
  ];
}

const puts = (draft: Drafting, decision: string, title: string, more: object): DraftAct =>
  draft('put-question', SESSION, {
    decision,
    title: { en: title },
    rule: 'procedure',
    item: 'reporting',
    waits: true,
    ...more,
  });

/** The deletion fails; the wording is amended and adopted, so that another one falls. */
const calendar = (draft: Drafting): readonly DraftAct[] => [
  puts(draft, CALENDAR, 'Calendar of reports', {
    on: { kind: 'other', what: 'Calendar of reports' },
    rule: 'substance',
  }),
  ...(
    [
      ['no-interval', 'To delete the interval', CALENDAR, 'deletes'],
      ['every-year', 'Reports every year', CALENDAR, 'replaces'],
      ['every-second-year', 'Every second year instead', 'every-year', 'replaces'],
      ['every-five-years', 'Reports every five years', CALENDAR, 'replaces'],
    ] as const
  ).map(([decision, title, of, change]) =>
    puts(draft, decision, title, {
      on: { kind: 'amendment', of, what: title, change, touches: ['op-2'] },
    }),
  ),
  puts(draft, 'paragraph-three', 'Paragraph 3, voted on separately', {
    on: { kind: 'part', of: CALENDAR, what: 'Paragraph 3' },
  }),
  draft('rule-on-amendments', SESSION, {
    decision: CALENDAR,
    amendments: [
      { amendment: 'no-interval' },
      { amendment: 'every-year', rejects: ['every-five-years'] },
      { amendment: 'every-five-years' },
    ],
  }),
  ...decides(draft, 'no-interval', 2),
  ...decides(draft, 'every-second-year', 6),
  ...decides(draft, 'every-year', 7),
  draft('open-voting', SESSION, { decision: 'paragraph-three' }),
  draft('vote', SESSION, { decision: 'paragraph-three', choice: 'yes' }, 'BRA'),
];

/** Four against four: there is a second vote at a later sitting. */
const equallyDivided = (draft: Drafting): readonly DraftAct[] => [
  puts(draft, 'deferral-of-budget', 'Deferral of the budget', {
    on: { kind: 'other', what: 'Deferral of item 3' },
    item: 'budget',
  }),
  ...decides(draft, 'deferral-of-budget', 4),
  puts(draft, 'deferral-of-budget-again', 'Deferral of the budget, second vote', {
    on: { kind: 'other', what: 'Deferral of item 3' },
    item: 'budget',
    again: { question: 'deferral-of-budget', because: 'second-vote' },
  }),
];

export const amendmentActs = (draft: Drafting): readonly DraftAct[] => [
  ...calendar(draft),
  ...equallyDivided(draft),
];
