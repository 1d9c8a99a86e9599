/** Conditions of a rule in the reader's language. */
import type { PageRequest } from '../../../../ui/page.ts';
import { formatNumber, formatPercent } from '../../../../ui/text/format.ts';
import type { Coalitions } from '../../questions/power/coalitions.ts';

type Leaf = Coalitions['board']['leaves'][number];
type Formula = Coalitions['board']['adopted'];

function asksFor(formula: Formula, leaf: number): boolean {
  if (typeof formula === 'boolean') return false;
  if ('demand' in formula) return formula.demand === leaf;
  return ('all' in formula ? formula.all : formula.any).some((one) => asksFor(one, leaf));
}

/** What becomes of a question where a condition is met. */
export type Role = 'adopts' | 'blocks' | 'postpones' | 'quorum';

/** What a condition, by its number, is for. */
export function roleOf({ blocked, postponed, quorum }: Coalitions['board'], leaf: number): Role {
  if (blocked.some((one) => asksFor(one, leaf))) return 'blocks';
  if (postponed.some((one) => asksFor(one, leaf))) return 'postpones';
  return asksFor(quorum, leaf) ? 'quorum' : 'adopts';
}

/** A share as the rule writes it; in percent where it is written in decimals. */
function askedText({ locale }: PageRequest, asked: string, isShare: boolean): string {
  const decimals = isShare ? (/^0\.(\d+)$/.exec(asked)?.[1] ?? '') : '';
  if (decimals === '') return formatNumber(locale, asked);
  const percent = `${Number(decimals.padEnd(2, '0').slice(0, 2))}`;
  const rest = decimals.slice(2);
  return formatPercent(locale, rest === '' ? percent : `${percent}.${rest}`);
}

/** What a condition asks: what is counted, whose, by which weights, and how much of what. */
export function leafText(request: PageRequest, leaf: Leaf, schemes: Coalitions['schemes']): string {
  const { text } = request;
  const { of, base, scheme, among, amongKind, asked, more } = leaf;
  const title = schemes.find(({ name }) => name === scheme)?.title;
  const parts = [
    text(`meetings.power.counted.${of}`),
    ...(among === null
      ? []
      : [text(`meetings.power.leaf.${amongKind ?? 'group'}`, { group: among })]),
    ...(title === undefined ? [] : [text('meetings.power.leaf.by', { scheme: title })]),
  ];
  const given = { counted: parts.join(' '), share: askedText(request, asked, base !== null) };
  if (base === null) return text('meetings.power.leaf.count', given);
  const over = text(`meetings.power.base.${base}`);
  return text(`meetings.power.leaf.${more ? 'more' : 'share'}`, { ...given, base: over });
}
