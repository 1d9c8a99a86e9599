/**
 * A long text is read part by part, each a page that opens at once: a text of five hundred
 * paragraphs with five thousand brackets is megabytes as one page. Every provision and every issue
 * has an address, whichever part is open.
 */
import type { PageRequest } from '../../../../ui/page.ts';
import type { ProvisionShown, TextShown } from './text-answers.ts';
import { issueAnchor, viewHref } from './text-links.ts';

/** When a part holds so many provisions, or open issues, the next one at the top begins another. */
export const PART_PROVISIONS_MAX = 100;
export const PART_ISSUES_MAX = 800;
/** So many times as much as that, and a part ends wherever it stands. */
const STRETCHED = 2;
/** So many issues are told of at length beside a text; of more, those of one provision. */
export const ISSUES_SHOWN_MAX = 200;

/** Provisions cut into parts, in their order. */
export function cutIntoParts<Provision extends Pick<ProvisionShown, 'id' | 'depth'>>(
  provisions: readonly Provision[],
  openIn: (provision: string) => number,
): readonly (readonly Provision[])[] {
  const parts: Provision[][] = [];
  let [part, open]: [Provision[], number] = [[], 0];
  for (const provision of provisions) {
    const fullness = Math.max(part.length / PART_PROVISIONS_MAX, open / PART_ISSUES_MAX);
    if (fullness >= (provision.depth === 0 ? 1 : STRETCHED)) {
      parts.push(part);
      [part, open] = [[], 0];
    }
    part.push(provision);
    open += openIn(provision.id);
  }
  return part.length === 0 ? parts : [...parts, part];
}

const nameOf = ({ id, number }: ProvisionShown): string => number || id.slice(0, 12);

/** The part of a text that a page shows, and where everything else is. */
export class TextPart {
  /** From 1. */
  readonly number: number;
  readonly provisions: readonly ProvisionShown[];
  /** The provision whose issues are asked for, where they are too many to tell of all. */
  readonly asked: string | null;
  readonly #request: PageRequest;
  readonly #text: string;
  readonly #parts: readonly (readonly ProvisionShown[])[];
  readonly #partOf = new Map<string, number>();
  readonly #provisionOf = new Map<string, string>();
  readonly #names = new Map<string, string>();

  constructor(request: PageRequest, shown: TextShown) {
    const open = Map.groupBy(shown.issues, ({ provision }) => provision);
    this.#request = request;
    this.#text = shown.text;
    this.#parts = cutIntoParts(shown.provisions, (id) => open.get(id)?.length ?? 0);
    for (const [at, part] of this.#parts.entries()) {
      for (const provision of part) {
        this.#partOf.set(provision.id, at + 1);
        this.#names.set(provision.id, nameOf(provision));
      }
    }
    for (const { issue, provision } of shown.issues) this.#provisionOf.set(issue, provision);
    const named = request.search.get('provision') ?? '';
    const given = Number(request.search.get('part') ?? '1');
    const number = this.#partOf.get(named) ?? given;
    this.number = this.#parts[number - 1] === undefined ? 1 : number;
    this.provisions = this.#parts[this.number - 1] ?? [];
    const first = this.provisions.find(({ id }) => open.has(id))?.id ?? null;
    const isLong = shown.issues.length > ISSUES_SHOWN_MAX;
    this.asked = !isLong ? null : open.has(named) ? named : first;
  }

  get count(): number {
    return this.#parts.length;
  }

  /** Each part by its first and last provision. */
  views(): { label: string; href: string; current: boolean }[] {
    return this.#parts.map((part, at) => {
      const [first, last] = [part[0], part.at(-1)].map((one) => (one ? nameOf(one) : ''));
      const href = viewHref(this.#text, this.#request, { part: String(at + 1) });
      return { label: `${first} – ${last}`, href, current: at + 1 === this.number };
    });
  }

  /** The number of a provision, or the beginning of its name. */
  nameOf(provision: string): string {
    return this.#names.get(provision) ?? provision.slice(0, 12);
  }

  holds(provision: string): boolean {
    // What is shown nowhere, such as where it is struck, is told of in the first part.
    return (this.#partOf.get(provision) ?? 1) === this.number;
  }

  provisionHref(provision: string): string {
    if (this.holds(provision)) return `#p-${provision}`;
    const part = String(this.#partOf.get(provision) ?? 1);
    return `${viewHref(this.#text, this.#request, { part })}#p-${provision}`;
  }

  /** Where an issue is told of at length: here, or where its provision is asked for. */
  issueHref(issue: string): string {
    const anchor = `#${issueAnchor(issue)}`;
    const provision = this.#provisionOf.get(issue);
    if (provision === undefined || this.asked === null || provision === this.asked) return anchor;
    return `${this.issuesHref(provision).replace(/#.*/, '')}${anchor}`;
  }

  /** The issues of a provision, beside the part that holds it. */
  issuesHref(provision: string): string {
    return `${viewHref(this.#text, this.#request, { provision })}#issues`;
  }
}
