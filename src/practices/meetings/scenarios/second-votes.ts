/** Second votes and reconsideration, told as rules of procedure: UNGA rules 67, 81 and 95. */
import {
  type OrderScenario,
  adopts,
  amends,
  decides,
  moves,
  opens,
  puts,
  rejects,
  rises,
  sits,
} from './order-scenario.ts';

const draft = puts('draft');
const tie = decides('draft', [3, 3]);
const again = (because: string, more: object = {}) =>
  puts('draft-again', { what: 'draft' }, { again: { question: 'draft', because }, ...more });
const reconsideration = moves('reconsideration', 'draft', { rule: 'important' });

const NEXT_DAY = '2026-03-02T09:00:00.000Z';
const LAST = '2026-03-03T12:00:00.000Z';
const TOO_LATE = '2026-03-03T12:00:00.001Z';
const tiedAtSitting = [sits(), draft, ...tie];
const nextSitting = [...tiedAtSitting, again('second-vote'), rises(), sits(NEXT_DAY)];

export const SECOND_VOTES: readonly OrderScenario[] = [
  {
    title: 'A vote that was equally divided waits for a second one',
    given: tiedAtSitting,
    when: puts('other'),
    refusedBy: null,
    then: { of: 'draft', next: 'draft', result: 'pending' },
    outcomes: { draft: 'postponed' },
  },
  {
    title: 'The second vote is announced at once and held at a later sitting, not at the same',
    given: [...tiedAtSitting, again('second-vote')],
    when: opens('draft-again'),
    refusedBy: 'second-vote',
  },
  {
    title: 'It is not held between sittings',
    given: [...tiedAtSitting, again('second-vote'), rises()],
    when: opens('draft-again', NEXT_DAY),
    refusedBy: 'second-vote',
  },
  {
    title: 'It is held at the next sitting',
    given: nextSitting,
    when: opens('draft-again', NEXT_DAY),
    refusedBy: null,
    then: { of: 'draft', next: 'draft', result: 'pending' },
  },
  {
    title: 'At the last instant of the time that the rule gives',
    given: nextSitting,
    when: opens('draft-again', LAST),
    refusedBy: null,
  },
  {
    title: 'Not after it: the proposal has carried nothing',
    given: nextSitting,
    when: opens('draft-again', TOO_LATE),
    refusedBy: 'second-vote',
  },
  {
    title: 'Where no second vote was taken in time the proposal is rejected',
    given: tiedAtSitting,
    when: { ...puts('other'), at: TOO_LATE },
    refusedBy: null,
    then: { of: 'draft', next: null, result: 'rejected' },
  },
  {
    title: 'Equally divided once more, it is rejected',
    given: [...nextSitting, ...decides('draft-again', [3, 3], NEXT_DAY)],
    when: { ...puts('other'), at: NEXT_DAY },
    refusedBy: null,
    then: { of: 'draft', next: null, result: 'rejected' },
    outcomes: { draft: 'rejected' },
  },
  {
    title: 'Carried the second time, it is adopted',
    given: [...nextSitting, ...decides('draft-again', [4, 2], NEXT_DAY)],
    when: { ...puts('other'), at: NEXT_DAY },
    refusedBy: null,
    then: { of: 'draft', steps: ['draft done'], result: 'adopted' },
  },
  {
    title: 'There is no second vote on what was not equally divided',
    given: [draft, rejects('draft')],
    when: again('second-vote'),
    refusedBy: 'put-again',
  },
  {
    title: 'Nor on something else',
    given: tiedAtSitting,
    when: puts(
      'draft-again',
      { what: 'else' },
      { again: { question: 'draft', because: 'second-vote' } },
    ),
    refusedBy: 'put-again',
  },
  {
    title: 'Nor under another rule',
    given: tiedAtSitting,
    when: again('second-vote', { rule: 'important' }),
    refusedBy: 'put-again',
  },
  {
    title: 'Nor twice',
    given: [...tiedAtSitting, again('second-vote')],
    when: puts(
      'third',
      { what: 'draft' },
      { again: { question: 'draft', because: 'second-vote' } },
    ),
    refusedBy: 'put-again',
  },
  {
    title: 'Nor before the first one is closed',
    given: [draft],
    when: again('second-vote'),
    refusedBy: 'put-again',
  },
  {
    title: 'The tie of an amendment holds up the proposal until it is voted on again',
    given: [sits(), draft, amends('wording', 'draft'), ...decides('wording', [3, 3])],
    when: opens('draft'),
    refusedBy: 'order-of-voting',
    then: { of: 'draft', next: 'wording' },
  },
  {
    title: 'Where abstentions exceed half of the votes cast the matter is put off',
    given: [sits(), puts('draft', {}, { rule: 'putting-off' }), ...decides('draft', [2, 0, 4])],
    when: again('second-vote', { rule: 'putting-off' }),
    refusedBy: null,
    then: { of: 'draft', next: 'draft' },
  },
  {
    title: 'At the later sitting abstentions put nothing off any more',
    given: [
      sits(),
      puts('draft', {}, { rule: 'putting-off' }),
      ...decides('draft', [2, 0, 4]),
      again('second-vote', { rule: 'putting-off' }),
      rises(),
      sits(NEXT_DAY),
      ...decides('draft-again', [2, 0, 4], NEXT_DAY),
    ],
    when: { ...puts('other'), at: NEXT_DAY },
    refusedBy: null,
    outcomes: { draft: 'adopted' },
  },
  {
    title: 'What lacked its quorum is put again when there is one',
    given: [puts('draft', {}, { rule: 'attended' }), ...decides('draft', [2, 0])],
    when: again('no-quorum', { rule: 'attended' }),
    refusedBy: null,
  },
  {
    title: 'What had its quorum is not put again for want of one',
    given: [puts('draft', {}, { rule: 'attended' }), ...decides('draft', [4, 0])],
    when: again('no-quorum', { rule: 'attended' }),
    refusedBy: 'put-again',
  },
  {
    title: 'Where consensus failed, a vote follows under the rule to turn to',
    given: [
      puts('draft', {}, { rule: 'consensus' }),
      opens('draft'),
      {
        does: 'object',
        register: 'meetings/first-session',
        actor: 'BBB',
        with: { decision: 'draft', reason: 'It goes too far.' },
      },
      ...decides('draft', [0, 0]).slice(1),
    ],
    when: again('fallback', { reason: 'No consensus was in sight.' }),
    refusedBy: null,
  },
  {
    title: 'No vote follows one that was lost',
    given: [draft, rejects('draft')],
    when: again('fallback', { rule: 'important' }),
    refusedBy: 'falls-back',
  },
];

export const RECONSIDERATION: readonly OrderScenario[] = [
  {
    title: 'What was decided is put again only if the body decides to reconsider it',
    given: [draft, rejects('draft')],
    when: again('reconsidered'),
    refusedBy: 'reconsideration',
  },
  {
    title: 'It is put again after two thirds so decided',
    given: [draft, rejects('draft'), reconsideration, ...decides('reconsideration', [4, 2])],
    when: again('reconsidered'),
    refusedBy: null,
    then: { of: 'draft', next: 'draft', result: 'pending' },
  },
  {
    title: 'Less than two thirds reconsider nothing',
    given: [draft, rejects('draft'), reconsideration, ...decides('reconsideration', [3, 3])],
    when: again('reconsidered'),
    refusedBy: 'reconsideration',
  },
  {
    title: 'What is not decided is not reconsidered',
    given: [draft],
    when: reconsideration,
    refusedBy: 'reconsideration',
  },
  {
    title: 'Reconsideration is moved under the rule that the body has for it',
    given: [draft, adopts('draft')],
    when: moves('reconsideration', 'draft'),
    refusedBy: 'rule-fits',
  },
];
