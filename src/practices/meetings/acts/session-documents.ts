/** Acts on documents, the agenda, and what observers hand in. */
import type { ActDefinition } from '../../../kernel/define-area.ts';
import {
  AdoptedAgenda,
  ConcludedItem,
  OrderOfDay,
  ProposedItem,
  TakenUpItem,
} from '../payloads/session-agenda.ts';
import {
  IssuedDocument,
  Sponsored,
  TakenOver,
  WithdrawnProposal,
} from '../payloads/session-documents.ts';
import { AnsweredInput, SubmittedInput } from '../payloads/session-inputs.ts';
import { sessionAct } from './session-act.ts';

const SYMBOL = { symbol: 'GC/1/L.1' };

const papers: readonly ActDefinition[] = [
  sessionAct('issue-document', 'Issue a document', IssuedDocument, {
    ...SYMBOL,
    title: { en: 'Draft declaration' },
    kind: 'draft',
    item: 'reporting',
    languages: [{ language: 'en' }, { language: 'fr' }],
    distribution: 'limited',
    sponsors: ['KEN'],
  }),
  sessionAct('sponsor', 'Sponsor a draft', Sponsored, SYMBOL),
  sessionAct('withdraw-sponsorship', 'Withdraw a sponsorship', Sponsored, SYMBOL),
  sessionAct('withdraw-proposal', 'Withdraw a draft', WithdrawnProposal, SYMBOL),
  sessionAct('take-over', 'Take over a withdrawn draft', TakenOver, SYMBOL),
];

export const agendaActs: readonly ActDefinition[] = [
  sessionAct('propose-item', 'Propose an item', ProposedItem, {
    item: 'reporting',
    title: { en: 'Reports of members' },
  }),
  sessionAct('adopt-agenda', 'Adopt the agenda', AdoptedAgenda, {
    items: [{ item: 'reporting', number: '3' }],
  }),
  sessionAct('set-order-of-day', 'Set the order of the day', OrderOfDay, {
    on: '2026-03-02',
    entries: [{ item: 'reporting', at: '2026-03-02T10:00Z' }],
  }),
  sessionAct('take-up-item', 'Take up an item', TakenUpItem, { item: 'reporting' }),
  sessionAct('conclude-item', 'Conclude an item', ConcludedItem, { item: 'reporting' }),
];

const inputs: readonly ActDefinition[] = [
  sessionAct('submit-input', 'Submit an input', SubmittedInput, {
    input: 'readable-reports',
    title: 'Reports that communities can read',
    item: 'reporting',
    words: 'Reports should be out in the languages of those concerned.',
  }),
  sessionAct('answer-input', 'Answer an input', AnsweredInput, {
    input: 'readable-reports',
    fate: 'reflected',
    symbol: 'GC/1/L.1/Rev.1',
    paragraph: 'op-1',
  }),
];

export const documentActs: readonly ActDefinition[] = [...papers, ...inputs];
