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
  const { list, status } = partsOf(input, id);
  input.role = 'combobox';
  input.ariaAutoComplete = 'list';
  input.ariaExpanded = 'false';
  input.setAttribute('aria-controls', id);
  let current = -1;

  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role=option]')];

  function choose(at: number): void {
    const all = options();
    current = all.length === 0 ? -1 : (at + all.length) % all.length;
    for (const [index, option] of all.entries()) option.ariaSelected = String(index === current);
    all[current]?.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', all[current]?.id ?? '');
  }

  function close(): void {
    list.hidden = true;
    input.ariaExpanded = 'false';
    input.removeAttribute('aria-activedescendant');
    current = -1;
  }

  function show(places: readonly Place[]): void {
    close();
    list.replaceChildren(...places.map((place, at) => optionOf(place, `${id}-${at}`)));
    list.hidden = places.length === 0;
    input.ariaExpanded = String(places.length > 0);
    const said = places.length === 0 ? words['none'] : words['count'];
    status.textContent = input.value === '' ? '' : (said ?? '').replace('#', `${places.length}`);
  }

  let waiting: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    const typed = input.value.trim();
    waiting = setTimeout(
      async () => {
        const places = await placesFor(typed);
        if (typed === input.value.trim()) show(places);
      },
      typed === '' ? 0 : PAUSE_MILLISECONDS,
    );
  });

  const moves = new Map([
    ['ArrowDown', () => current + 1],
    ['ArrowUp', () => (current < 0 ? -1 : current - 1)],
  ]);
  input.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    const move = moves.get(event.key);
    if (move) {
      event.preventDefault();
      choose(move());
    } else if (event.key === 'Enter' && (current >= 0 || input.form === null)) {
      event.preventDefault();
      options()[Math.max(0, current)]?.click();
    } else if (event.key === 'Escape' && input.form !== null) {
      event.preventDefault();
      close();
    }
  });
  // A place that is pressed is gone to before the list is away.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
  });
  // The list of a dialog goes with it.
  if (input.form !== null) input.addEventListener('blur', close);
}
