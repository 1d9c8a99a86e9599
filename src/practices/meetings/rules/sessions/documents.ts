/** The documents of a session, and who sponsors each of them. */
import type { InstantText } from '../../../../kernel/dates.ts';
import type { IssuedDocument } from '../../payloads/session-documents.ts';
import type { Fact } from '../facts.ts';
import { does } from './said.ts';
import { stemOf } from './symbols.ts';

export const SPONSORING = ['main', 'sponsor', 'withdrawn'] as const;
/** A sponsor of a draft, as it stands with it. */
export interface Sponsor {
  readonly actor: string;
  readonly as: (typeof SPONSORING)[number];
  readonly act: string;
  readonly at: InstantText;
}

/** What became of a proposal. */
export const PROPOSAL_STANDINGS = ['tabled', 'withdrawn', 'put'] as const;
export type ProposalStanding = (typeof PROPOSAL_STANDINGS)[number];

export interface ProposalState {
  readonly standing: ProposalStanding;
  readonly sponsors: readonly Sponsor[];
  /** Who withdrew it, and who took it over, step by step. */
  readonly steps: readonly {
    readonly act: string;
    readonly at: InstantText;
    readonly actor: string;
    readonly as: 'withdrawn' | 'taken-over' | 'put';
  }[];
}

export interface DocumentState {
  readonly symbol: string;
  /** The symbol of the chain of revisions, addenda and corrigenda in which it stands. */
  readonly stem: string;
  readonly fact: Fact<IssuedDocument>;
}

export interface DocumentsState {
  readonly bySymbol: ReadonlyMap<string, DocumentState>;
  /** Drafts and amendments by their stem: revisions of one are the same proposal. */
  readonly proposals: ReadonlyMap<string, ProposalState>;
}

const NEW: ProposalState = { standing: 'tabled', sponsors: [], steps: [] };

/** Whether it can be sponsored, withdrawn and taken over. */
export const isProposal = ({ kind }: Pick<IssuedDocument, 'kind'>): boolean =>
  kind === 'draft' || kind === 'amendment';

function withSponsor(proposal: ProposalState, sponsor: Sponsor): ProposalState {
  const others = proposal.sponsors.filter(({ actor }) => actor !== sponsor.actor);
  const known = proposal.sponsors.find(({ actor }) => actor === sponsor.actor);
  // Whoever sponsors a revision again stays the main sponsor that it was.
  const isMain = known?.as === 'main' && sponsor.as === 'sponsor';
  return isMain ? proposal : { ...proposal, sponsors: [...others, sponsor] };
}

function issued(proposal: ProposalState, fact: Fact<IssuedDocument>): ProposalState {
  const { act, recordedAt: at } = fact;
  return fact.payload.sponsors.reduce<ProposalState>(
    (so, actor) => withSponsor(so, { actor, as: 'main', act, at }),
    proposal,
  );
}

/** What an act upon a proposal makes of it; the proposal itself where it is none of those. */
function moved(proposal: ProposalState, fact: Fact): ProposalState {
  const { act, recordedAt: at, actor } = fact;
  if (does(fact, 'sponsor')) return withSponsor(proposal, { actor, as: 'sponsor', act, at });
  if (does(fact, 'withdraw-sponsorship')) {
    return withSponsor(proposal, { actor, as: 'withdrawn', act, at });
  }
  if (does(fact, 'withdraw-proposal')) {
    const steps = [...proposal.steps, { act, at, actor, as: 'withdrawn' as const }];
    return { ...proposal, standing: 'withdrawn', steps };
  }
  if (does(fact, 'take-over')) {
    const steps = [...proposal.steps, { act, at, actor, as: 'taken-over' as const }];
    const left = proposal.sponsors.map((one) => ({ ...one, as: 'withdrawn' as const }));
    return withSponsor(
      { standing: 'tabled', steps, sponsors: left },
      { actor, as: 'main', act, at },
    );
  }
  if (!does(fact, 'put-question')) return proposal;
  const steps = [...proposal.steps, { act, at, actor, as: 'put' as const }];
  return { ...proposal, standing: 'put', steps };
}

/** The document that an act is upon, by its symbol; null: it is upon none. */
function symbolIn(fact: Fact): string | null {
  if (does(fact, 'put-question')) {
    const { on } = fact.payload;
    return on.kind === 'document' ? on.symbol : null;
  }
  const isUpon =
    does(fact, 'sponsor') ||
    does(fact, 'withdraw-sponsorship') ||
    does(fact, 'withdraw-proposal') ||
    does(fact, 'take-over');
  return isUpon ? fact.payload.symbol : null;
}

/** Folds the acts of a session. The first document of a symbol has it. */
export function foldDocuments(facts: readonly Fact[]): DocumentsState {
  const bySymbol = new Map<string, DocumentState>();
  const proposals = new Map<string, ProposalState>();
  for (const fact of facts) {
    if (does(fact, 'issue-document')) {
      const { symbol } = fact.payload;
      if (bySymbol.has(symbol)) continue;
      const stem = stemOf(symbol);
      bySymbol.set(symbol, { symbol, stem, fact });
      if (isProposal(fact.payload)) {
        proposals.set(stem, issued(proposals.get(stem) ?? NEW, fact));
      }
      continue;
    }
    const stem = stemOf(symbolIn(fact) ?? '');
    const proposal = proposals.get(stem);
    if (proposal !== undefined) proposals.set(stem, moved(proposal, fact));
  }
  return { bySymbol, proposals };
}

/** The proposal to which a symbol belongs; null where none was tabled under it. */
export function proposalOf(documents: DocumentsState, symbol: string): ProposalState | null {
  return documents.proposals.get(stemOf(symbol)) ?? null;
}
