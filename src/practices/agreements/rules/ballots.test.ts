import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../kernel/dates.ts';
import { Adoption } from '../payloads/agreement.ts';
import { Ballots } from './ballots.ts';
import { ballotOn, chronicleOf } from './entry-into-force.ts';
import { factsFrom } from './facts-for-tests.ts';
import { type AgreementEvent, historyOf } from './history.ts';

const FIRST = '2000-01-01';
const facts = factsFrom({
  actors: { union: { kind: 'organisation', regionalIntegration: true } },
  continues: { AAA: 'BBB' },
});

const adoption = Adoption.parse({
  title: { en: 'Convention' },
  kind: 'multilateral',
  sectors: ['science'],
  adoptedOn: FIRST,
  finalClauses: {
    entryIntoForce: {
      when: { count: 3, of: { any: true } },
      delay: { days: 0 },
      citation: 'Article 1',
    },
    withdrawal: { notice: { days: 10 }, citation: 'Article 2' },
  },
});

const kinds = ['deposit', 'withdraw', 'record-event'] as const;
const happening = fc.record({
  kind: fc.constantFrom(...kinds),
  actor: fc.constantFrom('AAA', 'BBB', 'CCC', 'DDD', 'union'),
  after: fc.nat({ max: 60 }),
});

const eventOf = (
  { kind, actor, after }: { kind: (typeof kinds)[number]; actor: string; after: number },
  at: number,
): AgreementEvent => ({
  act: `act ${at}`,
  position: at,
  ledger: at,
  recordedAt: '2026-01-01T00:00:00.000Z',
  kind,
  actor,
  on: addDays(FIRST, after),
  effectiveOn: null,
  instrument: kind === 'deposit' ? 'ratification' : null,
  form: null,
  source: null,
  detail: kind === 'record-event' ? { event: `event ${after % 3}` } : {},
});

test('ballots of one day after another are the ballots of each day by itself', () => {
  fc.assert(
    fc.property(
      fc.array(happening, { maxLength: 14 }),
      fc.uniqueArray(fc.nat({ max: 80 }), { maxLength: 20 }),
      (happenings, daysAfter) => {
        const given = { agreement: 'convention', adoption, adoptedBy: 'act of adoption' };
        const chronicle = chronicleOf(historyOf(given, happenings.map(eventOf), []), facts);
        const ballots = new Ballots(chronicle);
        for (const after of daysAfter.toSorted((one, other) => one - other)) {
          const day = addDays(FIRST, after);
          const { counted, events } = ballotOn(day, chronicle);
          const stepped = ballots.on(day);
          expect(new Map(stepped.counted)).toEqual(counted);
          expect(new Set(stepped.events)).toEqual(events);
        }
      },
    ),
  );
});
