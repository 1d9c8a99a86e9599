import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../../kernel/refusal.ts';
import { actors, loadActorFacts } from '../../actors/area.ts';
import { type TestStore, OPERATOR, admitted, openTestStore } from '../../../store/test-store.ts';
import { agreements } from '../area.ts';
import { parties } from '../questions/one.ts';
import type { ImportReport } from './import-report.ts';
import { type ImportOptions, importStatusTable } from './import-status-table.ts';
import { participantsOf } from './participants.ts';

let node: TestStore;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const recorded = { kind: 'recorded', source: 'a test' } as const;

function enter(id: string, name: string, more: Record<string, unknown> = {}) {
  const known = { kind: 'state', treatyCapacity: true, regionalIntegration: false, ...more };
  return {
    type: 'actors.enter',
    register: 'actors/registry',
    actor: id,
    payload: { id, names: { en: name }, ...known },
    basis: recorded,
  };
}

function adopt(agreement: string) {
  return {
    type: 'agreements.adopt',
    register: `agreements/${agreement}`,
    actor: OPERATOR,
    payload: {
      title: { en: 'Convention on the Common River' },
      kind: 'multilateral',
      sectors: ['environment'],
      adoptedOn: '1960-01-01',
      finalClauses: {
        entryIntoForce: {
          when: { count: 2, of: { any: true } },
          delay: { days: 30 },
          citation: 'Article 12(1)',
        },
      },
    },
    basis: recorded,
  };
}

const HEADER = 'Participant,Signature,"Ratification, Accession(a), Succession(d)"';
const RIVER = [
  HEADER,
  'Kenya,6 Oct 1965,12 Jan 1966',
  'Uganda 2,,1 Mar 1966 a',
  'Atlantis,,1 Mar 1966 a',
  'Norway,,31.02.',
  'Chad,,',
  'Peru,1 Feb 1959,2 Feb 1966',
  '',
].join('\n');

const SQL_AND_HTML = [
  HEADER,
  '"Robert\'); drop table acts; --",,1 Mar 1966 a',
  '<script>alert(1)</script>,,1 Mar 1966 a',
  '',
].join('\n');

async function importing(text: string, more: Partial<ImportOptions> = {}) {
  const options = { agreement: 'river', source: 'Status table of 1970', ...more };
  return importStatusTable(node.store, { ...options, bytes: bytes(text) });
}

async function imported(text: string, more: Partial<ImportOptions> = {}): Promise<ImportReport> {
  const report = await importing(text, more);
  if (isRefusal(report)) throw new Error(report.reason);
  return report;
}

beforeAll(async () => {
  node = await openTestStore({ areas: [actors, agreements] });
  const names = { KEN: 'Kenya', UGA: 'Uganda', NOR: 'Norway', TCD: 'Chad', PER: 'Peru' };
  admitted(
    await node.store.submit([
      ...Object.entries(names).map(([id, name]) => enter(id, name)),
      enter('CSK', 'Czechoslovakia', { kind: 'historical-state', to: '1993-01-01' }),
      enter('CZE', 'Czechia', { from: '1993-01-01' }),
      {
        type: 'actors.succeed',
        register: 'actors/registry',
        actor: 'CZE',
        payload: { predecessor: 'CSK', successor: 'CZE', on: '1993-01-01', kind: 'dissolution' },
        basis: recorded,
      },
      adopt('river'),
      adopt('lake'),
    ]),
  );
});
afterAll(() => node.close());

