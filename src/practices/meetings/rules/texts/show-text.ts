/** The whole text as a view shows it: provisions in their order, each with its pieces. */
import type { ProvisionKind } from '../../../../standards/bracketed-text/bracketed-text.ts';
import { type Decide, type Decision, type Piece, showWords } from './show-words.ts';
import { numbersOf } from './number-provisions.ts';
import { type Issue, type ProvisionNode, bySignature } from './structure.ts';
import type { TextState } from './text-state.ts';

/** A provision as it is shown. */
export interface ShownProvision {
  readonly id: string;
  readonly kind: ProvisionKind;
  readonly number: string;
  readonly parent: string | null;
  /** How many provisions stand around it. */
  readonly depth: number;
  /** The change that would insert it; the change that did. */
  readonly insertedBy: string | null;
  readonly through: string | null;
  /** Changes that would delete it. */
  readonly struckBy: readonly string[];
  /** Of an option, the issue that it is one of. */
  readonly options: string | null;
  readonly pieces: readonly Piece[];
  /** Other wordings of the whole. */
  readonly alternatives: readonly { readonly issue: string; readonly pieces: readonly Piece[] }[];
}

const descending = (nodes: readonly ProvisionNode[]): ProvisionNode[] =>
  // Each stands right after what it names: of two that name the same, the later one is nearer.
  [...nodes].sort((one, other) =>
    one.insertion === null || other.insertion === null
      ? 0
      : bySignature(other.insertion, one.insertion),
  );

/** All provisions in the order of reading, whatever became of them. */
export function inOrder({ structure }: Pick<TextState, 'structure'>): ProvisionNode[] {
  const found: ProvisionNode[] = [];
  const open = [...descending(structure.firsts), ...structure.top].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    found.push(node);
    const { firsts, children, followers } = node;
    const next = [...descending(firsts), ...children, ...descending(followers)];
    open.push(...next.reverse());
  }
  return found;
}

/** Whether a provision is shown as far as it is one of several options. */
function isChosen({ options, words }: ProvisionNode, decide: Decide): boolean {
  if (options === null) return true;
  const decision = decide(options);
  if (decision.is === 'taken') return options.options[decision.alternative] === words;
  return decision.is === 'shown';
}

type Wordings = Pick<ShownProvision, 'pieces' | 'alternatives'>;

/** Shows provisions one after another; those that stand under what is left out are left out. */
class ProvisionShowing {
  readonly #decide: Decide;
  readonly #numbers: ReadonlyMap<string, string>;
  /** What was shown, and how deep: what stands under a taken option takes the option's place. */
  readonly #there = new Map<ProvisionNode, { above: ProvisionNode | null; depth: number }>();

  constructor(decide: Decide, numbers: ReadonlyMap<string, string>) {
    this.#decide = decide;
    this.#numbers = numbers;
  }

  show(node: ProvisionNode): ShownProvision | null {
    if (!this.#isThere(node)) return null;
    const { id, kind, insertion, options } = node;
    const around = node.parent === null ? undefined : this.#there.get(node.parent);
    const { above, depth } = around ?? { above: null, depth: 0 };
    const isDissolved = node.words.nodes.length === 0 && this.#nameOf(options, 'taken') !== null;
    this.#there.set(node, isDissolved ? { above, depth } : { above: node, depth: depth + 1 });
    if (isDissolved) return null;
    let wordings: Wordings | null = null;
    const worded = (): Wordings => (wordings ??= this.#wordings(node));
    return {
      id,
      kind,
      number: this.#numbers.get(id) ?? '',
      parent: above?.id ?? null,
      depth,
      insertedBy: this.#nameOf(insertion, 'shown'),
      through: this.#nameOf(insertion, 'taken'),
      struckBy: this.#those(node.deletions, 'shown').map((one) => one.id),
      options: this.#nameOf(options, 'shown'),
      // Words are laid out when they are asked for: of a long text a page shows a part.
      get pieces() {
        return worded().pieces;
      },
      get alternatives() {
        return worded().alternatives;
      },
    };
  }

  #nameOf(issue: Issue | null, decision: Decision['is']): string | null {
    return issue !== null && this.#is(issue, decision) ? issue.id : null;
  }

  #is(issue: Issue, decision: Decision['is']): boolean {
    return this.#decide(issue).is === decision;
  }

  #those(issues: readonly Issue[], decision: Decision['is']): Issue[] {
    return issues.filter((issue) => this.#is(issue, decision)).sort(bySignature);
  }

  #isThere(node: ProvisionNode): boolean {
    const { parent, insertion, deletions } = node;
    if (parent !== null && !this.#there.has(parent)) return false;
    const isIn = insertion === null || ['shown', 'taken'].includes(this.#decide(insertion).is);
    if (!isIn || !isChosen(node, this.#decide)) return false;
    return !deletions.some((one) => this.#is(one, 'taken') || this.#is(one, 'blank'));
  }

  /** Its words, or those taken instead; then the alternatives to them. */
  #wordings({ replacements, words }: ProvisionNode): Wordings {
    const blank = this.#those(replacements, 'blank');
    if (blank.length > 0) {
      return { pieces: [{ kind: 'gap', issues: blank.map(({ id }) => id) }], alternatives: [] };
    }
    const brought = ({ options }: Issue, through: string | null): Piece[] =>
      options.flatMap((option) => showWords(option, this.#decide, through));
    const taken = this.#those(replacements, 'taken').at(-1);
    return {
      pieces: taken ? brought(taken, taken.id) : showWords(words, this.#decide, null),
      alternatives: this.#those(replacements, 'shown').map((one) => ({
        issue: one.id,
        pieces: brought(one, null),
      })),
    };
  }
}

/** The provisions of the text as a view decides on each issue. */
export function showText(state: TextState, decide: Decide): readonly ShownProvision[] {
  const order = inOrder(state);
  const showing = new ProvisionShowing(decide, numbersOf(state, order));
  return order.flatMap((node) => showing.show(node) ?? []);
}
