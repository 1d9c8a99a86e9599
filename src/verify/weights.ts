/** Lists of shares in a folder, recorded as figures that clauses weigh. */
import { isRefusal } from '../kernel/refusal.ts';
import type { TruthFolder } from './family.ts';
import type { VerifyNode, Weight } from './node.ts';
import { truthTable } from './truth-tables.ts';

/** A column of percentages is named for what it is a share of: `pct_of_…`. */
const SHARE_COLUMN = /^pct_of_(.+)$/i;

/** Words without case, spaces and punctuation, so that a column’s name and a phrase compare. */
const bare = (words: string): string => words.toLowerCase().replace(/[^a-z0-9]/g, '');

interface SharesFile {
  readonly attribute: string;
  readonly words: string;
  readonly weights: readonly Weight[];
}

/** Percentages as exact decimals; an actor that is not known cannot be weighed. */
export function weightsOf(
  rows: readonly { readonly name: string; readonly code?: string; readonly value: string }[],
  attribute: string,
  source: string,
  node: VerifyNode,
): Weight[] {
  return rows.flatMap(({ name, code, value }) => {
    const actor = (code && node.facts.actor(code) ? code : null) ?? node.facts.resolve(name);
    return actor === null || !/^\d+(\.\d+)?$/.test(value)
      ? []
      : [{ actor, attribute, value, source }];
  });
}

function sharesIn(folder: TruthFolder, path: string, node: VerifyNode): SharesFile | null {
  const bytes = folder.read(path);
  const table = bytes && truthTable(bytes);
  if (table === null || typeof table === 'string') return null;
  const column = table.header.find((name) => SHARE_COLUMN.test(name));
  if (column === undefined) return null;
  const words = bare(SHARE_COLUMN.exec(column)?.[1] ?? '');
  const attribute = `share-of-${words}`;
  const rows = table.rows.map((row) => ({ name: row('party'), value: row(column) }));
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { attribute, words, weights: weightsOf(rows, attribute, name, node) };
}

/** Records the shares of all lists in the folder; gives the attribute that words mean, or null. */
export async function recordShares(
  folder: TruthFolder,
  below: string,
  node: VerifyNode,
): Promise<(words: string) => string | null> {
  const files = folder
    .list(below)
    .filter((name) => name.endsWith('.csv'))
    .flatMap((name) => sharesIn(folder, `${below}/${name}`, node) ?? []);
  const receipts = await node.weigh(files.flatMap((file) => file.weights));
  const refusal = receipts.find((receipt) => isRefusal(receipt));
  if (refusal) throw new Error(`a share was refused: ${refusal.reason}`);
  const known = new Map(files.map((file) => [file.words, file.attribute]));
  return (words) => known.get(bare(words)) ?? null;
}
