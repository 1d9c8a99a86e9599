/** Votes of the past, recorded from their source. */
import { type ActDefinition, type AdmittedAct, defineAct } from '../../../kernel/define-area.ts';
import { put } from '../../../kernel/table.ts';
import { RecordedRollCall } from '../payloads/roll-call.ts';
import { nameIn } from '../registers.ts';
import { rollCallTable } from '../tables.ts';

function rollCallRows({ id, header, payload }: AdmittedAct<RecordedRollCall>) {
  const { stated, note, unresolved } = payload;
  return [
    put(rollCallTable, {
      entry: id,
      body: nameIn('votes', header.register),
      number: payload.number,
      session: payload.session ?? null,
      taken_on: payload.on,
      symbol: payload.symbol ?? null,
      title: payload.title,
      issues: payload.issues,
      matter: payload.matter ?? null,
      yes: payload.yes.join(' '),
      no: payload.no.join(' '),
      abstain: payload.abstain.join(' '),
      absent: payload.absent.join(' '),
      detail: {
        ...(stated && { stated }),
        ...(unresolved.length > 0 && { unresolved }),
        ...(note !== undefined && { note }),
      },
      source: header.basis.kind === 'recorded' ? header.basis.source : null,
    }),
  ];
}

export const recordRollCall = defineAct({
  type: 'meetings.record-roll-call',
  title: 'Record a roll call from its source',
  payload: RecordedRollCall,
  opens: true,
  example: {
    number: '4829',
    on: '2008-05-15',
    symbol: 'A/RES/62/249',
    title: 'Status of internally displaced persons',
    yes: ['USA'],
    no: ['RUS'],
    stated: { yes: 14, no: 11, abstain: 105 },
  },
  apply: rollCallRows,
});

export const voteActs: readonly ActDefinition[] = [recordRollCall];
