/** What the asker could do in a session now, for any of those whom it reads for. */
import type { Asked } from '../../../../kernel/define-area.ts';
import { FLOOR_KINDS } from '../../payloads/session-floor.ts';
import { registerOf } from '../../registers.ts';
import { couldDo } from '../../rules/offered.ts';
import type { SessionReading } from './reading.ts';

/** What a delegation does of itself, most often first. */
export const DELEGATIONS_ACTS = [
  'check-in',
  'request-floor',
  'deliver-statement',
  'issue-document',
  'submit-credentials',
] as const;
export type DelegationsAct = (typeof DELEGATIONS_ACTS)[number];

/** What each could say: of the floor any kind, of documents a draft of its own. */
export function saidBy(
  actor: string,
  item: string | null,
): Readonly<Record<DelegationsAct, object[]>> {
  const about = { onBehalfOf: [], ...(item !== null && { item }) };
  const draft = { symbol: '', title: { en: '' }, languages: [] };
  return {
    'check-in': [{}],
    'request-floor': FLOOR_KINDS.map((kind) => ({ ...about, kind })),
    'deliver-statement': [about],
    'issue-document': [{ ...draft, kind: 'draft', sponsors: [actor] }],
    'submit-credentials': [{}],
  };
}

/** The acts that the judges would take from one of those whom the asker reads for. */
export function mayDo({ viewer }: Asked, reading: SessionReading): DelegationsAct[] {
  const { archive, at, session } = reading;
  const { marking } = session.opening;
  const within = { archive, at, marking, register: registerOf('session', session.name) };
  const { current } = session.agenda;
  return DELEGATIONS_ACTS.filter((verb) =>
    viewer.actors.some((actor) =>
      saidBy(actor, current)[verb].some((payload) => couldDo(within, actor, verb, payload)),
    ),
  );
}
