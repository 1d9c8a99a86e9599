/** Payloads of every kind of act, as their schemas accept them. */
import { addDays } from '../../../kernel/dates.ts';
import { own } from '../../../kernel/own.ts';
import { adoption } from '../paper-registers.ts';
import type { Move } from './any-acts.ts';

/** An earlier act of one of these types, or of any; one that there is not where none was put. */
export type Named = (...types: string[]) => string;

const words = (pick: number) => [{ language: 'en', text: `Words ${pick % 3}.` }];
const provisions = (pick: number) =>
  [['art_1'], ['art_1__para_1'], ['art_2'], ['art_1', 'art_2'], []][pick % 5] ?? [];
const some = (pick: number) => (pick % 5 === 4 ? ['art_2'] : provisions(pick));
const instruments = ['ratification', 'accession', 'succession', 'acceptance', 'note'] as const;
const territories = (pick: number) => [{ name: `Isle ${pick % 2}` }];
const until = ({ on, pick }: Move) =>
  pick % 2 === 0 ? {} : { until: addDays(on, (pick % 90) - 5) };
const by = ({ pick }: Move, named: Named) =>
  pick % 4 === 0
    ? { by: { name: 'A person', office: 'other', fullPowers: named('present-full-powers') } }
    : {};
const laid = (pick: number) => [
  { id: 'art_1', kind: 'art', text: `It is shared ${pick % 4}.` },
  { id: 'art_1__para_1', kind: 'para', text: 'By all.' },
  ...(pick % 3 === 0 ? [{ id: 'art_1', kind: 'art' }] : [{ id: 'art_2', kind: 'art' }]),
];
const change = (pick: number) =>
  [
    { change: 'repeal', provision: 'art_1' },
    { change: 'repeal', provision: 'art_9' },
    { change: 'insert', after: 'art_1', provisions: [{ id: 'art_3', kind: 'art' }] },
    { change: 'replace', provision: 'art_1', by: [{ id: 'art_1', kind: 'art', text: 'New.' }] },
    { change: 'replace', provision: 'art_2', by: [{ id: 'art_1', kind: 'art', text: 'Twice.' }] },
  ][pick % 5];

/** Several conditions, weights and an event among them; one leaves after a year, by notice. */
const CLAUSES = {
  entryIntoForce: {
    when: {
      all: [
        { count: 2, of: { any: true as const } },
        {
          any: [
            { weight: '1/3', attribute: 'weight', of: { any: true as const } },
            { event: 'agreed' },
          ],
        },
      ],
    },
    delay: { days: 30 },
    citation: 'Article 1',
    definitiveSignature: true,
  },
  withdrawal: {
    notice: { months: 6 },
    lockedFor: { delay: { years: 1 }, from: 'agreement' as const },
    citation: 'Article 2',
  },
};
/** Accepted by silence unless one of its parties refuses. */
const TACIT = {
  entryIntoForce: {
    when: { silence: { lasts: { years: 10 } } },
    binds: { partyTo: 'convention' },
    delay: { days: 0 },
    citation: 'Article 3',
  },
};

function adopting({ agreement, pick, on }: Move) {
  const parent = own({ amendment: 'convention', 'second-amendment': 'amendment' }, agreement);
  const amending = agreement === 'amendment' ? TACIT : {};
  const text =
    parent === undefined ? adoption(CLAUSES) : adoption(amending, { kind: 'amendment', parent });
  return { ...text, adoptedOn: pick % 3 === 0 ? on : '2000-01-01' };
}

function corrected({ actor, on, pick }: Move) {
  const changes = [
    { on },
    { actor },
    { effectiveOn: on },
    { effectiveOn: null },
    { instrument: 'succession' },
    { form: 'definitive' },
    { on, actor },
  ];
  return pick % 2 === 0 ? { void: true } : { change: changes[(pick >> 1) % changes.length] };
}

const about = (on: string, member: string, id: string) => ({ on, [member]: id });

