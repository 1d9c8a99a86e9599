/** What a Markdown file says of itself before its text: `symbol: A/80/L.1`. */

export interface FrontMatter {
  readonly fields: ReadonlyMap<string, string>;
  /** The line, counted from 0, on which the text begins. */
  readonly bodyFrom: number;
}

const LINES_MAX = 60;

/** A value as it is meant: in quotation marks it is JSON. */
function valueOf(written: string): string {
  if (!written.startsWith('"')) return written;
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'string' ? value : written;
  } catch {
    return written;
  }
}

/** Reads the fields between two lines of three hyphens at the beginning; none where none are. */
export function frontMatterOf(lines: readonly string[]): FrontMatter {
  const end = lines.slice(0, LINES_MAX).indexOf('---', 1);
  if (lines[0] !== '---' || end === -1) return { fields: new Map(), bodyFrom: 0 };
  const fields = lines.slice(1, end).flatMap((line): [string, string][] => {
    const found = /^(?<name>[a-z_]+): (?<value>.*)$/.exec(line)?.groups;
    return found ? [[found['name'] ?? '', valueOf((found['value'] ?? '').trim())]] : [];
  });
  return { fields: new Map(fields), bodyFrom: end + 1 };
}
