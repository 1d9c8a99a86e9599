import { readFile, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STATES, OfficesNode, TREATY } from './offices-node.ts';

const OFFICES = { FJI: 'fji-mission', KEN: 'ken-foreign-office', NOR: 'nor-treaty-desk' } as const;

let node: OfficesNode;
/** A token of the person of each State's office. */
let tokens: Record<(typeof STATES)[number], string>;

beforeAll(async () => {
  node = await OfficesNode.start();
  for (const state of STATES) {
    await node.office(state, OFFICES[state]);
  }
  tokens = {
    FJI: await node.person('Filipo', [OFFICES.FJI]),
    KEN: await node.person('Kamau', [OFFICES.KEN]),
    NOR: await node.person('Nora', [OFFICES.NOR]),
  };
}, 120_000);
afterAll(() => node.stop());

describe('an office', () => {
  it('is entered, with its key and its mandate, in one step', async () => {
    const made = await node.office('KEN', 'ken-embassy');
    expect(made.status).toBe(201);
    const types = (made.json['acts'] as { type: string }[]).map(({ type }) => type);
    expect(types).toEqual([
      'actors.enter',
      'actors.hold-office',
      'keys.register',
      'mandates.grant',
    ]);
    const page = await fetch(`${node.running.address}/actors/ken-embassy`);
    expect(page.status).toBe(200);
    const register = await node.header((made.json['acts'] as { id: string }[])[2]?.id);
    const basis = { kind: 'recorded', source: 'Note verbale of KEN, 2026/1' };
    expect(register).toMatchObject({ actor: 'ken-embassy', author: 'operator', basis });
  });
});

describe('three people of three offices of three States', () => {
  it('sign each for their own State, by the office’s key and under its mandate', async () => {
    for (const state of STATES) {
      const signed = await node.sign(tokens[state], state);
      expect([state, signed.status, signed.json['reason']]).toEqual([state, 201, undefined]);
      const header = await node.header(signed.json['id']);
      expect(header).toMatchObject({ actor: state, author: OFFICES[state] });
      const mandate = await node.header(header['mandate']);
      expect(mandate).toMatchObject({ type: 'mandates.grant', actor: state, author: 'operator' });
    }
  });

  it('sign for no other State', async () => {
    for (const state of STATES) {
      for (const other of STATES.filter((one) => one !== state)) {
        const refused = await node.sign(tokens[state], other);
        expect([refused.status, refused.json['rule']]).toEqual([403, 'host.acts-for']);
        const remedy = String(refused.json['remedy']);
        expect(remedy).toContain(`a mandate that covers agreements.sign in ${TREATY}`);
      }
    }
  });

  it('sign with no key that is another office’s, however they name it', async () => {
    const { json } = await node.get(`/api/mandates/list?actor=NOR`);
    const rows = json['rows'] as { mandate: string }[];
    const mandate = rows[0]?.mandate ?? '';
    for (const more of [
      { author: OFFICES.NOR },
      { author: OFFICES.NOR, mandate },
      { mandate },
      { author: 'operator' },
      { author: 'NOR' },
    ]) {
      const refused = await node.sign(tokens.KEN, 'NOR', more);
      expect([more, refused.status]).toEqual([more, 403]);
    }
  });

  it('record nothing: that is the custodian’s', async () => {
    const basis = { kind: 'recorded', source: 'A letter' };
    const refused = await node.sign(tokens.KEN, 'KEN', { basis });
    expect([refused.status, refused.json['rule']]).toEqual([403, 'host.acts-for']);
  });

  it('neither make offices nor invite people', async () => {
    const asked = { actor: 'KEN', source: 'A letter' };
    for (const [path, body] of [
      ['/api/admin/offices', asked],
      ['/api/admin/people', { name: 'X', email: 'x@example.org' }],
    ] as const) {
      const refused = await node.post(path, body, tokens.KEN);
      expect([refused.status, refused.json['rule']]).toEqual([403, 'host.administrator']);
    }
    expect((await node.get('/api/admin/people', tokens.KEN)).status).toBe(403);
    expect((await node.get('/api/admin/people')).status).toBe(401);
  });

  it('may name author and mandate themselves', async () => {
    const { json } = await node.get('/api/mandates/list?actor=FJI');
    const [row] = json['rows'] as { mandate: string }[];
    const more = { author: OFFICES.FJI, mandate: row?.mandate, register: 'agreements/lake' };
    const signed = await node.sign(tokens.FJI, 'FJI', more);
    expect(signed.status).toBe(201);
    expect(await node.header(signed.json['id'])).toMatchObject({ mandate: row?.mandate });
  });
});

