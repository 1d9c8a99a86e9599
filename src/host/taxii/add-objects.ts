/**
 * Objects that were sent become a notice in the channel: signed, judged and admitted like any
 * other, and released to no more than the marks on them allow.
 */
import { PAYLOAD_BYTES_MAX } from '../../kernel/act.ts';
import type { Query } from '../../kernel/define-area.ts';
import { CLEAR, LEVELS, Marking } from '../../kernel/marking.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import {
  type Admitted,
  type Awaiting,
  type DraftAct,
  isAwaiting,
  ledgerOf,
} from '../../kernel/submission.ts';
import { registerOf } from '../../practices/notices/area.ts';
import {
  OBJECTS_MAX,
  OBJECT_CHARACTERS_MAX,
  objectHead,
} from '../../practices/notices/payloads/content.ts';
import type { NoticeTables } from '../../practices/notices/tables.ts';
import type { StixObject } from '../../standards/stix/read-stix.ts';
import { type Level, marksOf } from '../../standards/stix/tlp.ts';
import { RULES } from '../../standards/taxii/rules.ts';
import type { Failure, Outcome, Sent } from '../../standards/taxii/status.ts';
import type { Session } from '../account/sign-in.ts';
import { chooseAuthor, standingFor } from '../authority/choose-author.ts';
import { type Services, chooserOf } from '../services.ts';
import { viewerOf } from '../viewer.ts';

const ACT = 'notices.issue';
const REASON_LENGTH_MAX = 300;
/** A payload has at most a mebibyte; some of it is for what else a notice says. */
const NOTICE_BYTES_MAX = PAYLOAD_BYTES_MAX - 64 * 1024;

export interface Addition {
  readonly channel: string;
  readonly objects: readonly StixObject[];
  /** In whose name; null where the sender did not say. */
  readonly actor: string | null;
}

interface Channel {
  readonly kind: string;
  readonly level: Level;
  readonly marking: Marking;
}

async function readChannel(query: Query, name: string): Promise<Channel | null> {
  // The store keeps this table under this name, and `NoticeTables` types it.
  const tables: Query<NoticeTables> = query;
  const row = await tables
    .selectFrom('notices_channel')
    .select(['kind', 'level', 'marking'])
    .where('channel', '=', name)
    .executeTakeFirst();
  if (!row) return null;
  // As the header of its act gave them; the level is one of those that a marking has.
  const level = LEVELS.find((one) => one === row.level) ?? 'red';
  return { kind: row.kind, level, marking: Marking.parse(row.marking) };
}

const sentOf = ({ id, version }: StixObject): Sent => ({ id, version: version ?? '' });

/** Why an object is not taken, in words; null where it is. */
function faultOf(object: StixObject): string | null {
  const [error] = object.verdict.errors;
  if (error) return `${error.rule.citation}: ${error.where}: ${error.what}`;
  if (object.text.length > OBJECT_CHARACTERS_MAX) {
    return `It has more than ${OBJECT_CHARACTERS_MAX} characters.`;
  }
  return objectHead(object.text) === null ? 'Its id is not written in small letters.' : null;
}

/** The strictest level of the objects and of the channel. */
function levelOf(objects: readonly StixObject[], { level, marking }: Channel): Level {
  const said = objects.map(({ value }) => marksOf(value).level ?? 'clear');
  const all: Level[] = [level, marking.level, ...said];
  return LEVELS.findLast((one) => all.includes(one)) ?? 'red';
}

/**
 * The marking of the notice: released to those who may read the channel. Where that is everyone,
 * nothing tells to whom an object that is marked may go, so it is not taken.
 */
function markingFor(objects: readonly StixObject[], channel: Channel): Marking | Refusal {
  const level = levelOf(objects, channel);
  if (level === 'clear') return CLEAR;
  if (channel.marking.level === 'clear') {
    return refuse(
      RULES.mayNotWrite,
      said('The channel is open to all; the objects are {$level}.', { level }),
      {
        remedy: said('Issue a notice that says to whom they are released.'),
      },
    );
  }
  return { level, to: channel.marking.to };
}