/** Payloads by kind of act; each is what its schema accepts. */
export const PAYLOADS: Readonly<Record<string, (move: Move, named: Named) => object>> = {
  adopt: adopting,
  'open-for-signature': ({ on }) => ({ from: on, to: addDays(on, 300) }),
  sign: (move, named) => ({
    on: move.on,
    form: ['simple', 'definitive', 'ad-referendum'][move.pick % 3],
    ...by(move, named),
  }),
  deposit: (move, named) => ({
    on: move.on,
    instrument: instruments[move.pick % instruments.length],
    ...(move.pick % 9 === 0 ? { received: named('receive-instrument') } : {}),
    ...by(move, named),
  }),
  'apply-provisionally': ({ on }) => ({ on }),
  'end-provisional-application': ({ on }) => ({ on }),
  withdraw: (move, named) => ({ on: move.on, ...by(move, named) }),
  'revoke-withdrawal': ({ on }, named) => about(on, 'withdrawal', named('withdraw')),
  'record-event': ({ on, other, pick }) => ({
    on,
    event: 'agreed',
    ...(pick % 3 === 0 ? { of: other } : {}),
  }),
  correct: (move, named) => ({ act: named(), reason: 'Misread', ...corrected(move) }),
  'present-full-powers': (move) => ({
    on: move.on,
    holder: { name: 'A person', office: 'other' },
    powers: ['sign', 'deposit', 'withdraw'],
    issuedBy: { name: 'A minister', office: 'minister-for-foreign-affairs' },
    ...until(move),
  }),
  'revoke-full-powers': ({ on }, named) => about(on, 'fullPowers', named('present-full-powers')),
  initial: ({ on }) => ({ on }),
  'receive-instrument': ({ on, pick }) => ({
    on,
    instrument: instruments[pick % instruments.length],
  }),
  'return-instrument': ({ on }, named) => ({
    ...about(on, 'received', named('receive-instrument')),
    reasons: 'It is not in due form.',
  }),
  notify: ({ on, pick }, named) => ({
    on,
    number: `C.N.${1 + (pick % 4)}.${on.slice(0, 4)}.TREATIES-I.1`,
    acts: [named()],
    ...(pick % 4 === 0 ? { corrects: named('notify') } : {}),
  }),
  'propose-correction': ({ on, pick }) => ({
    on,
    reason: 'A slip',
    passages: [
      { provision: 'art_1', language: 'en', wrong: pick % 2 ? 'shared' : 'lost', right: 'common' },
    ],
  }),
  'object-to-correction': ({ on }, named) => ({
    ...about(on, 'proposal', named('propose-correction')),
    reason: 'It is none.',
  }),
  rectify: ({ on }, named) => about(on, 'proposal', named('propose-correction')),
  register: ({ on, pick }) => ({ on, number: `${pick % 2}` }),
  reserve: ({ on, pick }) => ({
    on,
    moment: ['signature', 'consent', 'succession', 'later'][pick % 4],
    provisions: provisions(pick),
    effect: pick % 2 === 0 ? 'excludes' : 'modifies',
    text: words(pick),
  }),
  'confirm-reservation': ({ on }, named) => about(on, 'reservation', named('reserve')),
  'modify-reservation': ({ on, pick }, named) => ({
    ...about(on, 'reservation', named('reserve')),
    provisions: provisions(pick),
    effect: pick % 2 === 0 ? 'excludes' : 'modifies',
    text: words(pick),
  }),
  'withdraw-reservation': ({ on, pick }, named) => ({
    ...about(on, 'reservation', named('reserve')),
    ...(pick % 2 === 0 ? { provisions: some(pick) } : {}),
  }),
  'accept-reservation': ({ on }, named) => about(on, 'reservation', named('reserve')),
  'ask-clarification': ({ on }, named) => ({
    ...about(on, 'reservation', named('reserve')),
    reasons: 'The text prohibits it.',
  }),
  clarify: ({ on, pick }, named) => ({
    ...about(on, 'reservation', named('reserve')),
    meant: pick % 2 === 0 ? 'reservation' : 'interpretative-declaration',
  }),
  object: ({ on, pick }, named) => ({
    ...about(on, 'reservation', named('reserve')),
    definite: pick % 3 === 0,
    text: words(pick),
  }),
  'withdraw-objection': ({ on }, named) => about(on, 'objection', named('object')),
  declare: (move) => ({
    on: move.on,
    kind: move.pick % 3 === 0 ? 'non-recognition' : 'interpretative',
    text: words(move.pick),
    ...(move.pick % 3 === 0 ? { towards: [move.other] } : {}),
    ...until(move),
  }),
  'withdraw-declaration': ({ on }, named) => about(on, 'declaration', named('declare')),
  derogate: (move) => ({
    on: move.on,
    from: move.on,
    provisions: some(move.pick),
    text: words(move.pick),
    ...until(move),
  }),
  'end-derogation': ({ on }, named) => about(on, 'derogation', named('derogate')),
  'refuse-amendment': ({ on }) => ({ on }),
  'withdraw-refusal': ({ on }, named) => about(on, 'refusal', named('refuse-amendment')),
  suspend: (move) => ({
    on: move.on,
    ground: 'By consent',
    ...(move.pick % 2 === 0 ? { between: [move.actor, move.other] } : {}),
    ...until(move),
  }),
  resume: ({ on }, named) => about(on, 'suspension', named('suspend')),
  terminate: ({ on }) => ({ on, ground: 'By consent of all' }),
  'extend-to-territories': ({ on, pick }) => ({ on, territories: territories(pick) }),
  'exclude-territories': ({ on, pick }) => ({ on, territories: territories(pick) }),
  'reach-stage': ({ agreement, on, pick }) => ({
    agreement,
    stage: pick % 2 === 0 ? 'submitted' : 'set-aside',
    on,
  }),
  'fix-text': ({ on, pick }) => ({
    on,
    language: pick % 2 === 0 ? 'en' : 'fr',
    title: 'Convention',
    provisions: laid(pick),
  }),
  'change-text': ({ on, pick }) => ({
    on,
    language: pick % 3 === 0 ? 'fr' : 'en',
    changes: [change(pick), change(pick >> 2)],
  }),
};
