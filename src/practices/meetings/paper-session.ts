/** A session on paper, for tests: acts are judged and taken in as the store would do it. */
import type { ActOf } from '../../kernel/act.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { unsignedAct } from '../../kernel/unsigned-act.ts';
import { meetingActs } from './acts/all.ts';
import { factOf } from './rules/fact-of.ts';
import { Archive } from './rules/archive.ts';
import { NO_REGISTRY, type Registry } from './rules/facts.ts';
import { judge } from './rules/judging.ts';
import type { SessionState } from './rules/sessions/session-state.ts';

/** An act as a test tells it. */
export interface Told {
  /** Without its area: `open-sitting`. */
  readonly does: string;
  readonly actor: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly register?: string;
  /** When the custodian receives it: minutes and seconds after ten, `05:30`. */
  readonly at?: string;
}

export const SESSION = 'first-session';
export const MEMBERS = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF'] as const;

/** Six States are members of the league; everybody exists. */
export const LEAGUE: Registry = {
  ...NO_REGISTRY,
  membersOn: (group) => (group === 'league' ? MEMBERS : []),
};

/** An instant of the day on which everything on paper happens. */
export const instant = (minute: string): string => `2026-03-02T10:${minute}.000Z`;

const byType = new Map(meetingActs.map((definition) => [definition.type, definition]));

/** Bodies and sessions on paper. */
export class PaperSession {
  readonly archive = new Archive(new Map(), LEAGUE);
  #acts = 0;

  #actOf(told: Told, at: string): ActOf<unknown> {
    this.#acts += 1;
    const { actor, register = `meetings/${SESSION}` } = told;
    const type = `meetings.${told.does}`;
    const payload = byType.get(type)?.payload.parse(told.with ?? {});
    return unsignedAct({ type, actor, register, at, payload, number: this.#acts });
  }

  /** The act's id, or the id of the rule that refused it, in front of which stands `refused:`. */
  put(told: Told): string {
    const at = instant(told.at ?? '00:00');
    const act = this.#actOf(told, at);
    const refusal = judge(act, this.archive, at);
    if (isRefusal(refusal)) return `refused: ${refusal.rule.id}`;
    this.archive.admit(factOf(act, at, this.#acts));
    return act.id;
  }

  /** Takes in what is expected to be accepted; its id. */
  take(told: Told): string {
    const id = this.put(told);
    if (id.startsWith('refused')) throw new Error(`${told.does}: ${id}`);
    return id;
  }

  /** The session as the acts make it. Throws Error where none was convened. */
  session(): SessionState {
    const session = this.archive.session(SESSION);
    if (session === null) throw new Error('nobody convened the session');
    return session;
  }
}

/** The acts by which a body and its session begin. */
export const convened = (more: Readonly<Record<string, unknown>> = {}): Told[] => [
  {
    does: 'establish-body',
    actor: 'secretariat',
    register: 'bodies/council',
    with: {
      title: { en: 'Council' },
      kind: 'council',
      membership: { kind: 'group', group: 'league' },
    },
  },
  {
    does: 'convene',
    actor: 'secretariat',
    with: {
      body: 'council',
      title: { en: 'First session' },
      opensOn: '2026-03-02',
      closesOn: '2026-03-06',
      ...more,
    },
  },
];
