/**
 * A text with square brackets, as it lies before a conference: what stands in brackets is not
 * agreed, brackets that stand side by side are alternatives, and some places are still empty.
 */

export const PROVISION_KINDS = [
  'heading',
  'preambular',
  'operative',
  'article',
  'paragraph',
  'subparagraph',
  'annex',
  /** One of several wordings of whole provisions, which stand under it: `Option 1`. */
  'option',
] as const;
export type ProvisionKind = (typeof PROVISION_KINDS)[number];

/** Whose words they are, and who is for or against them; each actor once. */
export interface Attribution {
  readonly by?: readonly string[] | undefined;
  readonly supportedBy?: readonly string[] | undefined;
  readonly opposedBy?: readonly string[] | undefined;
}

/** One wording within a bracket. Empty words are a proposal to say nothing. */
export type Alternative = readonly Inline[] | AttributedWords;
export interface AttributedWords extends Attribution {
  readonly words: readonly Inline[];
}

/** Words, a bracket with one or more alternatives, or a place that is still to be filled. */
export type Inline = string | Bracket | Placeholder;
export interface Bracket {
  readonly alternatives: readonly Alternative[];
}
export interface Placeholder {
  readonly placeholder: string;
}

/** A provision of a draft; those that stand under another follow it. */
export interface DraftedProvision {
  readonly id: string;
  readonly kind: ProvisionKind;
  readonly parent?: string | undefined;
  /** As it is printed; absent: by the numbering of its kind. */
  readonly number?: string | undefined;
  readonly words: readonly Inline[];
}

/** A whole draft. What was not said is an empty text. */
export interface DraftedText {
  readonly title: string;
  readonly symbol: string;
  readonly language: string;
  readonly provisions: readonly DraftedProvision[];
}

/** An alternative with its words under their name. */
export function attributed(alternative: Alternative): AttributedWords {
  return isWords(alternative) ? { words: alternative } : alternative;
}

/** Whether an alternative is words alone, which nobody is named for. */
export function isWords(alternative: Alternative): alternative is readonly Inline[] {
  return Array.isArray(alternative);
}

/** Whether it is a bracket. */
export function isBracket(inline: Inline): inline is Bracket {
  return typeof inline === 'object' && 'alternatives' in inline;
}

/** Whether it is a place that is still to be filled. */
export function isPlaceholder(inline: Inline): inline is Placeholder {
  return typeof inline === 'object' && 'placeholder' in inline;
}

/** An alternative in its one form: nobody is named where nobody is. */
export function withoutEmpty({ words, by, supportedBy, opposedBy }: AttributedWords): Alternative {
  const named = {
    ...(by === undefined || by.length === 0 ? {} : { by }),
    ...(supportedBy === undefined || supportedBy.length === 0 ? {} : { supportedBy }),
    ...(opposedBy === undefined || opposedBy.length === 0 ? {} : { opposedBy }),
  };
  return Object.keys(named).length === 0 ? words : { words, ...named };
}

/** Words in their one form: no run is empty, and no two stand side by side. */
export function normalWords(words: readonly Inline[]): readonly Inline[] {
  const normal: Inline[] = [];
  for (const inline of words) {
    const last = normal.at(-1);
    if (typeof inline === 'string' && typeof last === 'string') {
      normal[normal.length - 1] = last + inline;
    } else if (typeof inline === 'object' || inline !== '') normal.push(normalInline(inline));
  }
  return normal;
}

function normalInline(inline: Inline): Inline {
  if (!isBracket(inline)) return inline;
  const alternatives = inline.alternatives.map((alternative) => {
    const { words, ...people } = attributed(alternative);
    return withoutEmpty({ words: normalWords(words), ...people });
  });
  return { alternatives };
}
