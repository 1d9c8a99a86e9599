/**
 * Addresses of provisions within a text, in the manner of Akoma Ntoso's eId (OASIS LegalDocML,
 * naming convention): `art_11__para_1__list_b`. Reservations, corrections, amendments and
 * obligations point at provisions by them, in whatever language the text is read.
 */
import { z } from 'zod';
import { ADDRESS, ADDRESS_LENGTH_MAX, type Prefix } from '../../standards/akoma-ntoso/address.ts';

/** Kinds of provisions, by the prefix of their part of an address, with how they are cited. */
export const PROVISION_KINDS = {
  preamble: 'preamble',
  part: 'part',
  title: 'title',
  chap: 'chapter',
  sec: 'section',
  art: 'article',
  para: 'paragraph',
  subpara: 'subparagraph',
  list: 'point',
  point: 'point',
  conclusions: 'conclusions',
  annex: 'annex',
  att: 'attachment',
} as const satisfies Record<Prefix, string>;
export type ProvisionKind = keyof typeof PROVISION_KINDS;

export const PROVISION_ID = ADDRESS;
export const ProvisionId = z
  .string()
  .max(ADDRESS_LENGTH_MAX)
  .regex(ADDRESS, 'a provision is an address, such as art_11 or art_11__para_1');
export type ProvisionId = z.output<typeof ProvisionId>;

interface Step {
  readonly kind: ProvisionKind;
  readonly number: string;
}

/** The steps of an address from the whole to the part. Takes what `ProvisionId` accepts. */
export function stepsOf(id: ProvisionId): Step[] {
  return id.split('__').map((part) => {
    const at = part.indexOf('_');
    const kind = at === -1 ? part : part.slice(0, at);
    // The pattern admits these kinds only.
    return { kind: kind as ProvisionKind, number: at === -1 ? '' : part.slice(at + 1) };
  });
}

/** Whether a provision is the other one, or lies in it. */
export function isWithinProvision(inner: ProvisionId, outer: ProvisionId): boolean {
  return inner === outer || inner.startsWith(`${outer}__`);
}

const NAMED: ReadonlySet<ProvisionKind> = new Set([
  'preamble',
  'part',
  'title',
  'chap',
  'sec',
  'conclusions',
  'annex',
  'att',
]);

/** How a provision is cited in English: `Art. 11(1)(b)`, `Annex II, Art. 3`. */
export function citationOf(id: ProvisionId): string {
  let text = '';
  for (const { kind, number } of stepsOf(id)) {
    const before = text === '' ? '' : `${text}, `;
    if (kind === 'art') text = `${before}Art. ${number}`;
    else if (NAMED.has(kind)) {
      const name = PROVISION_KINDS[kind];
      text = `${before}${name.charAt(0).toUpperCase()}${name.slice(1)} ${number}`.trim();
    } else text = text === '' ? `${PROVISION_KINDS[kind]} ${number}` : `${text}(${number})`;
  }
  return text;
}

/** The article, annex or preamble that a provision belongs to: what is compared and aligned. */
export function articleOf(id: ProvisionId): ProvisionId {
  const parts = id.split('__');
  const at = parts.findLastIndex((part) => /^(art|annex|preamble)(_|$)/.test(part));
  return at === -1 ? (parts[0] ?? id) : parts.slice(0, at + 1).join('__');
}
