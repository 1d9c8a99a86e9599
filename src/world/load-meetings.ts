/** From the shipped tables of bodies to acts, each recorded with the source that its row names. */
import { addDays, laterOf } from '../kernel/dates.ts';
import type { DraftAct, Progress, Recorder } from '../kernel/submission.ts';
import { registerOf } from '../practices/meetings/registers.ts';
import { STANDARD_RULES } from '../practices/meetings/rules/deciding/standard-rules.ts';
import type { StandardRule } from '../practices/meetings/rules/deciding/standard/parts.ts';
import { type Loaded, outcomeOf, sourceText } from './load-actors.ts';
import type { WorldBody, WorldMeetings } from './meetings.ts';

/** What a citation holds at most, in characters. */
const CITATION_LENGTH_MAX = 400;

interface InLanguages {
  readonly en: string;
  readonly fr: string;
  readonly es: string;
  readonly ru: string;
  readonly zh: string;
  readonly ar: string;
}
const titlesOf = ({ ar, en, es, fr, ru, zh }: InLanguages) => ({ ar, en, es, fr, ru, zh });

/** The members that have a value: an empty cell has no place in an act. */
const filled = (payload: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== ''));

const numberOf = (cell: string): number | '' => (cell === '' ? '' : Number(cell));

/** Drafts acts upon one body, in the name of who records them. */
class BodyDrafts {
  readonly #body: WorldBody;
  readonly #world: WorldMeetings;
  readonly #operator: string;

  constructor(body: WorldBody, world: WorldMeetings, operator: string) {
    this.#body = body;
    this.#world = world;
    this.#operator = operator;
  }

  #draft(verb: string, on: string, payload: object, source: string): DraftAct {
    return {
      type: `meetings.${verb}`,
      register: registerOf('body', this.#body.body),
      actor: this.#operator,
      payload,
      basis: { kind: 'recorded', source },
      effectiveOn: on,
    };
  }

  #own<Row extends { readonly body: string }>(rows: readonly Row[]): readonly Row[] {
    return rows.filter((row) => row.body === this.#body.body);
  }

  establishment(): DraftAct {
    const body = this.#body;
    const { confidence, established_on: on, kind, membership, note, of, organization } = body;
    const members =
      membership === 'group'
        ? { kind: membership, group: of }
        : membership === 'parties'
          ? { kind: membership, agreement: of }
          : { kind: membership };
    const payload = filled({
      title: titlesOf(body),
      kind,
      organization,
      membership: members,
      note,
    });
    return this.#draft('establish-body', on, payload, sourceText([body.source], confidence));
  }

  allocations(): DraftAct[] {
    const byDay = Map.groupBy(this.#own(this.#world.groups), ({ from }) => from);
    return [...byDay].map(([from, rows]) => {
      const citation = rows[0]?.citation ?? '';
      const groups = rows.map((row) =>
        filled({
          seats: row.seats,
          title: titlesOf(row),
          number: Number(row.number),
          of: row.of,
          termYears: numberOf(row.term_years),
          immediateReelection: row.immediate_reelection === 'yes',
        }),
      );
      return this.#draft('allocate-seats', from, { from, citation, groups }, citation);
    });
  }

  seats(): DraftAct[] {
    const inOrder = this.#own(this.#world.seats).toSorted((one, other) =>
      one.from < other.from ? -1 : one.from > other.from ? 1 : 0,
    );
    return inOrder.map(({ confidence, from, member, seats, source, until }) => {
      const payload = filled({ member, seats, from, until });
      return this.#draft('seat-member', from, payload, sourceText([source], confidence));
    });
  }

