/** What is told of a component beside its examples: read off its own source, so it stays true. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';

const COMPONENTS = new URL('../../ui/', import.meta.url);

export interface ComponentNotes {
  /** What it is for, in English, as its source says. */
  readonly purpose: string;
  /** The classes that its style sheets name. */
  readonly classes: readonly string[];
}

function read(path: string): string {
  const file = new URL(path, COMPONENTS);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** `world-map` as its function is called, `WorldMap`. */
const functionOf = (name: string): string =>
  name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The comment above a function of the source: its own, where there is one, else the first. */
export function purposeIn(source: string, name: string): string {
  const told = [...source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export function (\w+)/g)];
  const own = told.find(([, , called]) => called === functionOf(name)) ?? told[0];
  const [, comment = ''] = own ?? [];
  return comment
    .replaceAll(/^\s*\*+ ?/gm, '')
    .replaceAll(/@\w+[\s\S]*$/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The classes that a sheet sets something for, by name. */
export function classesIn(sheet: string): string[] {
  const plain = sheet.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\{[^{}]*\}/g, '{}');
  return [...new Set([...plain.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name))].sort();
}

const kept = new Map<string, ComponentNotes>();

/** What is told of the component of a folder; read once. */
export function notesOf(name: string): ComponentNotes {
  const held = kept.get(name);
  if (held !== undefined) return held;
  const sheets = readdirSync(new URL(`${name}/`, COMPONENTS)).filter((one) => one.endsWith('.css'));
  const notes = {
    purpose: purposeIn(read(`${name}/${name}.tsx`), name),
    classes: sheets.flatMap((sheet) => classesIn(read(`${name}/${sheet}`))),
  };
  kept.set(name, notes);
  return notes;
}

/** The tokens of a kind, as the sheet of tokens names them first. */
export function tokensOf(kind: 'colour' | 'type' | 'space'): string[] {
  const [first = ''] = read('tokens/tokens.css').split('\n}\n');
  const wanted = { colour: /--([a-z0-9-]+): #/g, type: /--(text-\d+):/g, space: /--(space-\d+):/g };
  return [...first.matchAll(wanted[kind])].map(([, name = '']) => name);
}
