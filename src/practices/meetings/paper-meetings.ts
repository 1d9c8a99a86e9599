/** Bodies and meetings on paper, for tests: acts are judged and taken in as the store does it. */
import type { ActOf, Header } from '../../kernel/act.ts';
import type { Marking } from '../../kernel/marking.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { unsignedAct } from '../../kernel/unsigned-act.ts';
import { meetingActs } from './acts/all.ts';
import { factOf } from './rules/fact-of.ts';
import { Archive } from './rules/archive.ts';
import { NO_REGISTRY, type Registry } from './rules/facts.ts';
import { judge } from './rules/judging.ts';

/** An act as a test tells it. */
export interface Told {
  /** Without its area: `seat-member`. */
  readonly does: string;
  readonly register: string;
  readonly with: object;
  readonly actor?: string;
  readonly author?: string;
  readonly basis?: Header['basis'];
  readonly effectiveOn?: string;
  readonly marking?: Marking;
  readonly at?: string;
}

export const KEEPER = 'secretariat';
const NOON = '2026-03-01T12:00:00.000Z';

const byType = new Map(meetingActs.map((definition) => [definition.type, definition]));

/** What was admitted, on paper. */
export class PaperMeetings {
  readonly archive: Archive;
  #acts = 0;

  /** Everybody exists, and groups are as the registry says; absent: nobody is in any. */
  constructor(registry: Partial<Registry> = {}) {
    this.archive = new Archive(new Map(), { ...NO_REGISTRY, ...registry });
  }

  #actOf({ at = NOON, actor = KEEPER, does, with: said, ...told }: Told): ActOf<unknown> {
    this.#acts += 1;
    const type = `meetings.${does}`;
    const payload = byType.get(type)?.payload.parse(said);
    return unsignedAct({ ...told, type, actor, at, payload, number: this.#acts });
  }

  /** Takes the act in where it is accepted; else it is the refusal. */
  put(told: Told): Refusal | null {
    const act = this.#actOf(told);
    const refusal = judge(act, this.archive, act.header.issuedAt);
    if (refusal !== null) return refusal;
    this.archive.admit(factOf(act, act.header.issuedAt, this.#acts));
    return null;
  }

  /** Takes in what is expected to be accepted. */
  take(told: Told): void {
    const refusal = this.put(told);
    if (refusal !== null) throw new Error(`${told.does}: ${refusal.reason}`);
  }
}
