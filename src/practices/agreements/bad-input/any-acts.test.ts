import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementActs } from '../acts/all.ts';
import { deadlinesOf } from '../rules/deadlines.ts';
import { type Chronicle, ballotOn, chronicleOf } from '../rules/entry-into-force.ts';
import { matrixOn } from '../rules/reservations/matrix.ts';
import { relationOn } from '../rules/reservations/relations.ts';
import { concerned, dossiersOf, partiesOn, statusOn } from '../rules/status.ts';
import { appliedAmendments } from '../rules/texts/applied-amendments.ts';
import { isWhole } from '../rules/texts/library.ts';
import { consolidated, rectificationsIn, textsOn } from '../rules/texts/texts.ts';
import { type Family, amendmentsStanding, partySets } from '../rules/versions/versions.ts';
import { whatItTakes } from '../rules/what-it-takes/takes.ts';
import { ACTORS, AGREEMENTS, type Move, anyMove } from './any-acts.ts';
import { PAYLOADS } from './any-payloads.ts';
import { type Played, play } from './play-acts.ts';

const start: Move = {
  type: 'adopt',
  actor: 'AAA',
  agreement: 'convention',
  on: '2000-01-01',
  other: 'BBB',
  pick: 1,
  signed: false,
  effectiveOn: null,
};
const moves = fc
  .array(anyMove, { minLength: 20, maxLength: 60 })
  .map((more) => [
    ...AGREEMENTS.map((agreement) => ({ ...start, agreement })),
    { ...start, type: 'fix-text', pick: 4 },
    { ...start, type: 'fix-text', pick: 4, agreement: 'draft' },
    { ...start, type: 'deposit', on: '2000-02-01' },
    { ...start, type: 'deposit', on: '2000-03-01', actor: 'BBB' },
    ...more,
  ]);
const DAYS = ['1999-12-01', '2001-06-01', '2004-01-01', '2006-07-01', '2009-03-01', '2014-01-01'];

/** Without the places in the ledger, which a batch that is judged does not know yet. */
function said(value: unknown): unknown {
  const dropped = new Set(['ledger', 'position', 'scene']);
  return JSON.parse(
    JSON.stringify(value, (key, one: unknown) => (dropped.has(key) ? undefined : one)),
  );
}

function chroniclesOf({ live }: Played): Chronicle[] {
  return AGREEMENTS.flatMap((agreement) => live.of(agreement).chronicle() ?? []);
}

function check(property: (played: Played) => void, numRuns = 60): void {
  fc.assert(
    fc.property(moves, (given) => property(play(given))),
    { numRuns },
  );
}

const eachDay = (played: Played, look: (chronicle: Chronicle, day: string) => void): void => {
  for (const chronicle of chroniclesOf(played)) for (const day of DAYS) look(chronicle, day);
};

