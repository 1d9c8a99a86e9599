/** A body with a session that all may see, and what of it, and beside it, is for fewer. */
import { type Marking, markedFor } from '../../src/kernel/marking.ts';
import type { DraftAct } from '../../src/kernel/submission.ts';
import { OPERATOR } from '../../src/store/test-store.ts';

const MEMBERS = ['FRA', 'KEN', 'NOR', 'USA'];
const SESSION = 'meetings/clear-session';
const BODY = 'bodies/clear-body';
const MARKED = markedFor('amber', ['FRA']);
const SOURCE = { kind: 'recorded', source: 'Notes' } as const;

interface More {
  readonly actor?: string;
  readonly marking?: Marking;
}

function draft(verb: string, register: string, payload: object, more: More = {}): DraftAct {
  return {
    type: `meetings.${verb}`,
    register,
    actor: OPERATOR,
    payload,
    basis: SOURCE,
    ...more,
  };
}

const body = (title: string) => ({
  title: { en: title },
  kind: 'council',
  membership: { kind: 'seats' },
});
const session = (title: string) => ({
  body: 'clear-body',
  title: { en: title },
  opensOn: '2026-03-02',
  closesOn: '2026-03-06',
});
const rule = {
  name: 'substance',
  title: { en: 'Substance' },
  citation: 'Rule 1',
  method: 'vote',
  modes: ['recorded', 'secret'],
  adoptedIf: { kind: 'share', base: 'present-and-voting', threshold: '1/2', more: true },
};
const question = (decision: string, title: string) => ({
  decision,
  title: { en: title },
  on: { kind: 'other', what: title },
  rule: 'substance',
});
const BRACKET = { alternatives: [[' firmly'], [' freely']] };
const CLEAR_TEXT = 'texts/clear-text';
const start = { run: 'op-1.0', offset: 0 };
const passage = { kind: 'passage', from: start, to: { run: 'op-1.0', offset: 4 } };
const inserted = (words: string) => ({ kind: 'insert', at: start, words: [`${words} `] });
/** Words that say within them whose they are. */
const attributed = (words: string) => ({
  kind: 'replace',
  from: start,
  to: { run: 'op-1.0', offset: 4 },
  words: ['The ', { alternatives: [{ words: [words], by: ['USA'], opposedBy: ['NOR'] }] }],
});
const stand = (note: string) => ({ issue: 'op-1:0', alternative: 0, stance: 'support', note });
const text = (title: string) => ({
  title: { en: title },
  session: 'clear-session',
  provisions: [{ id: 'op-1', kind: 'operative', words: [`${title} decides`, BRACKET, '.'] }],
});

/** What all may see. */
export const clearMeetings = (): DraftAct[] => [
  draft('establish-body', BODY, body('Council')),
  draft('adopt-rules', BODY, { from: '2026-01-01', citation: 'Rules', rules: [rule] }),
  ...MEMBERS.map((member) => draft('seat-member', BODY, { member, from: '2026-01-01' })),
  draft('convene', SESSION, session('Session')),
  draft('propose-item', SESSION, { item: 'clear-item', title: { en: 'Item' } }),
  draft('open-sitting', SESSION, {}),
  draft('check-in', SESSION, {}, { actor: 'KEN' }),
  draft('request-floor', SESSION, { item: 'clear-item' }, { actor: 'KEN' }),
  draft('table-text', CLEAR_TEXT, text('Text')),
  draft('propose-change', CLEAR_TEXT, { change: inserted('This') }, { actor: 'KEN' }),
  draft('put-question', SESSION, question('clear-decision', 'Question')),
];

/** What all may see, and is said of a text after what they may not. */
export const clearMeetingsLater = (): DraftAct[] => [
  draft('propose-change', CLEAR_TEXT, { change: inserted('Yet') }, { actor: 'NOR' }),
  draft('comment', CLEAR_TEXT, { about: passage, words: 'Which?' }, { actor: 'NOR' }),
  draft('settle-change', CLEAR_TEXT, { issue: 'op-1:0', as: 'accepted', alternative: 1 }),
  draft('issue-version', CLEAR_TEXT, { symbol: 'X/L.9' }),
];

/** What only France may see, by what each is known by; its words say so. */
export function markedMeetings(canary: (what: string) => string): [string, DraftAct][] {
  const marking = { marking: MARKED };
  const ofFrance = { actor: 'FRA', ...marking };
  const issued = { symbol: 'X/L.1', title: { en: canary('paper') }, kind: 'report' };
  const input = { input: 'an-input', title: canary('input'), words: canary('input') };
  const delegates = [{ name: canary('delegate'), role: 'head' }];
  const papers = { delegates, issuedBy: 'head-of-state' };
  const suspended = {
    member: 'KEN',
    what: 'voting',
    for: 'arrears',
    citation: canary('suspension'),
    from: '2026-01-01',
  };
  const weights = {
    scheme: 'shares',
    title: { en: canary('weights') },
    citation: canary('weights'),
    from: '2026-01-01',
    weights: MEMBERS.map((actor) => ({ actor, weight: '1/4' })),
  };
  return [
    ['suspension', draft('suspend-rights', BODY, suspended, marking)],
    ['weights', draft('set-weights', BODY, weights, marking)],
    ['paper', draft('issue-document', SESSION, issued, marking)],
    [
      'item',
      draft('propose-item', SESSION, { item: 'an-item', title: { en: canary('item') } }, marking),
    ],
    ['input', draft('submit-input', SESSION, input, marking)],
    ['delegate', draft('submit-credentials', SESSION, papers, ofFrance)],
    ['spoken', draft('deliver-statement', SESSION, { words: canary('spoken') }, ofFrance)],
    ['speech', draft('request-floor', SESSION, { speaker: canary('speech') }, ofFrance)],
    [
      'question',
      draft('put-question', SESSION, question('a-decision', canary('question')), marking),
    ],
    [
      'change',
      draft('propose-change', CLEAR_TEXT, { change: inserted(canary('change')) }, ofFrance),
    ],
    [
      'attributed',
      draft('propose-change', CLEAR_TEXT, { change: attributed(canary('attributed')) }, ofFrance),
    ],
    [
      'comment',
      draft('comment', CLEAR_TEXT, { about: passage, words: canary('comment') }, ofFrance),
    ],
    ['stand', draft('stand-on-change', CLEAR_TEXT, stand(canary('stand')), ofFrance)],
    [
      'facilitator',
      draft(
        'appoint-facilitator',
        CLEAR_TEXT,
        { holder: 'FRA', note: canary('facilitator') },
        marking,
      ),
    ],
    [
      'version',
      draft('issue-version', CLEAR_TEXT, { symbol: 'X/L.8', note: canary('version') }, marking),
    ],
    [
      'secret',
      draft(
        'put-question',
        SESSION,
        { ...question('a-secret', canary('secret')), mode: 'secret' },
        marking,
      ),
    ],
    ['tabled', draft('table-text', 'texts/hidden-text', text(canary('tabled')), marking)],
    ['session', draft('convene', 'meetings/hidden-session', session(canary('session')), marking)],
    ['body', draft('establish-body', 'bodies/hidden-body', body(canary('body')), marking)],
  ];
}
