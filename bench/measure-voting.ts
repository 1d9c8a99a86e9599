/**
 * A roll call of two hundred delegations, each with a key of its own and a page that follows: how
 * long until every vote that was sent is admitted, and until the page shows the result.
 */
import { partOf } from '../src/kernel/act.ts';
import { type SigningKey, generateKey } from '../src/kernel/key.ts';
import { CLEAR } from '../src/kernel/marking.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { composeAct } from '../src/kernel/sign.ts';
import { signedActJson } from '../src/kernel/signed-act-json.ts';
import type { DraftAct } from '../src/kernel/submission.ts';
import { house } from '../src/host/house.ts';
import { REGISTRY } from '../src/store/keys-area.ts';
import type { Store } from '../src/store/contract.ts';
import { tokenByLink } from '../test/host/administrator.ts';
import { whileServing } from './parts.ts';
import { type Durations, durationsOf } from './quantiles.ts';
import { NETWORK, OPERATOR, type Rig, openRigStore } from './rigs.ts';

export const DELEGATIONS = 200;
const [SESSION, DECISION] = ['meetings/measured-session', 'measured-question'];
const BASIS = { kind: 'recorded', source: 'the bench' } as const;

export interface VotingMeasured {
  /** From the first vote that was sent to the last that was answered. */
  readonly seconds: number;
  readonly vote: Durations;
  readonly counted: number;
  /** Votes that were sent a second time, all of them refused. */
  readonly refusedAgain: number;
  /** From handing in the close to the last byte of the page that shows the result. */
  readonly shownMilliseconds: number;
}

const idOf = (at: number): string => `delegation-${at}`;
const draft = (type: string, register: string, payload: object, actor = OPERATOR): DraftAct => {
  return { type, register, actor, payload, basis: BASIS };
};

/** The actors of the shipped world, two hundred States beside them, and what they vote on. */
async function prepare(store: Store, keys: ReadonlyMap<string, SigningKey>): Promise<void> {
  await house.loadWorld(store, () => undefined, 'actors');
  const entering = [...keys.keys()].map((id) =>
    draft(
      'actors.enter',
      REGISTRY,
      { id, kind: 'state', names: { en: id }, treatyCapacity: true, regionalIntegration: false },
      id,
    ),
  );
  const registering = [...keys].map(([actor, key]) => {
    const publicKey = Buffer.from(key.publicBytes).toString('base64url');
    return draft('keys.register', REGISTRY, { actor, publicKey }, actor);
  });
  const seating = [...keys.keys()].map((member) =>
    draft('meetings.seat-member', 'bodies/measured-body', { member, from: '2020-01-01' }),
  );
  const share = { kind: 'share', base: 'present-and-voting', threshold: '2/3' };
  const rule = { name: 'important', title: { en: 'Important' }, citation: 'Rule 83' };
  const batches = [
    entering,
    registering,
    [
      draft('meetings.establish-body', 'bodies/measured-body', {
        title: { en: 'Body' },
        kind: 'plenary',
        membership: { kind: 'seats' },
      }),
    ],
    seating,
    [
      draft('meetings.adopt-rules', 'bodies/measured-body', {
        from: '2020-01-01',
        citation: 'Rules',
        rules: [{ ...rule, method: 'vote', adoptedIf: share }],
      }),
    ],
    [
      draft('meetings.convene', SESSION, {
        body: 'measured-body',
        title: { en: 'Session' },
        opensOn: '2026-01-01',
        closesOn: '2099-01-01',
      }),
    ],
    [
      draft('meetings.put-question', SESSION, {
        decision: DECISION,
        title: { en: 'Question' },
        on: { kind: 'other', what: 'A matter' },
        rule: 'important',
      }),
    ],
  ];
  for (const batch of batches) {
    for (const receipt of await store.submit(batch)) {
      if (isRefusal(receipt)) throw new Error(`${receipt.rule.id}: ${receipt.reason}`);
    }
  }
}

