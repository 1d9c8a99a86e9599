/** The tree that provisions make, told from their addresses and their order. */
import { type Prefix, containerOf, isWithin, kindOf, scopeOf } from './address.ts';
import type { TextProvision } from './text-document.ts';

/** A provision with those that stand under it. */
export interface Branch<One extends Pick<TextProvision, 'id' | 'kind'> = TextProvision> {
  readonly provision: One;
  readonly below: Branch<One>[];
}

/** Groups of articles, from the largest. What is in one need not say so in its address. */
const GROUPS: readonly Prefix[] = ['part', 'title', 'chap', 'sec'];

function rankOf(kind: Prefix): number {
  const at = GROUPS.indexOf(kind);
  return at === -1 ? GROUPS.length : at;
}

const STANDS_APART: ReadonlySet<Prefix> = new Set(['preamble', 'conclusions', 'annex', 'att']);

/** Whether a provision stands under another that came before it and has not ended. */
function holds(
  outer: Pick<TextProvision, 'id' | 'kind'>,
  inner: Pick<TextProvision, 'id' | 'kind'>,
): boolean {
  if (isWithin(inner.id, outer.id)) return true;
  if (!GROUPS.includes(outer.kind) || STANDS_APART.has(inner.kind)) return false;
  // Articles are numbered through: `art_133` stands in the part that was begun before it.
  const scope = scopeOf(inner.id);
  const isNumberedThrough = containerOf(inner.id) === scope && scopeOf(outer.id) === scope;
  return isNumberedThrough && rankOf(outer.kind) < rankOf(inner.kind);
}

/** The provisions as a tree. */
export function outlineOf<One extends Pick<TextProvision, 'id' | 'kind'>>(
  provisions: readonly One[],
): Branch<One>[] {
  const top: Branch<One>[] = [];
  const open: Branch<One>[] = [];
  for (const provision of provisions) {
    let last = open.at(-1);
    while (last && !holds(last.provision, provision)) {
      open.pop();
      last = open.at(-1);
    }
    const branch: Branch<One> = { provision, below: [] };
    (last?.below ?? top).push(branch);
    open.push(branch);
  }
  return top;
}

/** The addresses of a provision and of all that stands under it, in order. */
export function branchIds(branch: Branch<Pick<TextProvision, 'id' | 'kind'>>): string[] {
  return [branch.provision.id, ...branch.below.flatMap(branchIds)];
}

/** Where in a text provisions of a kind stand: preamble, articles, conclusions, annexes. */
function placeOf(kind: Prefix): number {
  if (kind === 'preamble') return 0;
  if (kind === 'conclusions') return 2;
  return kind === 'annex' || kind === 'att' ? 3 : 1;
}

/** What may stand in a preamble, in conclusions, in an annex, or in an article. */
function withinFault(id: string, kind: Prefix, around: Prefix | null): string | null {
  if (around === 'conclusions') return `${id} stands in the conclusions, which have no parts`;
  if (around === 'preamble')
    return kind === 'para' ? null : `${id}: a preamble has paragraphs only`;
  const isAnnexed = around === 'annex' || around === 'att';
  if (placeOf(kind) === 3 && !isAnnexed) return `${id}: what is annexed stands in no article`;
  return placeOf(kind) % 2 === 0 ? `${id} stands in another provision` : null;
}

function kindFault({ id, kind }: Pick<TextProvision, 'id' | 'kind'>): string | null {
  if (kindOf(id) !== kind) return `${id} is no address of the kind ${kind}`;
  const container = containerOf(id);
  return container === '' ? null : withinFault(id, kind, kindOf(container));
}

/** Follows provisions in their order, and tells of the first that cannot stand where it does. */
class Order {
  readonly #seen = new Set<string>();
  readonly #open: string[] = [];
  /** How far each text has come, the main one and those annexed to it. */
  readonly #places = new Map<string, number>();

  fault(provision: Pick<TextProvision, 'id' | 'kind'>): string | null {
    const { id, kind } = provision;
    const container = containerOf(id);
    if (this.#seen.has(id)) return `${id} stands twice`;
    if (container !== '' && !this.#seen.has(container)) {
      return `${id} stands in ${container}, which does not come before it`;
    }
    while (this.#open.length > 0 && !isWithin(id, this.#open.at(-1) ?? '')) this.#open.pop();
    if (container !== '' && !this.#open.includes(container)) {
      return `${id} stands apart from ${container}`;
    }
    this.#seen.add(id);
    this.#open.push(id);
    return container === scopeOf(container) ? this.#placeFault(id, kind, container) : null;
  }

  #placeFault(id: string, kind: Prefix, scope: string): string | null {
    const place = placeOf(kind);
    if (place < (this.#places.get(scope) ?? 0)) return `${id} comes too late`;
    this.#places.set(scope, place);
    return null;
  }
}

/** Why provisions make no text, in words that name the first at fault, or null. */
export function structureFault(
  provisions: readonly Pick<TextProvision, 'id' | 'kind'>[],
): string | null {
  const order = new Order();
  for (const provision of provisions) {
    const fault = kindFault(provision) ?? order.fault(provision);
    if (fault) return fault;
  }
  return null;
}