describe('an imported status table', () => {
  it('has an outcome for each row, and each act its source', async () => {
    const report = await imported(RIVER);
    expect(report.rows.map((row) => [row.line, row.participant, row.outcome])).toEqual([
      [2, 'Kenya', 'recorded'],
      [3, 'Uganda', 'recorded'],
      [4, 'Atlantis', 'rejected'],
      [5, 'Norway', 'rejected'],
      [6, 'Chad', 'awkward'],
      [7, 'Peru', 'refused'],
    ]);
    expect(report.totals).toMatchObject({ rows: 6, recorded: 2, refused: 1, acts: 4 });
    expect(report.rows[2]).toMatchObject({ rule: 'agreements.known-actor' });
    expect(report.rows[5]?.acts[0]).toMatchObject({ rule: 'agreements.not-before-adoption' });
    const id = report.rows[0]?.acts[0]?.id ?? '';
    const act = await node.store.act(id, { actors: [] });
    expect(act?.header).toMatchObject({
      author: OPERATOR,
      actor: 'KEN',
      basis: { kind: 'recorded', source: 'Status table of 1970' },
    });
  });

  it('changes nothing when it is imported again', async () => {
    const before = await node.store.ledger();
    const report = await imported(RIVER);
    expect(await node.store.ledger()).toBe(before);
    expect(report.totals).toMatchObject({ acts: 0, recorded: 0, 'already-recorded': 2 });
  });

  it('is answered from: who is bound since when', async () => {
    const at = { viewer: { actors: [] }, asOf: '1970-01-01', knownAt: null };
    const answer = await node.store.ask(parties, { agreement: 'river' }, at);
    if (isRefusal(answer)) throw new Error(answer.reason);
    expect(answer.rows.map((row) => [row.actor, row.standing, row.effectiveOn])).toEqual([
      ['KEN', 'party', '1966-03-04'],
      ['PER', 'party', '1966-03-04'],
      ['UGA', 'party', '1966-03-31'],
    ]);
  });

  it('leaves nothing behind when it is cut off', async () => {
    const before = await node.store.ledger();
    const report = await importing(`${HEADER}\nNorway,,1 Mar 1966 a\nChad,,"1 Mar`);
    expect(report).toMatchObject({ refused: true, rule: { id: 'status-table.form' } });
    expect(await node.store.ledger()).toBe(before);
  });

  it('takes SQL and HTML for names that nobody bears', async () => {
    const report = await imported(SQL_AND_HTML);
    expect(report.rows.map((row) => row.outcome)).toEqual(['rejected', 'rejected']);
    expect(report.rows[1]?.participant).toBe('<script>alert(1)</script>');
  });

  it('records the dates of effect that it states only where that is asked for', async () => {
    const text =
      'Participant,Signature,Instrument Type,Instrument Date,Entry Into Force Date\n' +
      'Norway,,Accession,1966-05-01,1966-12-24\n' +
      'Czechia,,Succession,1993-02-22,1993-01-01\n';
    const options = { agreement: 'lake', trustEffect: 'successions' } as const;
    const report = await imported(text, options);
    const acts = report.rows.map((row) => row.acts[0]?.id ?? '');
    const found = await Promise.all(acts.map((id) => node.store.act(id, { actors: [] })));
    expect(found.map((act) => act?.header.effectiveOn)).toEqual([null, '1993-01-01']);
  });

  it('gives a predecessor what it did, from its successor’s row', async () => {
    const text =
      'manyID,stateID,stateSignature,stateRat,Succession\n' +
      'RIVER_1960A,CZE,NA,12.05.1978,22.02.1993\n';
    const report = await imported(text);
    expect(report.rows[0]?.acts.map((act) => [act.on, act.outcome])).toEqual([
      ['1978-05-12', 'recorded'],
      ['1993-02-22', 'recorded'],
    ]);
  });

  it('of several agreements wants to know which', async () => {
    const text =
      'date,iso2,country,action,treaty\n' +
      '1966-03-01,TD,Chad,acceded to,Lake\n1966-03-01,TD,Chad,acceded to,River\n';
    expect(await importing(text)).toMatchObject({ rule: { id: 'agreements.import' } });
    expect(await importing(text, { treaty: 'Sea' })).toMatchObject({ refused: true });
    const report = await imported(text, { treaty: 'River' });
    expect(report.totals).toMatchObject({ recorded: 1, elsewhere: 1 });
    const both = await imported(text, {
      agreement: new Map([
        ['Lake', 'lake'],
        ['River', 'river'],
      ]),
    });
    expect(both.totals).toMatchObject({ recorded: 1, 'already-recorded': 1 });
  });

  it('is refused without a source, or for what is no agreement', async () => {
    expect(await importing(RIVER, { source: ' ' })).toMatchObject({ refused: true });
    expect(await importing(RIVER, { source: 'x'.repeat(401) })).toMatchObject({ refused: true });
    expect(await importing(RIVER, { agreement: '../etc' })).toMatchObject({ refused: true });
    const unknown = await imported(RIVER, { agreement: 'no-such' });
    expect(unknown.totals).toMatchObject({ acts: 0, refused: 3 });
  });
});

describe('who is meant by a row', () => {
  it('is nobody where name and code disagree', async () => {
    const facts = await node.store.read({ actors: [] }, (query) =>
      loadActorFacts(query, { asKnownAt: null }),
    );
    const { resolve, predecessorOn } = participantsOf(facts);
    expect(resolve('Kenya', 'KE', undefined)).toBe('KEN');
    expect(resolve('A name of its own', 'KEN', undefined)).toBe('KEN');
    expect(resolve('Kenya', 'UGA', undefined)).toBeNull();
    expect(resolve('Atlantis', 'XX', undefined)).toBeNull();
    expect(predecessorOn('CZE', '1978-05-12')).toBe('CSK');
    expect(predecessorOn('CZE', '1999-01-01')).toBeNull();
  });
});
