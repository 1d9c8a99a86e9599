/** Answers for eyes: rows as a table, everything else as names and values. */
import { own } from '../kernel/own.ts';

const COLUMN_WIDTH_MAX = 48;
const GAP = '  ';
/** A finding may rest on two hundred acts; a terminal shows the first of them. */
const ITEMS_SHOWN_MAX = 8;

type Row = Readonly<Record<string, unknown>>;

/** Text from a node may hold anything; a terminal must not obey it. */
export function harmless(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ');
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return harmless(typeof value === 'string' ? value : JSON.stringify(value));
}

function padded(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}

/** Rows as aligned columns under their names; wide cells are cut for a terminal. */
export function tableText(rows: readonly Row[], cut: boolean): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const filled = names.filter((name) => rows.some((row) => cellText(own(row, name)) !== ''));
  const widths = filled.map((name) => {
    const widest = Math.max(name.length, ...rows.map((row) => cellText(own(row, name)).length));
    return cut ? Math.min(widest, COLUMN_WIDTH_MAX) : widest;
  });
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => padded(cell, widths[at] ?? 0))
      .join(GAP)
      .trimEnd();
  const lines = rows.map((row) => line(filled.map((name) => cellText(own(row, name)))));
  return [line(filled), line(widths.map((width) => '-'.repeat(width))), ...lines].join('\n');
}

function isRows(value: unknown): value is Row[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item))
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** A thing that a finding points at, on one line; null where it is something else. */
function referenceText(item: object): string | null {
  if (!('label' in item)) return 'ref' in item ? excludedText(item) : null;
  const on = 'on' in item ? ` (${cellText(item.on)})` : '';
  const act = 'act' in item ? `  ${cellText(item.act).slice(0, 12)}` : '';
  return `${cellText(item.label)}${on}${act}`;
}

function excludedText(item: { ref?: unknown; reason?: unknown }): string | null {
  const { ref, reason } = item;
  if (typeof ref !== 'object' || ref === null) return null;
  return `${referenceText(ref) ?? cellText(ref)}: ${cellText(reason)}`;
}

function itemText(item: unknown, indent: string, cut: boolean): string {
  if (typeof item !== 'object' || item === null) return `${indent}  - ${cellText(item)}`;
  const line = cut ? referenceText(item) : null;
  if (line !== null) return `${indent}  - ${line}`;
  return `${indent}  -\n${answerText(item, cut, `${indent}    `)}`;
}

function listText(label: string, items: readonly unknown[], indent: string, cut: boolean): string {
  const shown = cut ? items.slice(0, ITEMS_SHOWN_MAX) : items;
  const left = items.length - shown.length;
  const more = left > 0 ? [`${indent}  … and ${left} more; --json has them all`] : [];
  return [label, ...shown.map((item) => itemText(item, indent, cut)), ...more].join('\n');
}

function memberText(name: string, value: unknown, indent: string, cut: boolean): string {
  const label = `${indent}${harmless(name)}:`;
  if (name === 'rows' && isRows(value)) return `${tableText(value, cut)}\n(${value.length} rows)`;
  if (name === 'rows' && isEmpty(value)) return '(0 rows)';
  if (Array.isArray(value)) return listText(label, value, indent, cut);
  if (typeof value === 'object' && value !== null) {
    return `${label}\n${answerText(value, cut, `${indent}  `)}`;
  }
  return `${label} ${cellText(value)}`;
}

/** An answer as text; members without a value are left out. */
export function answerText(answer: unknown, cut: boolean, indent = ''): string {
  if (typeof answer !== 'object' || answer === null) return `${indent}${cellText(answer)}`;
  if (indent === '' && Array.isArray(answer)) return memberText('rows', answer, indent, cut);
  return Object.entries(answer)
    .filter(([name, value]) => name === 'rows' || !isEmpty(value))
    .map(([name, value]) => memberText(name, value, indent, cut))
    .join('\n');
}
