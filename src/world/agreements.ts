/**
 * The agreements that ship with the node: `<folder>/<id>/agreement.json`, `acts.csv` and, where a
 * clause weighs or classes actors, `attributes.csv`; `reservations.csv` where they are known. Facts
 * only; the rules compute every status.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INSTRUMENTS } from '../practices/agreements/payloads/agreement.ts';
import {
  type AgreementFile,
  type Problem,
  type Read,
  type WorldAct,
  type WorldAttribute,
  readActs,
  readAgreementFile,
  readAttributes,
} from './agreement-files.ts';
import { type WorldReservation, readReservations } from './reservation-files.ts';

/** One agreement with its legal acts in the order of their dates. */
export interface WorldAgreement extends AgreementFile {
  readonly acts: readonly WorldAct[];
  readonly attributes: readonly WorldAttribute[];
  readonly reservations: readonly WorldReservation[];
}

/** What else is known, so that names can be checked; where absent, names are not checked. */
export interface KnownWorld {
  readonly actors?: ReadonlySet<string>;
  /** The legal person of an actor: a State that continues another is the same one. */
  readonly personOf?: (actor: string) => string;
}

/** Thrown where shipped data cannot be believed: the node must not start on half a world. */
export class WorldDataError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).join('\n'));
    this.name = 'WorldDataError';
    this.problems = problems;
  }
}

/** Instruments that express consent to be bound, of which an actor makes one at a time. */
const CONSENTS: ReadonlySet<string> = new Set(['definitive-signature', ...INSTRUMENTS]);

/** What a check looks at: one act, the acts before it, and who is the same legal person. */
interface Matter {
  readonly agreement: WorldAgreement;
  readonly act: WorldAct;
  readonly before: readonly WorldAct[];
  readonly personOf: (actor: string) => string;
}
type Check = (matter: Matter) => string | null;

function beforeAdoption({ agreement, act }: Matter): string | null {
  if (act.date >= agreement.adoptedOn || act.act === 'event') return null;
  return `${act.act} of ${act.date} is before the adoption on ${agreement.adoptedOn}`;
}

function repeated({ act, before }: Matter): string | null {
  const twin = before.find(
    (one) =>
      one.actor === act.actor &&
      one.act === act.act &&
      one.date === act.date &&
      one.event === act.event,
  );
  return twin === undefined ? null : `repeats line ${twin.line}`;
}

function consentTwice({ act, before, personOf }: Matter): string | null {
  if (!CONSENTS.has(act.act)) return null;
  let standing: WorldAct | null = null;
  for (const one of before) {
    if (personOf(one.actor) !== personOf(act.actor)) continue;
    if (one.act === 'withdrawal') standing = null;
    else if (CONSENTS.has(one.act)) standing = one;
  }
  if (standing === null) return null;
  return `${act.actor} had consented on line ${standing.line} and has not withdrawn`;
}

function withdrawalWithoutConsent({ act, before, personOf }: Matter): string | null {
  if (act.act !== 'withdrawal') return null;
  const person = personOf(act.actor);
  if (before.some((one) => personOf(one.actor) === person && CONSENTS.has(one.act))) return null;
  return `${act.actor} withdraws without having consented`;
}

function effectBeforeNotice({ act }: Matter): string | null {
  if (act.act !== 'withdrawal' || act.effectiveOn === undefined) return null;
  return act.effectiveOn < act.date ? 'a withdrawal takes effect before its notice' : null;
}

function eventWithoutKey({ act }: Matter): string | null {
  return act.act === 'event' && act.event === '' ? 'an event needs its key in the note' : null;
}

const CHECKS: readonly Check[] = [
  beforeAdoption,
  repeated,
  consentTwice,
  effectBeforeNotice,
  eventWithoutKey,
];

/** Problems of an agreement's acts taken together: order, repetition, consent, known actors. */
export function problemsOfActs(agreement: WorldAgreement, known: KnownWorld = {}): Problem[] {
  const file = `${agreement.id}/acts.csv`;
  const personOf = known.personOf ?? ((actor: string): string => actor);
  // Who continues whom decides whether somebody else's consent was this person's.
  const checks = known.personOf === undefined ? CHECKS : [...CHECKS, withdrawalWithoutConsent];
  const problems: Problem[] = [];
  for (const [index, act] of agreement.acts.entries()) {
    const matter = { agreement, act, before: agreement.acts.slice(0, index), personOf };
    for (const check of checks) {
      const reason = check(matter);
      if (reason !== null) problems.push({ file, line: act.line, reason });
    }
    if (known.actors !== undefined && !known.actors.has(act.actor))
      problems.push({ file, line: act.line, reason: `unknown actor ${act.actor}` });
  }
  return problems;
}

function actOrder(one: WorldAct, other: WorldAct): number {
  if (one.date !== other.date) return one.date < other.date ? -1 : 1;
  return one.line - other.line;
}

function readOne(folder: string, id: string, problems: Problem[]): WorldAgreement | null {
  const text = (name: string): string => readFileSync(join(folder, id, name), 'utf8');
  const file = readAgreementFile(`${id}/agreement.json`, text('agreement.json'));
  const acts = readActs(`${id}/acts.csv`, text('acts.csv'));
  const table = <T>(name: string, read: (file: string, text: string) => Read<T>): T[] => {
    if (!existsSync(join(folder, id, name))) return [];
    const { values, problems: found } = read(`${id}/${name}`, text(name));
    problems.push(...found);
    return values;
  };
  const attributes = table('attributes.csv', readAttributes);
  const reservations = table('reservations.csv', readReservations);
  problems.push(...file.problems, ...acts.problems);
  const [agreement] = file.values;
  if (agreement === undefined) return null;
  if (agreement.id !== id) {
    const reason = `the id is ${agreement.id}, the folder ${id}`;
    problems.push({ file: `${id}/agreement.json`, line: 1, reason });
  }
  return { ...agreement, acts: acts.values.toSorted(actOrder), attributes, reservations };
}

function problemsOfParents(agreements: readonly WorldAgreement[]): Problem[] {
  const ids = new Set(agreements.map(({ id }) => id));
  return agreements
    .filter(({ parent }) => parent !== undefined && !ids.has(parent))
    .map(({ id, parent }) => ({
      file: `${id}/agreement.json`,
      line: 1,
      reason: `the parent ${parent ?? ''} is not here`,
    }));
}

/**
 * Reads every agreement below the folder, in the order of their ids.
 * Throws WorldDataError naming each file and line that cannot be believed.
 */
export function readWorldAgreements(folder: string, known: KnownWorld = {}): WorldAgreement[] {
  const problems: Problem[] = [];
  const agreements: WorldAgreement[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const agreement = readOne(folder, entry.name, problems);
    if (agreement === null) continue;
    agreements.push(agreement);
    problems.push(...problemsOfActs(agreement, known));
  }
  problems.push(...problemsOfParents(agreements));
  if (problems.length > 0) throw new WorldDataError(problems);
  return agreements.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
