/** Chronicles on paper, for tests: from final clauses and what was done, without any register. */
import type { z } from 'zod';
import type { EventKind } from '../acts/event.ts';
import type { FinalClauses } from '../clauses.ts';
import { Adoption, type Instrument } from '../payloads/agreement.ts';
import { type Chronicle, chronicleOf } from './entry-into-force.ts';
import { type Given, factsFrom } from './facts-for-tests.ts';
import type { Facts } from './facts.ts';
import { type AgreementEvent, historyOf } from './history.ts';

/** Something done, as a test tells it. */
export interface Done {
  readonly kind: EventKind;
  readonly actor?: string;
  readonly on: string;
  readonly effectiveOn?: string;
  /** Of a deposit: a ratification, unless it says otherwise. */
  readonly instrument?: Instrument;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface PaperAgreement {
  readonly id?: string;
  readonly clauses?: Partial<z.input<typeof FinalClauses>>;
  /** Of the adoption, beside the clauses. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly done?: readonly Done[];
  readonly facts?: Given | Facts;
}

/** The act that the n-th thing done stands for. */
export const actNumber = (at: number): string => `${at}`.padStart(64, '0');

function eventOf(done: Done, at: number): AgreementEvent {
  return {
    act: actNumber(at),
    position: at + 2,
    ledger: at + 2,
    recordedAt: '2026-01-01T00:00:00.000Z',
    kind: done.kind,
    actor: done.actor ?? 'depositary',
    on: done.on,
    effectiveOn: done.effectiveOn ?? null,
    instrument: done.kind === 'deposit' ? (done.instrument ?? 'ratification') : null,
    form: null,
    source: 'paper',
    detail: done.detail ?? {},
  };
}

/** A deposit by each, on the day given. */
export const consents = (on: string, ...actors: readonly string[]): Done[] =>
  actors.map((actor) => ({ kind: 'deposit', actor, on }));

/** An event that clauses wait for, of the agreement or of one actor. */
export const happens = (event: string, on: string, of?: string): Done => ({
  kind: 'record-event',
  on,
  detail: of === undefined ? { event } : { event, of },
});

const isFacts = (given: Given | Facts): given is Facts => 'personOf' in given;

/** The chronicle; adopted on 2000-01-01 and in force at once with the second consent. */
export function paperChronicle(given: PaperAgreement): Chronicle {
  const adoption = Adoption.parse({
    title: { en: given.id ?? 'Convention' },
    kind: 'multilateral',
    sectors: ['diplomacy'],
    adoptedOn: '2000-01-01',
    ...given.more,
    finalClauses: {
      entryIntoForce: {
        when: { count: 2, of: { any: true } },
        delay: { days: 0 },
        citation: 'Article 1',
      },
      ...given.clauses,
    },
  });
  const { id = 'convention', done = [], facts = {} } = given;
  const history = historyOf(
    { agreement: id, adoption, adoptedBy: 'f'.repeat(64) },
    done.map(eventOf),
    [],
  );
  return chronicleOf(history, isFacts(facts) ? facts : factsFrom(facts));
}
