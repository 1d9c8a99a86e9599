/** What keeps out acts on documents and their sponsors. */
import { dayOf } from '../../../../../kernel/dates.ts';
import { refuse } from '../../../../../kernel/refusal.ts';
import { type Sentence, said } from '../../../../../kernel/said.ts';
import type { IssuedDocument } from '../../../payloads/session-documents.ts';
import type { Judging } from '../../judging.ts';
import { type ProposalStanding, isProposal, proposalOf } from '../documents.ts';
import { RULES } from '../law.ts';
import { precedingOf } from '../symbols.ts';
import { type Check, directs, inSession, isMemberWithRights } from './checks.ts';

const symbolIsFree: Check<IssuedDocument> = ({ payload, session }) =>
  session.documents.bySymbol.has(payload.symbol)
    ? refuse(RULES.symbolOnce, said('{$symbol} is given already.', { symbol: payload.symbol }), {
        remedy: said('Give the next number, or issue a revision: /Rev.1.'),
      })
    : null;

const followsChain: Check<IssuedDocument> = ({ payload, session }) => {
  const before = precedingOf(payload.symbol);
  return before === null || session.documents.bySymbol.has(before)
    ? null
    : refuse(
        RULES.symbolChain,
        said('{$symbol} follows {$before}, which is not out.', { symbol: payload.symbol, before }),
      );
};

/** Whoever directs the session issues anything; a member its own drafts and amendments. */
const mayIssue: Check<IssuedDocument> = (given) => {
  const { actor, body, payload } = given;
  if (directs(given, actor)) return null;
  const isOwn = payload.sponsors.includes(actor);
  if (isProposal(payload) && isOwn) {
    if (body.observers.get(actor)?.includes('propose') === true) return null;
    return isMemberWithRights(given);
  }
  return refuse(
    RULES.presides,
    said('{$actor} issues drafts that it sponsors, and nothing else.', { actor }),
    {
      remedy: said('Name yourself among the sponsors, or ask the secretariat to issue it.'),
    },
  );
};

/** A group sponsors through a member of it that sponsors as well. */
const isGroupOfSponsor = (
  { act, archive, at, payload }: Parameters<Check<IssuedDocument>>[0],
  group: string,
): boolean => {
  const members = archive.registry.membersOn(group, act.header.effectiveOn ?? dayOf(at));
  return payload.sponsors.some((actor) => members.includes(actor));
};

const sponsorsFit: Check<IssuedDocument> = (given) => {
  const { body, name, payload } = given;
  if (!isProposal(payload) && payload.sponsors.length > 0) {
    return refuse(RULES.proposal, said('A {$kind} has no sponsors.', { kind: payload.kind }));
  }
  const stranger = payload.sponsors.find(
    (actor) =>
      !body.members.includes(actor) &&
      !body.observers.has(actor) &&
      !isGroupOfSponsor(given, actor),
  );
  return stranger === undefined
    ? null
    : refuse(
        RULES.participant,
        said('{$stranger} is neither member nor observer in {$name}.', { stranger, name }),
      );
};

const namesKnown: Check<IssuedDocument> = ({ payload, session }) => {
  const { amends, item } = payload;
  if (amends !== undefined && !session.documents.bySymbol.has(amends)) {
    return refuse(RULES.knownDocument, said('There is no document {$amends} here.', { amends }));
  }
  return item === undefined || session.agenda.items.has(item)
    ? null
    : refuse(RULES.item, said('Nobody proposed the item {$item}.', { item }));
};

/** A revision of what was withdrawn would bring it back without its being taken over. */
const isStillTabled: Check<IssuedDocument> = ({ payload, session }) =>
  proposalOf(session.documents, payload.symbol)?.standing === 'withdrawn'
    ? refuse(
        RULES.withdrawal,
        said('{$symbol} belongs to a draft that was withdrawn.', { symbol: payload.symbol }),
        {
          remedy: said('A member may take it over.'),
        },
      )
    : null;