describe('a mandate', () => {
  it.each([
    ['names another register', { registers: ['agreements/lake'] }, /names another register/],
    ['covers another kind of act', { covers: ['agreements.deposit'] }, /does not cover/],
    ['has expired', { fromOn: '2019-01-01', toOn: '2019-12-31' }, /does not hold on/],
    ['has not begun', { fromOn: '2999-01-01' }, /does not hold on/],
  ])('that %s is refused, with what is needed', async (name, mandate, why) => {
    const office = `ken-${name.replaceAll(/[^a-z]/g, '-')}`;
    expect((await node.office('KEN', office, mandate)).status).toBe(201);
    const token = await node.person(`Of-${office}`, [office]);
    const refused = await node.sign(token, 'KEN');
    expect([refused.status, refused.json['rule']]).toEqual([403, 'authority.mandate']);
    expect(refused.json['reason']).toMatch(why);
    expect(refused.json['remedy']).toContain(`names ${office} and covers agreements.sign`);
  });

  it('that was revoked serves no more, and what was signed before stands', async () => {
    const made = await node.office('NOR', 'nor-legation');
    const token = await node.person('Legate', ['nor-legation']);
    const lake = { register: 'agreements/lake' };
    const signed = await node.sign(token, 'NOR', lake);
    expect(signed.status).toBe(201);
    const revoked = await node.post('/api/acts', {
      type: 'mandates.revoke',
      register: 'actors/registry',
      actor: 'NOR',
      payload: { mandate: made.json['mandate'] },
      basis: { kind: 'recorded', source: 'Note verbale of NOR, 2026/2' },
    });
    expect(revoked.status).toBe(201);
    const refused = await node.sign(token, 'NOR', lake);
    expect(refused.json['reason']).toMatch(/was revoked/);
    const act = await node.get(`/api/acts/${String(signed.json['id'])}`);
    expect(act.json).toMatchObject({ verification: { holds: true } });
  });

  it('is chosen as narrow as there is one', async () => {
    const wide = await node.office('FJI', 'fji-counsel');
    const narrow = await node.office('FJI', 'fji-counsel', { registers: [TREATY] });
    expect(narrow.json['mandate']).not.toBe(wide.json['mandate']);
    const token = await node.person('Counsel', ['fji-counsel']);
    const other = { type: 'agreements.deposit', register: TREATY, actor: 'FJI' };
    const payload = { on: '2026-02-01', instrument: 'ratification' };
    const deposited = await node.post('/api/acts', { ...other, payload }, token);
    expect(await node.header(deposited.json['id'])).toMatchObject({
      mandate: narrow.json['mandate'],
    });
  });

  it('is signed by the State’s own key, where its giver’s person and key are here', async () => {
    const source = 'Note verbale of KEN, 2026/3';
    const own = await node.post('/api/admin/offices', { actor: 'KEN', source });
    expect([own.status, own.json['office'], own.json['mandate']]).toEqual([201, 'KEN', null]);
    const both = await node.person('Achieng', ['KEN', 'operator'], true);
    const asked = { actor: 'KEN', office: 'ken-consul', title: 'Consul', source };
    const mandate = { covers: ['agreements.sign'], fromOn: '2026-01-01' };
    const made = await node.post('/api/admin/offices', { ...asked, mandate }, both);
    const header = await node.header(made.json['mandate']);
    expect(header).toMatchObject({ author: 'KEN', basis: { kind: 'signed' } });
  });
});

describe('an administrator', () => {
  it('acts for nobody by that alone, not for the operator either', async () => {
    const token = await node.person('Admin', [], true);
    expect((await node.get('/api/admin/people', token)).status).toBe(200);
    expect((await node.sign(token, 'KEN')).json['rule']).toBe('host.acts-for');
    const asked = { actor: 'KEN', office: 'ken-x', title: 'X', source: 'A letter' };
    const refused = await node.post('/api/admin/offices', asked, token);
    expect([refused.status, refused.json['rule']]).toEqual([403, 'host.acts-for']);
    expect(await readdir(join(node.folder, 'keys'))).not.toContain('ken-x.key');
  });

  it('is told what is missing, and then nothing is made', async () => {
    const asked = { actor: 'KEN', office: 'ken-y', source: 'A letter' };
    const untitled = await node.post('/api/admin/offices', asked);
    expect([untitled.status, untitled.json['rule']]).toEqual([400, 'host.office']);
    const unknown = await node.post('/api/admin/offices', { ...asked, actor: 'XYZ', title: 'Y' });
    expect(unknown.json['reason']).toMatch(/knows no actor XYZ/);
    const turned = { covers: ['agreements.*'], fromOn: '2026-02-01', toOn: '2026-01-01' };
    const backwards = { ...asked, title: 'Y', mandate: turned };
    const refused = await node.post('/api/admin/offices', backwards);
    expect(refused.json['rule']).toBe('mandates.grant');
    expect(await readdir(join(node.folder, 'keys'))).not.toContain('ken-y.key');
    expect((await node.get('/api/keys/list?actor=ken-y')).json['rows']).toEqual([]);
  });
});

