/**
 * Keeps an open page as the record stands: when the node says that something the page rests on was
 * admitted, the page is fetched again and its content put in place of the old. Without script the
 * page stays as it was read. A reader who is filling in a form is told, and keeps what was typed.
 */

/** Several admissions of one moment are one change to the reader. */
const PAUSE_MILLISECONDS = 150;

/** Whether a choice among options is another than the page came with; one being made counts. */
function isChosen(field: HTMLSelectElement): boolean {
  const options = [...field.options];
  const came =
    options.find((option) => option.defaultSelected) ?? options.find(({ disabled }) => !disabled);
  return field === document.activeElement || field.selectedOptions[0] !== came;
}

function isChanged(field: Element): boolean {
  if (field instanceof HTMLSelectElement) return isChosen(field);
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (!(field instanceof HTMLInputElement)) return false;
  return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
}

function isBusy(main: Element): boolean {
  const fields = [...main.querySelectorAll('input, textarea, select')];
  return fields.some((field) => isChanged(field) && field.closest('[data-keep]') === null);
}

/** What was unfolded stays so: by the order in which the page has its parts. */
function keepUnfolded(from: Element, to: Element): void {
  const before = [...from.querySelectorAll('details')];
  for (const [at, part] of [...to.querySelectorAll('details')].entries()) {
    part.open = before[at]?.open ?? part.open;
  }
}

/** Style sheets of what was not on the page before. */
function addSheets(next: Document): void {
  for (const sheet of next.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    const href = sheet.getAttribute('href') ?? '';
    if (!document.querySelector(`link[href="${href}"]`)) document.head.append(sheet);
  }
}

/** What a script works in, `data-keep`, stays as it is, where the new page has its place too. */
function keepWorkedOn(from: Element, to: Element): void {
  for (const kept of from.querySelectorAll<HTMLElement>('[data-keep]')) {
    to.querySelector(`[data-keep="${kept.dataset['keep'] ?? ''}"]`)?.replaceWith(kept);
  }
}

function say(text: string): void {
  const status = document.getElementById('live-status');
  if (status) status.textContent = text;
}

async function refresh(main: HTMLElement): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!response.ok) return;
  const next = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fresh = next.getElementById('main');
  if (!fresh) return;
  if (isBusy(main)) return say(main.dataset['liveWaiting'] ?? '');
  addSheets(next);
  keepUnfolded(main, fresh);
  keepWorkedOn(main, fresh);
  main.replaceChildren(...fresh.childNodes);
  main.dispatchEvent(new CustomEvent('concord:refreshed', { bubbles: true }));
  say(main.dataset['liveChanged'] ?? '');
}

/** Listens while the page is seen: a browser keeps few lines open to one node. */
function follow(main: HTMLElement, address: string): void {
  let source: EventSource | null = null;
  let last = '';
  let waiting = 0;
  const moved = (event: MessageEvent<string>): void => {
    last = event.lastEventId;
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void refresh(main), PAUSE_MILLISECONDS);
  };
  const listen = (): void => {
    const url = new URL(address, location.href);
    if (last !== '') url.searchParams.set('since', last);
    source = new EventSource(url);
    source.addEventListener('moved', moved);
  };
  const change = (): void => {
    if (document.hidden) {
      source?.close();
      source = null;
    } else if (!source) listen();
  };
  document.addEventListener('visibilitychange', change);
  change();
}

const main = document.getElementById('main');
const address = main?.dataset['live'];
if (main && address !== undefined) follow(main, address);
