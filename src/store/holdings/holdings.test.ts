import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedAct } from '../../kernel/act.ts';
import type { NodeViewer, StreamEnd, Taken } from '../../kernel/exchange.ts';
import { generateKey } from '../../kernel/key.ts';
import { markedFor } from '../../kernel/marking.ts';
import { REGISTRY } from '../keys-area.ts';
import {
  OPERATOR,
  type TestStore,
  admitted,
  note,
  openTestStore,
  openTestStoreOf,
  vouchFor,
} from '../test-store.ts';
import { noteTable } from '../test-area.ts';

/** The custodian, a party with a node of its own, and a reader who follows the custodian alone. */
let custodian: TestStore;
let france: TestStore;
let reader: TestStore;

beforeAll(async () => {
  custodian = await openTestStore();
  france = await openTestStoreOf('FRA');
  reader = await openTestStoreOf('KEN');
  await vouchFor(custodian, france);
  await vouchFor(france, custodian);
  await vouchFor(reader, custodian);
}, 60_000);
afterAll(async () => {
  await Promise.all([custodian, france, reader].map((node) => node.close()));
});

/** Takes all that one node may see of another, until nothing more comes of it. */
async function pull(to: TestStore, from: TestStore): Promise<Taken[]> {
  const viewer = { actors: [to.store.operator] };
  const report: Taken[] = [];
  for (let round = 0; round < 20; round += 1) {
    const heads = await from.store.holdings.heads(viewer);
    const taken = await Promise.all(heads.map((head) => pullOne(to, from, head)));
    const all = taken.flat();
    const fresh = all.filter(({ outcome }) => outcome !== 'again' && outcome !== 'waiting');
    report.push(...fresh);
    if (fresh.length === 0) return [...report, ...all.filter((one) => one.outcome === 'waiting')];
  }
  throw new Error('it never comes to rest');
}

async function pullOne(to: TestStore, from: TestStore, head: StreamEnd): Promise<Taken[]> {
  const viewer = { actors: [to.store.operator] };
  const own = await to.store.holdings.heads(viewer);
  const begin = own.find(({ stream }) => stream === head.stream)?.seq ?? 1;
  const taken: Taken[] = [];
  for (let from_ = begin; from_ <= head.seq; ) {
    const page = await from.store.holdings.page(viewer, head.stream, from_);
    taken.push(...(await to.store.holdings.take(page)));
    from_ += page.length;
  }
  return taken;
}

const rows = (node: TestStore, actors: string[] = []) =>
  node.store.read({ actors }, (query) =>
    query
      .selectFrom(noteTable.name)
      .select(['note', 'author', 'register', 'position', 'audience'])
      .orderBy('note')
      .execute(),
  );

