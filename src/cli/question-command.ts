/** `concord {area} {question}`: a command for every question that the node lists. */
import { Command, Option } from 'commander';
import { own } from '../kernel/own.ts';
import type { NodeClient } from './node-client.ts';
import type { Parameter, Question } from './node-index.ts';
import type { Terminal } from './program.ts';
import { answerText, harmless } from './show-answer.ts';

/** `asOf` → `as-of`. */
export function flagOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function optionOf(parameter: Parameter): Option {
  const many = parameter.type === 'array' ? '...' : '';
  const values = parameter.values?.map(String) ?? [];
  const needed = parameter.required ? 'required; may stand without its name' : '';
  const description = parameter.description ?? needed;
  const option = new Option(`--${flagOf(parameter.name)} <${parameter.type}${many}>`, description);
  return values.length > 0 ? option.choices(values) : option;
}

function valuesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined ? [] : [value];
}

/** The address of the question with what was given; what is required may stand unnamed. */
export function questionPath(
  question: Question,
  given: Readonly<Record<string, unknown>>,
  positional: readonly string[],
): string {
  const search = new URLSearchParams();
  const rest = [...positional];
  for (const { name, required } of question.parameters) {
    const value = own(given, name) ?? (required ? rest.shift() : undefined);
    for (const one of valuesOf(value)) search.append(name, String(one));
  }
  for (const name of ['asOf', 'knownAt']) {
    const value = own(given, name);
    if (typeof value === 'string') search.set(name, value);
  }
  if (given['csv'] === true) search.set('format', 'csv');
  const query = search.toString();
  return query === '' ? question.href : `${question.href}?${query}`;
}

/** A word of a shell, quoted where it has to be. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** The question with its example, as one types it; null where it has none. */
function exampleLine({ href, example }: Question): string | null {
  if (typeof example !== 'object' || example === null) return null;
  const [area = '', name = ''] = href.split('/').slice(2);
  const words = Object.entries(example).flatMap(([flag, value]) => {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return [`--${flagOf(flag)}`, ...values.map((one) => shellWord(harmless(String(one))))];
  });
  return ['concord', area, name, ...words].join(' ');
}

/** The command of one question. */
export function questionCommand(
  question: Question,
  client: NodeClient,
  terminal: Terminal,
): Command {
  const required = question.parameters.filter((parameter) => parameter.required);
  const command = new Command(question.name).description(question.title);
  for (const parameter of question.parameters) command.addOption(optionOf(parameter));
  for (const { name } of required) command.argument(`[${flagOf(name)}]`);
  command
    .option('--as-of <date>', 'what has effect on this day')
    .option('--known-at <date>', 'only what was recorded by this day or instant')
    .option('--json', 'the answer as JSON');
  const example = exampleLine(question);
  if (example !== null) command.addHelpText('after', `\nExample:\n  ${example}`);
  if (question.rows) command.option('--csv', 'the rows as CSV');
  return command.action(async () => {
    const given = command.opts();
    const body = await client.get(questionPath(question, given, command.args));
    if (given['csv'] === true) terminal.write(body);
    else if (given['json'] === true) terminal.write(`${body}\n`);
    else terminal.write(`${answerText(JSON.parse(body), terminal.isTerminal)}\n`);
  });
}
