/** Does what a practice has prepared in the names of its cast. */
import { setTimeout as delay } from 'node:timers/promises';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import { askForPaper } from '../../kernel/secret-ballot.ts';
import { type DraftAct, ledgerOf } from '../../kernel/submission.ts';
import type { Store } from '../../store/contract.ts';
import { withOriginal } from '../releases/with-original.ts';
import { type Recorded, actorOf, doneIn, recordedIn } from './done.ts';
import { type Prepared, type Script, type Told, needsOf, payloadOf } from './script.ts';

/** How long and how often it is looked whether the node has done its own part. */
const LOOKS_MAX = 60;
const LOOK_MILLISECONDS = 50;

type Serving = Pick<Store, 'act' | 'read' | 'submit'>;

/** The draft of a prepared act, signed with the key of whoever does it. */
export function draftOf(prepared: Prepared, told: Told): DraftAct {
  const { by, marking, recorded, register, type } = prepared;
  const basis =
    recorded === undefined
      ? ({ kind: 'signed' } as const)
      : ({ kind: 'recorded', source: recorded } as const);
  const payload = payloadOf(prepared, told);
  const draft = { type, register, actor: actorOf(prepared), author: by, payload, basis };
  return marking === undefined ? draft : { ...draft, marking };
}

/** What has to be done before an act and is not done, in the order of the script, with itself. */
export function missingFor(
  script: Script,
  key: string,
  done: ReadonlyMap<string, string>,
): readonly Prepared[] {
  const byKey = new Map([...script.path, ...script.further].map((one) => [one.key, one]));
  const wanted = new Map<string, Prepared>();
  const want = (name: string): void => {
    const prepared = byKey.get(name);
    if (prepared === undefined || done.has(name) || wanted.has(name)) return;
    needsOf(prepared).forEach(want);
    // After what it needs, so that each comes when it can be done.
    wanted.set(name, prepared);
  };
  want(key);
  return [...wanted.values()];
}

/** The number that stands for a paper of a secret ballot, under the key of its papers. */
function blindedFor(recorded: readonly Recorded[], { register, payload }: Prepared): string | null {
  const { decision, ballot } = payload;
  const papers = recorded.find(
    (act) =>
      act.type === 'meetings.prepare-ballot-papers' &&
      act.register === register &&
      act.payload['decision'] === decision,
  );
  const key = papers?.payload['key'];
  if (typeof key !== 'string' || typeof decision !== 'string') return null;
  if (typeof ballot !== 'number') return null;
  return askForPaper({ register, decision, ballot }, key).blinded;
}

/** What only the record and a fresh secret can fill in. */
async function completed(
  store: Serving,
  script: Script,
  prepared: Prepared,
  draft: DraftAct,
): Promise<DraftAct> {
  if (prepared.type === 'meetings.take-ballot-paper') {
    const blinded = blindedFor(await recordedIn(store, script), prepared);
    return { ...draft, payload: { ...prepared.payload, blinded } };
  }
  const viewer = { actors: [prepared.by] };
  // It gives back the draft that it was given, with an original where one belongs to it.
  return (await withOriginal(store, viewer, draft)) as DraftAct;
}

/** The act that the node does by itself, once it is there; null where it does not come. */
async function waitFor(
  store: Serving,
  script: Script,
  key: string,
  now: Date,
): Promise<string | null> {
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    const id = doneIn(script, await recordedIn(store, script), now).get(key);
    if (id !== undefined) return id;
    await delay(LOOK_MILLISECONDS);
  }
  return null;
}

interface Doing {
  readonly store: Serving;
  readonly script: Script;
  readonly now: Date;
  readonly acts: Map<string, string>;
}

/** Does one act. Returns how far the record went by it, or why it was not taken. */
async function doOne(doing: Doing, prepared: Prepared): Promise<number | Refusal> {
  const { acts, now, script, store } = doing;
  if (prepared.byNode) {
    const id = await waitFor(store, script, prepared.key, now);
    if (id !== null) acts.set(prepared.key, id);
    return 0;
  }
  const draft = await completed(store, script, prepared, draftOf(prepared, { now, acts }));
  const [receipt] = await store.submit([draft]);
  if (receipt === undefined) throw new Error('the store gave no receipt');
  if (isRefusal(receipt)) return receipt;
  acts.set(prepared.key, receipt.id);
  return ledgerOf(receipt);
}

/** Does prepared acts one after another, with what each needs first; stops at a refusal. */
export async function doActs(
  store: Serving,
  script: Script,
  given: { readonly keys: readonly string[]; readonly now: Date },
): Promise<{ readonly ledger: number } | Refusal> {
  const { keys, now } = given;
  const acts = new Map(doneIn(script, await recordedIn(store, script), now));
  let ledger = 0;
  for (const key of keys) {
    for (const prepared of missingFor(script, key, acts)) {
      const done = await doOne({ store, script, now, acts }, prepared);
      if (isRefusal(done)) return done;
      ledger = Math.max(ledger, done);
    }
  }
  return { ledger };
}
