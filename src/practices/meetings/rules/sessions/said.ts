/** The acts of a session, told apart by what they do. */
import type { AdoptedAgenda, ConcludedItem, OrderOfDay } from '../../payloads/session-agenda.ts';
import type { ProposedItem, TakenUpItem } from '../../payloads/session-agenda.ts';
import type {
  ReportedCredentials,
  SubmittedCredentials,
} from '../../payloads/session-credentials.ts';
import type {
  IssuedDocument,
  Sponsored,
  TakenOver,
  WithdrawnProposal,
} from '../../payloads/session-documents.ts';
import type {
  ClosedList,
  DeliveredStatement,
  EndedSpeech,
  GivenFloor,
  RequestedFloor,
  RuledOnPoint,
  TimeLimit,
  WithdrawnRequest,
} from '../../payloads/session-floor.ts';
import type { AnsweredInput, SubmittedInput } from '../../payloads/session-inputs.ts';
import type {
  CheckedIn,
  ConvenedSession,
  MovedSitting,
  OpenedSitting,
  RegisteredPresence,
} from '../../payloads/session.ts';
import type { PutQuestion } from '../../payloads/decision.ts';
import type { Fact } from '../facts.ts';

/** What each act of a session says, by its verb. */
export interface Said {
  convene: ConvenedSession;
  'submit-credentials': SubmittedCredentials;
  'report-credentials': ReportedCredentials;
  'open-sitting': OpenedSitting;
  'suspend-sitting': MovedSitting;
  'resume-sitting': MovedSitting;
  'close-sitting': MovedSitting;
  'check-in': CheckedIn;
  'register-presence': RegisteredPresence;
  'issue-document': IssuedDocument;
  sponsor: Sponsored;
  'withdraw-sponsorship': Sponsored;
  'withdraw-proposal': WithdrawnProposal;
  'take-over': TakenOver;
  'propose-item': ProposedItem;
  'adopt-agenda': AdoptedAgenda;
  'set-order-of-day': OrderOfDay;
  'take-up-item': TakenUpItem;
  'conclude-item': ConcludedItem;
  'request-floor': RequestedFloor;
  'withdraw-request': WithdrawnRequest;
  'give-floor': GivenFloor;
  'end-speech': EndedSpeech;
  'close-list': ClosedList;
  'set-time-limit': TimeLimit;
  'rule-on-point': RuledOnPoint;
  'deliver-statement': DeliveredStatement;
  'submit-input': SubmittedInput;
  'answer-input': AnsweredInput;
  'put-question': PutQuestion;
}
export type Verb = keyof Said;

/** Whether the act does this; its payload is then what the schema of the verb gave. */
export function does<V extends Verb>(fact: Fact, verb: V): fact is Fact<Said[V]> {
  return fact.type === `meetings.${verb}`;
}

/** The acts that do this, in the order of admission. */
export function allThat<V extends Verb>(facts: readonly Fact[], verb: V): Fact<Said[V]>[] {
  return facts.filter((fact) => does(fact, verb));
}
