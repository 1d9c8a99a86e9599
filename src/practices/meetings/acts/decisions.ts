/** Acts by which a session decides. */
import { type ActDefinition, defineAct } from '../../../kernel/define-area.ts';
import {
  ClosedVoting,
  DemandedRule,
  DrawnLots,
  ExtendedDeadline,
  Objection,
  OpenedVoting,
  PutQuestion,
  ResumedSilence,
  RuledAmendments,
  StatedPosition,
  Vote,
  VoteFor,
  WithdrawnObjection,
  WithdrawnQuestion,
} from '../payloads/decision.ts';
import { factRows } from './fact-row.ts';

export const putQuestion = defineAct({
  type: 'meetings.put-question',
  title: 'Put a question to the decision',
  payload: PutQuestion,
  example: {
    decision: 'draft-declaration',
    title: { en: 'Draft declaration' },
    on: { kind: 'document' as const, symbol: 'GC/1/L.1' },
    rule: 'substance',
  },
  apply: factRows,
});

const demandRule = defineAct({
  type: 'meetings.demand-rule',
  title: 'Demand that it is first decided whether a rule applies',
  payload: DemandedRule,
  example: {
    decision: 'draft-declaration',
    rule: 'important',
    reason: 'The question is important within the meaning of rule 28.',
  },
  apply: factRows,
});

const ruleOnAmendments = defineAct({
  type: 'meetings.rule-on-amendments',
  title: 'Rule on the order of amendments',
  payload: RuledAmendments,
  example: {
    decision: 'draft-declaration',
    amendments: [
      { amendment: 'deletion-of-paragraph-2', rejects: ['shorter-paragraph-2'] },
      { amendment: 'shorter-paragraph-2' },
    ],
  },
  apply: factRows,
});

const openVoting = defineAct({
  type: 'meetings.open-voting',
  title: 'Open the voting',
  payload: OpenedVoting,
  example: { decision: 'draft-declaration' },
  apply: factRows,
});

const vote = defineAct({
  type: 'meetings.vote',
  title: 'Vote',
  payload: Vote,
  example: { decision: 'draft-declaration', choice: 'yes' as const },
  apply: factRows,
});

const voteFor = defineAct({
  type: 'meetings.vote-for',
  title: 'Vote for candidates',
  payload: VoteFor,
  example: { decision: 'election-of-members', candidates: ['KEN'] },
  apply: factRows,
});

const object = defineAct({
  type: 'meetings.object',
  title: 'Object to consensus, or break the silence',
  payload: Objection,
  example: { decision: 'draft-declaration', reason: 'Paragraph 3 goes beyond the mandate.' },
  apply: factRows,
});

const statePosition = defineAct({
  type: 'meetings.state-position',
  title: 'Explain a vote, or state a position on a decision',
  payload: StatedPosition,
  example: {
    decision: 'draft-declaration',
    kind: 'explanation' as const,
    words: 'We voted in favour since the text keeps what was agreed.',
  },
  apply: factRows,
});

const extendDeadline = defineAct({
  type: 'meetings.extend-deadline',
  title: 'Extend a deadline',
  payload: ExtendedDeadline,
  example: {
    decision: 'budget-by-silence',
    until: '2026-03-06T18:00Z',
    reason: 'Two delegations wait for instructions.',
  },
  apply: factRows,
});

const withdrawObjection = defineAct({
  type: 'meetings.withdraw-objection',
  title: 'Withdraw an objection',
  payload: WithdrawnObjection,
  example: { decision: 'work-plan-by-silence', reason: 'Part two has been clarified.' },
  apply: factRows,
});

const resumeSilence = defineAct({
  type: 'meetings.resume-silence',
  title: 'Take up a broken silence again',
  payload: ResumedSilence,
  example: {
    decision: 'work-plan-by-silence',
    until: '2026-03-13T18:00Z',
    reason: 'The text was revised.',
  },
  apply: factRows,
});

const closeVoting = defineAct({
  type: 'meetings.close-voting',
  title: 'Close the voting',
  payload: ClosedVoting,
  example: { decision: 'draft-declaration' },
  apply: factRows,
});

const drawLots = defineAct({
  type: 'meetings.draw-lots',
  title: 'Draw lots between candidates with equal votes',
  payload: DrawnLots,
  example: { decision: 'election-of-members', ballot: 2, elected: ['KEN'] },
  apply: factRows,
});

const withdrawQuestion = defineAct({
  type: 'meetings.withdraw-question',
  title: 'Withdraw a question',
  payload: WithdrawnQuestion,
  example: { decision: 'draft-declaration', reason: 'Consultations go on.' },
  apply: factRows,
});

export const decisionActs: readonly ActDefinition[] = [
  putQuestion,
  demandRule,
  ruleOnAmendments,
  openVoting,
  vote,
  voteFor,
  object,
  withdrawObjection,
  resumeSilence,
  statePosition,
  extendDeadline,
  closeVoting,
  drawLots,
  withdrawQuestion,
];
