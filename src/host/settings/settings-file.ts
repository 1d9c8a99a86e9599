/** A file of settings: `NAME=VALUE` by line, in the part of systemd's form that both read alike. */

export const SETTINGS_FILE = 'concord.conf';

/** What a file says, by name; or what is wrong with it. */
export type FileRead =
  | { readonly values: ReadonlyMap<string, string> }
  | { readonly faults: readonly string[] };

const LINE = /^(?<name>[A-Za-z_][A-Za-z0-9_]*)=(?<value>.*)$/;

/** A value without its quotes; null where they do not close, or more follows. */
function unquoted(value: string): string | null {
  const quote = value[0];
  if (quote !== '"' && quote !== "'") return value;
  const inner = value.slice(1, -1);
  const closes = value.length > 1 && value.endsWith(quote) && !inner.includes(quote);
  return closes ? inner : null;
}

/**
 * Reads a file of settings. Backslashes are refused: systemd reads them in its own way, and no
 * setting needs one.
 */
export function readSettingsFile(text: string): FileRead {
  const values = new Map<string, string>();
  const faults: string[] = [];
  for (const [at, whole] of text.split(/\r?\n/).entries()) {
    const line = whole.trim();
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    const read = readLine(line, values);
    if (typeof read === 'string') faults.push(`line ${at + 1}: ${read}`);
    else values.set(read.name, read.value);
  }
  return faults.length > 0 ? { faults } : { values };
}

/** The setting of a line, or what is wrong with it. */
function readLine(
  line: string,
  before: ReadonlyMap<string, string>,
): { name: string; value: string } | string {
  const { name = '', value: written = null } = LINE.exec(line)?.groups ?? {};
  const value = written === null ? null : unquoted(written.trim());
  if (value === null) return 'not NAME=VALUE, or a quote is not closed';
  if (value.includes('\\')) return `${name} has a backslash`;
  return before.has(name) ? `${name} was said before` : { name, value };
}