  weights(): DraftAct[] {
    return this.#own(this.#world.schemes).map((row) => {
      const { citation, confidence, from, scheme, source, unit } = row;
      const { ar, en, es, fr, ru, zh } = row;
      const title = { en, fr, es, ru, zh, ar };
      const own = this.#own(this.#world.weights).filter(
        (weight) => weight.scheme === scheme && weight.from === from,
      );
      const weights = own
        .filter(({ weight }) => weight !== '-')
        .map(({ actor, weight }) => ({ actor, weight }));
      const uncovered = own.filter(({ weight }) => weight === '-').map(({ actor }) => actor);
      const said = filled({ scheme, title, from, citation, unit, weights, uncovered });
      return this.#draft('set-weights', from, said, sourceText([source], confidence));
    });
  }

  /** The rules by which it decides, with the days on which each begins here. */
  #rules(): readonly StandardRule[] {
    const { body, rules_from: start } = this.#body;
    const known = STANDARD_RULES.find((one) => one.body === body)?.rules ?? [];
    return known
      .map((one) => ({ ...one, from: laterOf(one.from, start) }))
      .filter(({ from, until }) => until === undefined || from <= until);
  }

  #adoption(day: string): DraftAct {
    const body = this.#body;
    const rules = this.#rules();
    const begun = rules.filter(({ from }) => from === day).map(({ rule }) => rule);
    const names = new Set(begun.map(({ name }) => name));
    const ended = rules
      .filter(({ until }) => until !== undefined && addDays(until, 1) === day)
      .map(({ rule }) => rule.name)
      .filter((name) => !names.has(name));
    const speaking = this.#own(this.#world.speaking)
      .filter(({ from }) => from === day)
      .map(({ citation, kind, later_minutes: later, minutes, times }) => ({
        ...filled({ kind, timesMax: numberOf(times), laterMinutesMax: numberOf(later) }),
        minutesMax: Number(minutes),
        citation,
      }));
    const opens = day === body.established_on && body.quorum !== '';
    const quorum = opens ? body.quorum_citation : '';
    const said = [...begun, ...speaking].map((one) => one.citation);
    const citation = [...new Set([...said, quorum].filter((one) => one !== ''))].join('; ');
    const payload = {
      from: day,
      citation: (citation === '' ? body.source : citation).slice(0, CITATION_LENGTH_MAX),
      rules: begun,
      ended,
      speaking,
      ...(opens && {
        quorumToOpen: { kind: 'share', of: 'present', base: 'members', threshold: body.quorum },
      }),
    };
    return this.#draft('adopt-rules', day, payload, sourceText([payload.citation], 'checked'));
  }

  rules(): DraftAct[] {
    const rules = this.#rules();
    const days = new Set([
      ...rules.map(({ from }) => from),
      ...rules.flatMap(({ until }) => (until === undefined ? [] : [addDays(until, 1)])),
      ...this.#own(this.#world.speaking).map(({ from }) => from),
      ...(this.#body.quorum === '' ? [] : [this.#body.established_on]),
    ]);
    return [...days].sort().map((day) => this.#adoption(day));
  }

  people(): DraftAct[] {
    const observers = this.#own(this.#world.observers).map((row) => {
      const { category, citation, confidence, from, observer, rights, source } = row;
      const payload = { observer, category, from, rights, citation };
      return this.#draft('admit-observer', from, payload, sourceText([source], confidence));
    });
    const officers = this.#own(this.#world.officers).map((row) => {
      const { confidence, from, holder, office, person, source, until } = row;
      const payload = filled({ office, holder, person, from, until });
      return this.#draft('elect-officer', from, payload, sourceText([source], confidence));
    });
    return [...observers, ...officers];
  }
}

/** The shipped bodies as acts, in an order in which each can be judged. */
export function meetingDrafts(world: WorldMeetings, operator: string): DraftAct[] {
  return world.bodies.flatMap((body) => {
    const drafts = new BodyDrafts(body, world, operator);
    return [
      drafts.establishment(),
      ...drafts.allocations(),
      ...drafts.seats(),
      ...drafts.weights(),
      ...drafts.rules(),
      ...drafts.people(),
    ];
  });
}

/** Records the shipped bodies; a second time changes nothing. */
export async function loadMeetings(
  store: Recorder,
  world: WorldMeetings,
  report?: (progress: Progress) => void,
): Promise<Loaded> {
  const drafts = meetingDrafts(world, store.operator);
  return outcomeOf(drafts, await store.submit(drafts, report));
}
