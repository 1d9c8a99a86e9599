/**
 * Acts of bodies, sessions and texts, and what they make: states are folded when they are asked
 * for, and again only after an act was added. Judging and every question read the same archive.
 */
import { type RegisterKind, nameIn, registerOf } from '../registers.ts';
import { type BodyState, foldBody } from './bodies/body-state.ts';
import { type DecisionState, foldDecisions } from './decisions/decision-state.ts';
import type { Fact, Registry } from './facts.ts';
import { type SessionState, foldSession } from './sessions/session-state.ts';
import { GrowingTexts, type TextFolds } from './texts/kept-texts.ts';
import type { TextState } from './texts/text-state.ts';

export class Archive {
  readonly registry: Registry;
  readonly #facts: Map<string, Fact[]>;
  readonly #texts: TextFolds;
  readonly #folded = new Map<string, unknown>();
  readonly #custodians = new Map<string, string>();
  /** Numbers of the roll calls on record of those that a batch names, by their register. */
  readonly #rollCalls = new Map<string, Set<string>>();

  /** Facts stand by their register, each in the order of admission. */
  constructor(
    facts: ReadonlyMap<string, readonly Fact[]>,
    registry: Registry,
    texts: TextFolds = new GrowingTexts(),
  ) {
    this.#texts = texts;
    this.#facts = new Map([...facts].map(([register, own]) => [register, [...own]]));
    this.registry = registry;
  }

  /** Who keeps a register; null where that was not asked for, or it is not open. */
  custodianOf(register: string): string | null {
    return this.#custodians.get(register) ?? null;
  }

  /** Says who keeps a register. */
  addCustodian(register: string, custodian: string): void {
    this.#custodians.set(register, custodian);
  }

  facts(kind: RegisterKind, name: string): readonly Fact[] {
    return this.#facts.get(registerOf(kind, name)) ?? [];
  }

  body(name: string): BodyState | null {
    return this.#fold('body', name, (facts) => foldBody(name, facts));
  }

  session(name: string): SessionState | null {
    return this.#fold('session', name, (facts) => foldSession(name, facts));
  }

  /** The body whose session it is. */
  bodyOf(session: SessionState): BodyState | null {
    return this.body(session.opening.payload.body);
  }

  decisions(session: string): ReadonlyMap<string, DecisionState> {
    return this.#fold('session', session, foldDecisions, 'decisions');
  }

  text(name: string): TextState | null {
    return this.#fold('text', name, (facts) => this.#texts.stateOf(name, facts));
  }

  hasRollCall(body: string, number: string): boolean {
    return this.#rollCalls.get(registerOf('votes', body))?.has(number) === true;
  }

  /** Says that a roll call of a body's past is on record. */
  addRollCall(register: string, number: string): void {
    const known = this.#rollCalls.get(register);
    if (known === undefined) this.#rollCalls.set(register, new Set([number]));
    else known.add(number);
  }

  /** Adds an act that was admitted after all others of its register. */
  admit(fact: Fact): void {
    const { register } = fact;
    const known = this.#facts.get(register);
    if (known === undefined) this.#facts.set(register, [fact]);
    else known.push(fact);
    for (const key of this.#folded.keys()) {
      if (key.startsWith(`${register} `)) this.#folded.delete(key);
    }
  }

  #fold<State>(
    kind: RegisterKind,
    name: string,
    fold: (facts: readonly Fact[]) => State,
    what = 'whole',
  ): State {
    const key = `${registerOf(kind, name)} ${what}`;
    // Each key has one fold, so that what is kept under it is what that fold gave.
    if (this.#folded.has(key)) return this.#folded.get(key) as State;
    const state = fold(this.facts(kind, name));
    this.#folded.set(key, state);
    return state;
  }
}

/** The registers that an act refers to, which judging and reading it need too. */
export function registersNamed({ type, payload }: Pick<Fact, 'type' | 'payload'>): string[] {
  // The payloads of the acts that open something name what it belongs to, by their schemas.
  const { body, parent, session, text } = payload as Readonly<Record<string, unknown>>;
  const named: [RegisterKind, unknown][] =
    type === 'meetings.convene'
      ? [['body', body]]
      : type === 'meetings.establish-body'
        ? [['body', parent]]
        : type === 'meetings.table-text'
          ? [['session', session]]
          : [['text', text]];
  return named.flatMap(([kind, name]) =>
    typeof name === 'string' ? [registerOf(kind, name)] : [],
  );
}

/** What judging an act needs besides: the text on which a question is put. */
export function registersJudged(act: Pick<Fact, 'type' | 'payload'>): string[] {
  // The schema of the questions says on what they are put.
  const { on } = act.payload as { readonly on?: { readonly text?: unknown } };
  const isQuestion = act.type === 'meetings.put-question';
  const text = isQuestion && typeof on?.text === 'string' ? [registerOf('text', on.text)] : [];
  return [...registersNamed(act), ...text];
}

/** Whether a register is one whose acts are kept as facts. */
export const isOfFacts = (register: string): boolean => nameIn('votes', register) === '';