/** In whose name the objects are added: the actor named, or the only one there is. */
async function actorFor(
  services: Services,
  session: Session,
  named: string | null,
): Promise<string | Refusal> {
  if (named !== null) return named;
  const { actors } = await standingFor(ACT, chooserOf(services, session));
  const [only, ...others] = actors;
  if (only !== undefined && others.length === 0) return only;
  return refuse(RULES.mayNotWrite, said('It is not said in whose name the objects are added.'), {
    remedy: said('Name the actor in the header Concord-Actor.'),
  });
}

function draftOf(
  { channel: name, objects }: Addition,
  channel: Channel,
  actor: string,
  marking: Marking,
): DraftAct {
  return {
    type: ACT,
    register: registerOf(name),
    actor,
    payload: {
      kind: channel.kind,
      subject: `${objects.length} STIX ${objects.length === 1 ? 'object' : 'objects'}`,
      language: 'en',
      content: { standard: 'stix', objects: objects.map(({ text }) => text) },
    },
    basis: { kind: 'signed' },
    marking,
  };
}

/** One notice of as many objects as one may hold; the refusal where it is not admitted. */
async function issue(
  services: Services,
  session: Session,
  addition: Addition,
  channel: Channel,
): Promise<Admitted | Awaiting | Refusal> {
  const marking = markingFor(addition.objects, channel);
  if (isRefusal(marking)) return marking;
  const actor = await actorFor(services, session, addition.actor);
  if (isRefusal(actor)) return actor;
  const draft = draftOf(addition, channel, actor, marking);
  const signing = await chooseAuthor(draft, chooserOf(services, session));
  if (isRefusal(signing)) return signing;
  const signed = { ...draft, ...signing };
  const [receipt] = await services.store.submit([signed], undefined, viewerOf(session));
  if (receipt === undefined) throw new Error('the store gave no receipt');
  if (!isRefusal(receipt)) services.position.raise(ledgerOf(receipt));
  return receipt;
}

/** Objects in the order in which they came, in lists of which one notice holds each. */
function portions(objects: readonly StixObject[]): StixObject[][] {
  const found: StixObject[][] = [];
  let [portion, bytes]: [StixObject[], number] = [[], 0];
  for (const object of objects) {
    const more = Buffer.byteLength(JSON.stringify(object.text));
    if (portion.length === OBJECTS_MAX || (bytes + more > NOTICE_BYTES_MAX && bytes > 0)) {
      found.push(portion);
      [portion, bytes] = [[], 0];
    }
    portion.push(object);
    bytes += more;
  }
  return portion.length === 0 ? found : [...found, portion];
}

/** Portions by the level that the objects ask for: none is held at a stricter one for another. */
function notices(objects: readonly StixObject[]): StixObject[][] {
  const byLevel = Map.groupBy(objects, ({ value }) => marksOf(value).level);
  return [...byLevel.values()].flatMap(portions);
}

/** What became of objects, gathered as they are dealt with. */
class Outcomes implements Outcome {
  readonly successes: Sent[] = [];
  readonly failures: Failure[] = [];
  readonly pendings: Sent[] = [];

  fail(object: StixObject, message: string): void {
    this.failures.push({ ...sentOf(object), message: message.slice(0, REASON_LENGTH_MAX) });
  }

  tell(objects: readonly StixObject[], receipt: Admitted | Awaiting | Refusal): void {
    if (isRefusal(receipt)) for (const object of objects) this.fail(object, receipt.reason);
    else if (isAwaiting(receipt)) this.pendings.push(...objects.map(sentOf));
    else this.successes.push(...objects.map(sentOf));
  }
}

/** Adds objects; what became of each, or the refusal where the channel is not there. */
export async function addObjects(
  services: Services,
  session: Session,
  addition: Addition,
): Promise<Outcome | Refusal> {
  const channel = await services.store.read(viewerOf(session), (query) =>
    readChannel(query, addition.channel),
  );
  if (channel === null) return refuse(RULES.unknown, said('There is no such collection here.'));
  const outcomes = new Outcomes();
  const sound = addition.objects.filter((object) => {
    const fault = faultOf(object);
    if (fault !== null) outcomes.fail(object, fault);
    return fault === null;
  });
  for (const objects of notices(sound)) {
    outcomes.tell(objects, await issue(services, session, { ...addition, objects }, channel));
  }
  return outcomes;
}
