/**
 * Drafting on a text under negotiation: words that are selected are changed as a proposal, which is
 * sent as an act. What is typed is kept in the browser until the node has it, whatever becomes of
 * the line; the page around it goes on following the record. Without script the same is done by the
 * form of the act.
 */
import { type Kind, KINDS, aboutOf, changeOf } from './drafting/change.ts';
import { type Stretch, rangeOf, selectedStretch, wholeProvision } from './drafting/places.ts';
import { type Outcome, markedFor, send } from './drafting/sending.ts';
import { own } from './own.ts';

const HIGHLIGHT = 'drafting';

interface Kept {
  readonly stretch: Stretch | null;
  readonly fields: Readonly<Record<string, string>>;
}

const isKind = (value: string): value is Kind => KINDS.some((kind) => kind === value);

const linesOf = (typed: string): string[] => typed.split(/[\s,;]+/).filter((one) => one !== '');

class Drafting {
  readonly #panel: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #register: string;
  #stretch: Stretch | null = null;
  #isSending = false;

  constructor(panel: HTMLElement, form: HTMLFormElement) {
    this.#panel = panel;
    this.#form = form;
    this.#register = panel.dataset['register'] ?? '';
  }

  begin(): void {
    this.#panel.hidden = false;
    this.#restore();
    document.addEventListener('selectionchange', () => this.#select());
    document.addEventListener('click', (event) => this.#click(event));
    document.addEventListener('concord:refreshed', () => this.#show());
    window.addEventListener('online', () => this.#say('online'));
    this.#form.addEventListener('input', () => this.#change());
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#propose();
    });
  }

  /** The text as it is on the page now: a refresh puts another in its place. */
  get #text(): Element | null {
    return document.querySelector('[data-negotiated]');
  }

  #field(name: string): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null {
    return this.#form.querySelector(`[name="${name}"]:not([type="radio"])`);
  }

