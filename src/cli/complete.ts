/** What may follow on a command line: commands, options, values, and ids that the node knows. */
import type { Command, Option } from 'commander';
import { z } from 'zod';
import type { NodeClient } from './node-client.ts';

/** A candidate and what is said of it. */
export interface Candidate {
  readonly word: string;
  readonly says: string;
}

export const CANDIDATES_MAX = 200;

const Ids = z.object({ rows: z.array(z.looseObject({})) });

/** Which list of the node has the ids of a parameter, by its name. */
const LISTS = new Map([
  ['agreement', { path: '/api/agreements/list', id: 'agreement', title: 'title' }],
  ['actor', { path: '/api/actors/list', id: 'id', title: 'name' }],
  ['one', { path: '/api/actors/list', id: 'id', title: 'name' }],
  ['other', { path: '/api/actors/list', id: 'id', title: 'name' }],
  ['group', { path: '/api/actors/groups', id: 'id', title: 'name' }],
]);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The ids that the node has for a parameter; none where it has no list, or does not answer. */
async function idsOf(client: NodeClient, parameter: string): Promise<Candidate[]> {
  const list = LISTS.get(parameter);
  if (list === undefined) return [];
  try {
    const { rows } = Ids.parse(JSON.parse(await client.get(list.path)));
    return rows.map((row) => {
      const told = new Map(Object.entries(row));
      return { word: textOf(told.get(list.id)), says: textOf(told.get(list.title)) };
    });
  } catch {
    // A shell that completes is told nothing of what is wrong.
    return [];
  }
}

const wordsOf = (option: Option): Candidate[] =>
  option.long ? [{ word: option.long, says: option.description }] : [];

/** The command that words lead to, and those that remain. */
function walk(program: Command, words: readonly string[]): { at: Command; rest: string[] } {
  let at = program;
  let taken = 0;
  for (const word of words) {
    const below = at.commands.find((one) => one.name() === word);
    if (!below) break;
    at = below;
    taken += 1;
  }
  return { at, rest: words.slice(taken) };
}

/** How many of the words stand for themselves, and not for an option's value. */
function argumentsAmong(at: Command, words: readonly string[]): number {
  let count = 0;
  for (let place = 0; place < words.length; place++) {
    const word = words[place] ?? '';
    if (!word.startsWith('--')) count += 1;
    else if (takesValue(at, word)) place += 1;
  }
  return count;
}

function takesValue(at: Command, word: string): boolean {
  const option = at.options.find(({ long }) => long === word);
  return option !== undefined && (option.required || option.optional);
}

/** `--known-at` → `knownAt`. */
const parameterOf = (flag: string): string =>
  flag.replace(/^--/, '').replaceAll(/-[a-z]/g, (part) => part.slice(1).toUpperCase());

async function candidatesAt(
  at: Command,
  rest: readonly string[],
  last: string,
  client: NodeClient,
): Promise<Candidate[]> {
  const before = rest.at(-1) ?? '';
  const option = at.options.find(({ long }) => long === before);
  if (option && takesValue(at, before)) {
    const values = option.argChoices ?? [];
    if (values.length > 0) return values.map((word) => ({ word, says: '' }));
    return idsOf(client, parameterOf(before));
  }
  if (last.startsWith('-')) return at.options.flatMap(wordsOf);
  if (at.commands.length > 0) {
    return at.commands.map((one) => ({ word: one.name(), says: one.description() }));
  }
  const argument = at.registeredArguments[argumentsAmong(at, rest)];
  return argument === undefined ? [] : idsOf(client, parameterOf(argument.name()));
}

/** What may stand in place of the last word, given those before it. */
export async function complete(
  program: Command,
  words: readonly string[],
  client: NodeClient,
): Promise<Candidate[]> {
  const last = words.at(-1) ?? '';
  const { at, rest } = walk(program, words.slice(0, -1));
  const found = await candidatesAt(at, rest, last, client);
  return found
    .filter(({ word }) => word.toLowerCase().startsWith(last.toLowerCase()))
    .slice(0, CANDIDATES_MAX);
}
