/**
 * Addresses of provisions, and how they stand as eIds in Akoma Ntoso (OASIS, Akoma Ntoso Naming
 * Convention 1.0, section 5). An address names a point by its letter, `art_1__list_b`; as an eId
 * the list that holds it is named too, `art_1__list_1__point_b`.
 */
import { own } from '../../kernel/own.ts';

/** Kinds of provisions: the prefixes of the steps of an address. */
export const PREFIXES = [
  'preamble',
  'part',
  'title',
  'chap',
  'sec',
  'art',
  'para',
  'subpara',
  'list',
  'point',
  'conclusions',
  'annex',
  'att',
] as const;
export type Prefix = (typeof PREFIXES)[number];

export const ADDRESS_LENGTH_MAX = 160;
export const ADDRESS_STEPS_MAX = 8;

const STEP = `(?:${PREFIXES.join('|')})(?:_[0-9A-Za-z.-]{1,20})?`;
export const ADDRESS = new RegExp(`^${STEP}(?:__${STEP}){0,${ADDRESS_STEPS_MAX - 1}}$`);

/** Whether a text is an address. */
export function isAddress(text: string): boolean {
  return text.length <= ADDRESS_LENGTH_MAX && ADDRESS.test(text);
}

/** The kind that an address ends with. Takes what `isAddress` accepts. */
export function kindOf(address: string): Prefix | null {
  const last = address.split('__').at(-1) ?? '';
  return PREFIXES.find((prefix) => last === prefix || last.startsWith(`${prefix}_`)) ?? null;
}

/** The address without its last step; empty where it has one only. */
export function containerOf(address: string): string {
  const at = address.lastIndexOf('__');
  return at === -1 ? '' : address.slice(0, at);
}

/** The annex or attachment that an address lies in or is; empty in the main text. */
export function scopeOf(address: string): string {
  const steps = address.split('__');
  const at = steps.findLastIndex((step) => /^(?:annex|att)(?:_|$)/.test(step));
  return steps.slice(0, at + 1).join('__');
}

/** Whether an address is another one, or lies in it. */
export function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}__`);
}

const withSuffix = (prefix: string, step: string): string =>
  step.includes('_') ? `${prefix}${step.slice(step.indexOf('_'))}` : prefix;

/** One step of an address as the naming convention writes it; `list` is the number of its list. */
export function eIdStep(step: string, list: number): string {
  if (/^chap(?:_|$)/.test(step)) return withSuffix('chp', step);
  if (/^list(?:_|$)/.test(step)) return `list_${list}__${withSuffix('point', step)}`;
  return step;
}

const isListStep = (step: string): boolean => /^list(?:_|$)/.test(step);
const isPointStep = (step: string): boolean => /^(?:point|item|indent)(?:_|$)/.test(step);

const RENAMED: Readonly<Record<string, Prefix>> = {
  chp: 'chap',
  subsec: 'sec',
  cl: 'para',
  subcl: 'subpara',
  al: 'subpara',
  item: 'list',
  indent: 'point',
  rec: 'para',
};

function renamed(step: string): string {
  const [prefix = ''] = step.split('_');
  const kind = own(RENAMED, prefix);
  return kind === undefined ? step : withSuffix(kind, step);
}

/** The address that an eId stands for, or null where it is none. */
export function addressOfEId(eId: string): string | null {
  const steps = eId.split('__').filter((step) => !/^recs(?:_|$)/.test(step));
  const taken: string[] = [];
  for (let at = 0; at < steps.length; at += 1) {
    const [step = '', next = ''] = steps.slice(at, at + 2);
    const isPoint = isListStep(step) && isPointStep(next);
    if (isPoint) at += 1;
    taken.push(isPoint ? withSuffix('list', next) : renamed(step));
  }
  const address = taken.join('__');
  return isAddress(address) ? address : null;
}
