/** What a session has brought: what it decides, and the texts that it negotiates. */
import { type Refusal, isRefusal } from '../../../../kernel/refusal.ts';
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { decisions } from '../../questions/decisions/decisions.ts';
import type { DecisionRow } from '../../questions/decisions/shapes.ts';
import { type TextRow, texts } from '../../questions/texts/texts.ts';
import { ResultChip } from '../decisions/chips.tsx';
import { decisionHref, textHref } from '../links.ts';

export interface Brought {
  readonly decided: readonly DecisionRow[];
  readonly tabled: readonly TextRow[];
}

/** Asks for both. */
export async function broughtBy(request: PageRequest, session: string): Promise<Brought | Refusal> {
  const { locale } = request;
  const decided = await request.ask(decisions, { session, locale });
  if (isRefusal(decided)) return decided;
  const tabled = await request.ask(texts, { session, locale });
  if (isRefusal(tabled)) return tabled;
  return { decided: decided.rows, tabled: tabled.rows };
}

interface Props<Row> {
  readonly request: PageRequest;
  readonly rows: readonly Row[];
}

/** Questions that were put, each with where it stands. */
export function Decisions({ request, rows }: Props<DecisionRow>): Markup | null {
  const { text } = request;
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{text('meetings.session.decisions')}</h2>
      <ul class="plain-list spaced">
        {rows.map((row) => (
          <li>
            <ResultChip text={text} row={row} />{' '}
            <a href={decisionHref(row.session, row.decision, request)}>
              <bdi>{row.title}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Texts under negotiation; whoever is signed in may table another. */
export function Texts({
  request,
  rows,
  session,
}: Props<TextRow> & { session: string }): Markup | null {
  const { signedIn, text } = request;
  if (rows.length === 0 && !signedIn) return null;
  return (
    <section>
      <h2>{text('meetings.session.texts')}</h2>
      <ul class="plain-list spaced">
        {rows.map((row) => (
          <li>
            <a href={textHref(row.text, request)}>
              <bdi>{row.title}</bdi>
            </a>{' '}
            <small>
              <bdi dir="ltr">{row.symbol ?? ''}</bdi>
            </small>
          </li>
        ))}
      </ul>
      {signedIn ? (
        <p>
          <a href={`/meetings/table-text?session=${session}`}>{text('meetings.table-text')}</a>
        </p>
      ) : null}
    </section>
  );
}
