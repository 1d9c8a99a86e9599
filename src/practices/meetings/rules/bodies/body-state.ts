/** A body: a fold over the acts of its register. What holds on a day is read off it. */
import type { ActId } from '../../../../kernel/act.ts';
import { type PlainDateText, addDays } from '../../../../kernel/dates.ts';
import type {
  AdmittedObserver,
  AdoptedRules,
  AllocatedSeats,
  ElectedOfficer,
  EndedObservation,
  EndedOffice,
  EstablishedBody,
  RestoredRights,
  SeatedMember,
  SetWeights,
  SuspendedRights,
  VacatedSeat,
} from '../../payloads/body.ts';
import type { AssessedContributions, StatedArrears } from '../../payloads/contributions.ts';
import type { Fact } from '../facts.ts';

/** What holds from a day to another, both counted; null: it goes on. */
export interface Term<Payload> {
  readonly fact: Fact<Payload>;
  readonly from: PlainDateText;
  readonly until: PlainDateText | null;
  /** The act that ended it before its time. */
  readonly endedBy: ActId | null;
}

export interface BodyState {
  readonly name: string;
  readonly opening: Fact<EstablishedBody>;
  /** Who keeps its register. */
  readonly custodian: string;
  /** Each list by the first day of what it says, then in the order of admission. */
  readonly rules: readonly Fact<AdoptedRules>[];
  readonly weights: readonly Fact<SetWeights>[];
  readonly allocations: readonly Fact<AllocatedSeats>[];
  readonly seats: readonly Term<SeatedMember>[];
  readonly officers: readonly Term<ElectedOfficer>[];
  readonly observers: readonly Term<AdmittedObserver>[];
  readonly suspensions: readonly Fact<SuspendedRights>[];
  readonly restorations: readonly Fact<RestoredRights>[];
  /** What is due, and what is owed, each as it was stated. */
  readonly assessments: readonly Fact<AssessedContributions>[];
  readonly statements: readonly Fact<StatedArrears>[];
}

/** Whether a day lies from one to another, both counted. */
export function holdsOn(
  term: { readonly from: PlainDateText; readonly until?: PlainDateText | null | undefined },
  day: PlainDateText,
): boolean {
  const { from, until = null } = term;
  return from <= day && (until === null || day <= until);
}

const byBeginning = <Payload extends { readonly from: PlainDateText }>(
  facts: readonly Fact<Payload>[],
): Fact<Payload>[] =>
  facts.toSorted((one, other) =>
    one.payload.from === other.payload.from
      ? one.ledger - other.ledger
      : one.payload.from < other.payload.from
        ? -1
        : 1,
  );

interface Ending<Begun, Ended> {
  readonly begun: readonly Fact<Begun>[];
  readonly ended: readonly Fact<Ended>[];
  readonly isOf: (begun: Begun, ended: Ended) => boolean;
}

/** Terms as they were begun, cut short by the acts that ended them. */
function termsOf<
  Begun extends { readonly from: PlainDateText; readonly until?: PlainDateText | undefined },
  Ended extends { readonly until: PlainDateText },
>({ begun, ended, isOf }: Ending<Begun, Ended>): Term<Begun>[] {
  return byBeginning(begun).map((fact) => {
    const { from, until = null } = fact.payload;
    const term = { fact, from, until, endedBy: null };
    const end = ended.find(
      (one) => isOf(fact.payload, one.payload) && holdsOn(term, one.payload.until),
    );
    return end === undefined ? term : { ...term, until: end.payload.until, endedBy: end.act };
  });
}

/** An earlier admission ends the day before a later one of the same observer begins. */
function untilReplaced(terms: readonly Term<AdmittedObserver>[]): Term<AdmittedObserver>[] {
  return terms.flatMap((term, at) => {
    const { observer } = term.fact.payload;
    const later = terms.slice(at + 1).find((one) => one.fact.payload.observer === observer);
    if (later === undefined || (term.until ?? later.from) < later.from) return [term];
    if (later.from === term.from) return [];
    return [{ ...term, until: addDays(later.from, -1), endedBy: later.fact.act }];
  });
}

/** The body that the acts make; null where none of them establishes it. */
export function foldBody(name: string, facts: readonly Fact[]): BodyState | null {
  // The schema accepted the payload of each very type.
  const of = <Payload>(verb: string) =>
    facts.filter(({ type }) => type === `meetings.${verb}`) as Fact<Payload>[];
  const [opening] = of<EstablishedBody>('establish-body');
  if (opening === undefined) return null;
  return {
    name,
    opening,
    custodian: opening.author,
    rules: byBeginning(of<AdoptedRules>('adopt-rules')),
    weights: byBeginning(of<SetWeights>('set-weights')),
    allocations: byBeginning(of<AllocatedSeats>('allocate-seats')),
    seats: termsOf({
      begun: of<SeatedMember>('seat-member'),
      ended: of<VacatedSeat>('vacate-seat'),
      isOf: (begun, ended) => begun.member === ended.member && begun.seats === ended.seats,
    }),
    officers: termsOf({
      begun: of<ElectedOfficer>('elect-officer'),
      ended: of<EndedOffice>('end-office'),
      isOf: (begun, ended) =>
        begun.office === ended.office &&
        begun.holder === ended.holder &&
        begun.person === ended.person,
    }),
    observers: untilReplaced(
      termsOf({
        begun: of<AdmittedObserver>('admit-observer'),
        ended: of<EndedObservation>('end-observation'),
        isOf: (begun, ended) => begun.observer === ended.observer,
      }),
    ),
    suspensions: byBeginning(of<SuspendedRights>('suspend-rights')),
    restorations: byBeginning(of<RestoredRights>('restore-rights')),
    assessments: of<AssessedContributions>('assess-contributions'),
    statements: of<StatedArrears>('state-arrears').toSorted((one, other) =>
      one.payload.on < other.payload.on ? -1 : one.payload.on > other.payload.on ? 1 : 0,
    ),
  };
}
