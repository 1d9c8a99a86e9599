/** The row that an act of the practice leaves. */
import type { AdmittedAct } from '../../../kernel/define-area.ts';
import { type RowChange, put } from '../../../kernel/table.ts';
import { factTable } from '../tables.ts';

/** One row with the whole payload. */
export function factRows({ id, header, payload }: AdmittedAct<unknown>): readonly RowChange[] {
  return [
    put(factTable, {
      entry: id,
      type: header.type,
      actor: header.actor,
      author: header.author,
      issued_at: header.issuedAt,
      effective_on: header.effectiveOn,
      source: header.basis.kind === 'recorded' ? header.basis.source : null,
      marking: header.marking,
      payload,
    }),
  ];
}
