/** What was said of released acts, as rows, and whose answers are still waited for. Pure. */
import type { Header, SignedAct } from '../../kernel/act.ts';
import type { PlainDateText } from '../../kernel/dates.ts';
import { type Finding, finding } from '../../kernel/finding.ts';
import { rule } from '../../kernel/law.ts';
import { type StoredRow, defineTable } from '../../kernel/table.ts';

export const ERASURE_RULE = rule(
  'releases.erasure',
  'FIRST, Traffic Light Protocol 2.0; Concord acts, "Payload, salt and data key"',
  'A request to erase is answered by everyone who holds the act: erased, or refused with reasons.',
);

export const statementTable = defineTable({
  name: 'releases_statement',
  columns: {
    entry: { type: 'text' },
    of_act: { type: 'text' },
    /** `recall`, `expire`, `request`, `answer` or `downgrade`. */
    kind: { type: 'text' },
    actor: { type: 'text' },
    parts: { type: 'json' },
    request: { type: 'text', nullable: true },
    outcome: { type: 'text', nullable: true },
    reason: { type: 'text', nullable: true },
    legal_basis: { type: 'text', nullable: true },
    on_day: { type: 'date', nullable: true },
    /** Of a downgrade: for whom the act is from then on. */
    marking: { type: 'json', nullable: true },
  },
  key: ['entry'],
  indexes: [['of_act'], ['request']],
});

export type Statement = StoredRow<typeof statementTable>;

/** The act that statements are about, as far as they are judged by it. */
export interface ReleasedAct {
  readonly id: string;
  readonly header: Header;
  readonly custodian: string;
  readonly signed: Pick<SignedAct, 'header' | 'signature'>;
  /** Whether its register began with it. */
  readonly opened: boolean;
}

/**
 * Who holds an act, where that can be told: those to whom it was released, whose nodes have it, its
 * author, and the custodian. What is clear is held by whoever wished to; then null.
 */
export function holdersOf({ header, custodian }: ReleasedAct): readonly string[] | null {
  if (header.marking.level === 'clear') return null;
  return [...new Set([...header.marking.to, header.author, custodian])].sort();
}

/** The answers to a request, the last of each who answered. */
export function answersTo(request: string, statements: readonly Statement[]): Statement[] {
  const answers = statements.filter((one) => one.kind === 'answer' && one.request === request);
  const last = new Map(
    answers.toSorted((a, b) => a.ledger - b.ledger).map((one) => [one.actor, one] as const),
  );
  return [...last.values()];
}

/** Who holds the act and has not answered a request to erase it. */
export function unansweredBy(
  released: ReleasedAct,
  request: string,
  statements: readonly Statement[],
): string[] {
  const answered = new Set(answersTo(request, statements).map(({ actor }) => actor));
  return (holdersOf(released) ?? []).filter((actor) => !answered.has(actor));
}

/** The same as a finding: who answered what, and whom one still waits for. */
export function erasureFinding(
  released: ReleasedAct,
  request: string,
  statements: readonly Statement[],
): Finding {
  const waited = unansweredBy(released, request, statements);
  const answers = answersTo(request, statements);
  const ref = ({ actor, entry, outcome }: Statement) => {
    return { label: `${actor}: ${outcome ?? ''}`, act: entry, actor };
  };
  return finding({
    question: 'Who has not answered the request to erase?',
    value: holdersOf(released) === null ? null : waited.length,
    rule: ERASURE_RULE,
    counted: answers.filter(({ outcome }) => outcome === 'erased').map(ref),
    excluded: answers
      .filter(({ outcome }) => outcome === 'refused')
      .map((one) => ({ ref: ref(one), reason: one.reason ?? '' })),
    missing: waited.map((actor) => `${actor} has not answered`),
  });
}

/** The last that was said of the end of each act, where that day has come. */
export function endedBy(statements: readonly Statement[], today: PlainDateText): Statement[] {
  const last = new Map(
    statements
      .filter(({ kind }) => kind === 'expire')
      .map((statement) => [statement.of_act, statement] as const),
  );
  return [...last.values()].filter(({ on_day: day }) => day !== null && day <= today);
}

/** Whether one of the actors released the act or admitted it, and so keeps it when it ends. */
export function keepsAfterEnd(
  { header, custodian }: ReleasedAct,
  actors: readonly string[],
): boolean {
  return [header.actor, header.author, custodian].some((one) => actors.includes(one));
}