describe('acts of every kind, right and wrong, in any order', () => {
  it('are all among those that are tried', () => {
    expect(Object.keys(PAYLOADS).sort()).toEqual(
      agreementActs.map(({ type }) => type.replace('agreements.', '')).sort(),
    );
  });

  it('are taken, each kind in one sequence or another', () => {
    const taken = new Set<string>();
    const played = fc.sample(moves, { seed: 7, numRuns: 150 }).map(play);
    for (const { type } of played.flatMap((one) => one.taken)) taken.add(type);
    expect(Object.keys(PAYLOADS).filter((type) => !taken.has(type))).toEqual([]);
  });

  it('are judged in one batch as each in a batch of its own', () => {
    check(({ outcomes }) => {
      expect(outcomes.map(({ live }) => live)).toEqual(outcomes.map(({ loaded }) => loaded));
    });
  });

  it('come to the same when what was admitted is read again', () => {
    check((played) => {
      const again = played.record.loaded();
      for (const agreement of AGREEMENTS) {
        const live = played.live.of(agreement).chronicle();
        expect(said(again.of(agreement).chronicle())).toEqual(said(live));
        if (live === null) continue;
        expect(said(chronicleOf(live.history, live.scene.facts))).toEqual(said(live));
      }
    });
  });

  it('never count one person twice, nor make parties of those that did not consent', () => {
    check((played) => {
      eachDay(played, (chronicle, day) => {
        const { facts } = chronicle.scene;
        const dossiers = dossiersOf(chronicle);
        const persons = [...ballotOn(day, chronicle).counted.values()].map((one) => one.person);
        expect(new Set(persons).size).toBe(persons.length);
        const parties = partiesOn(chronicle, day, dossiers);
        const bound = parties.map((actor) => facts.personOf(actor));
        expect(new Set(bound).size).toBe(parties.length);
        for (const actor of parties) {
          const { boundAsMember, consent, effect } = statusOn(actor, day, chronicle, dossiers);
          const isBound = consent !== null && (effect?.on ?? '9999') <= day;
          expect(boundAsMember || isBound).toBe(true);
        }
      });
    });
  });

  it('stand in the matrix as between each two', () => {
    check((played) => {
      eachDay(played, (chronicle, day) => {
        const dossiers = dossiersOf(chronicle);
        const matrix = matrixOn(chronicle, dossiers, day);
        expect(matrix.parties.toSorted()).toEqual([...partiesOn(chronicle, day, dossiers)].sort());
        for (const [at, one] of matrix.parties.entries()) {
          for (const other of matrix.parties.slice(at + 1)) {
            const { outcome } = relationOn([one, other], day, { chronicle, dossiers });
            const told = matrix.pairs.find(
              (pair) =>
                (pair.one === one && pair.other === other) ||
                (pair.one === other && pair.other === one),
            );
            expect(told?.outcome ?? 'in-force').toBe(outcome);
          }
        }
      });
    });
  });

  it('never make anything due before the day that is asked for', () => {
    check((played) => {
      eachDay(played, (chronicle, day) => {
        const due = deadlinesOf({ chronicle, dossiers: dossiersOf(chronicle) }, day);
        expect(due.filter(({ on }) => on < day)).toEqual([]);
      });
    });
  });

  it('need as many more consents as it is said to take', () => {
    check((played) => {
      eachDay(played, (chronicle, day) => {
        const { byConsents, fulfilledOn } = whatItTakes(chronicle, day);
        if (fulfilledOn !== null || day < chronicle.history.adoption.adoptedOn) return;
        for (const { members } of byConsents.sets) {
          const given = whatItTakes(
            chronicle,
            day,
            members.map(({ actor }) => actor),
          );
          expect([members.length, given.byConsents.number]).toEqual([byConsents.number, 0]);
        }
      });
    });
  });

  it('leave a text that can be put together, and parties by text that are the parties', () => {
    check((played) => {
      const members = new Map(
        chroniclesOf(played).map((chronicle) => [
          chronicle.history.agreement,
          { chronicle, dossiers: dossiersOf(chronicle) },
        ]),
      );
      const family: Family = { root: 'convention', members };
      const root = members.get('convention');
      if (!root) return;
      const { history } = root.chronicle;
      for (const day of DAYS) {
        const sets = partySets(family, day).flatMap(({ actors }) => actors);
        expect(sets.toSorted()).toEqual([...partiesOn(root.chronicle, day, root.dossiers)].sort());
        const standing = amendmentsStanding(family, day);
        for (const [language, version] of textsOn(
          history.events,
          history.adoption.adoptedOn,
          day,
        )) {
          const words = played.live.words(version.act);
          if (words === null || !isWhole(words)) throw new Error('a text has no words');
          const found = consolidated({
            agreement: 'convention',
            text: words,
            rectified: rectificationsIn(history.events),
            amendments: appliedAmendments('convention', standing, language, {
              history: (one) => members.get(one)?.chronicle.history ?? null,
              words: (act) => played.live.words(act),
            }),
          });
          const ids = found.provisions.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        }
      }
    });
  });

  it('say of nobody that it stood somewhere only from a later day on', () => {
    check((played) => {
      eachDay(played, (chronicle, day) => {
        const dossiers = dossiersOf(chronicle);
        const later = [...ACTORS, ...concerned(chronicle, day)]
          .map((actor) => statusOn(actor, day, chronicle, dossiers))
          .filter(({ since }) => since !== null && since > day);
        expect(later).toEqual([]);
      });
    });
  });
});
