/**
 * Votes row by row. The table has hundreds of thousands of rows of three short cells, so they are
 * cut out of the text without a record for each.
 */
import { own } from '../../kernel/own.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import type { Faults } from './faults.ts';
import { COLUMNS_RULE, FORM_RULE, SIZE_RULE, VOTES_ROWS_MAX, type VoteKind } from './roll-calls.ts';

/** What stands for each vote: letters, words, and the numbers of Voeten's codebook. */
const MEANINGS: Readonly<Record<string, VoteKind | 'none'>> = {
  Y: 'yes',
  N: 'no',
  A: 'abstain',
  y: 'yes',
  yes: 'yes',
  '1': 'yes',
  n: 'no',
  no: 'no',
  '3': 'no',
  a: 'abstain',
  abstain: 'abstain',
  '2': 'abstain',
  x: 'absent',
  absent: 'absent',
  '8': 'absent',
  // Not a member then.
  '9': 'none',
};

const COLUMNS = {
  number: ['rcid', 'number', 'undl_id', 'roll_call'],
  voter: ['c', 'country', 'actor', 'voter', 'country_code', 'ms_code'],
  vote: ['v', 'vote', 'ms_vote'],
} as const;

const bare = (cell: string): string =>
  cell.length > 1 && cell.startsWith('"') && cell.endsWith('"')
    ? cell.slice(1, -1).replaceAll('""', '"')
    : cell.trim();

/** Cells of a line; quotes keep commas. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?<cell>"(?:[^"]|"")*"|[^,]*)/g)].map(
    ({ groups }) => groups?.['cell'] ?? '',
  );
}

interface Places {
  readonly number: number;
  readonly voter: number;
  readonly vote: number;
}

function placesIn(header: string): Places | Refusal {
  const names = cellsOf(header.replace(/^\ufeff/, '')).map((cell) => bare(cell).toLowerCase());
  const placeOf = (known: readonly string[]): number =>
    names.findIndex((name) => known.includes(name));
  const places = {
    number: placeOf(COLUMNS.number),
    voter: placeOf(COLUMNS.voter),
    vote: placeOf(COLUMNS.vote),
  };
  const lacking = Object.entries(places).find(([, at]) => at < 0)?.[0];
  if (lacking === undefined) return places;
  return refuse(
    COLUMNS_RULE,
    said('The table of votes has no column for the {$lacking}.', { lacking }),
    {
      remedy: said('Name the columns rcid, country and vote.'),
    },
  );
}

/** Takes one vote, or says why it cannot. */
export type TakeVote = (number: string, voter: string, vote: VoteKind) => string | null;

function takeLine(line: string, at: number, places: Places, take: TakeVote, faults: Faults) {
  const cells = line.includes('"') ? cellsOf(line) : line.split(',');
  const vote = bare(cells[places.vote] ?? '');
  const kind = own(MEANINGS, vote) ?? own(MEANINGS, vote.toLowerCase());
  if (kind === undefined) {
    faults.add('votes', at, `“${vote.slice(0, 20)}” is no vote.`);
  } else if (kind !== 'none') {
    const fault = take(bare(cells[places.number] ?? ''), bare(cells[places.voter] ?? ''), kind);
    if (fault !== null) faults.add('votes', at, fault);
  }
}

/** Gives every vote of the table to `take`; how many rows there were, or why it is no table. */
export function scanVotes(
  bytes: Uint8Array,
  take: TakeVote,
  faults: Faults,
): { readonly rows: number } | Refusal {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(FORM_RULE, said('The table of votes is not UTF-8.'));
  }
  const header = text.indexOf('\n');
  const first = header < 0 ? text.length : header;
  const places = placesIn(text.slice(0, first).replace(/\r$/, ''));
  if ('refused' in places) return places;
  let [rows, at] = [0, 1];
  let from = first + 1;
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    const until = end < 0 ? text.length : end;
    const line = text.slice(from, text[until - 1] === '\r' ? until - 1 : until);
    from = until + 1;
    at += 1;
    if (line === '') continue;
    rows += 1;
    if (rows > VOTES_ROWS_MAX) {
      return refuse(
        SIZE_RULE,
        said('The table has more than {$votesRowsMax} votes.', { votesRowsMax: VOTES_ROWS_MAX }),
      );
    }
    takeLine(line, at, places, take, faults);
  }
  return { rows };
}
