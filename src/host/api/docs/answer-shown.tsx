/** An answer as a table where it has rows, and as formatted JSON. */
import { isRefusal } from '../../../kernel/refusal.ts';
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import type { Markup } from '../../../ui/markup.ts';
import type { Text } from '../../../ui/text/text.ts';
import { problemOf } from '../../http-status.ts';
import { RefusalView } from '../../pages/refusal-content.tsx';

const ROWS_SHOWN_MAX = 12;
const COLUMNS_SHOWN_MAX = 8;
const CELL_CHARACTERS_MAX = 80;
/** A page shows the beginning of a long answer; the address has all of it. */
export const JSON_CHARACTERS_MAX = 2400;

function cut(text: string, charactersMax: number): string {
  return text.length > charactersMax ? `${text.slice(0, charactersMax)}…` : text;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return cut(typeof value === 'string' ? value : JSON.stringify(value), CELL_CHARACTERS_MAX);
}

function rowsIn(answer: unknown): readonly object[] {
  if (typeof answer !== 'object' || answer === null || !('rows' in answer)) return [];
  const { rows } = answer;
  const all: unknown[] = Array.isArray(rows) ? rows : [];
  return all.filter((row): row is object => typeof row === 'object' && row !== null);
}

function AnswerTable({ text, answer }: { text: Text; answer: unknown }): Markup | null {
  const rows = rowsIn(answer);
  const [first] = rows;
  if (first === undefined) return null;
  const shown = rows.slice(0, ROWS_SHOWN_MAX);
  const names = Object.keys(first).slice(0, COLUMNS_SHOWN_MAX);
  const caption = text('host.docs.rows', { shown: shown.length, all: rows.length });
  return (
    <DataTable
      text={text}
      id="answer-rows"
      caption={caption}
      columns={names.map((name) => ({ key: name, label: name }))}
      rows={shown.map((row) => ({
        cells: Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            <span translate="no">{cellText(value)}</span>,
          ]),
        ),
      }))}
    />
  );
}

/** JSON set for reading, no longer than a page bears. */
export function JsonShown({ value }: { value: unknown }): Markup {
  return (
    <pre translate="no" dir="ltr" tabindex={0}>
      {cut(JSON.stringify(value, null, 2), JSON_CHARACTERS_MAX)}
    </pre>
  );
}

/** What the node answers: a refusal with its rule and as a problem, or the answer twice. */
export function AnswerShown(props: { text: Text; answer: unknown }): Markup {
  const { text, answer } = props;
  if (isRefusal(answer)) {
    return (
      <>
        <RefusalView text={text} refusal={answer} />
        <JsonShown value={problemOf(answer)} />
      </>
    );
  }
  return (
    <>
      <AnswerTable text={text} answer={answer} />
      <JsonShown value={answer} />
    </>
  );
}
