/** Acts that make a body what it is. */
import type { z } from 'zod';
import { type ActDefinition, defineAct } from '../../../kernel/define-area.ts';
import {
  AdmittedObserver,
  AdoptedRules,
  AllocatedSeats,
  ElectedOfficer,
  EndedObservation,
  EndedOffice,
  EstablishedBody,
  RestoredRights,
  SeatedMember,
  SetWeights,
  SuspendedRights,
  VacatedSeat,
} from '../payloads/body.ts';
import { AssessedContributions, StatedArrears } from '../payloads/contributions.ts';
import { factRows } from './fact-row.ts';

export const establishBody = defineAct({
  type: 'meetings.establish-body',
  title: 'Establish a body',
  payload: EstablishedBody,
  opens: true,
  example: {
    title: { en: 'Council' },
    kind: 'council' as const,
    membership: { kind: 'seats' as const },
  },
  apply: factRows,
});

/** An act upon a body that is there. */
const upon = <Schema extends z.ZodType>(
  verb: string,
  title: string,
  payload: Schema,
  example: z.input<Schema>,
): ActDefinition =>
  defineAct({ type: `meetings.${verb}`, title, payload, example, apply: factRows });

const adoptRules = upon('adopt-rules', 'Adopt rules of procedure', AdoptedRules, {
  from: '2026-01-01',
  citation: 'Rules of Procedure of the Council, 2026',
  rules: [
    {
      name: 'substance',
      title: { en: 'Questions of substance' },
      citation: 'Rules of Procedure of the Council, rule 12',
      method: 'vote',
      adoptedIf: { kind: 'share', base: 'present-and-voting', threshold: '2/3' },
    },
  ],
  quorumToOpen: { kind: 'share', of: 'present', base: 'members', threshold: '1/2', more: true },
  speaking: [
    { kind: 'statement', minutesMax: 10, citation: 'Rules of Procedure of the Council, rule 8' },
  ],
});

const setWeights = upon('set-weights', 'Set the weights of members', SetWeights, {
  scheme: 'contributions',
  from: '2026-01-01',
  citation: 'Decision on contributions, 2026',
  weights: [
    { actor: 'KEN', weight: '3/100' },
    { actor: 'FRA', weight: '4.318' },
  ],
});

const allocateSeats = upon('allocate-seats', 'Allocate seats to groups', AllocatedSeats, {
  from: '2026-01-01',
  citation: 'Resolution on the composition of the Council',
  groups: [
    {
      seats: 'african',
      title: { en: 'African States' },
      number: 3,
      of: 'un-african-group',
      termYears: 2,
      immediateReelection: false,
    },
  ],
});

const seatMember = upon('seat-member', 'Seat a member', SeatedMember, {
  member: 'KEN',
  seats: 'african',
  from: '2026-01-01',
  until: '2027-12-31',
});

const vacateSeat = upon('vacate-seat', 'Vacate a seat', VacatedSeat, {
  member: 'KEN',
  seats: 'african',
  until: '2026-06-30',
});

const electOfficer = upon('elect-officer', 'Elect an officer', ElectedOfficer, {
  office: 'chair',
  holder: 'KEN',
  person: 'Amina Otieno',
  from: '2026-01-01',
});

const endOffice = upon('end-office', 'End an office', EndedOffice, {
  office: 'chair',
  holder: 'KEN',
  person: 'Amina Otieno',
  until: '2026-12-31',
});

const admitObserver = upon('admit-observer', 'Admit an observer', AdmittedObserver, {
  observer: 'iucn',
  category: 'non-governmental',
  rights: ['attend', 'documents', 'speak'],
  from: '2026-01-01',
});

const endObservation = upon('end-observation', 'End an admission', EndedObservation, {
  observer: 'iucn',
  until: '2026-12-31',
});

const assessContributions = upon(
  'assess-contributions',
  'Assess the contributions of a year',
  AssessedContributions,
  {
    year: 2025,
    citation: 'Resolution on the budget of 2025',
    unit: 'USD',
    total: '3600000',
    scheme: 'contributions',
  },
);

const stateArrears = upon('state-arrears', 'State what members owe', StatedArrears, {
  on: '2026-01-15',
  citation: 'Letter of the secretariat of 15 January 2026',
  unit: 'USD',
  owed: [{ actor: 'KEN', amount: '24000' }],
});

const suspendRights = upon('suspend-rights', 'Suspend rights of a member', SuspendedRights, {
  member: 'KEN',
  what: 'voting',
  for: 'arrears',
  citation: 'UN Charter Art. 19',
  from: '2026-01-01',
});

const restoreRights = upon('restore-rights', 'Restore rights of a member', RestoredRights, {
  member: 'KEN',
  for: 'arrears',
  citation: 'UN Charter Art. 19',
  from: '2026-03-01',
});

export const bodyActs: readonly ActDefinition[] = [
  establishBody,
  adoptRules,
  setWeights,
  allocateSeats,
  seatMember,
  vacateSeat,
  electOfficer,
  endOffice,
  admitObserver,
  endObservation,
  assessContributions,
  stateArrears,
  suspendRights,
  restoreRights,
];
