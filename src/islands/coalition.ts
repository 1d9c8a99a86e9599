/**
 * Members of a body, moved between for, against and neither by a tap or by dragging: the outcome
 * and each condition move at once, computed here from the rule that the page holds. The form below
 * is kept in step, so that what it computes is of the same coalition.
 */
import { type Board, type Choice, type Stand, outcomeOf, standOf } from './coalition/reckon.ts';
import { own } from './own.ts';

interface Words {
  readonly outcomes: Readonly<Record<string, string>>;
  readonly met: string;
  readonly open: string;
  readonly needed: string;
  readonly locale: string;
}

const COLUMNS = ['open', 'yes', 'no'] as const;
type Column = (typeof COLUMNS)[number];
const PER_PERCENT = 100;
const BEYOND = 1.15;

const isColumn = (name: string | undefined): name is Column =>
  COLUMNS.some((column) => column === name);

class Play {
  readonly #root: HTMLElement;
  readonly #board: Board;
  readonly #words: Words;
  readonly #players: readonly string[];
  #dragged: HTMLElement | null = null;

  constructor(root: HTMLElement, board: Board & { players: readonly string[] }, words: Words) {
    this.#root = root;
    this.#board = board;
    this.#words = words;
    this.#players = board.players;
  }

  #all(selector: string): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>(selector)];
  }

  #columnOf(item: Element): Column {
    const name = item.closest<HTMLElement>('[data-column]')?.dataset['column'];
    return isColumn(name) ? name : 'open';
  }

  #move(item: HTMLElement, to: Column): void {
    this.#root.querySelector(`[data-column="${to}"] ul`)?.append(item);
    item.querySelector('button')?.focus();
    this.#show();
  }

  #liven(item: HTMLElement): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.draggable = true;
    button.append(...item.childNodes);
    item.replaceChildren(button);
    button.addEventListener('click', () => {
      const next = (COLUMNS.indexOf(this.#columnOf(item)) + 1) % COLUMNS.length;
      this.#move(item, COLUMNS[next] ?? 'open');
    });
    button.addEventListener('dragstart', (event) => {
      this.#dragged = item;
      event.dataTransfer?.setData('text/plain', item.dataset['member'] ?? '');
    });
  }

  #receive(column: HTMLElement): void {
    const name = column.dataset['column'];
    const mark = (isOver: boolean): void => void column.classList.toggle('board-over', isOver);
    column.addEventListener('dragover', (event) => {
      if (!this.#dragged) return;
      event.preventDefault();
      mark(true);
    });
    column.addEventListener('dragleave', () => mark(false));
    column.addEventListener('drop', (event) => {
      event.preventDefault();
      mark(false);
      if (this.#dragged && isColumn(name)) this.#move(this.#dragged, name);
      this.#dragged = null;
    });
  }

  #choices(): Choice[] {
    const chosen = new Map<string, Choice>();
    for (const item of this.#all('[data-member]')) {
      const column = this.#columnOf(item);
      chosen.set(item.dataset['member'] ?? '', column === 'open' ? 'abstain' : column);
    }
    return this.#players.map((player) => chosen.get(player) ?? 'abstain');
  }

  #number({ unit }: Stand, value: bigint): string {
    const { locale } = this.#words;
    if (unit === 'count') return value.toLocaleString(locale);
    const share = Number(value) / PER_PERCENT / 100;
    const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
    return share.toLocaleString(locale, { style: 'percent', ...digits });
  }

  #meter(item: Element, stand: Stand): void {
    const { met, open, needed } = this.#words;
    const [have, need] = [Number(stand.have), Number(stand.need)];
    const whole = stand.unit === 'percent' ? PER_PERCENT * 100 : Math.max(have, need, 1) * BEYOND;
    const at = (value: number): string => `${Math.min(100, (100 * value) / whole)}%`;
    const write = (name: string, text: string): void => {
      const place = item.querySelector(`[data-${name}]`);
      if (place) place.textContent = text;
    };
    write('have', this.#number(stand, stand.have));
    write('need', needed.replace('#', this.#number(stand, stand.need)));
    write('met', stand.isMet ? met : open);
    const word = item.querySelector('[data-met]');
    const isGood = stand.isMet !== item.hasAttribute('data-prevents');
    word?.classList.toggle('board-met', isGood);
    word?.classList.toggle('board-open', !isGood);
    item.querySelector('[data-fill]')?.setAttribute('width', at(have));
    const line = item.querySelector('[data-line]');
    for (const end of ['x1', 'x2']) line?.setAttribute(end, at(need));
  }

  #keepForm(): void {
    for (const item of this.#all('[data-member]')) {
      const [column, value] = [this.#columnOf(item), item.dataset['member'] ?? ''];
      for (const [name, own] of [['for', 'yes'] as const, ['against', 'no'] as const]) {
        const box = document.querySelector<HTMLInputElement>(
          `input[name="${name}"][value="${value}"]`,
        );
        if (box) box.checked = column === own;
      }
    }
  }

  #show(): void {
    const choices = this.#choices();
    const stands = this.#board.leaves.map((leaf) => standOf(leaf, choices));
    for (const [at, stand] of stands.entries()) {
      const item = this.#root.querySelector(`[data-leaf="${at}"]`);
      if (item) this.#meter(item, stand);
    }
    for (const column of this.#all('[data-column]')) {
      const count = column.querySelector('[data-count]');
      const number = column.querySelectorAll('[data-member]').length;
      if (count) count.textContent = number.toLocaleString(this.#words.locale);
    }
    const outcome = outcomeOf(this.#board, stands);
    const said = this.#root.querySelector<HTMLElement>('[data-outcome]');
    if (said) {
      said.dataset['outcome'] = outcome;
      said.textContent = own(this.#words.outcomes, outcome) ?? outcome;
    }
    this.#keepForm();
  }

  begin(): void {
    this.#root.querySelector('.board-hint')?.removeAttribute('hidden');
    for (const item of this.#all('[data-member]')) this.#liven(item);
    for (const column of this.#all('[data-column]')) this.#receive(column);
    document.addEventListener('change', (event) => {
      const box = event.target;
      if (!(box instanceof HTMLInputElement) || !['for', 'against'].includes(box.name)) return;
      const item = this.#all('[data-member]').find((one) => one.dataset['member'] === box.value);
      const column = box.checked ? (box.name === 'for' ? 'yes' : 'no') : 'open';
      if (!item) return;
      this.#root.querySelector(`[data-column="${column}"] ul`)?.append(item);
      this.#show();
    });
  }
}

for (const root of document.querySelectorAll<HTMLElement>('.coalition-board')) {
  // The page holds the rule in the shape that its question promises.
  const { words, board } = JSON.parse(root.dataset['rule'] ?? '') as {
    words: Words;
    board: Board & { players: readonly string[] };
  };
  new Play(root, board, words).begin();
}
