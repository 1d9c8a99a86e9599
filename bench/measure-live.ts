/** How soon an open page shows what another process recorded: told by the line, fetched again. */
import type { Connection } from '../src/store/embedded-postgres.ts';
import { registerOf } from '../src/practices/agreements/area.ts';
import { type Durations, durationsOf } from './quantiles.ts';
import { openRigStore } from './rigs.ts';

const ROUNDS = 20;

export interface Live {
  /** From handing in an act to the last byte of the page that shows it. */
  readonly shown: Durations;
}

/** Reads the line until it tells of a move. */
async function moved(reader: ReadableStreamDefaultReader<string>): Promise<void> {
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) throw new Error('the line ended');
    text += value;
    if (/event: moved\n[^\n]*\n[^\n]*\n\n/.test(text)) return;
  }
}

/** Records events one after another, each seen on the page before the next. */
export async function measureLive(
  address: string,
  rig: { readonly folder: string; readonly connection: Connection; readonly agreement: string },
): Promise<Live> {
  const store = await openRigStore(rig.folder, rig.connection);
  const register = registerOf(rig.agreement);
  const stopping = new AbortController();
  try {
    const seen = (await store.counts({ actors: [] })).get(register) ?? 0;
    const query = new URLSearchParams({ register, since: String(seen) });
    const line = await fetch(`${address}/live?${query.toString()}`, { signal: stopping.signal });
    if (!line.body) throw new Error('no line');
    const reader = line.body.pipeThrough(new TextDecoderStream()).getReader();
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const event = `measured-${round}`;
      const began = performance.now();
      const told = moved(reader);
      const draft = {
        type: 'agreements.record-event',
        register,
        actor: store.operator,
        payload: { event, on: new Date().toISOString().slice(0, 10) },
        basis: { kind: 'recorded' as const, source: 'the bench' },
      };
      const [receipt] = await store.submit([draft]);
      if (!receipt || 'refused' in receipt) throw new Error(`refused: ${receipt?.reason}`);
      await told;
      const page = await fetch(`${address}/agreements/${rig.agreement}`);
      const html = await page.text();
      if (!html.includes(receipt.id)) throw new Error('the page does not show the act');
      took.push(performance.now() - began);
    }
    return { shown: durationsOf(took) };
  } finally {
    stopping.abort();
    await store.close();
  }
}
