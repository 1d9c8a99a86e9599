/**
 * reservations.csv of an agreement: who reserved what, who objected, what was withdrawn. Facts in
 * our own words; what its maker said word for word is with the depositary.
 */
import { z } from 'zod';
import { ActorId } from '../kernel/actor-id.ts';
import { PlainDateText } from '../kernel/dates.ts';
import { ProvisionId } from '../practices/agreements/provision.ts';
import { type Read, readTable } from './agreement-files.ts';

export const WORLD_RESERVATION_KINDS = [
  'reservation',
  'objection',
  'definite-objection',
  'withdrawal',
  'objection-withdrawal',
] as const;

/** One act on reservations. `about` is the key of an earlier row, for all but a reservation. */
export interface WorldReservation {
  readonly key: string;
  readonly actor: string;
  readonly act: (typeof WORLD_RESERVATION_KINDS)[number];
  readonly date: PlainDateText;
  readonly about: string;
  readonly provisions: readonly string[];
  readonly effect: 'excludes' | 'modifies';
  readonly summary: string;
  readonly source: string;
  /** Line in reservations.csv, from 1. */
  readonly line: number;
}

const Row = z.object({
  key: z.string().min(1),
  actor: ActorId,
  act: z.enum(WORLD_RESERVATION_KINDS),
  date: PlainDateText,
  about: z.string(),
  /** Addresses of provisions, a blank between two. */
  provisions: z.string().transform((text) => text.split(' ').filter((one) => one !== '')),
  effect: z.enum(['excludes', 'modifies', '']),
  summary: z.string(),
  source: z.string().min(1),
});

function problemOf(row: z.output<typeof Row>, keys: ReadonlySet<string>): string | null {
  const isReservation = row.act === 'reservation';
  if (row.provisions.some((one) => !ProvisionId.safeParse(one).success)) return 'no provision';
  if (keys.has(row.key)) return `the key ${row.key} is there twice`;
  if (isReservation && row.effect === '') return 'a reservation excludes or modifies';
  if (!isReservation && !keys.has(row.about)) return `no row above has the key ${row.about}`;
  return row.summary === '' && !row.act.endsWith('withdrawal') ? 'a summary is needed' : null;
}

/** Reads reservations.csv: `key,actor,act,date,about,provisions,effect,summary,source`. */
export function readReservations(file: string, text: string): Read<WorldReservation> {
  const keys = new Set<string>();
  const problems: Read<WorldReservation>['problems'] = [];
  const read = readTable(file, text, Row, (row, line): WorldReservation => {
    const reason = problemOf(row, keys);
    if (reason !== null) problems.push({ file, line, reason });
    keys.add(row.key);
    return { ...row, effect: row.effect === '' ? 'excludes' : row.effect, line };
  });
  return { values: read.values, problems: [...read.problems, ...problems] };
}
