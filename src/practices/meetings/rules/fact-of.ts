/** An act as a fact, before it has its place in the record. */
import type { ActOf } from '../../../kernel/act.ts';
import type { InstantText } from '../../../kernel/dates.ts';
import type { Fact } from './facts.ts';

/** A place after all that was loaded, for what is accepted in the batch. */
const AFTER_ALL = Number.MAX_SAFE_INTEGER / 2;

/** An act as it will be once it is admitted at the instant. */
export function factOf(act: ActOf<unknown>, at: InstantText, ledger = AFTER_ALL): Fact {
  const { header, id, payload } = act;
  return {
    act: id,
    register: header.register ?? '',
    type: header.type,
    actor: header.actor,
    author: header.author,
    issuedAt: header.issuedAt,
    recordedAt: at,
    ledger,
    effectiveOn: header.effectiveOn,
    source: header.basis.kind === 'recorded' ? header.basis.source : null,
    marking: header.marking,
    payload,
  };
}
