/** What is released, to whom, and by whom: on the way out, and on the way in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeActs } from '../../../src/federation/wire.ts';
import { actId } from '../../../src/kernel/act.ts';
import { audienceOf, markedFor, mayView } from '../../../src/kernel/marking.ts';
import { isRefusal } from '../../../src/kernel/refusal.ts';
import { TestSigner } from '../../../src/store/test-signer.ts';
import { OPERATOR, admitted, registerKey } from '../../../src/store/test-store.ts';
import { FederatedNode } from '../federated-node.ts';
import { CLOSED, MEMBERS, OPEN, type TaxiiNode, issuing, openTaxiiNode } from '../taxii-app.ts';

const GROUP = ['FRA', 'KEN'];
const CANARY = 'canary for the group';

describe('content reaching organisations outside the group', () => {
  let owner: FederatedNode;
  let member: FederatedNode;
  let outsider: FederatedNode;
  beforeAll(async () => {
    [owner, member, outsider] = await Promise.all([
      FederatedNode.start(OPERATOR),
      FederatedNode.start('FRA'),
      FederatedNode.start('NOR'),
    ]);
    await owner.write(['for all']);
    for (const level of ['amber', 'red'] as const) {
      await owner.write([`${CANARY}: ${level}`], { marking: markedFor(level, GROUP) });
    }
    for (const other of [member, outsider]) {
      await owner.follow(other);
      await other.follow(owner);
    }
  });
  afterAll(async () => {
    await Promise.all([owner.stop(), member.stop(), outsider.stop()]);
  });

  it('does not happen: members have it, others have neither it nor a trace of it', async () => {
    expect(await member.visit(owner)).toMatchObject({ fault: null, faults: 0, behind: 0 });
    expect(await outsider.visit(owner)).toMatchObject({ fault: null, faults: 0, behind: 0 });
    expect(await member.notes(['FRA'])).toEqual([`${CANARY}: amber`, `${CANARY}: red`, 'for all']);
    const everyone = ['NOR', 'FRA', 'KEN', OPERATOR];
    expect(await outsider.notes(everyone)).toEqual(['for all']);
    const heads = await outsider.store.holdings.heads({ actors: everyone });
    expect(heads.filter(({ marking }) => marking.level !== 'clear')).toEqual([]);
  });

  it('does not happen by asking for a stream by its name, known or strange', async () => {
    const marked = (await owner.store.holdings.heads({ actors: GROUP })).filter(
      ({ marking }) => marking.level !== 'clear',
    );
    expect(marked.length).toBeGreaterThan(1);
    const [peer] = await outsider.room.peers();
    if (!peer) throw new Error('not followed');
    for (const { stream } of marked) {
      const answer = await outsider.room.remote(peer).page(stream, 1);
      expect(isRefusal(answer)).toBe(true);
      const strange = await fetch(`${owner.address}/federation/streams/${stream}?from=1`);
      expect(strange.status).toBe(404);
      expect(await strange.text()).not.toContain(CANARY);
    }
  });

  it('does not happen through one who has it: a member gives it to nobody else', async () => {
    await member.follow(outsider);
    await outsider.follow(member);
    expect(await outsider.visit(member)).toMatchObject({ fault: null, faults: 0 });
    expect(await outsider.notes(['NOR', ...GROUP])).toEqual(['for all']);
  });
});

describe('an empty group meaning everyone', () => {
  const levels = ['green', 'amber', 'amber+strict', 'red'] as const;

  it.each(levels)('is nobody at %s, and no name of a stream is that of everyone', (level) => {
    const marking = { level, to: [] };
    for (const actors of [[], ['FRA'], GROUP]) expect(mayView(marking, actors)).toBe(false);
    expect(audienceOf(marking)).not.toBe(audienceOf({ level: 'clear', to: [] }));
  });

  it('is refused at the inbound edge, or kept from everyone', async () => {
    const node = await FederatedNode.start(OPERATOR);
    try {
      await node.write(['opens the register'], { register: 'notes/common' });
      for (const [at, level] of levels.entries()) {
        const signer = new TestSigner(`AA${'ABCD'.charAt(at)}`);
        await registerKey(node.store, signer.actor, signer.key);
        const act = signer.note(`for nobody: ${level}`, { marking: { level, to: [] } });
        await node.store.holdings.take([act]);
        expect(await node.store.act(actId(act.header), { actors: [] })).toBeNull();
        expect(await node.notes(['FRA'])).toEqual(['opens the register']);
        const { audience } = { audience: audienceOf({ level, to: [] }) };
        const path = `/federation/streams/${signer.actor}/${audience}?from=1`;
        expect((await fetch(`${node.address}${path}`)).status).toBe(404);
      }
    } finally {
      await node.stop();
    }
  });
});

describe('one object authorised, another mutated', () => {
  let taxii: TaxiiNode;
  const TYPE = 'application/taxii+json;version=2.1';
  const idOf = (number: number): string =>
    `tool--0f2c1d3e-0000-4a2b-8c3d-${String(number).padStart(12, '0')}`;
  const tool = (number: number, name: string, modified = '2026-01-01T00:00:00.000Z') => ({
    type: 'tool',
    spec_version: '2.1',
    id: idOf(number),
    created: '2026-01-01T00:00:00.000Z',
    modified,
    name,
  });
  const ask = async (channel: string, who: string, init: RequestInit = {}) => {
    const response = await taxii.app.app.request(
      `/taxii2/channels/collections/${channel}/objects/`,
      {
        ...init,
        headers: { accept: TYPE, 'content-type': TYPE, authorization: `Bearer ${who}` },
      },
    );
    return { status: response.status, text: await response.text() };
  };
  const request = (path: string, who: string, body: object) =>
    taxii.app.app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${who}` },
      body: JSON.stringify(body),
    });
  let secret = '';
  beforeAll(async () => {
    taxii = await openTaxiiNode();
    await taxii.submit(issuing(OPEN, [tool(1, 'open')]));
    const [receipt] = admitted(
      await taxii.node.store.submit([issuing(CLOSED, [tool(5, 'as it was')])]),
    );
    secret = receipt?.id ?? '';
  });
  afterAll(() => taxii.close());

  it('does not happen by objects sent to one collection that stand in another', async () => {
    const later = tool(5, 'changed from outside', '2026-02-02T00:00:00.000Z');
    const body = JSON.stringify({ objects: [later] });
    const sent = await ask(OPEN, 'NOR', { method: 'POST', body });
    expect(sent.text).not.toContain('as it was');
    expect(sent.status).toBe(202);
    const closed = await ask(CLOSED, 'KEN');
    expect(closed.text).toContain('as it was');
    expect(closed.text).not.toContain('changed from outside');
    expect((await ask(CLOSED, 'NOR', { method: 'POST', body })).status).toBe(404);
  });

  it.each([
    ['notices.update', { reason: 'changed', body: 'changed' }],
    ['notices.cancel', { reason: 'changed' }],
    ['notices.acknowledge', {}],
    ['notices.permit-onward-release', { to: ['NOR'] }],
    ['notices.close', { outcome: 'changed' }],
  ])('does not happen by %s in one channel of a notice in another', async (type, more) => {
    const before = (await ask(CLOSED, 'KEN')).text;
    const ledger = await taxii.node.store.ledger();
    for (const who of ['NOR', 'FRA']) {
      const response = await request('/api/acts', who, {
        type,
        register: `notices/${OPEN}`,
        actor: who,
        payload: { notice: secret, ...more },
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      const told = await response.text();
      expect(told).not.toContain('as it was');
      // It is well made: what is refused is what it would do.
      expect(told).not.toMatch(/"rule":"(act[.]|host[.]input)/);
    }
    expect((await ask(CLOSED, 'KEN')).text).toBe(before);
    expect(await taxii.node.store.ledger()).toBe(ledger);
  });

  it('does not happen by an alert for another channel than its address names', async () => {
    const alert = `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>S-7</identifier>
      <sender>${CLOSED}</sender><sent>2026-01-17T09:30:00-00:00</sent><status>Actual</status>
      <msgType>Alert</msgType><source>notices/${CLOSED}</source><scope>Public</scope><info>
      <category>Met</category><event>Storm</event><urgency>Expected</urgency>
      <severity>Severe</severity><certainty>Likely</certainty></info></alert>`;
    const propose = (channel: string, who: string) =>
      taxii.app.app.request(`/api/notices/${channel}/alerts`, {
        method: 'POST',
        headers: { 'content-type': 'application/cap+xml', authorization: `Bearer ${who}` },
        body: alert,
      });
    const proposed = await propose(OPEN, 'NOR');
    expect(await proposed.json()).toMatchObject({ proposed: { register: `notices/${OPEN}` } });
    expect((await propose(CLOSED, 'NOR')).status).toBe(404);
  });

  it('does not happen by a token of one, with another named in the body', async () => {
    const response = await request('/api/acts', 'NOR', {
      ...issuing(CLOSED, [tool(9, 'in the name of another')]),
      actor: 'FRA',
    });
    expect(response.status).toBe(403);
    expect((await ask(CLOSED, MEMBERS[0] ?? '')).text).not.toContain('in the name of another');
  });

  it('does not happen by an envelope that another takes away', async () => {
    const [relay, thief] = await Promise.all([
      FederatedNode.start(OPERATOR),
      FederatedNode.start('NOR'),
    ]);
    try {
      await relay.follow(thief);
      await thief.follow(relay);
      await relay.room.pool.query(
        `insert into federation.envelope (id, recipient, size_bytes, bytes, left_by)
         values ($1, 'KEN', 9, $2, 'FRA')`,
        ['a'.repeat(64), Buffer.from(encodeActs([]))],
      );
      const [peer] = await thief.room.peers();
      if (!peer) throw new Error('not followed');
      const remote = thief.room.remote(peer);
      expect(await remote.envelopes()).toEqual([]);
      expect(isRefusal(await remote.openEnvelope('a'.repeat(64)))).toBe(true);
      await remote.letGo('a'.repeat(64), '0'.repeat(64));
      const left = await relay.room.pool.query('select id from federation.envelope');
      expect(left.rows).toHaveLength(1);
    } finally {
      await Promise.all([relay.stop(), thief.stop()]);
    }
  });
});
