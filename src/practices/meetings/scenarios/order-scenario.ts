/**
 * What a scenario on the order of votes is: what was put and voted on in turn, then one more act,
 * which is taken in or refused by a rule; and what is next then.
 */
import { MODULUS_BYTES } from '../../../kernel/blind-signature.ts';
import { PaperMeetings, type Told } from '../paper-meetings.ts';
import { floorOf } from '../rules/decisions/floor-of.ts';
import { latestOf, matterOf } from '../rules/decisions/matter.ts';
import { type Room, orderOfVotes } from '../rules/decisions/order-of-votes.ts';
import { outcomeOf } from '../rules/decisions/outcome-of.ts';
import type { Agenda } from '../rules/deciding/agenda-of-votes.ts';
import type { OutcomeKind } from '../rules/deciding/poll.ts';

export type Step = Told;

export interface OrderScenario {
  readonly title: string;
  readonly given: readonly (Step | readonly Step[])[];
  readonly when: Step;
  /** The rule that refuses it, without its area; null: it is taken in. */
  readonly refusedBy: string | null;
  /** What stands then of the proposal: its steps, and which is next. */
  readonly then?: {
    readonly of: string;
    readonly steps?: readonly string[];
    readonly next?: string | null;
    readonly result?: Agenda['result'];
  };
  /** What came of questions then. */
  readonly outcomes?: Readonly<Record<string, OutcomeKind>>;
}

export const MEMBERS = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF'] as const;
const SESSION = 'meetings/first-session';
const BODY = 'bodies/council';

const half = { kind: 'share', base: 'present-and-voting', threshold: '1/2', more: true };
const twoThirds = { kind: 'share', base: 'present-and-voting', threshold: '2/3' };
const abstaining = {
  kind: 'share',
  of: 'abstain',
  base: 'votes-cast',
  threshold: '1/2',
  more: true,
};

const RULES = [
  {
    name: 'majority',
    method: 'vote',
    adoptedIf: half,
    tie: 'second-vote',
    secondVote: { laterSitting: true, hoursMax: 48 },
  },
  { name: 'important', method: 'vote', adoptedIf: twoThirds, matters: ['reconsideration'] },
  {
    name: 'if-important',
    method: 'vote',
    adoptedIf: twoThirds,
    preliminary: 'majority',
    fallback: 'majority',
  },
  {
    name: 'putting-off',
    method: 'vote',
    adoptedIf: half,
    postponedIf: [abstaining],
    secondVote: { laterSitting: true },
  },
  { name: 'consensus', method: 'consensus', fallback: 'majority' },
  { name: 'on-paper', method: 'vote', adoptedIf: half, modes: ['secret'] },
  {
    name: 'attended',
    method: 'vote',
    adoptedIf: half,
    quorum: { ...half, of: 'present', base: 'members' },
  },
].map((one) => ({ title: { en: one.name }, citation: `Rule ${one.name}`, ...one }));

const inSession = (does: string, payload: object, more: Partial<Step> = {}): Step => ({
  does,
  register: SESSION,
  with: payload,
  ...more,
});

/** Whoever presides puts a question, which waits for the voting to be opened. */
export const puts = (decision: string, on: object = {}, more: object = {}): Step =>
  inSession('put-question', {
    decision,
    title: { en: decision },
    on: { kind: 'other', what: decision, ...on },
    rule: 'majority',
    waits: true,
    ...more,
  });

export const amends = (decision: string, of: string, more: object = {}): Step =>
  inSession('put-question', {
    decision,
    title: { en: decision },
    on: { kind: 'amendment', of, what: decision, ...more },
    rule: 'majority',
    waits: true,
  });

/** Whether a rule applies to a question, which is decided beforehand. */
export const asksWhether = (decision: string, of: string, rule: string): Step =>
  inSession('put-question', {
    decision,
    title: { en: decision },
    on: { kind: 'rule', of, rule },
    rule: 'majority',
    waits: true,
  });

export const separates = (decision: string, of: string, more: object = {}): Step =>
  puts(decision, { kind: 'part', of, what: decision, ...more });

/** A member moves a motion; whoever presides has it voted on. */
export const moves = (motion: string, of?: string, more: object = {}): Step =>
  inSession(
    'put-question',
    {
      decision: motion,
      title: { en: motion },
      on: { kind: 'motion', motion, ...(of !== undefined && { of }) },
      rule: 'majority',
      ...more,
    },
    { actor: 'FFF' },
  );

