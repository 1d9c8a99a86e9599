/** Acts on credentials, sittings and who is in the room. */
import type { ActDefinition } from '../../../kernel/define-area.ts';
import { ReportedCredentials, SubmittedCredentials } from '../payloads/session-credentials.ts';
import { CheckedIn, MovedSitting, OpenedSitting, RegisteredPresence } from '../payloads/session.ts';
import { sessionAct } from './session-act.ts';

export const presenceActs: readonly ActDefinition[] = [
  sessionAct('submit-credentials', 'Submit credentials', SubmittedCredentials, {
    delegates: [
      { name: 'Amina Otieno', role: 'head', title: 'Permanent Representative' },
      { name: 'Peter Mwangi', role: 'alternate' },
    ],
    issuedBy: 'minister-for-foreign-affairs',
    issuedOn: '2026-02-16',
  }),
  sessionAct('report-credentials', 'Report on credentials', ReportedCredentials, {
    findings: [
      { actor: 'KEN', as: 'accepted' },
      { actor: 'FRA', as: 'provisional', reason: 'The original is still to come.' },
    ],
    citation: 'UNGA Rules of Procedure, rule 28',
  }),
  sessionAct('open-sitting', 'Open a sitting', OpenedSitting, { number: 1 }),
  sessionAct('suspend-sitting', 'Suspend the sitting', MovedSitting, {}),
  sessionAct('resume-sitting', 'Resume the sitting', MovedSitting, {}),
  sessionAct('close-sitting', 'Close the sitting', MovedSitting, {}),
  sessionAct('check-in', 'Check in', CheckedIn, { as: 'present' }),
  sessionAct('register-presence', 'Register who is present', RegisteredPresence, {
    present: ['FRA', 'KEN'],
    left: [],
  }),
];
