/**
 * The keyboard: `/` to the search, Ctrl+K to a list of places, `g` and a letter to a section, `?`
 * to the list of these keys. Single keys can be turned off (WCAG 2.2, 2.1.4), and none of them is
 * heard where something is typed. The lists follow the combobox pattern of the ARIA practices.
 */
import { type Place, kindsOfActs, linksIn, matching, suggested } from './keys/places.ts';
import { combobox } from './keys/combobox.ts';
import { letterOf, isSingle, isHelp, isSlash, isTyped } from './keys/pressed.ts';

const OFF = 'concord-single-keys-off';
/** How long `g` waits for its letter. */
const PAUSE_MILLISECONDS = 1500;
/** Shorter words are in everything. */
const ASKED_FROM_CHARACTERS = 2;

const palette = document.querySelector<HTMLDialogElement>('#palette');
const search = document.querySelector<HTMLInputElement>('#site-search');

function isOff(): boolean {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    return false;
  }
}

function turn(off: boolean): void {
  try {
    if (off) localStorage.setItem(OFF, '1');
    else localStorage.removeItem(OFF);
  } catch {
    // Where nothing is kept, keys stay as they are.
  }
}

/** The button on the page of keys; without script there are no keys to turn off. */
function offerSwitch(page: ParentNode): void {
  const line = page.querySelector<HTMLElement>('[data-keys-switch]');
  const button = line?.querySelector('button');
  if (!line || !button) return;
  const show = (): void => {
    button.textContent = (isOff() ? line.dataset['on'] : line.dataset['off']) ?? '';
  };
  button.addEventListener('click', () => {
    turn(!isOff());
    show();
  });
  show();
  line.hidden = false;
}

const suggestAt = palette?.dataset['suggest'] ?? '';

/** What the node suggests for words; nothing while there are too few. */
const askNode = (words: string): Promise<readonly Place[]> =>
  words.length < ASKED_FROM_CHARACTERS ? Promise.resolve([]) : suggested(suggestAt, words);

let acts: Promise<readonly Place[]> | undefined;

/** Places of the site, acts of whoever is signed in, what the node suggests, and a search. */
async function placesFor(words: string): Promise<readonly Place[]> {
  acts ??= document.querySelector('.session') === null ? Promise.resolve([]) : kindsOfActs();
  const [known, found] = await Promise.all([acts, askNode(words)]);
  const here = linksIn(
    document,
    '.contents a, .view-links a, .site-menu nav a, .site-footer nav a',
  );
  const all = [...matching(here, words), ...(words === '' ? [] : matching(known, words)), ...found];
  const unlike = all.filter((one, at) => all.findIndex(({ href }) => href === one.href) === at);
  const label = palette?.dataset['search'] ?? '';
  const whole = { href: `/search?q=${encodeURIComponent(words)}`, title: words, kind: label };
  return words === '' ? unlike : [...unlike, whole];
}

function openPalette(): void {
  if (!palette || palette.open) return;
  palette.showModal();
  const input = palette.querySelector('input');
  input?.select();
  input?.dispatchEvent(new Event('input'));
}

/** The list of keys over the page, so that nothing that was begun on it is left. */
async function showHelp(href: string): Promise<void> {
  const response = await fetch(href);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const help = document.createElement('dialog');
  help.className = 'palette palette-help';
  help.setAttribute('aria-label', page.title);
  help.append(...(page.querySelector('#main')?.childNodes ?? []));
  const close = document.createElement('button');
  close.textContent = palette?.dataset['close'] ?? '×';
  close.addEventListener('click', () => {
    help.close();
  });
  help.append(close);
  help.addEventListener('close', () => {
    help.remove();
  });
  offerSwitch(help);
  document.body.append(help);
  help.showModal();
}

let wentAt = Number.NEGATIVE_INFINITY;

/** After `g`, the link of the letter; says whether the key was one of ours. */
function goBy(letter: string, now: number): boolean {
  const isAfterG = now - wentAt < PAUSE_MILLISECONDS;
  wentAt = Number.NEGATIVE_INFINITY;
  if (isAfterG) {
    const link = document.querySelector<HTMLAnchorElement>(`a[data-keys="g ${letter}"]`);
    link?.click();
    return link !== null;
  }
  if (letter === 'g') wentAt = now;
  return false;
}

function onSingle(event: KeyboardEvent): boolean {
  if (isHelp(event)) {
    void showHelp(palette?.dataset['help'] ?? '/');
    return true;
  }
  if (isSlash(event)) {
    search?.focus();
    search?.select();
    return search !== null;
  }
  return goBy(letterOf(event), event.timeStamp);
}

function opensPalette(event: KeyboardEvent): boolean {
  const held = event.ctrlKey || event.metaKey;
  return held && !event.altKey && letterOf(event) === 'k';
}

/** Whether single keys are heard there now. */
function isHeard(event: KeyboardEvent): boolean {
  const isOver = document.querySelector('dialog[open]') !== null;
  return isSingle(event) && !isTyped(event.target) && !isOver && !isOff();
}

document.addEventListener('keydown', (event) => {
  if (event.isComposing || event.defaultPrevented) return;
  if (opensPalette(event)) {
    event.preventDefault();
    openPalette();
  } else if (isHeard(event) && onSingle(event)) {
    event.preventDefault();
  }
});

const paletteInput = palette?.querySelector('input');
if (palette && paletteInput) {
  combobox(paletteInput, palette.dataset, placesFor);
  palette.addEventListener('click', (event) => {
    if (event.target === palette) palette.close();
  });
}
if (search && palette) combobox(search, palette.dataset, askNode);
offerSwitch(document);
