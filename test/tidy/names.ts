/** How files and folders are called. */
import { type Habit, type SourceFile } from './source-file.ts';

const NAMED_BY_US = /^(?:src|test|bench|interop|scripts|world)\//;
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Names that say nothing of what is inside. */
const EMPTY_NAMES = /^(?:utils?|helpers?|common|misc|shared|stuff|lib)$/;

export const namesAreKebabCase: Habit = ({ path }) => {
  if (!NAMED_BY_US.test(path)) return [];
  const bad = parts(path).filter((part) => part !== 'README' && !KEBAB.test(part));
  return bad.map((part) => `${path}: ${part} is not kebab-case`);
};

export const namesSaySomething: Habit = ({ path }) => {
  const bad = NAMED_BY_US.test(path) ? parts(path).filter((part) => EMPTY_NAMES.test(part)) : [];
  return bad.map((part) => `${path}: ${part} does not say what is inside`);
};

/** Folder and file names without the endings that tools ask for. */
function parts(path: SourceFile['path']): string[] {
  return path
    .replace(/(?:\.test|\.config)?\.[a-z0-9]+$/, '')
    .split('/')
    .filter((part) => part !== '');
}
