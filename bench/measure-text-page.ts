/**
 * A large text under negotiation on a node: its page from the request to the last byte, for readers
 * who are signed in or not, and edits by twenty delegations, one after another and at once.
 */
import { gzipSync } from 'node:zlib';
import { setTimeout } from 'node:timers/promises';
import { isRefusal } from '../src/kernel/refusal.ts';
import type { DraftAct } from '../src/kernel/submission.ts';
import { REGISTRY } from '../src/store/keys-area.ts';
import type { Store } from '../src/store/contract.ts';
import { tokenByLink } from '../test/host/administrator.ts';
import { whileServing } from './parts.ts';
import { workedMilliseconds } from './process-memory.ts';
import { type Durations, durationsOf } from './quantiles.ts';
import { OPERATOR, type Rig, openRigStore } from './rigs.ts';
import { CHANGES, EDITORS, editorOf, proposedChanges, tabledText } from './text-acts.ts';

const [BODY, SESSION, TEXT] = ['bodies/measured-room', 'meetings/measured-room', 'texts/measured'];
const PAGE = '/meetings/texts/measured';
const BASIS = { kind: 'recorded', source: 'the bench' } as const;
const ROUNDS = 12;
export const EDITS_EACH = 50;
const ALONE = 20;
/** Until then a node that started makes its front page: that is none of the text's. */
const START_MILLISECONDS = 2000;

/** With how long the node was at work for each, which others on the machine make no longer. */
export type Worked = Durations & { readonly workedMilliseconds: number | null };

export interface TextPageMeasured {
  /** Nothing of the text being in memory. */
  readonly firstMilliseconds: number;
  readonly firstWorked: number | null;
  readonly signedOut: Worked;
  readonly signedIn: Worked;
  /** Each after one more edit. */
  readonly afterEdit: Worked;
  readonly gzipBytes: number;
  readonly bytes: number;
  readonly edit: Durations;
  /** All editors at once; of an edit, how long this process was at work for it. */
  readonly together: { readonly seconds: number; readonly workedMilliseconds: number };
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

  /** Opens the front page, as readers do first: the node has made it by itself soon after. */
  async arrive(): Promise<void> {
    const response = await fetch(this.#address);
    await response.text();
    await setTimeout(START_MILLISECONDS);
  }

  async issues(): Promise<number> {
    const response = await fetch(`${this.#address}/api/meetings/text?text=measured`);
    // The question's schema says so.
    const { open } = (await response.json()) as { open: number };
    return open;
  }
}

/** All editors at once, each handing in its next edit when the last was admitted. */
async function together(store: Store): Promise<TextPageMeasured['together']> {
  const changes = proposedChanges(EDITORS * EDITS_EACH, 11);
  let edits = 0;
  const [began, before] = [performance.now(), process.cpuUsage()];
  const all = Array.from({ length: EDITORS }, async (_, editor) => {
    for (let turn = 0; turn < EDITS_EACH; turn += 1) {
      const [receipt] = await store.submit([edit(changes[turn * EDITORS + editor] ?? {}, editor)]);
      if (receipt === undefined || isRefusal(receipt)) throw new Error('an edit was refused');
      edits += 1;
    }
  });
  await Promise.all(all);
  const { user, system } = process.cpuUsage(before);
  const worked = (user + system) / 1000 / edits;
  return { seconds: (performance.now() - began) / 1000, workedMilliseconds: worked };
}

type Served = Omit<TextPageMeasured, 'together'>;

async function measure(editing: Editing, pid: number): Promise<Served> {
  await editing.arrive();
  const idle = workedMilliseconds(pid);
  const first = await editing.open(0, false);
  const busy = workedMilliseconds(pid);
  const opened = async (from: number, isSignedIn: boolean): Promise<Worked> => {
    const took: number[] = [];
    const before = workedMilliseconds(pid);
    for (let round = 0; round < ROUNDS; round += 1) {
      took.push((await editing.open(from + round, isSignedIn)).took);
    }
    const after = workedMilliseconds(pid);
    const worked = before === null || after === null ? null : (after - before) / ROUNDS;
    return { ...durationsOf(took), workedMilliseconds: worked };
  };
  const signedOut = await opened(100, false);
  const signedIn = await opened(200, true);
  const [edits, after]: [number[], number[]] = [[], []];
  let afterWorked = 0;
  for (const [at, change] of proposedChanges(ALONE, 7).entries()) {
    edits.push(await editing.send(change, at));
    const admitted = workedMilliseconds(pid) ?? 0;
    after.push((await editing.open(300 + at, false)).took);
    afterWorked += (workedMilliseconds(pid) ?? 0) - admitted;
  }
  return {
    firstMilliseconds: first.took,
    firstWorked: idle === null || busy === null ? null : busy - idle,
    signedOut,
    signedIn,
    afterEdit: { ...durationsOf(after), workedMilliseconds: afterWorked / ALONE },
    bytes: Buffer.byteLength(first.html),
    gzipBytes: gzipSync(first.html).byteLength,
    edit: durationsOf(edits),
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
  const served = await whileServing('serve', { folder, connection }, async (address, link, pid) =>
    measure(new Editing(address, await tokenByLink(link)), pid),
  );
  // A node takes no thousand requests a minute from one address: what is behind it is measured.
  const again = await openRigStore(folder, connection);
  try {
    return { ...served, together: await together(again) };
  } finally {
    await again.close();
  }
}
