/** Channels on paper, for tests: acts are judged and taken in as the store would do it. */
import type { ActOf } from '../../kernel/act.ts';
import { CLEAR, type Marking } from '../../kernel/marking.ts';
import { own } from '../../kernel/own.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { unsignedAct } from '../../kernel/unsigned-act.ts';
import { noticeActs } from './acts/all.ts';
import { registerOf } from './acts/rows.ts';
import { judgeBy } from './decider.ts';
import { Docket } from './rules/docket.ts';
import type { ActorsKnown, EventFact, NoticeFact } from './rules/facts.ts';

/** An act as a test tells it. */
export interface Told {
  /** Without its area: `issue`. */
  readonly does: string;
  readonly actor: string;
  readonly with: Readonly<Record<string, unknown>>;
  readonly marking?: Marking;
  readonly channel?: string;
  readonly at?: string;
}

export const CHANNEL = 'outbreak-alerts';
export const NOON = '2026-03-01T12:00:00.000Z';

/** Everybody exists; groups have the members given. */
export function actorsOf(groups: Readonly<Record<string, readonly string[]>>): ActorsKnown {
  return {
    exists: (actor) => actor !== 'XXX',
    membersOn: (group) => own(groups, group) ?? [],
  };
}

const byType = new Map(noticeActs.map((definition) => [definition.type, definition]));

/** Channels on paper, and who refused what. */
export class PaperChannels {
  readonly docket: Docket;
  readonly #judge: ReturnType<typeof judgeBy>;
  #acts = 0;

  constructor(actors: ActorsKnown = actorsOf({ league: ['BBB', 'CCC'], nobody: [] })) {
    this.docket = new Docket({ channels: [], notices: [], events: [], numbers: [], actors });
    this.#judge = judgeBy(this.docket);
  }

  #actOf(told: Told): ActOf<unknown> {
    this.#acts += 1;
    const { actor, at = NOON, channel = CHANNEL, marking = CLEAR } = told;
    const type = `notices.${told.does}`;
    const register = channel.includes('/') ? channel : registerOf(channel);
    const payload = byType.get(type)?.payload.parse(told.with);
    return unsignedAct({ type, actor, register, at, marking, payload, number: this.#acts });
  }

  /** The act's id, or the id of the rule that refused it, in front of which stands `refused:`. */
  put(told: Told): string {
    const act = this.#actOf(told);
    const refusal = this.#judge.decide(act);
    if (isRefusal(refusal)) return `refused: ${refusal.rule.id}`;
    this.#judge.evolve(act);
    return act.id;
  }

  /** Takes in what is expected to be accepted; its id. */
  take(told: Told): string {
    const id = this.put(told);
    if (id.startsWith('refused')) throw new Error(`${told.does}: ${id}`);
    return id;
  }

  notices(): readonly NoticeFact[] {
    return [...this.docket.notices.values()];
  }

  events(): readonly EventFact[] {
    return [...this.docket.events.values()].flat();
  }
}