/** The vote of a delegation, signed with its own key: three yes for each no. */
function voteOf(actor: string, key: SigningKey, at: number): string {
  const payload = { decision: DECISION, choice: at % 4 === 0 ? 'no' : 'yes' };
  const header = {
    network: NETWORK,
    type: 'meetings.vote',
    author: actor,
    actor,
    mandate: null,
    basis: { kind: 'signed' as const },
    seq: 1,
    prev: null,
    parents: [],
    register: SESSION,
    effectiveOn: null,
    issuedAt: new Date().toISOString(),
    marking: CLEAR,
  };
  const { signed } = composeAct(header, partOf(payload), payload, key);
  return JSON.stringify({ signed: signedActJson(signed) });
}

class Sender {
  readonly address: string;
  readonly #token: string;

  constructor(address: string, token: string) {
    this.address = address;
    this.#token = token;
  }

  async send(body: string): Promise<number> {
    const headers = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' };
    const response = await fetch(`${this.address}/api/acts`, { method: 'POST', body, headers });
    await response.text();
    return response.status;
  }
}

/** Opens a line, as a page does, and reads on until it is aborted. */
async function listen(address: string, signal: AbortSignal): Promise<void> {
  const query = new URLSearchParams({ register: SESSION, since: '0' });
  const line = await fetch(`${address}/live?${query.toString()}`, { signal });
  const drain = async (): Promise<void> => {
    for await (const _chunk of line.body ?? []) continue;
  };
  drain().catch(() => undefined);
}

async function tally(address: string): Promise<number> {
  const asked = `session=measured-session&decision=${DECISION}`;
  const response = await fetch(`${address}/api/meetings/decision?${asked}`);
  // The question's schema says so.
  const { tally: all } = (await response.json()) as { tally: { yes: number; no: number } };
  return all.yes + all.no;
}

async function vote(sender: Sender, keys: ReadonlyMap<string, SigningKey>) {
  const { address } = sender;
  const bodies = [...keys].map(([actor, key], at) => voteOf(actor, key, at));
  const took: number[] = [];
  const began = performance.now();
  const statuses = await Promise.all(
    bodies.map(async (body) => {
      const sent = performance.now();
      const status = await sender.send(body);
      took.push(performance.now() - sent);
      return status;
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const refused = statuses.filter((status) => status !== 201).length;
  if (refused > 0) throw new Error(`${refused} votes were not taken: ${statuses.join(' ')}`);
  return { seconds, vote: durationsOf(took), counted: await tally(address) };
}

/** Closes the voting, and reads the page until it shows the result. */
async function close(sender: Sender): Promise<number> {
  const payload = { decision: DECISION };
  const closing = { type: 'meetings.close-voting', register: SESSION, actor: OPERATOR, payload };
  const page = `${sender.address}/meetings/sessions/measured-session/decisions/${DECISION}`;
  const began = performance.now();
  const status = await sender.send(JSON.stringify({ ...closing, basis: BASIS }));
  if (status !== 201) throw new Error(`closing was answered with ${status}`);
  const html = await (await fetch(page)).text();
  const milliseconds = performance.now() - began;
  if (!html.includes('Adopted')) throw new Error('the page does not show the result');
  return milliseconds;
}

/** Has two hundred delegations vote at the same moment. */
export async function measureVoting(rig: Rig): Promise<VotingMeasured> {
  const connection = await rig.database('measured_voting');
  const { folder } = rig;
  const keys = new Map(
    Array.from({ length: DELEGATIONS }, (_, at) => [idOf(at), generateKey()] as const),
  );
  const store = await openRigStore(folder, connection);
  try {
    await prepare(store, keys);
  } finally {
    await store.close();
  }
  return whileServing('serve', { folder, connection }, async (address, firstLink) => {
    const sender = new Sender(address, await tokenByLink(firstLink));
    const stopping = new AbortController();
    const lines = Array.from({ length: DELEGATIONS }, () => listen(address, stopping.signal));
    await Promise.all(lines);
    try {
      const voted = await vote(sender, keys);
      const again = [...keys].slice(0, 20).map(([actor, key]) => voteOf(actor, key, 1));
      const statuses = await Promise.all(again.map((body) => sender.send(body)));
      const refusedAgain = statuses.filter((status) => status >= 400).length;
      const shownMilliseconds = await close(sender);
      return { ...voted, refusedAgain, shownMilliseconds };
    } finally {
      stopping.abort();
    }
  });
}
