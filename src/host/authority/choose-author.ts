/**
 * Who signs an act that a person asks for, and under which mandate: decided here for forms, API and
 * command line alike. The record judges it again by its own rules when it takes the act.
 */
import type { ActId } from '../../kernel/act.ts';
import type { ActorId } from '../../kernel/actor-id.ts';
import type { PlainDateText } from '../../kernel/dates.ts';
import {
  MANDATE_RULE,
  type MandateState,
  type Service,
  mandateFault,
  narrowestServing,
  patternCovers,
} from '../../kernel/mandate.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { type Sentence, said } from '../../kernel/said.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import { standsOn } from '../../store/mandate-questions.ts';
import { HELD_KEY_RULE } from '../../store/rules.ts';
import type { Person } from '../account/sign-in.ts';
import { ACTS_FOR_RULE } from '../host-rules.ts';
import type { Authority } from './authority.ts';

export interface Signing {
  readonly author: ActorId;
  readonly mandate: ActId | null;
}

/** A place after all that is recorded: what counts there counts for the next act. */
const NEXT = Number.MAX_SAFE_INTEGER - 1;

export interface Chooser {
  readonly authority: Authority;
  readonly person: Person;
  /** Who keeps what is recorded where no register says otherwise. */
  readonly operator: ActorId;
  readonly today: PlainDateText;
}

function notEntrusted(draft: DraftAct, person: Person, actor: ActorId): Refusal {
  return refuse(
    ACTS_FOR_RULE,
    said('{$name} does not act for {$actor} on this node.', { name: person.name, actor }),
    {
      remedy: said('{$ask}; act for {$own}; {$orRecord}', {
        ask: said('Ask the administrator to entrust you with {$actor}, {$orOffice}', {
          actor,
          orOffice: said(
            'or with an office to which it gave a mandate that covers {$type} in {$register}',
            { type: draft.type, register: draft.register },
          ),
        }),
        own: person.actors.length > 0 ? person.actors : said('nobody yet'),
        orRecord: said('or record the act from a named source, if you keep the register.'),
      }),
      values: { actor },
    },
  );
}

function noKey(actor: ActorId): Refusal {
  return refuse(HELD_KEY_RULE, said('This node holds no key of {$actor} that counts.', { actor }), {
    remedy: said('An administrator makes one at /admin/offices; or sign where the key is.'),
    values: { actor },
  });
}

const serviceOf = (draft: DraftAct, author: ActorId, day: PlainDateText): Service => ({
  author,
  actor: draft.actor,
  type: draft.type,
  register: draft.register,
  day,
});

/** What would have to be granted, in words that whoever grants it can use. */
function noMandate(draft: DraftAct, offices: readonly ActorId[], why: Sentence | null): Refusal {
  const office = offices.join(' or ');
  const reason =
    why === null
      ? said('{$office} shows no mandate of {$actor}.', { office, actor: draft.actor })
      : said('The mandate of {$actor} to {$office} does not serve: {$why}.', {
          actor: draft.actor,
          office,
          why,
        });
  return refuse(MANDATE_RULE, reason, {
    remedy: said('{$ask}; an administrator records it at /admin/offices.', {
      ask: said(
        'Ask {$actor} for a mandate that names {$office} and covers {$type} in {$register}',
        {
          actor: draft.actor,
          office,
          type: draft.type,
          register: draft.register,
        },
      ),
    }),
    values: { actor: draft.actor, office },
  });
}

/** Who records: the register's custodian, or whoever opens it, the operator before others. */
async function recorderOf(draft: DraftAct, by: Chooser): Promise<ActorId> {
  const { authority, person, operator } = by;
  if (draft.author !== undefined) return draft.author;
  const custodian = await authority.custodianOf(draft.register, { actors: person.actors });
  if (custodian !== null || person.actors.includes(operator)) return custodian ?? operator;
  const [only = operator, ...others] = await authority.signers(person.actors);
  return others.length === 0 ? only : operator;
}

/** Recorded acts are the custodian's: whoever records is entrusted with it. */
async function recorder(draft: DraftAct, by: Chooser): Promise<Signing | Refusal> {
  const author = await recorderOf(draft, by);
  if (!by.person.actors.includes(author)) return notEntrusted(draft, by.person, author);
  const [signer] = await by.authority.signers([author]);
  return signer === undefined ? noKey(author) : { author, mandate: null };
}