  #value(name: string): string {
    return this.#field(name)?.value.trim() ?? '';
  }

  get #kind(): Kind {
    const chosen = new FormData(this.#form).get('kind');
    return typeof chosen === 'string' && isKind(chosen) ? chosen : 'replace';
  }

  get #typed(): string {
    return this.#field('words')?.value ?? '';
  }

  /** Words that were typed are never lost to another selection. */
  get #isBegun(): boolean {
    return this.#typed !== '' && this.#typed !== (this.#stretch?.words ?? '');
  }

  #select(): void {
    const text = this.#text;
    const focus = document.getSelection()?.focusNode;
    if (!text || !focus || !text.contains(focus)) return;
    const stretch = selectedStretch(text);
    if (stretch) this.#take(stretch);
  }

  #take(stretch: Stretch): void {
    if (this.#isSending || (this.#isBegun && stretch.words === '')) return;
    const isKeeping = this.#isBegun;
    this.#stretch = stretch;
    const words = this.#field('words');
    if (words && !isKeeping) words.value = this.#kind === 'replace' ? stretch.words : '';
    if (stretch.words !== '') this.#unfold();
    this.#show();
    this.#keep();
  }

  #unfold(): void {
    this.#panel.querySelector('details')?.setAttribute('open', '');
  }

  #click(event: MouseEvent): void {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const propose = target.closest<HTMLElement>('[data-propose]');
    if (propose) {
      event.preventDefault();
      return this.#wholeOf(propose.dataset['propose'] ?? '');
    }
    const comment = target.closest<HTMLElement>('[data-comment]');
    if (comment) {
      event.preventDefault();
      const radio = this.#form.querySelector<HTMLInputElement>('[name="kind"][value="comment"]');
      if (radio) radio.checked = true;
      return this.#wholeOf(comment.dataset['comment'] ?? '');
    }
    const stand = target.closest<HTMLAnchorElement>('[data-stand]');
    if (stand && this.#value('actor') !== '') {
      event.preventDefault();
      void this.#stand(stand);
    }
    if (target.closest('[data-discard]')) this.#discard();
  }

  #wholeOf(provision: string): void {
    const text = this.#text;
    const stretch = text && wholeProvision(text, provision);
    if (!stretch) return;
    this.#take(stretch);
    this.#field('words')?.focus();
  }

  /** Where another kind is chosen, the words begin anew, unless some were typed. */
  #change(): void {
    const words = this.#field('words');
    const before = this.#stretch?.words ?? '';
    if (words && this.#kind !== 'replace' && words.value === before) words.value = '';
    if (words && this.#kind === 'replace' && words.value === '') words.value = before;
    this.#show();
    this.#keep();
  }

  /** Shows which words are meant, here and in the text. */
  #show(): void {
    const quote = this.#panel.querySelector('[data-quote]');
    const words = this.#stretch?.words ?? '';
    const { nothing = '', gap = '' } = this.#panel.dataset;
    if (quote) quote.textContent = this.#stretch === null ? nothing : words === '' ? gap : words;
    const field = this.#field('words');
    const isTyped = !['delete', 'delete-provision'].includes(this.#kind);
    if (field?.parentElement) field.parentElement.hidden = !isTyped;
    this.#mark();
  }

  #mark(): void {
    if (typeof Highlight === 'undefined') return;
    CSS.highlights.delete(HIGHLIGHT);
    const range = this.#stretch && this.#text && rangeOf(this.#text, this.#stretch);
    if (range) CSS.highlights.set(HIGHLIGHT, new Highlight(range));
  }

  #say(what: string, detail = ''): void {
    const status = this.#panel.querySelector('[data-status]');
    const words = own(this.#panel.dataset, what) ?? '';
    if (status) status.textContent = `${words} ${detail}`.trim();
  }

  get #common() {
    const onBehalfOf = linesOf(this.#value('onBehalfOf'));
    return { actor: this.#value('actor'), source: this.#value('source'), onBehalfOf };
  }

  /** Who may read it; absent: all who read the text. */
  get #marking(): object | undefined {
    const readers = this.#value('readers');
    if (readers !== 'own' && readers !== 'these') return undefined;
    return markedFor(this.#value('actor'), readers === 'own' ? [] : linesOf(this.#value('to')));
  }

  /** What is to be sent; null where nothing would change. */
  #payload(stretch: Stretch): { verb: string; payload: object } | null {
    const { onBehalfOf } = this.#common;
    if (this.#kind === 'comment') {
      const words = this.#typed.trim();
      const payload = { about: aboutOf(stretch), words, onBehalfOf };
      return words === '' ? null : { verb: 'comment', payload };
    }
    const change = changeOf(this.#kind, stretch, this.#typed);
    const reason = this.#value('reason');
    const payload = { change, onBehalfOf, ...(reason === '' ? {} : { reason }) };
    return change === null ? null : { verb: 'propose-change', payload };
  }

  async #propose(): Promise<void> {
    if (this.#isSending || this.#stretch === null) return this.#say('nothing');
    let told: { verb: string; payload: object } | null;
    try {
      told = this.#payload(this.#stretch);
    } catch (error) {
      if (error instanceof RangeError) return this.#say('unbalanced');
      throw error;
    }
    if (told === null) return this.#say('unchanged');
    const { actor, source } = this.#common;
    this.#isSending = true;
    this.#say('sending');
    const register = this.#register;
    const outcome = await send({ ...told, register, actor, source, marking: this.#marking });
    this.#isSending = false;
    if (outcome.kind === 'recorded') this.#discard();
    this.#tell(outcome);
  }

  async #stand(link: HTMLAnchorElement): Promise<void> {
    const { actor, source, onBehalfOf } = this.#common;
    const { stand: stance = '', issue = '', alternative } = link.dataset;
    const which = alternative === undefined ? {} : { alternative: Number(alternative) };
    const payload = { issue, stance, ...which, onBehalfOf };
    const register = this.#register;
    this.#say('sending');
    this.#tell(await send({ verb: 'stand-on-change', register, actor, source, payload }));
  }

  #tell(outcome: Outcome): void {
    this.#say(outcome.kind, outcome.kind === 'refused' ? outcome.reason : '');
  }

  #discard(): void {
    for (const name of ['words', 'reason']) {
      const field = this.#field(name);
      if (field) field.value = '';
    }
    this.#stretch = null;
    this.#show();
    this.#keep();
    this.#say('');
  }

  get #name(): string {
    return `concord:draft:${this.#register}`;
  }

  /** Kept beyond a lost line, a closed page and a browser that ends. */
  #keep(): void {
    const names = ['words', 'reason', 'actor', 'onBehalfOf', 'source', 'readers', 'to'];
    const fields = Object.fromEntries(names.map((name) => [name, this.#field(name)?.value ?? '']));
    const kept: Kept = { stretch: this.#stretch, fields: { ...fields, kind: this.#kind } };
    try {
      localStorage.setItem(this.#name, JSON.stringify(kept));
    } catch {
      // A browser that keeps nothing still has what is on the page.
    }
  }

  #restore(): void {
    const kept = this.#kept();
    if (!kept) return this.#show();
    this.#stretch = kept.stretch;
    for (const [name, value] of Object.entries(kept.fields)) {
      const field = this.#field(name);
      if (field && value !== '') field.value = value;
    }
    for (const radio of this.#form.querySelectorAll<HTMLInputElement>('[name="kind"]')) {
      radio.checked = radio.value === kept.fields['kind'];
    }
    this.#show();
    if (!this.#isBegun) return;
    this.#unfold();
    this.#say('restored');
  }

  #kept(): Kept | null {
    try {
      // What stands there is what this script has written.
      return JSON.parse(localStorage.getItem(this.#name) ?? 'null') as Kept | null;
    } catch {
      return null;
    }
  }
}

const panel = document.querySelector<HTMLElement>('[data-keep="drafting"]');
const form = panel?.querySelector('form');
if (panel && form) new Drafting(panel, form).begin();