describe('streams between nodes', () => {
  it('carry what a custodian admitted, with the same rows at the end', async () => {
    admitted(await custodian.store.submit([note('first'), note('second')]));
    await pull(reader, custodian);
    await pull(france, custodian);
    expect(await rows(reader)).toEqual(await rows(custodian));
    expect(await rows(france)).toHaveLength(2);
  });

  it('take an act to its register’s custodian, and bring its admission back', async () => {
    const draft = note('from-paris', { actor: 'FRA' });
    const [receipt] = await france.store.submit([draft]);
    expect(receipt).toMatchObject({ register: 'notes/common', awaits: OPERATOR });
    expect(await rows(france)).toHaveLength(2);

    const seen = await pull(custodian, france);
    expect(seen.filter(({ outcome }) => outcome === 'admitted')).toHaveLength(1);
    expect(await rows(custodian)).toHaveLength(3);
    await pull(france, custodian);
    await pull(reader, custodian);
    expect(await rows(france)).toEqual(await rows(custodian));
    expect(await rows(reader)).toEqual(await rows(custodian));
  });

  it('carry a part for fewer to those alone, and everything else to all', async () => {
    const payload = { note: 'annexed', text: 'for all', annex: 'canary' };
    const narrower = [{ marking: markedFor('red', ['FRA']), members: ['annex'] }];
    const [sent] = admitted(await custodian.store.submit([note('annexed', { payload, narrower })]));
    await pull(reader, custodian);
    await pull(france, custodian);
    expect(await rows(reader)).toEqual(await rows(custodian));
    const everyone = { actors: ['FRA', 'KEN', OPERATOR] };
    const held = async (node: TestStore) => {
      const act = await node.store.act(sent?.id ?? '', everyone);
      const said = await node.store.read(everyone, (query) =>
        query.selectFrom('notes_annex').select('annex').where('note', '=', 'annexed').execute(),
      );
      return [act?.signed.parts.map((part) => part !== null), said.map(({ annex }) => annex)];
    };
    expect(await held(france)).toEqual([[true, true], ['canary']]);
    expect(await held(reader)).toEqual([[true, false], []]);
    for (const node of [france, reader]) {
      const live = await held(node);
      await node.store.rebuild();
      expect(await held(node)).toEqual(live);
    }
  });

  it('are told of to whoever listens, also where an act only waits', async () => {
    let rung = 0;
    const stop = france.store.onMoved(() => {
      rung += 1;
    });
    const before = await france.store.ledger();
    // The first look of a listener may ring too; what comes after it is what counts.
    await expect
      .poll(async () => {
        await france.store.submit([note(`rings-${rung}`, { actor: 'FRA' })]);
        return rung;
      })
      .toBeGreaterThan(0);
    expect(await france.store.ledger()).toBe(before);
    stop();
    await pull(custodian, france);
    await pull(france, custodian);
    await pull(reader, custodian);
  });

  it('bring back a refusal with its rule', async () => {
    // Both wrote a note of this name before either had heard of the other's.
    const [sent] = await france.store.submit([note('contested', { actor: 'FRA' })]);
    admitted(await custodian.store.submit([note('contested')]));
    const seen = await pull(custodian, france);
    expect(seen.filter(({ outcome }) => outcome === 'refused')).toHaveLength(1);
    await pull(france, custodian);
    const id = sent && 'id' in sent ? sent.id : '';
    const [kept] = await france.store.read({ actors: [] }, (query) =>
      query.selectFrom('refusals').selectAll().where('act', '=', id).execute(),
    );
    expect(kept?.['refusal']).toMatchObject({ rule: { id: 'notes.once' } });
    expect(await rows(france)).toEqual(await rows(custodian));
  });

  it('show what is marked to its audience alone, which sees it in full', async () => {
    const marking = markedFor('amber', ['FRA', OPERATOR]);
    admitted(await custodian.store.submit([note('in-confidence', { marking })]));
    const before = await rows(custodian);
    await pull(reader, custodian);
    await pull(france, custodian);
    expect(await rows(reader, ['KEN', 'FRA', OPERATOR])).toEqual(before);
    expect(await rows(france, ['FRA'])).toHaveLength((await rows(france)).length + 1);
    const heads = await custodian.store.holdings.heads({ actors: ['KEN'] });
    expect(heads.every(({ marking: { level } }) => level === 'clear')).toBe(true);
  });

  it('are given back to who signed them, and not to who reads for it', async () => {
    const marking = markedFor('amber', ['KEN']);
    admitted(await custodian.store.submit([note('for-others-only', { marking })]));
    const own = (viewer: NodeViewer) =>
      custodian.store.holdings
        .heads(viewer)
        .then((ends) => ends.filter(({ marking: { to } }) => to.join() === 'KEN'));
    const [end] = await own({ actors: [OPERATOR], authors: [OPERATOR] });
    const page = (viewer: NodeViewer) =>
      custodian.store.holdings.page(viewer, end?.stream ?? '', 1);
    expect(await page({ actors: [OPERATOR], authors: [OPERATOR] })).not.toEqual([]);
    // A mandate to read for the author clears for what the author may see, and for no more.
    const holder = { actors: ['FRA', OPERATOR], authors: ['FRA'] };
    expect(await own(holder)).toEqual([]);
    expect(await page(holder)).toEqual([]);
    expect(await page({ actors: [OPERATOR] })).toEqual([]);
  });

  it('refuse at the inbound edge what is released to somebody else', async () => {
    const [secret] = (await custodian.store.holdings.heads({ actors: ['FRA'] })).filter(
      ({ marking: { level } }) => level === 'amber',
    );
    const page = await custodian.store.holdings.page({ actors: ['FRA'] }, secret?.stream ?? '', 1);
    const [taken] = await reader.store.holdings.take(page);
    expect(taken).toMatchObject({
      outcome: 'rejected',
      refusal: { rule: { id: 'release.inbound' } },
    });
  });

  it('judge keys and mandates as the actor’s own node has them', async () => {
    const office = generateKey();
    france.keys.held.set('fra-legal-office', office);
    const publicKey = Buffer.from(office.publicBytes).toString('base64url');
    const basis = { kind: 'recorded', source: 'Decree of 3 March 2026' } as const;
    const registry = { register: REGISTRY, actor: 'FRA' };
    const [, mandate] = admitted(
      await france.store.submit([
        {
          ...registry,
          type: 'keys.register',
          actor: 'fra-legal-office',
          payload: { actor: 'fra-legal-office', publicKey },
          basis,
        },
        {
          ...registry,
          type: 'mandates.grant',
          basis: { kind: 'signed' },
          payload: {
            holder: 'fra-legal-office',
            covers: ['notes.*'],
            registers: null,
            fromOn: '2026-01-01',
            toOn: null,
          },
        },
      ]),
    );
    const byOffice = (name: string) =>
      note(name, { actor: 'FRA', author: 'fra-legal-office', mandate: mandate?.id ?? null });
    await france.store.submit([byOffice('by-the-office')]);
    await pull(custodian, france);
    await pull(reader, custodian);
    expect((await rows(custodian)).map((row) => row['note'])).toContain('by-the-office');
    expect(await rows(reader)).toEqual(await rows(custodian));

    admitted(
      await france.store.submit([
        {
          ...registry,
          type: 'mandates.revoke',
          basis: { kind: 'signed' },
          payload: { mandate: mandate?.id ?? '' },
        },
      ]),
    );
    const late = await france.store.submit([byOffice('too-late')]);
    expect(late[0]).toMatchObject({ rule: { id: 'authority.mandate' } });
    await pull(custodian, france);
    await pull(reader, custodian);
    expect(await rows(reader)).toEqual(await rows(custodian));
  });

  it('come to the same rows after a rebuild', async () => {
    const before = await rows(reader, ['KEN']);
    await reader.store.rebuild();
    expect(await rows(reader, ['KEN'])).toEqual(before);
  });

  it('wait for what is missing, and change nothing when taken again', async () => {
    const late = await openTestStoreOf('NOR');
    await vouchFor(late, custodian);
    const viewer = { actors: ['NOR'] };
    const heads = await custodian.store.holdings.heads(viewer);
    const pages: SignedAct[][] = await Promise.all(
      heads.map(async ({ stream }) => [
        ...(await custodian.store.holdings.page(viewer, stream, 1)),
      ]),
    );
    const all = pages.flat();
    const [gapped] = await late.store.holdings.take(all.slice(3, 4));
    expect(gapped).toMatchObject({ outcome: 'waiting' });
    for (let round = 0; round < 6; round += 1) await late.store.holdings.take(all.toReversed());
    for (let round = 0; round < 6; round += 1) await late.store.holdings.take(all);
    expect(await rows(late)).toEqual(await rows(custodian));
    const again = await late.store.holdings.take(all);
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['again']));
    await late.close();
  });
});
