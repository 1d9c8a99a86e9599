/**
 * From the shipped reservations to acts. What answers another act names it by its id, so that the
 * rows go in by rounds: reservations, then what answers them, then what answers that.
 */
import { isRefusal } from '../kernel/refusal.ts';
import type { DraftAct, Receipt, Recorder } from '../kernel/submission.ts';
import { registerOf } from '../practices/agreements/area.ts';
import type { WorldAgreement } from './agreements.ts';
import { type Loaded, outcomeOf, sourceText } from './load-actors.ts';
import type { WorldReservation } from './reservation-files.ts';

const NOTE = 'Told in other words than its maker’s, from the source named.';

function payloadOf(row: WorldReservation, about: string): Record<string, unknown> {
  const { act, date: on, provisions, effect, summary } = row;
  const text = [{ language: 'en', text: summary }];
  if (act === 'reservation') return { on, provisions, effect, text, note: NOTE };
  if (act === 'withdrawal') return { on, reservation: about };
  if (act === 'objection-withdrawal') return { on, objection: about };
  const definite = act === 'definite-objection';
  return { on, reservation: about, definite, text, note: NOTE };
}

const VERBS: Readonly<Record<WorldReservation['act'], string>> = {
  reservation: 'reserve',
  objection: 'object',
  'definite-objection': 'object',
  withdrawal: 'withdraw-reservation',
  'objection-withdrawal': 'withdraw-objection',
};

/** The act behind a receipt: the one recorded now, or the one by which it was said before. */
function actOf(receipt: Receipt | undefined): string | null {
  if (receipt === undefined) return null;
  return isRefusal(receipt) ? (receipt.values['act'] ?? null) : receipt.id;
}

interface Item {
  readonly agreement: string;
  readonly row: WorldReservation;
}

const nameOf = (agreement: string, key: string): string => `${agreement} ${key}`;

function draftOf({ agreement, row }: Item, about: string): DraftAct {
  return {
    type: `agreements.${VERBS[row.act]}`,
    register: registerOf(agreement),
    actor: row.actor,
    payload: payloadOf(row, about),
    basis: { kind: 'recorded', source: sourceText([row.source]) },
  };
}

/** Records the shipped reservations and answers to them; a second time changes nothing. */
export async function loadReservations(
  store: Recorder,
  agreements: readonly WorldAgreement[],
): Promise<Loaded> {
  const ids = new Map<string, string>();
  const drafts: DraftAct[] = [];
  const receipts: Receipt[] = [];
  let left: Item[] = agreements.flatMap(({ id, reservations }) =>
    reservations.map((row) => ({ agreement: id, row })),
  );
  while (left.length > 0) {
    const ready = left.filter(
      ({ agreement, row }) => row.act === 'reservation' || ids.has(nameOf(agreement, row.about)),
    );
    // What answers a row that was refused has nothing to name.
    if (ready.length === 0) break;
    const round = ready.map((item) =>
      draftOf(item, ids.get(nameOf(item.agreement, item.row.about)) ?? ''),
    );
    const received = await store.submit(round);
    for (const [at, { agreement, row }] of ready.entries()) {
      const act = actOf(received[at]);
      if (act !== null) ids.set(nameOf(agreement, row.key), act);
    }
    drafts.push(...round);
    receipts.push(...received);
    const done = new Set(ready);
    left = left.filter((item) => !done.has(item));
  }
  return outcomeOf(drafts, receipts);
}
