/** How long things may be. Biome formats, so an end stands as deep as its beginning. */
import { type Habit, isCode, isTest } from './source-file.ts';

export const SOURCE_LINES_MAX = 300;
export const TEST_LINES_MAX = 600;
export const FUNCTION_LINES_MAX = 70;
export const LINE_COLUMNS_MAX = 100;

export const filesAreShort: Habit = (file) => {
  if (!isCode(file)) return [];
  const lines = file.text.replace(/\n$/, '').split('\n').length;
  const most = isTest(file) ? TEST_LINES_MAX : SOURCE_LINES_MAX;
  return lines > most ? [`${file.path} has ${lines} lines, more than ${most}`] : [];
};

export const linesAreShort: Habit = (file) => {
  if (!isCode(file)) return [];
  return file.text.split('\n').flatMap((line, at) => {
    // An address cannot be broken, wherever it begins.
    const columns = Array.from(line.replace(/https?:\/\/\S+/, '')).length;
    return columns > LINE_COLUMNS_MAX ? [`${file.path}:${at + 1} has ${columns} columns`] : [];
  });
};

const METHOD = '(?:async |static |get |set |private |override )*[#\\w]+\\(.*\\).*';
const BEGINNING = new RegExp(`^(?<depth> *)(?:.*\\bfunction\\b.*|.*=> |${METHOD})\\{$`);
const NO_FUNCTION = /^ *(?:\} else )?(?:if|for|while|switch|with|catch|return new) ?\(/;

/** Functions in tests hold the tests of one subject and may be long. */
export const functionsAreShort: Habit = (file) => {
  if (isTest(file) || !/\.(?:tsx?|mjs)$/.test(file.path)) return [];
  const lines = file.text.split('\n');
  return lines.flatMap((line, at) => {
    const depth = NO_FUNCTION.test(line) ? undefined : BEGINNING.exec(line)?.groups?.['depth'];
    if (depth === undefined) return [];
    const end = lines.findIndex((other, place) => place > at && other.startsWith(`${depth}}`));
    const length = end - at + 1;
    return length > FUNCTION_LINES_MAX
      ? [`${file.path}:${at + 1} begins a function of ${length} lines`]
      : [];
  });
};
