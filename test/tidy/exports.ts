/** What a module gives to others, and how. */
import { type Habit, isTest, linesWith, type SourceFile } from './source-file.ts';

const TYPESCRIPT = /\.tsx?$/;
/** Vitest asks for a default export in these. */
const DEFAULT_ASKED_FOR = /^(?:vitest(?:\.audit)?\.config|test\/database)\.ts$/;
/** The one list of sectors, and a room's face to the others, which say what is inside. */
const FACES = /^src\/(?:sectors\/index|(?:practices|sectors)\/[a-z-]+\/area)\.ts$/;

export const exportsAreNamed: Habit = (file) => {
  if (!TYPESCRIPT.test(file.path) || DEFAULT_ASKED_FOR.test(file.path)) return [];
  return linesWith(file, /^export default\b/, 'exports without a name');
};

export const thereAreNoBarrels: Habit = (file) => {
  if (!TYPESCRIPT.test(file.path) || FACES.test(file.path)) return [];
  const again = linesWith(
    file,
    /^export (?:type )?[*{].* from /,
    'exports what another file holds',
  );
  return /(?:^|\/)index\.tsx?$/.test(file.path) ? [`${file.path} is a barrel`, ...again] : again;
};

const EXPORTED =
  /^export (?:async )?function (?<name>\w+)|^export const (?<arrow>\w+) = .*=> *\{?$/;

/** In the rooms that others build on, a function says its shapes, units, errors and source. */
export const exportedFunctionsAreDescribed: Habit = (file) => {
  if (!/^src\/(?:kernel|practices)\//.test(file.path) || isTest(file)) return [];
  if (!TYPESCRIPT.test(file.path)) return [];
  const lines = file.text.split('\n');
  return lines.flatMap((line, at) => {
    const found = EXPORTED.exec(line)?.groups;
    const name = found?.['name'] ?? found?.['arrow'];
    if (!name || lines[at - 1]?.trim().endsWith('*/') || isOverload(lines[at - 1])) return [];
    return [`${file.path}:${at + 1} exports ${name} without a docstring`];
  });
};

/** The signatures of one function stand together under one docstring. */
function isOverload(line: string | undefined): boolean {
  return /^export function .*;$|^\).*;$/.test(line ?? '');
}

/** Strings and comments may say what code may not. */
function withoutText({ path, text }: SourceFile): SourceFile {
  return { path, text: text.replace(/'[^'\n]*'|"[^"\n]*"|\/\/.*|^ *\/?\*.*/gm, '') };
}

/** Ways around the types, and tests that do not run. */
export const nothingIsSilenced: Habit = (file) => {
  if (!TYPESCRIPT.test(file.path)) return [];
  return [
    ...linesWith(withoutText(file), /\bas\s+any\b|:\s*any\b/, 'gives up its type'),
    ...linesWith(file, /@ts-(?:ignore|nocheck|expect-error)/, 'silences the type checker'),
    ...linesWith(file, /(?:oxlint|eslint)-disable|biome-(?:ignore)/, 'silences a check'),
    ...linesWith(file, /\b(?:test|it|describe)\.(?:skip|only|todo)\b/, 'leaves tests out'),
    ...linesWith(file, /\b(?:xit|xdescribe|fit|fdescribe)\(/, 'leaves tests out'),
  ];
};
