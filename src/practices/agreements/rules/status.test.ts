import { describe, expect, it } from 'vitest';
import { consents, paperChronicle } from './paper-chronicle.ts';
import { matrixOn } from './reservations/matrix.ts';
import { dossiersOf, partiesOn, statusOn } from './status.ts';

describe('the parties on a day', () => {
  it('are told once each, though one acted under two names', () => {
    const chronicle = paperChronicle({
      facts: { actors: { OLD: { to: '2003-12-31' } }, continues: { OLD: 'AAA' } },
      done: [
        ...consents('2000-02-01', 'OLD', 'BBB'),
        { kind: 'sign', actor: 'AAA', on: '2000-03-01' },
      ],
    });
    expect(partiesOn(chronicle, '2002-01-01', dossiersOf(chronicle))).toEqual(['OLD', 'BBB']);
    expect(partiesOn(chronicle, '2004-01-01', dossiersOf(chronicle))).toEqual(['AAA', 'BBB']);
  });

  it('hold a successor from its beginning on, before the day on which it said so', () => {
    const chronicle = paperChronicle({
      facts: {
        actors: { OLD: { to: '2006-06-30' }, NEW: { from: '2006-07-01' } },
        predecessors: { NEW: { OLD: '2006-07-01' } },
      },
      done: [
        ...consents('2000-02-01', 'OLD', 'BBB'),
        { kind: 'deposit', actor: 'NEW', on: '2008-01-01', instrument: 'succession' },
      ],
    });
    const dossiers = dossiersOf(chronicle);
    const day = '2007-01-01';
    expect(statusOn('NEW', day, chronicle, dossiers)).toMatchObject({ standing: 'party' });
    expect(partiesOn(chronicle, day, dossiers)).toEqual(['BBB', 'NEW']);
    expect(matrixOn(chronicle, dossiers, day).parties).toEqual(['BBB', 'NEW']);
  });
});

it('provisional application begins on its day of effect, where that was before it was said', () => {
  const chronicle = paperChronicle({
    done: [
      {
        kind: 'apply-provisionally',
        actor: 'DDD',
        on: '2001-06-02',
        effectiveOn: '2000-01-01',
      },
    ],
  });
  expect(statusOn('DDD', '2001-01-01', chronicle, dossiersOf(chronicle))).toMatchObject({
    standing: 'provisional',
    since: '2000-01-01',
  });
});