describe('keys', () => {
  const keyFile = (actor: string) => join(node.folder, 'keys', `${actor}.key`);

  it('lie in a folder and in files that nobody else reads', async () => {
    expect((await stat(join(node.folder, 'keys'))).mode & 0o777).toBe(0o700);
    for (const name of await readdir(join(node.folder, 'keys'))) {
      expect([name, (await stat(join(node.folder, 'keys', name))).mode & 0o777]).toEqual([
        name,
        0o600,
      ]);
    }
  });

  it('are made once, though the office is asked for again', async () => {
    const before = await readFile(keyFile(OFFICES.KEN), 'utf8');
    const again = await node.office('KEN', OFFICES.KEN);
    expect([again.status, again.json['acts']]).toEqual([200, []]);
    expect(await readFile(keyFile(OFFICES.KEN), 'utf8')).toBe(before);
  });

  it('are made once, though they are asked for twice at the same time', async () => {
    const made = await Promise.all([
      node.office('NOR', 'nor-twin'),
      node.office('NOR', 'nor-twin'),
    ]);
    expect(new Set(made.map(({ status }) => status))).toEqual(new Set([200, 201]));
    const { json } = await node.get('/api/mandates/list?holder=nor-twin');
    expect(json['rows']).toHaveLength(1);
    expect((await node.get('/api/keys/list?actor=nor-twin')).json['rows']).toHaveLength(1);
  });

  it('that were made before the node died are registered when it is asked again', async () => {
    // As a node leaves it that dies between the file and the act.
    await writeFile(keyFile('nor-ghost'), `${'ab'.repeat(32)}\n`, { mode: 0o600 });
    const made = await node.office('NOR', 'nor-ghost');
    expect(made.status).toBe(201);
    const { json } = await node.get('/api/keys/list?actor=nor-ghost');
    expect(json['rows']).toMatchObject([{ key: made.json['key'], endedBy: null }]);
    expect(await readFile(keyFile('nor-ghost'), 'utf8')).toBe(`${'ab'.repeat(32)}\n`);
    const token = await node.person('Ghost', ['nor-ghost']);
    const lake = { register: 'agreements/lake', payload: { on: '2020-02-02' } };
    expect((await node.sign(token, 'NOR', lake)).json['rule']).not.toBe('authority.key');
  });

  it('that were revoked sign no more; the next that is made is another', async () => {
    const made = await node.office('FJI', 'fji-envoy');
    const token = await node.person('Envoy', ['fji-envoy']);
    const revoked = await node.post('/api/acts', {
      type: 'keys.revoke',
      register: 'actors/registry',
      actor: 'fji-envoy',
      payload: { key: made.json['key'] },
      basis: { kind: 'recorded', source: 'Note verbale of FJI, 2026/4' },
    });
    expect(revoked.status).toBe(201);
    const refused = await node.sign(token, 'FJI');
    expect([refused.status, refused.json['rule']]).toEqual([422, 'node.key']);
    const again = await node.office('FJI', 'fji-envoy');
    expect(again.json['key']).not.toBe(made.json['key']);
    expect(await readdir(join(node.folder, 'keys'))).toContain(
      `fji-envoy.${String(made.json['key'])}.ended`,
    );
    expect((await node.sign(token, 'FJI')).json['rule']).not.toBe('node.key');
  });

  it('are kept over a restart, and people keep their offices', async () => {
    await node.restart();
    const deposit = {
      type: 'agreements.deposit',
      payload: { on: '2026-03-01', instrument: 'ratification' },
    };
    const signed = await node.sign(tokens.NOR, 'NOR', deposit);
    expect([signed.status, signed.json['reason']]).toEqual([201, undefined]);
    expect(await node.header(signed.json['id'])).toMatchObject({ author: OFFICES.NOR });
  });

  it('that are gone from the folder sign nothing, and nobody else’s serves instead', async () => {
    await rename(keyFile(OFFICES.KEN), `${keyFile(OFFICES.KEN)}.away`);
    await node.restart();
    const refused = await node.sign(tokens.KEN, 'KEN', { register: 'agreements/lake' });
    expect([refused.status, refused.json['rule']]).toEqual([422, 'node.key']);
    await rename(`${keyFile(OFFICES.KEN)}.away`, keyFile(OFFICES.KEN));
    const signed = await node.sign(tokens.KEN, 'KEN', { register: 'agreements/lake' });
    expect(signed.status).toBe(201);
  });
});
