import { describe, expect, it } from 'vitest';
import { adoption } from '../../paper-registers.ts';
import { Adoption } from '../../payloads/agreement.ts';
import { consents, paperChronicle } from '../paper-chronicle.ts';
import { dossiersOf } from '../status.ts';
import { STAGES, countsOf, funnelOn } from './funnel.ts';
import { movesBetween } from './moves.ts';
import { type Linked, linksOnRecord, sharedParties, linksOf } from './network.ts';

const chronicle = paperChronicle({
  facts: { actors: { AAA: {}, BBB: {}, CCC: {}, DDD: {}, EEE: {} } },
  done: [
    ...consents('2000-02-01', 'AAA', 'BBB'),
    { kind: 'sign', actor: 'CCC', on: '2000-03-01' },
    { kind: 'withdraw', actor: 'BBB', on: '2010-01-01' },
  ],
});
const dossiers = dossiersOf(chronicle);

describe('the funnel of an agreement', () => {
  it('counts whoever reached a stage at those before it too, and never grows', () => {
    const counts = countsOf(funnelOn('2020-01-01', chronicle, dossiers));
    expect(counts.map(({ stage }) => stage)).toEqual(STAGES);
    for (const [at, { count }] of counts.slice(1).entries()) {
      expect(count).toBeLessThanOrEqual(counts[at]?.count ?? 0);
    }
  });

  it('says of each where it stopped: one that left was bound, and is no more', () => {
    const reached = funnelOn('2020-01-01', chronicle, dossiers);
    const of = (actor: string) => reached.find((one) => one.actor === actor)?.reached;
    expect([of('AAA'), of('BBB'), of('CCC')]).toEqual(['is-bound', 'was-bound', 'began']);
    expect(reached.filter(({ actor }) => actor === 'AAA')).toHaveLength(1);
  });
});

describe('moves between two days', () => {
  it('say of each where it stood on both', () => {
    expect(movesBetween(['2000-02-15', '2020-01-01'], chronicle, dossiers)).toEqual([
      { actor: 'AAA', before: expect.any(String), after: 'party' },
      { actor: 'BBB', before: expect.any(String), after: 'withdrawn' },
      { actor: 'CCC', before: 'none', after: 'signatory' },
    ]);
  });

  it('of one day to itself move nobody', () => {
    const moves = movesBetween(['2020-01-01', '2020-01-01'], chronicle, dossiers);
    expect(moves.filter(({ before, after }) => before !== after)).toEqual([]);
  });
});

const linked = (agreement: string, parties: number, more: object = {}): Linked => ({
  agreement,
  adoption: Adoption.parse({ ...adoption(), ...more }),
  parties: new Set(Array.from({ length: parties }, (_, at) => `S${at}`)),
});

describe('the network of agreements', () => {
  it('joins two from the share of common parties on: at it, and not below', () => {
    const all = [linked('one', 10), linked('other', 8)];
    const [link] = sharedParties(all, 80);
    expect(link).toMatchObject({ kind: 'parties', one: 'one', shared: 8, either: 10 });
    expect(sharedParties(all, 81)).toEqual([]);
  });

  it('says nothing of shares where parties are fewer than five', () => {
    expect(sharedParties([linked('one', 4), linked('other', 4)], 50)).toEqual([]);
    expect(sharedParties([linked('one', 5), linked('other', 5)], 50)).toHaveLength(1);
  });

  it('joins what amends to what is amended, where both are there', () => {
    const amendment = linked('amendment', 3, { parent: 'charter' });
    expect(linksOnRecord([amendment])).toEqual([]);
    expect(linksOnRecord([amendment, linked('charter', 9)])).toMatchObject([
      { kind: 'amends', one: 'amendment', other: 'charter' },
    ]);
  });

  it('has links of the kinds that are wanted alone', () => {
    const all = [linked('one', 9, { depositary: ['UNO'] }), linked('other', 9)];
    const kinds = (wanted: readonly ('depositary' | 'parties')[]) =>
      linksOf(all, { kinds: wanted, percent: 50 }).map(({ kind }) => kind);
    expect(kinds(['depositary'])).toEqual(['depositary']);
    expect(kinds(['parties'])).toEqual(['parties']);
  });
});
