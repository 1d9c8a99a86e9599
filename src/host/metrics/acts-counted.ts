/** A store that counts what becomes of acts, by area and outcome alone. */
import type { Counter } from '@opentelemetry/api';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Receipt, isAwaiting } from '../../kernel/submission.ts';
import type { Store } from '../../store/contract.ts';

function outcomeOf(receipt: Receipt): 'admitted' | 'refused' | 'awaiting' {
  if (isRefusal(receipt)) return 'refused';
  return isAwaiting(receipt) ? 'awaiting' : 'admitted';
}

/** The area of a kind of act; what is sent from outside may name none that there is. */
const areaOf = (type: string, areas: ReadonlySet<string>): string => {
  const [area = ''] = type.split('.');
  return areas.has(area) ? area : 'other';
};

/** The store, counting acts that are handed in here and acts that come from other nodes. */
export function countingStore(store: Store, acts: Counter, areas: ReadonlySet<string>): Store {
  const count = (types: readonly string[], receipts: readonly Receipt[]): void => {
    for (const [at, receipt] of receipts.entries()) {
      const area = areaOf(types[at] ?? '', areas);
      acts.add(1, { area, outcome: outcomeOf(receipt) });
    }
  };
  return {
    ...store,
    submit: async (drafts, report, viewer) => {
      const receipts = await store.submit(drafts, report, viewer);
      count(
        drafts.map(({ type }) => type),
        receipts,
      );
      return receipts;
    },
  };
}