export const opens = (decision: string, at?: string): Step =>
  inSession('open-voting', { decision }, at === undefined ? {} : { at });
export const closes = (decision: string, at?: string): Step =>
  inSession('close-voting', { decision }, at === undefined ? {} : { at });
export const withdraws = (decision: string): Step =>
  inSession('withdraw-question', { decision, reason: 'It serves no more.' });
export const ranks = (decision: string, ...amendments: readonly (string | object)[]): Step =>
  inSession('rule-on-amendments', {
    decision,
    amendments: amendments.map((one) => (typeof one === 'string' ? { amendment: one } : one)),
  });
export const sits = (at?: string): Step =>
  inSession('open-sitting', {}, at === undefined ? {} : { at });
export const rises = (at?: string): Step =>
  inSession('close-sitting', {}, at === undefined ? {} : { at });

export const votes = (
  decision: string,
  choice: 'yes' | 'no' | 'abstain',
  actor: string = MEMBERS[0],
): Step => inSession('vote', { decision, choice }, { actor });

/** A member takes its paper of a secret ballot. */
export const takesPaper = (decision: string, actor: string = MEMBERS[0]): Step =>
  inSession(
    'take-ballot-paper',
    { decision, ballot: 1, blinded: Buffer.alloc(MODULUS_BYTES, 1).toString('base64url') },
    { actor },
  );

/** The voting from its opening to its close: so many for it, against it and abstaining. */
export function decides(
  decision: string,
  [yes, no, abstain = 0]: readonly [number, number, number?],
  at?: string,
): Step[] {
  const choices = [
    ...Array.from({ length: yes }, () => 'yes' as const),
    ...Array.from({ length: no }, () => 'no' as const),
    ...Array.from({ length: abstain }, () => 'abstain' as const),
  ];
  const cast = choices.map((choice, seat) => votes(decision, choice, MEMBERS[seat]));
  return [opens(decision), ...cast, closes(decision)].map((step) =>
    at === undefined ? step : { ...step, at },
  );
}

export const adopts = (decision: string): Step[] => decides(decision, [4, 2]);
export const rejects = (decision: string): Step[] => decides(decision, [2, 4]);

export const BEGUN: readonly Step[] = [
  {
    does: 'establish-body',
    register: BODY,
    with: {
      title: { en: 'Council' },
      kind: 'council',
      membership: { kind: 'group', group: 'league' },
    },
  },
  {
    does: 'adopt-rules',
    register: BODY,
    with: { from: '2026-01-01', citation: 'Rules', rules: RULES },
  },
  inSession('convene', {
    body: 'council',
    title: { en: 'First session' },
    opensOn: '2026-03-01',
    closesOn: '2026-03-06',
  }),
];

export interface Run {
  /** The rule that refused the last act, without its area; null: it was taken in. */
  readonly refusedBy: string | null;
  /** `l-12 next`, for each step of a proposal. */
  steps(of: string): readonly string[];
  order(of: string): Agenda;
  outcome(name: string): OutcomeKind | null;
}

/** Takes in what is given, in turn, and then hands in one more act. */
export function run({ given, when }: Pick<OrderScenario, 'given' | 'when'>): Run {
  const paper = new PaperMeetings({
    membersOn: (group) => (group === 'league' ? MEMBERS : []),
  });
  for (const told of [...BEGUN, ...given.flat()]) paper.take(told);
  const refused = paper.put(when);
  const floor = floorOf(paper.archive, 'first-session');
  if (floor === null) throw new Error('nobody convened the session');
  const decisions = paper.archive.decisions('first-session');
  const room: Room = { decisions, floor, at: when.at ?? '2026-03-01T12:00:00.000Z' };
  const order = (of: string): Agenda => orderOfVotes(room, matterOf(decisions, of));
  return {
    refusedBy: refused === null ? null : refused.rule.id.replace(/^meetings\./, ''),
    order,
    steps: (of) => order(of).steps.map(({ name, status }) => `${name} ${status}`),
    outcome: (name) => {
      const latest = latestOf(decisions, name);
      return latest === null ? null : outcomeOf(latest, floor, room.at).result;
    },
  };
}
