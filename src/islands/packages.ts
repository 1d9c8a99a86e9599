/**
 * The package builder: what the reader types stays in this browser, in its own storage, and goes to
 * no node. It is served with a page that holds no form, so that nothing can be sent by oversight.
 */
import { own } from './own.ts';
import { type Found, type Issue, bestPackages } from './packages/best-packages.ts';

interface Data {
  readonly holder: string;
  readonly issues: readonly (Omit<Issue, 'worth'> & { readonly title: string })[];
  readonly names: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<'none' | 'worth' | 'balance' | 'unproven', string>>;
}

function readData(): Data | null {
  const text = document.getElementById('packages-data')?.textContent ?? '';
  // The page of the node wrote it in this very form.
  return text === '' ? null : (JSON.parse(text) as Data);
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** Signed, so that a gain is told from a loss without a colour. */
const signed = (value: number): string => (value > 0 ? `+${value}` : `${value}`);

function show(list: HTMLElement, data: Data, { packages, isProven }: Found): void {
  const titles = new Map(data.issues.map(({ key, title }) => [key, title]));
  const items = packages.map(({ issues, worth, balance }) => {
    const item = document.createElement('li');
    item.append(element('b', issues.map((key) => titles.get(key) ?? key).join(' + ')));
    item.append(element('p', `${data.words.worth}: ${worth}`));
    const others = Object.entries(balance).map(
      ([actor, gain]) => `${own(data.names, actor) ?? actor} ${signed(gain)}`,
    );
    if (others.length > 0)
      item.append(element('p', `${data.words.balance}: ${others.join(' · ')}`));
    return item;
  });
  if (items.length === 0) items.push(document.createElement('li'));
  if (packages.length === 0) items[0]?.append(data.words.none);
  if (!isProven) items.push(element('li', data.words.unproven) as HTMLLIElement);
  list.replaceChildren(...items);
}

/** What was kept may be of another time, or broken: only numbers are taken of it. */
function keptAt(store: string): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(store) ?? '{}');
    return typeof kept === 'object' && kept !== null
      ? Object.fromEntries(Object.entries(kept))
      : {};
  } catch {
    return {};
  }
}

function begin(data: Data, room: HTMLElement, list: HTMLElement): void {
  const store = `concord.packages.${data.holder}`;
  const fields = [...room.querySelectorAll<HTMLInputElement>('input[data-issue]')];
  const kept = keptAt(store);
  for (const field of fields) {
    const worth = own(kept, field.dataset['issue'] ?? '');
    if (typeof worth === 'number') field.value = `${worth}`;
  }
  const worthOf = (key: string): number =>
    Number(fields.find((field) => field.dataset['issue'] === key)?.value ?? 0) || 0;
  const reckon = (): void => {
    const issues = data.issues.map((issue) => ({ ...issue, worth: worthOf(issue.key) }));
    show(list, data, bestPackages(issues));
  };
  room.addEventListener('input', () => {
    const worths = data.issues.map(({ key }) => [key, worthOf(key)] as const);
    localStorage.setItem(store, JSON.stringify(Object.fromEntries(worths)));
    reckon();
  });
  room.hidden = false;
  reckon();
}

const data = readData();
const room = document.getElementById('packages');
const list = document.getElementById('packages-best');
if (data && room && list) begin(data, room, list);
