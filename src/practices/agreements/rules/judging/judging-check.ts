/** What every judge of an act shares: the case, its day and its actor, and what was said before. */
import type { ActOf } from '../../../../kernel/act.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { Adoption } from '../../payloads/agreement.ts';
import { actorRefusal, dayRefusal } from '../capacity.ts';
import type { Dossier } from '../dossier.ts';
import { endedRefusal } from '../versions/judging-end.ts';
import { RULES } from '../law.ts';
import { contentOf } from '../saying.ts';
import type { Words } from '../texts/library.ts';

/** What a judge may look up beside the agreement's own dossier. */
export interface Others {
  /** Whether the node has the agreement, adopted. */
  has(agreement: string): boolean;
  /** The dossier of another register that was loaded for the batch; an empty one for any other. */
  of(agreement: string): Dossier;
  /** The dossier, among those loaded for the batch, in which an act stands. */
  holding(act: string): Dossier | null;
  /** The dossiers of agreements that amend another, as far as they were loaded for the batch. */
  amending(parent: string): readonly Dossier[];
  /** The words of a text by its act; null where they were not loaded. */
  words(act: string): Words | null;
  /** Whether a notification of the node has this number's serial of the year. */
  isNumberTaken(number: string): boolean;
}

/** An act whose payload was parsed by its schema, and the agreement it is done under. */
export interface Case<Payload> {
  readonly act: ActOf<unknown>;
  readonly payload: Payload;
  readonly dossier: Dossier;
  readonly adoption: Adoption;
  readonly others: Others;
}

/** What tells one act of an actor from another: the day, and what it is about. */
export interface Said {
  readonly on: string;
  readonly instrument?: string | undefined;
  readonly event?: string | undefined;
  readonly withdrawal?: string | undefined;
}

/** Acts on the agreement as a whole, which say nothing of one actor. */
const OF_NO_ACTOR: ReadonlySet<string> = new Set([
  'agreements.record-event',
  'agreements.notify',
  'agreements.ask-clarification',
  'agreements.return-instrument',
  'agreements.propose-correction',
  'agreements.rectify',
  'agreements.register',
  'agreements.terminate',
  'agreements.fix-text',
  'agreements.change-text',
]);

const OF_ALL_IF_RECORDED: ReadonlySet<string> = new Set([
  'agreements.suspend',
  'agreements.resume',
]);

const isRecorded = ({ header }: ActOf<unknown>): boolean => header.basis.kind === 'recorded';

/** A source that is read again says nothing new, whatever was corrected since. */
function saidBefore(act: ActOf<unknown>, stated: Said, dossier: Dossier): Refusal | null {
  const { actor, basis, type } = act.header;
  if (basis.kind !== 'recorded') return null;
  const { on: _on, ...detail } = stated;
  const content = contentOf(type.slice('agreements.'.length), detail);
  const about = { ...stated, content, actor, type, source: basis.source };
  const before = dossier.saidBefore(about);
  return before === null
    ? null
    : refuse(RULES.once, said('The same source said so in {$before}.', { before }), {
        remedy: said('Where a correction changed or struck it out wrongly, strike that out.'),
        values: { act: before },
      });
}

/** What holds of every act of an actor on a day, and of an event recorded of the agreement. */
function judgeDated(given: Omit<Case<unknown>, 'payload'>, stated: Said): Refusal | null {
  const { act, dossier, adoption } = given;
  const { actor, issuedAt, type } = act.header;
  const ofDay = dayRefusal(stated.on, issuedAt, adoption.adoptedOn);
  if (ofDay) return ofDay;
  // Of what its custodian records between all parties nobody in particular is the actor.
  const ofAll = OF_NO_ACTOR.has(type) || (OF_ALL_IF_RECORDED.has(type) && isRecorded(act));
  const ofActor = ofAll ? null : actorRefusal(actor, stated.on, dossier.facts);
  return ofActor ?? saidBefore(act, stated, dossier) ?? endedRefusal(type, stated.on, dossier);
}

/** A judge of one kind of dated act, with the payload as its schema reads it. */
export type Check = (given: Omit<Case<unknown>, 'payload'>) => Refusal | null;

/** A judge of dated acts of one kind: their schema, then what holds of each, then its own rule. */
export function check<Payload extends Said>(
  schema: { parse(payload: unknown): Payload },
  judgeCase: (one: Case<Payload>) => Refusal | null,
): Check {
  return (given) => {
    const payload = schema.parse(given.act.payload);
    return judgeDated(given, payload) ?? judgeCase({ ...given, payload });
  };
}
