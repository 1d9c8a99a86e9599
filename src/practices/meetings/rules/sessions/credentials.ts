/** Credentials: what each delegation handed in, and what was found of it, over time. */
import type { InstantText } from '../../../../kernel/dates.ts';
import { type Finding, finding } from '../../../../kernel/finding.ts';
import { type Sentence, said } from '../../../../kernel/said.ts';
import type {
  CREDENTIALS_FOUND,
  SubmittedCredentials,
} from '../../payloads/session-credentials.ts';
import type { CredentialsNeeded } from '../../payloads/session.ts';
import type { Fact } from '../facts.ts';
import { RULES } from './law.ts';
import { does } from './said.ts';

export type CredentialsStanding = 'none' | 'submitted' | (typeof CREDENTIALS_FOUND)[number];

/** One step in the life of a delegation's credentials. */
export interface CredentialsStep {
  readonly act: string;
  readonly at: InstantText;
  readonly as: CredentialsStanding;
  readonly reason: string | null;
  readonly citation: string | null;
}

/** All steps of each delegation, and what it handed in last. */
export interface CredentialsState {
  readonly steps: ReadonlyMap<string, readonly CredentialsStep[]>;
  readonly papers: ReadonlyMap<string, Fact<SubmittedCredentials>>;
}

type StepOf = readonly [actor: string, step: CredentialsStep];

function stepsIn(fact: Fact): StepOf[] {
  const { act, recordedAt: at, actor } = fact;
  if (does(fact, 'submit-credentials')) {
    return [[actor, { act, at, as: 'submitted', reason: null, citation: null }]];
  }
  if (!does(fact, 'report-credentials')) return [];
  const { findings, citation = null } = fact.payload;
  return findings.map((one) => [
    one.actor,
    { act, at, as: one.as, reason: one.reason ?? null, citation },
  ]);
}

/**
 * Folds the acts of a session. Papers that are handed in anew wait for a new report, and until
 * then what was found of the earlier ones stands, unless they were rejected.
 */
export function foldCredentials(facts: readonly Fact[]): CredentialsState {
  const steps = new Map<string, CredentialsStep[]>();
  for (const [actor, step] of facts.flatMap(stepsIn)) {
    steps.set(actor, [...(steps.get(actor) ?? []), step]);
  }
  const papers = facts.filter((fact) => does(fact, 'submit-credentials'));
  return { steps, papers: new Map(papers.map((fact) => [fact.actor, fact])) };
}

/** The step that tells where a delegation's credentials stand at an instant; null: none. */
export function credentialsOf(
  { credentials }: { readonly credentials: CredentialsState },
  actor: string,
  at: InstantText,
): CredentialsStep | null {
  const known = (credentials.steps.get(actor) ?? []).filter((step) => step.at <= at);
  const found = known.findLast(({ as }) => as !== 'submitted');
  const last = known.at(-1) ?? null;
  return found === undefined || found.as === 'rejected' ? last : found;
}

/** Which standings let a delegation take part, by what the session needs. */
const LETS_IN: Readonly<Record<CredentialsNeeded, readonly CredentialsStanding[]>> = {
  none: ['none', 'submitted', 'accepted', 'provisional', 'deferred'],
  // A decision that is put off leaves a delegation where it sits (UNGA rule 29).
  submitted: ['submitted', 'accepted', 'provisional', 'deferred'],
  accepted: ['accepted', 'provisional'],
};

/** Whether a delegation's credentials let it take part at an instant, with the reason. */
export function mayTakePart(
  session: {
    readonly credentials: CredentialsState;
    readonly opening: Fact<{ readonly credentials: CredentialsNeeded }>;
  },
  actor: string,
  at: InstantText,
): Finding {
  const step = credentialsOf(session, actor, at);
  const standing = step?.as ?? 'none';
  const needed = session.opening.payload.credentials;
  const mayDo = LETS_IN[needed].includes(standing);
  const reason = step?.reason ?? '';
  return finding({
    question: said('May {$actor} take part, by its credentials?', {
      actor: { id: actor, name: actor },
    }),
    value: mayDo,
    text:
      reason === ''
        ? wordOf(standing)
        : said('{$standing}: {$reason}', { standing: wordOf(standing), reason }),
    rule: RULES.credentials,
    counted: step === null ? [] : [{ label: standing, act: step.act, actor, on: dayIn(step.at) }],
    missing: mayDo
      ? []
      : [said('Credentials that are {$standings}', { standings: LETS_IN[needed].map(wordOf) })],
  });
}

/** The word for a standing of credentials. */
const wordOf = (standing: CredentialsStanding): Sentence => ({ template: standing, values: {} });

const dayIn = (at: InstantText): string => at.slice(0, 10);
