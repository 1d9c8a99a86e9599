/** Conditions of a rule in the reader's language. */
import type { PageRequest } from '../../../../ui/page.ts';
import { formatNumber, formatPercent } from '../../../../ui/text/format.ts';
import type { Coalitions } from '../../questions/power/coalitions.ts';

type Leaf = Coalitions['board']['leaves'][number];

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
