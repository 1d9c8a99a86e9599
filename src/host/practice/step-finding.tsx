/** Why it is so, after a step: the finding of the question that the step was about. */
import { isRefusal } from '../../kernel/refusal.ts';
import { Why } from '../../practices/agreements/pages/agreement-why.tsx';
import { show, status } from '../../practices/agreements/questions/one.ts';
import { relation } from '../../practices/agreements/questions/relations.ts';
import { decision } from '../../practices/meetings/questions/decisions/decision.ts';
import { findingWords } from '../../practices/meetings/pages/decisions/finding-words.ts';
import { own } from '../../kernel/own.ts';
import { FindingView } from '../../ui/finding/finding.tsx';
import type { Markup } from '../../ui/markup.ts';
import type { PageRequest } from '../../ui/page.ts';

const AGREEMENT = 'ilvara-convention';
const [MAKER, OBJECTOR, LEAVER] = ['XCA', 'XAV', 'XDE'];

type Explained = (request: PageRequest) => Promise<Markup | null>;

const inForce: Explained = async (request) => {
  const shown = await request.ask(show, { agreement: AGREEMENT, locale: request.locale });
  return isRefusal(shown) ? null : <Why request={request} shown={shown} />;
};

const voted: Explained = async (request) => {
  const asked = { session: 'ilvara-session', decision: 'adoption', locale: request.locale };
  const shown = await request.ask(decision, asked);
  const finding = isRefusal(shown) ? null : findingWords(request.text, shown);
  if (finding === null) return null;
  return <FindingView text={request.text} id="why" finding={finding} translated />;
};

const between: Explained = async (request) => {
  const { locale, text } = request;
  const pair = { one: OBJECTOR, other: MAKER };
  const found = await request.ask(relation, { agreement: AGREEMENT, ...pair, locale });
  if (isRefusal(found)) return null;
  const finding = {
    ...found.finding,
    question: text('agreements.relation.why', { one: found.oneName, other: found.otherName }),
    text: text(`agreements.outcome.${found.outcome}`),
  };
  return <FindingView text={text} id="why" finding={finding} />;
};

const leaves: Explained = async (request) => {
  const { locale, text } = request;
  const found = await request.ask(status, { agreement: AGREEMENT, actor: LEAVER, locale });
  if (isRefusal(found)) return null;
  return <FindingView text={text} id="why" finding={found.finding} />;
};

const FINDINGS: Readonly<Record<string, Explained>> = {
  vote: voted,
  deposits: inForce,
  reservation: between,
  force: inForce,
  change: leaves,
};

/** The finding of a step that is done; null where it leads to none. */
export async function stepFinding(step: string, request: PageRequest): Promise<Markup | null> {
  return (await own(FINDINGS, step)?.(request)) ?? null;
}
