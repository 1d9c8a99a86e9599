/** A field with a list below it: ARIA Authoring Practices, combobox with list autocomplete. */
import type { Place } from './places.ts';

const PAUSE_MILLISECONDS = 120;

/** Words of the list, in the language of the page. */
interface Words {
  /** `#` stands for the number. */
  readonly [word: string]: string | undefined;
}

let lists = 0;

function optionOf(place: Place, id: string): HTMLLIElement {
  const option = document.createElement('li');
  option.id = id;
  option.role = 'option';
  option.ariaSelected = 'false';
  const title = document.createElement('span');
  title.textContent = place.title;
  option.append(title);
  // Options may hold no links.
  option.addEventListener('click', () => {
    location.assign(place.href);
  });
  if (place.kind !== undefined) {
    const kind = document.createElement('small');
    kind.textContent = place.kind;
    option.append(' ', kind);
  }
  return option;
}

/** The list and what is told to ears; those of the page, or made below the field. */
function partsOf(input: HTMLInputElement, id: string) {
  const list = document.createElement('ul');
  list.id = id;
  list.className = 'palette-list';
  list.role = 'listbox';
  list.ariaLabel = input.ariaLabel ?? input.placeholder;
  list.hidden = true;
  const status = document.createElement('p');
  status.className = 'hidden-visually';
  status.role = 'status';
  input.closest('form, dialog')?.append(list, status);
  return { list, status };
}

/** The list below a field: shown, moved through, closed, and told of to ears. */
class PlaceList {
  private current = -1;
  private readonly list: HTMLUListElement;
  private readonly status: HTMLElement;

  constructor(
    private readonly input: HTMLInputElement,
    private readonly id: string,
    private readonly words: Words,
  ) {
    ({ list: this.list, status: this.status } = partsOf(input, id));
    // A place that is pressed is gone to before the list is away.
    this.list.addEventListener('pointerdown', (event) => {
      event.preventDefault();
    });
    this.close();
  }

  get isOpen(): boolean {
    return !this.list.hidden;
  }

  private get options(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('[role=option]')];
  }

  close(): void {
    this.list.hidden = true;
    this.input.ariaExpanded = 'false';
    this.input.removeAttribute('aria-activedescendant');
    this.current = -1;
  }

  show(places: readonly Place[]): void {
    this.close();
    this.list.replaceChildren(...places.map((place, at) => optionOf(place, `${this.id}-${at}`)));
    this.list.hidden = places.length === 0;
    this.input.ariaExpanded = String(places.length > 0);
    const said = (places.length === 0 ? this.words['none'] : this.words['count']) ?? '';
    this.status.textContent = this.input.value === '' ? '' : said.replace('#', `${places.length}`);
  }

  /** One further or one back; from before the first, back is the last. */
  move(by: 1 | -1): void {
    const all = this.options;
    const from = this.current < 0 && by < 0 ? 0 : this.current;
    this.current = all.length === 0 ? -1 : (from + by + all.length) % all.length;
    for (const [at, option] of all.entries()) option.ariaSelected = String(at === this.current);
    all[this.current]?.scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', all[this.current]?.id ?? '');
  }

  /** Goes to the chosen one; of a list that stands for nothing else, to the first. */
  take(): boolean {
    const at = this.input.form === null ? Math.max(0, this.current) : this.current;
    const option = this.options[at];
    option?.click();
    return option !== undefined;
  }
}

function onKey(list: PlaceList, input: HTMLInputElement, event: KeyboardEvent): boolean {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    list.move(event.key === 'ArrowDown' ? 1 : -1);
    return true;
  }
  if (event.key === 'Enter') return list.take();
  // A dialog closes by itself.
  if (event.key !== 'Escape' || input.form === null) return false;
  list.close();
  return true;
}

/**
 * Makes a field suggest places while one types.
 * @param words what is said of how many there are: `count` and `none`
 */
export function combobox(
  input: HTMLInputElement,
  words: Words,
  placesFor: (typed: string) => Promise<readonly Place[]>,
): void {
  lists += 1;
  const id = `places-${lists}`;
  const list = new PlaceList(input, id, words);
  input.role = 'combobox';
  input.ariaAutoComplete = 'list';
  input.setAttribute('aria-controls', id);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    const typed = input.value.trim();
    const suggest = async (): Promise<void> => {
      const places = await placesFor(typed);
      // Whoever has gone on meanwhile is not held up by a list over the page.
      const isThere = document.activeElement === input;
      if (isThere && typed === input.value.trim()) list.show(places);
    };
    waiting = setTimeout(() => void suggest(), typed === '' ? 0 : PAUSE_MILLISECONDS);
  });
  input.addEventListener('keydown', (event) => {
    if (!list.isOpen || event.isComposing) return;
    if (onKey(list, input, event)) event.preventDefault();
  });
  // The list of a dialog goes with it.
  if (input.form !== null) {
    input.addEventListener('blur', () => {
      list.close();
    });
  }
}