/** Those entrusted to the person that the draft allows for: the one that it names, or all. */
function candidates(draft: DraftAct, { person }: Chooser): readonly ActorId[] {
  if (draft.author === undefined) return person.actors;
  return person.actors.filter((actor) => actor === draft.author);
}

/** Mandates of the draft's actor to the offices; the one that it names, where it names one. */
async function mandatesFor(
  draft: DraftAct,
  offices: readonly ActorId[],
  by: Chooser,
): Promise<readonly MandateState[]> {
  const given = await by.authority.mandatesTo(offices, { actors: by.person.actors });
  return given.filter(
    (mandate) =>
      mandate.actor === draft.actor && [null, mandate.act].includes(draft.mandate ?? null),
  );
}

/** Why none serves: of the mandates at hand the latest is the likeliest to be meant. */
function whyNone(draft: DraftAct, mandates: readonly MandateState[], day: PlainDateText) {
  const last = mandates.at(-1);
  return last ? mandateFault(serviceOf(draft, last.holder, day), last, NEXT) : null;
}

function refused(
  draft: DraftAct,
  by: Chooser,
  found: { offices: readonly ActorId[]; mandates: readonly MandateState[] },
): Refusal {
  const { person, today } = by;
  const { offices, mandates } = found;
  const missing = offices.find((office) => !person.actors.includes(office));
  if (missing !== undefined) return notEntrusted(draft, person, missing);
  if (mandates.length === 0) {
    const named = draft.author !== undefined || (draft.mandate ?? null) !== null;
    if (!named || offices.length === 0) return notEntrusted(draft, person, draft.actor);
  }
  const holders = [...new Set(mandates.map((mandate) => mandate.holder))];
  const why = whyNone(draft, mandates, today);
  return noMandate(draft, holders.length === 0 ? offices : holders, why);
}

/** All ways in which the person can have the act signed, the actor's own key first. */
export async function waysToSign(
  draft: DraftAct,
  by: Chooser,
): Promise<readonly Signing[] | Refusal> {
  const wanted = candidates(draft, by);
  const own = wanted.includes(draft.actor) && (draft.mandate ?? null) === null;
  const offices = wanted.filter((actor) => actor !== draft.actor);
  const mandates = await mandatesFor(draft, offices, by);
  const able = new Set(await by.authority.signers(wanted));
  const under = offices.flatMap((author): Signing[] => {
    const mandate = narrowestServing(serviceOf(draft, author, by.today), mandates, NEXT);
    return mandate === null ? [] : [{ author, mandate: mandate.act }];
  });
  const all = own ? [{ author: draft.actor, mandate: null }, ...under] : under;
  const ways = all.filter(({ author }) => able.has(author));
  if (ways.length > 0) return ways;
  const [first] = all;
  if (first) return noKey(first.author);
  const named = draft.author === undefined ? offices : [draft.author];
  return refused(draft, by, { offices: named, mandates });
}

/** Who signs the draft, and under which mandate; or why nobody whom the person acts for may. */
export async function chooseAuthor(draft: DraftAct, by: Chooser): Promise<Signing | Refusal> {
  if (draft.basis.kind === 'recorded') return recorder(draft, by);
  const ways = await waysToSign(draft, by);
  if (isRefusal(ways)) return ways;
  return ways[0] ?? notEntrusted(draft, by.person, draft.actor);
}

export interface Standing {
  /** In whose names the person can have acts of the kind signed here, now. */
  readonly actors: readonly ActorId[];
  /** Whose keys may sign them. */
  readonly authors: readonly ActorId[];
  /** Whether the person keeps registers, and so may record there what any actor did. */
  readonly records: boolean;
}

/** In whose name, and with whose key, the person can have acts of a kind signed. */
export async function standingFor(type: string, by: Chooser): Promise<Standing> {
  const { authority, person, operator, today } = by;
  const authors = await authority.signers(person.actors);
  const given = await authority.mandatesTo(authors, { actors: person.actors });
  const serving = given.filter(
    (mandate) =>
      standsOn(mandate, today) && mandate.covers.some((pattern) => patternCovers(pattern, type)),
  );
  const givers = serving.map((mandate) => mandate.actor);
  const actors = [...new Set([...givers, ...authors])];
  const keeps = await authority.keeps(authors);
  return { actors, authors, records: keeps || authors.includes(operator) };
}
