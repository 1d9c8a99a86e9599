/**
 * A large text under negotiation on a node: its page from the request to the last byte, for readers
 * who are signed in and who are not, and edits by twenty delegations, one after another and at once.
 */
import { gzipSync } from 'node:zlib';
import { isRefusal } from '../src/kernel/refusal.ts';
import type { DraftAct } from '../src/kernel/submission.ts';
import { REGISTRY } from '../src/store/keys-area.ts';
import type { Store } from '../src/store/contract.ts';
import { tokenByLink } from '../test/host/administrator.ts';
import { whileServing } from './parts.ts';
import { type Durations, durationsOf } from './quantiles.ts';
import { OPERATOR, type Rig, openRigStore } from './rigs.ts';
import { CHANGES, EDITORS, editorOf, proposedChanges, tabledText } from './text-acts.ts';

const [BODY, SESSION, TEXT] = ['bodies/measured-room', 'meetings/measured-room', 'texts/measured'];
const PAGE = '/meetings/texts/measured';
const BASIS = { kind: 'recorded', source: 'the bench' } as const;
const ROUNDS = 12;
export const EDITS_EACH = 50;
const ALONE = 20;

export interface TextPageMeasured {
  /** Nothing of the text being in memory. */
  readonly firstMilliseconds: number;
  readonly signedOut: Durations;
  readonly signedIn: Durations;
  /** Each after one more edit. */
  readonly afterEdit: Durations;
  readonly gzipBytes: number;
  readonly bytes: number;
  readonly edit: Durations;
  /** All editors at once, each sending its next edit when the last was answered. */
  readonly together: { readonly seconds: number; readonly edit: Durations };
  readonly issues: number;
}

const draft = (type: string, register: string, payload: object, actor = OPERATOR): DraftAct => {
  return { type, register, actor, payload, basis: BASIS };
};

async function prepare(store: Store): Promise<void> {
  const editors = Array.from({ length: EDITORS }, (_, at) => editorOf(at));
  const known = { kind: 'state', treatyCapacity: true, regionalIntegration: false };
  const membership = { kind: 'seats' };
  const body = { title: { en: 'Room' }, kind: 'plenary', membership };
  const opens = { body: 'measured-room', title: { en: 'Room' }, opensOn: '2026-01-01' };
  const batches = [
    editors.map((id) => draft('actors.enter', REGISTRY, { id, names: { en: id }, ...known }, id)),
    [draft('meetings.establish-body', BODY, body)],
    editors.map((member) => draft('meetings.seat-member', BODY, { member, from: '2020-01-01' })),
    [draft('meetings.convene', SESSION, { ...opens, closesOn: '2099-01-01' })],
    [draft('meetings.table-text', TEXT, tabledText('measured-room'))],
    proposedChanges(CHANGES).map((change, at) => edit(change, at)),
  ];
  for (const batch of batches) {
    for (const receipt of await store.submit(batch)) {
      if (isRefusal(receipt)) throw new Error(`${receipt.rule.id}: ${receipt.reason}`);
    }
  }
}

const edit = (change: object, at: number): DraftAct =>
  draft('meetings.propose-change', TEXT, change, editorOf(at));

class Editing {
  readonly #address: string;
  readonly #authorization: string;

  constructor(address: string, token: string) {
    this.#address = address;
    this.#authorization = `Bearer ${token}`;
  }

  /** Hands in one edit; how long until it was admitted. */
  async send(change: object, at: number): Promise<number> {
    const headers = { authorization: this.#authorization, 'content-type': 'application/json' };
    const began = performance.now();
    const body = JSON.stringify(edit(change, at));
    const response = await fetch(`${this.#address}/api/acts`, { method: 'POST', body, headers });
    const said = await response.text();
    if (response.status !== 201) throw new Error(`an edit was answered with ${said}`);
    return performance.now() - began;
  }

  /** Opens the page at an address of its own, so that nothing made for another is served. */
  async open(number: number, isSignedIn: boolean): Promise<{ took: number; html: string }> {
    const headers = isSignedIn ? { authorization: this.#authorization } : {};
    const began = performance.now();
    const response = await fetch(`${this.#address}${PAGE}?round=${number}`, { headers });
    const html = await response.text();
    if (response.status !== 200) throw new Error(`the page was answered with ${response.status}`);
    return { took: performance.now() - began, html };
  }

  async issues(): Promise<number> {
    const response = await fetch(`${this.#address}/api/meetings/text?text=measured`);
    // The question's schema says so.
    const { open } = (await response.json()) as { open: number };
    return open;
  }
}

async function together(editing: Editing) {
  const changes = proposedChanges(EDITORS * EDITS_EACH, 11);
  const took: number[] = [];
  const began = performance.now();
  const all = Array.from({ length: EDITORS }, async (_, editor) => {
    for (let turn = 0; turn < EDITS_EACH; turn += 1) {
      const change = changes[turn * EDITORS + editor] ?? {};
      took.push(await editing.send(change, editor));
    }
  });
  await Promise.all(all);
  return { seconds: (performance.now() - began) / 1000, edit: durationsOf(took) };
}

async function measure(editing: Editing): Promise<TextPageMeasured> {
  const first = await editing.open(0, false);
  const opened = async (from: number, isSignedIn: boolean): Promise<Durations> => {
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      took.push((await editing.open(from + round, isSignedIn)).took);
    }
    return durationsOf(took);
  };
  const signedOut = await opened(100, false);
  const signedIn = await opened(200, true);
  const [edits, after]: [number[], number[]] = [[], []];
  for (const [at, change] of proposedChanges(ALONE, 7).entries()) {
    edits.push(await editing.send(change, at));
    after.push((await editing.open(300 + at, false)).took);
  }
  return {
    firstMilliseconds: first.took,
    signedOut,
    signedIn,
    afterEdit: durationsOf(after),
    bytes: Buffer.byteLength(first.html),
    gzipBytes: gzipSync(first.html).byteLength,
    edit: durationsOf(edits),
    together: await together(editing),
    issues: await editing.issues(),
  };
}

/** Fills a database with the text, serves it, and has it read and edited. */
export async function measureTextPage(rig: Rig): Promise<TextPageMeasured> {
  const connection = await rig.database('measured_text');
  const { folder } = rig;
  const store = await openRigStore(folder, connection);
  try {
    await prepare(store);
  } finally {
    await store.close();
  }
  return whileServing('serve', { folder, connection }, async (address, firstLink) =>
    measure(new Editing(address, await tokenByLink(firstLink))),
  );
}
