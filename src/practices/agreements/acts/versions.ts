/** What changes an agreement over time, and where it applies. VCLT Arts. 29, 39-41, 54-60. */
import { defineAct } from '../../../kernel/define-area.ts';
import {
  AmendmentRefusal,
  RefusalWithdrawal,
  Resumption,
  Suspension,
  TerritorialExtension,
  Termination,
} from '../payloads/versions.ts';
import { detailedRow } from './event.ts';

const territories = [{ name: 'the Common Islands' }];

export const refuseAmendment = defineAct({
  type: 'agreements.refuse-amendment',
  title: 'Refuse an amendment that silence would accept',
  payload: AmendmentRefusal,
  example: { on: '2025-06-01' },
  apply: (act) => detailedRow('refuse-amendment', act),
});

export const withdrawRefusal = defineAct({
  type: 'agreements.withdraw-refusal',
  title: 'Withdraw the refusal of an amendment',
  payload: RefusalWithdrawal,
  example: { on: '2027-06-01', refusal: '0'.repeat(64) },
  apply: (act) => detailedRow('withdraw-refusal', act),
});

export const suspend = defineAct({
  type: 'agreements.suspend',
  title: 'Suspend the operation',
  payload: Suspension,
  example: { on: '2025-06-01', ground: 'Consent of all parties' },
  apply: (act) => detailedRow('suspend', act),
});

export const resume = defineAct({
  type: 'agreements.resume',
  title: 'Resume the operation',
  payload: Resumption,
  example: { on: '2026-06-01', suspension: '0'.repeat(64) },
  apply: (act) => detailedRow('resume', act),
});

export const terminate = defineAct({
  type: 'agreements.terminate',
  title: 'Terminate the agreement',
  payload: Termination,
  example: { on: '2026-06-01', ground: 'Consent of all parties' },
  apply: (act) => detailedRow('terminate', act),
});

export const extendToTerritories = defineAct({
  type: 'agreements.extend-to-territories',
  title: 'Extend to territories',
  payload: TerritorialExtension,
  example: { on: '2025-06-01', territories },
  apply: (act) => detailedRow('extend-to-territories', act),
});

export const excludeTerritories = defineAct({
  type: 'agreements.exclude-territories',
  title: 'Apply to territories no more',
  payload: TerritorialExtension,
  example: { on: '2026-06-01', territories },
  apply: (act) => detailedRow('exclude-territories', act),
});

export const versionActs = [
  refuseAmendment,
  withdrawRefusal,
  suspend,
  resume,
  terminate,
  extendToTerritories,
  excludeTerritories,
];
