import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficesNode } from './offices-node.ts';

let node: OfficesNode;
/** An act that is released to Kenya alone. */
let secret = '';

beforeAll(async () => {
  node = await OfficesNode.start();
  const { json } = await node.sign(node.administrator, 'KEN', {
    basis: { kind: 'recorded', source: 'A letter in confidence' },
    marking: { level: 'amber', to: ['KEN'] },
  });
  secret = String(json['id']);
}, 120_000);
afterAll(() => node.stop());

const sees = async (token: string) => (await node.get(`/api/acts/${secret}`, token)).status === 200;

async function reader(office: string, mandate: object | null, actor = 'KEN'): Promise<string> {
  const source = 'A letter';
  const asked = { actor, office, title: office, source };
  const made = await (mandate === null
    ? node.post('/api/admin/offices', asked)
    : node.office(actor, office, mandate));
  if (made.status !== 201) throw new Error(String(made.json['reason']));
  return node.person(office, [office]);
}

describe('what is released to a State', () => {
  it('is read by those entrusted with it, and neither by the custodian nor by anyone', async () => {
    expect(await sees(await node.person('Own', ['KEN']))).toBe(true);
    expect(await sees(node.administrator)).toBe(false);
    expect(await sees('')).toBe(false);
  });

  it.each([
    ['a general mandate for a field', { covers: ['agreements.*'] }, true],
    ['a general mandate for everything', { covers: ['*'] }, true],
    ['a mandate for one register', { registers: ['agreements/river'] }, false],
    ['a mandate for one kind of act', { covers: ['agreements.sign'] }, false],
    ['a mandate that has expired', { fromOn: '2019-01-01', toOn: '2019-12-31' }, false],
    ['a mandate that has not begun', { fromOn: '2999-01-01' }, false],
    ['no mandate', null, false],
  ])('is read by an office with %s: %s %s', async (name, mandate, may) => {
    const office = `ken-${name.replaceAll(' ', '-')}`;
    expect(await sees(await reader(office, mandate))).toBe(may);
  });

  it('is not read by an office of another State', async () => {
    expect(await sees(await reader('nor-desk', {}, 'NOR'))).toBe(false);
  });

  it('is read no more once the mandate is revoked', async () => {
    const token = await reader('ken-desk', {});
    expect(await sees(token)).toBe(true);
    const { json } = await node.get('/api/mandates/list?holder=ken-desk');
    const [row] = json['rows'] as { mandate: string }[];
    await node.post('/api/acts', {
      type: 'mandates.revoke',
      register: 'actors/registry',
      actor: 'KEN',
      payload: { mandate: row?.mandate },
      basis: { kind: 'recorded', source: 'A letter' },
    });
    expect(await sees(token)).toBe(false);
  });
});
