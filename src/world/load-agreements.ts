/** From the shipped agreements to acts, each recorded with the source that its row names. */
import { REGISTRY } from '../practices/actors/area.ts';
import { registerOf } from '../practices/agreements/area.ts';
import type { DraftAct, Progress, Recorder } from '../kernel/submission.ts';
import type { WorldAct, WorldActKind } from './agreement-files.ts';
import type { WorldAgreement } from './agreements.ts';
import { type Loaded, outcomeOf, sourceText } from './load-actors.ts';
import { loadReservations } from './load-reservations.ts';

/** The act that a kind of row stands for, and what its payload holds beside the day. */
const ACTS: Readonly<Record<WorldActKind, readonly [type: string, payload: object]>> = {
  signature: ['sign', {}],
  'definitive-signature': ['sign', { form: 'definitive' }],
  ratification: ['deposit', { instrument: 'ratification' }],
  acceptance: ['deposit', { instrument: 'acceptance' }],
  approval: ['deposit', { instrument: 'approval' }],
  accession: ['deposit', { instrument: 'accession' }],
  succession: ['deposit', { instrument: 'succession' }],
  'formal-confirmation': ['deposit', { instrument: 'formal-confirmation' }],
  notification: ['deposit', { instrument: 'notification' }],
  note: ['deposit', { instrument: 'note' }],
  'provisional-application': ['apply-provisionally', {}],
  'end-of-provisional-application': ['end-provisional-application', {}],
  withdrawal: ['withdraw', {}],
  event: ['record-event', {}],
};

function actDraft(agreement: WorldAgreement, act: WorldAct): DraftAct {
  const [verb, payload] = ACTS[act.act];
  const event = act.event === undefined ? {} : { event: act.event };
  const note = act.note === undefined ? {} : { note: act.note };
  return {
    type: `agreements.${verb}`,
    register: registerOf(agreement.id),
    actor: act.actor,
    payload: { on: act.date, ...payload, ...event, ...note },
    basis: { kind: 'recorded', source: sourceText([act.source]) },
    effectiveOn: act.effectiveOn ?? null,
  };
}

function adoptionDraft(agreement: WorldAgreement, operator: string): DraftAct {
  const { id, expected, summary, acts: _acts, attributes: _attributes, ...rest } = agreement;
  const { reservations: _reservations, ...adoption } = rest;
  const { en, ...summaries } = summary;
  return {
    type: 'agreements.adopt',
    register: registerOf(id),
    actor: operator,
    payload: { ...adoption, summary: en, summaries },
    basis: { kind: 'recorded', source: sourceText(expected.sources) },
    effectiveOn: agreement.adoptedOn,
  };
}

const attributeDrafts = (agreement: WorldAgreement): DraftAct[] =>
  agreement.attributes.map(({ actor, attribute, value, on, source }) => ({
    type: 'actors.measure',
    register: REGISTRY,
    actor,
    payload: { actor, attribute, value, unit: 'number', from: on, to: null },
    basis: { kind: 'recorded', source: sourceText([source]) },
    effectiveOn: on,
  }));

/** An agreement comes after the one that it amends or supplements. */
function inOrder(agreements: readonly WorldAgreement[]): WorldAgreement[] {
  const byId = new Map(agreements.map((agreement) => [agreement.id, agreement]));
  const ordered = new Set<WorldAgreement>();
  const place = (agreement: WorldAgreement, depth: number): void => {
    const parent = agreement.parent === undefined ? undefined : byId.get(agreement.parent);
    if (parent && depth < agreements.length) place(parent, depth + 1);
    ordered.add(agreement);
  };
  for (const agreement of agreements) place(agreement, 0);
  return [...ordered];
}

/** The shipped agreements as acts: attributes first, then each agreement with its own acts. */
export function agreementDrafts(
  agreements: readonly WorldAgreement[],
  operator: string,
): DraftAct[] {
  const ordered = inOrder(agreements);
  return [
    ...ordered.flatMap(attributeDrafts),
    ...ordered.flatMap((agreement) => [
      adoptionDraft(agreement, operator),
      ...agreement.acts.map((act) => actDraft(agreement, act)),
    ]),
  ];
}

/** Records the shipped agreements; a second time changes nothing. */
export async function loadAgreements(
  store: Recorder,
  agreements: readonly WorldAgreement[],
  report?: (progress: Progress) => void,
): Promise<Loaded> {
  const drafts = agreementDrafts(agreements, store.operator);
  const loaded = outcomeOf(drafts, await store.submit(drafts, report));
  const reserved = await loadReservations(store, agreements);
  return {
    recorded: loaded.recorded + reserved.recorded,
    again: loaded.again + reserved.again,
    refused: [...loaded.refused, ...reserved.refused],
  };
}
