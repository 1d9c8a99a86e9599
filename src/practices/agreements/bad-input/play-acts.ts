/** Plays acts of every kind on paper, as the store would take them in, and takes them in again. */
import type { ActOf } from '../../../kernel/act.ts';
import { addDays } from '../../../kernel/dates.ts';
import { own } from '../../../kernel/own.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { agreementActs } from '../acts/all.ts';
import { agreementOf } from '../acts/event.ts';
import { nationalRegisterOf } from '../acts/national.ts';
import { judgeBy } from '../decider.ts';
import { additionOf } from '../load.ts';
import { actOf } from '../paper-registers.ts';
import { Notification } from '../payloads/depositary.ts';
import { FixedText, TextChanges } from '../payloads/texts.ts';
import { Docket } from '../rules/docket.ts';
import { type Admitted, nothingAdmitted } from '../rules/dossier.ts';
import { fullPowersRegisterOf } from '../rules/depositary/full-powers.ts';
import { factsFrom } from '../rules/facts-for-tests.ts';
import { Library, type Words } from '../rules/texts/library.ts';
import { GIVEN, type Move } from './any-acts.ts';
import { PAYLOADS } from './any-payloads.ts';

const definitions = new Map(agreementActs.map((one) => [one.type, one]));
const UNKNOWN = 'f'.repeat(64);

/** What stands on record after a play, as rows of it would be loaded. */
export class PaperRecord {
  readonly acts: ActOf<unknown>[] = [];

  /** The docket that a batch is judged by, made from what is on record. */
  loaded(): Docket {
    const admitted = new Map<string, Admitted>();
    for (const [at, act] of this.acts.entries()) {
      const agreement = agreementOf(act.header);
      const under = admitted.get(agreement) ?? nothingAdmitted(agreement);
      admitted.set(agreement, under);
      const addition = additionOf(act, at + 1);
      if (addition && 'adoption' in addition) {
        under.adoption = { payload: addition.adoption, by: act.id };
      } else if (addition && 'event' in addition) under.events.push(addition.event);
      else if (addition) under.corrections.push(addition.correction);
    }
    const numbers = this.#of('notify').map(({ payload }) => Notification.parse(payload).number);
    const words: [string, Words][] = [
      ...this.#of('fix-text').map(({ id, payload }): [string, Words] => [
        id,
        FixedText.parse(payload),
      ]),
      ...this.#of('change-text').map(({ id, payload }): [string, Words] => [
        id,
        TextChanges.parse(payload),
      ]),
    ];
    return new Docket(admitted, factsFrom(GIVEN), numbers, new Library(words));
  }

  #of(type: string): ActOf<unknown>[] {
    return this.acts.filter(({ header }) => header.type === `agreements.${type}`);
  }

  /** An act that a move may name, among those of some types; of any where none is given. */
  named(pick: number, types: readonly string[]): ActOf<unknown> | null {
    const wanted = pick % 8 === 0 ? [] : types.map((type) => `agreements.${type}`);
    const found = this.acts.filter(
      ({ header }) => wanted.length === 0 || wanted.includes(header.type),
    );
    return found[pick % Math.max(found.length, 1)] ?? null;
  }
}

/** What is said of an earlier act mostly comes after it, and often from its maker. */
function following(move: Move, target: ActOf<unknown>): Move {
  const { header, payload } = target;
  const { on } = payload as { readonly on?: string };
  const isLater = move.pick % 5 > 0 && on !== undefined;
  const isOwn = move.pick % 3 > 0 && !ANSWERS.has(move.type);
  return {
    ...move,
    agreement: agreementOf(header),
    ...(isLater ? { on: addDays(on, move.pick % 80) } : {}),
    ...(isOwn ? { actor: header.actor } : {}),
  };
}

/** What others than its maker say of an act. */
const ANSWERS = new Set(['object', 'accept-reservation', 'object-to-correction', 'correct']);
/** Acts that stand beside what they name, and may name nothing. */
const ALONE = new Set(['sign', 'deposit', 'withdraw']);

function registerOf({ agreement, actor, pick, type }: Move): string {
  if (type === 'reach-stage') return nationalRegisterOf(actor);
  const isGeneral = type.endsWith('full-powers') && pick % 2 === 0;
  return isGeneral ? fullPowersRegisterOf(actor) : `agreements/${agreement}`;
}

/** The act of a move, with its payload as the schema reads it. */
export function actOfMove(move: Move, record: PaperRecord): ActOf<unknown> {
  const make = own(PAYLOADS, move.type);
  const definition = definitions.get(`agreements.${move.type}`);
  if (!make || !definition) throw new Error(`no payload for ${move.type}`);
  let target: ActOf<unknown> | null = null;
  make(move, (...types) => {
    target = record.named(move.pick, types);
    return UNKNOWN;
  });
  const put = target === null || ALONE.has(move.type) ? move : following(move, target);
  const payload = make(put, (...types) => record.named(move.pick, types)?.id ?? UNKNOWN);
  return actOf({
    type: put.type,
    // A schema of an act gives an object.
    payload: definition.payload.parse(payload) as object as Readonly<{ [key: string]: unknown }>,
    actor: put.actor,
    register: registerOf(put),
    source: put.signed ? null : `Notes ${put.pick % 5}`,
    ...(put.effectiveOn === null ? {} : { effectiveOn: put.effectiveOn }),
  });
}

/** The id of the rule that refuses an act, or null. */
export function refusedBy(docket: Docket, act: ActOf<unknown>): string | null {
  const refusal = judgeBy(docket).decide(act);
  return isRefusal(refusal) ? refusal.rule.id : null;
}

export interface Played {
  readonly record: PaperRecord;
  /** The docket that took all of it in, act by act. */
  readonly live: Docket;
  readonly taken: readonly Move[];
  /** What each move was refused by, or null; live, and by what was on record before it. */
  readonly outcomes: readonly { readonly live: string | null; readonly loaded: string | null }[];
}

/** Plays moves one after another, as one batch, and each as a batch of its own. */
export function play(moves: readonly Move[]): Played {
  const live = new Docket(new Map(), factsFrom(GIVEN));
  const judge = judgeBy(live);
  const record = new PaperRecord();
  const outcomes: { live: string | null; loaded: string | null }[] = [];
  const taken: Move[] = [];
  for (const move of moves) {
    const act = actOfMove(move, record);
    const refusal = refusedBy(live, act);
    outcomes.push({ live: refusal, loaded: refusedBy(record.loaded(), act) });
    if (refusal !== null) continue;
    judge.evolve(act);
    record.acts.push(act);
    taken.push(move);
  }
  return { record, live, taken, outcomes };
}