type Upon = Check<{ readonly symbol: string }>;

const isKnownProposal: Upon = ({ payload, session }) => {
  const { symbol } = payload;
  if (!session.documents.bySymbol.has(symbol)) {
    return refuse(RULES.knownDocument, said('There is no document {$symbol} here.', { symbol }));
  }
  return proposalOf(session.documents, symbol) === null
    ? refuse(RULES.proposal, said('{$symbol} is no draft or amendment.', { symbol }))
    : null;
};

const STANDING: Readonly<Record<ProposalStanding, (symbol: string) => Sentence>> = {
  tabled: (symbol) => said('{$symbol} was not withdrawn.', { symbol }),
  withdrawn: (symbol) => said('{$symbol} was withdrawn.', { symbol }),
  put: (symbol) => said('{$symbol} was put to the decision.', { symbol }),
};

const stands =
  (...wanted: readonly ProposalStanding[]): Upon =>
  ({ payload, session }) => {
    const standing = proposalOf(session.documents, payload.symbol)?.standing ?? 'tabled';
    if (wanted.includes(standing)) return null;
    return refuse(RULES.withdrawal, STANDING[standing](payload.symbol));
  };

const maySponsor: Upon = (given) =>
  given.body.observers.get(given.actor)?.includes('co-sponsor') === true
    ? null
    : isMemberWithRights(given);

const mainsOf = ({ payload, session }: Parameters<Upon>[0]): readonly string[] =>
  (proposalOf(session.documents, payload.symbol)?.sponsors ?? [])
    .filter(({ as }) => as === 'main')
    .map(({ actor }) => actor);

const isSponsor: Upon = ({ actor, payload, session }) => {
  const sponsors = proposalOf(session.documents, payload.symbol)?.sponsors ?? [];
  return sponsors.some((one) => one.actor === actor && one.as !== 'withdrawn')
    ? null
    : refuse(
        RULES.sponsors,
        said('{$actor} does not sponsor {$symbol}.', { actor, symbol: payload.symbol }),
      );
};

const isNoSponsor: Upon = (given) =>
  isSponsor(given) === null
    ? refuse(
        RULES.sponsors,
        said('{$actor} sponsors {$symbol} already.', {
          actor: given.actor,
          symbol: given.payload.symbol,
        }),
      )
    : null;

const leavesAMain: Upon = (given) =>
  mainsOf(given).join(' ') === given.actor
    ? refuse(RULES.sponsors, said('{$actor} is the last main sponsor.', { actor: given.actor }), {
        remedy: said('Withdraw the draft itself; another member may take it over.'),
      })
    : null;

const isMain: Upon = (given) =>
  mainsOf(given).includes(given.actor)
    ? null
    : refuse(
        RULES.withdrawal,
        said('{$actor} is no main sponsor of {$symbol}.', {
          actor: given.actor,
          symbol: given.payload.symbol,
        }),
      );

export const DOCUMENT_JUDGES: Readonly<Record<string, Judging>> = {
  'meetings.issue-document': inSession(
    'issue-document',
    mayIssue,
    sponsorsFit,
    symbolIsFree,
    followsChain,
    isStillTabled,
    namesKnown,
  ),
  'meetings.sponsor': inSession(
    'sponsor',
    maySponsor,
    isKnownProposal,
    stands('tabled'),
    isNoSponsor,
  ),
  'meetings.withdraw-sponsorship': inSession(
    'withdraw-sponsorship',
    isKnownProposal,
    isSponsor,
    stands('tabled'),
    leavesAMain,
  ),
  'meetings.withdraw-proposal': inSession(
    'withdraw-proposal',
    isKnownProposal,
    isMain,
    stands('tabled'),
  ),
  'meetings.take-over': inSession(
    'take-over',
    isMemberWithRights,
    isKnownProposal,
    stands('withdrawn'),
  ),
};
