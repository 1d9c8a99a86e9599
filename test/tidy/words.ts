/** Words that say where and with what somebody worked, which is nobody's concern here. */
import { type Habit, linesWith } from './source-file.ts';

/** Written in pieces, so that this list does not find itself. */
const word = (...pieces: string[]): string => pieces.join('');

const REGISTRIES = [word('registry', '.npmjs'), word('registry', '.yarnpkg'), word('npm', '.pkg.')];
const FOLDERS = [word('/wo', 'rk/'), word('/t', 'mp/'), word('/ro', 'ot/')];
const TOOLS = [
  word('\\bcla', 'ude\\b'),
  word('\\banth', 'ropic\\b'),
  word('\\bopen', 'ai\\b'),
  word('\\bchat', 'gpt\\b'),
  word('\\bcop', 'ilot\\b'),
  word('\\bll', 'ms?\\b'),
  word('\\bA', 'I (?:tool|assistant|agent|model|session)s?\\b'),
  word('\\bsub', '-?agents?\\b'),
  word('\\bco-auth', 'ored-by\\b'),
];

const literal = (text: string): string => text.replaceAll(/[.\\]/g, '\\$&');

const registry = new RegExp(REGISTRIES.map(literal).join('|'), 'i');
const folder = new RegExp(`(?:^|[\\s'"\`(=:])(?:${FOLDERS.map(literal).join('|')})`);
const tool = new RegExp(TOOLS.join('|'), 'i');

export const namesNoWorkplace: Habit = (file) => [
  ...linesWith(file, registry, 'names the host of a package registry'),
  ...linesWith(file, folder, 'names a folder of one machine'),
  // Tables of the world hold people's and places' names, which may sound like anything.
  ...(file.path.startsWith('world/') ? [] : linesWith(file, tool, 'names a tool')),
];
