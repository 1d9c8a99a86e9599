/**
 * Voting by secret ballot: a paper is asked for in the delegation's name, and what is marked on it
 * is put into the box by a request that says nothing of who sends it. What joins the two stays in
 * this browser until the ballot is in the box, and then is forgotten.
 */
import {
  type Paper,
  type Place,
  forget,
  keep,
  makePaper,
  markPaper,
  papersHere,
  takePaper,
} from './ballot/paper.ts';
import { send } from './drafting/sending.ts';
import { own } from './own.ts';

interface Named {
  readonly actor: string;
  readonly name: string;
}
/** What stands on the ballot: choices, or candidates, of each group with seats of its own. */
interface Part {
  readonly title: string;
  readonly seats: number;
  readonly options: readonly Option[];
}
interface Option {
  readonly mark: string;
  readonly label: string;
}
interface Data extends Place {
  readonly session: string;
  readonly key: string;
  readonly phase: 'waiting' | 'open' | 'closed' | 'opened';
  readonly seats: number;
  readonly parts: readonly Part[];
  readonly mayTake: readonly Named[];
  readonly papers: readonly (Named & { blinded: string; signature: string | null })[];
  readonly words: Readonly<Record<string, string>>;
}

const LOOKS_MAX = 120;
const LOOK_MILLISECONDS = 500;
/** As the table of the box shows them. */
const SERIAL_CHARACTERS_SHOWN = 20;

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

function readData(): Data | null {
  const text = document.getElementById('ballot-data')?.textContent ?? '';
  // The page of the node wrote it in this very form.
  return text === '' ? null : (JSON.parse(text) as Data);
}

function element(name: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

class Voting {
  #data: Data;
  #marks = new Set<string>();
  #status = '';
  #isBusy = false;

  constructor(data: Data) {
    this.#data = data;
  }

  begin(): void {
    document.addEventListener('concord:refreshed', () => {
      this.#data = readData() ?? this.#data;
      this.#show();
    });
    this.#show();
    // A paper that was asked for before the page was closed may have been handed out since.
    for (const paper of papersHere(this.#data)) {
      if (!paper.isIn && paper.paper === undefined) void this.#fetch(paper);
    }
  }

  #word(key: string): string {
    return own(this.#data.words, key) ?? '';
  }

  #say(key: string, more = ''): void {
    this.#status = `${this.#word(key)} ${more}`.trim();
    this.#show();
  }

  #show(): void {
    const room = document.getElementById('ballot-room');
    if (!room) return;
    const focused = document.activeElement?.id ?? '';
    const own = papersHere(this.#data);
    const status = element('p', this.#status);
    status.setAttribute('role', 'status');
    room.replaceChildren(...own.flatMap((one) => this.#paper(one)), ...this.#toTake(own), status);
    room.hidden = false;
    if (focused !== '') document.getElementById(focused)?.focus();
  }

  #toTake(own: readonly Paper[]): HTMLElement[] {
    if (this.#data.phase !== 'open') return [];
    const free = this.#data.mayTake.filter(({ actor }) => !own.some((one) => one.actor === actor));
    return free.map(({ actor, name }) =>
      this.#button(`${this.#word('take')} · ${name}`, `take-${actor}`, () => this.#take(actor)),
    );
  }

  #button(label: string, id: string, does: () => Promise<void>): HTMLElement {
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', id, textContent: label, disabled: this.#isBusy });
    button.addEventListener('click', () => void this.#busy(does));
    const line = element('p');
    line.append(button);
    return line;
  }

  async #busy(does: () => Promise<void>): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#show();
    await does().catch(() => {
      this.#status = this.#word('unreached');
    });
    this.#isBusy = false;
    this.#show();
  }

  #paper(paper: Paper): HTMLElement[] {
    if (paper.isIn) return this.#receipt(paper);
    if (paper.paper === undefined) return [element('p', this.#word('taking'))];
    return this.#data.phase === 'open' ? this.#form(paper) : [element('p', this.#word('late'))];
  }

  /** What stands on the ballot, to be marked. */
  #form(paper: Paper): HTMLElement[] {
    const { parts, seats, words } = this.#data;
    const fields = document.createElement('fieldset');
    fields.append(element('legend', words['held'] ?? ''));
    const isOne = seats === 1;
    for (const part of parts) {
      if (part.title !== '') fields.append(element('h3', part.title));
      const isFull = !isOne && this.#markedIn(part) >= part.seats;
      for (const option of part.options) fields.append(this.#option({ ...option, isOne, isFull }));
    }
    for (const mark of isOne ? ['', '-'] : ['-']) {
      const label = words[mark === '-' ? 'spoil' : 'blank'] ?? '';
      fields.append(this.#option({ mark, label, isOne, isFull: false }));
    }
    return [
      fields,
      this.#button(this.#word('drop'), `drop-${paper.actor}`, () => this.#drop(paper)),
    ];
  }

  #markedIn({ options }: Part): number {
    return options.filter(({ mark }) => this.#marks.has(mark)).length;
  }

  /** Where as many are marked as may be, no more can be. */
  #option({ mark, label, isOne, isFull }: Option & Record<'isOne' | 'isFull', boolean>) {
    const input = document.createElement('input');
    const isChecked = this.#marks.has(mark);
    Object.assign(input, {
      type: isOne ? 'radio' : 'checkbox',
      name: 'mark',
      id: `mark-${mark}`,
      value: mark,
      checked: isChecked,
      disabled: isFull && !isChecked,
    });
    input.addEventListener('change', () => {
      if (isOne || mark === '-') this.#marks = new Set(input.checked ? [mark] : []);
      else if (input.checked) this.#marks.delete('-');
      if (input.checked) this.#marks.add(mark);
      else this.#marks.delete(mark);
      this.#show();
    });
    const row = element('label');
    row.append(input, ` ${label}`);
    const line = element('p');
    line.append(row);
    return line;
  }

  /** Where the ballot is in the box, whoever has the serial finds it there. */
  #receipt(paper: Paper): HTMLElement[] {
    const { serial } = paper;
    const shown = element('code', `${serial.slice(0, SERIAL_CHARACTERS_SHOWN)}…`);
    shown.title = serial;
    const line = element('p', `${this.#word('receipt')} `);
    const link = document.getElementById(`b-${serial}`) ? element('a') : element('span');
    if (link instanceof HTMLAnchorElement) link.href = `#b-${serial}`;
    link.append(shown);
    line.append(link);
    const isMissing = this.#data.phase === 'opened' && !(link instanceof HTMLAnchorElement);
    return [
      ...(isMissing ? [element('p', this.#word('missing'))] : []),
      line,
      element('p', this.#word('receiptNote')),
      this.#button(this.#word('forget'), `forget-${paper.actor}`, async () =>
        forget(this.#data, paper),
      ),
    ];
  }

  async #take(actor: string): Promise<void> {
    const { ballot, decision, key, register } = this.#data;
    const asked = await makePaper(this.#data, key, actor);
    // Kept before it is asked for: a member has one paper, and this browser alone can use it.
    keep(this.#data, asked);
    this.#say('taking');
    const payload = { decision, ballot, blinded: asked.blinded };
    const told = await send({ verb: 'take-ballot-paper', register, actor, source: '', payload });
    if (told.kind === 'refused') {
      forget(this.#data, asked);
      return this.#say('refused', told.reason);
    }
    await this.#fetch(asked);
  }

  /** Waits until the paper is handed out. */
  async #fetch(asked: Paper): Promise<void> {
    const { ballot, decision, key, session } = this.#data;
    const query = new URLSearchParams({ session, decision, ballot: `${ballot}` });
    for (let looks = 0; looks < LOOKS_MAX; looks++) {
      const answer = await fetch(`/api/meetings/ballot-box?${query}`).catch(() => null);
      // The question answers in the form that the page has as well.
      const { papers } = answer?.ok ? ((await answer.json()) as Pick<Data, 'papers'>) : this.#data;
      const signature = papers.find(({ blinded }) => blinded === asked.blinded)?.signature;
      if (signature) {
        const held = await takePaper(this.#data, key, { signature, asked });
        if (held) keep(this.#data, held);
        return this.#say(held ? '' : 'unsigned');
      }
      await wait(LOOK_MILLISECONDS);
    }
  }

  async #drop(held: Paper): Promise<void> {
    const { ballot, decision, seats, session } = this.#data;
    if (this.#marks.size === 0 && seats === 1) return this.#say('choose');
    const marks = [...this.#marks].filter((mark) => mark !== '');
    const body = JSON.stringify(await markPaper(this.#data, held, marks));
    const response = await fetch(`/api/ballots/${session}/${decision}/${ballot}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
      // Nothing says who sends it: no cookie, no page that it came from, nothing kept.
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    if (!response.ok) {
      // Refusals say their reason in this member.
      const { detail = '' } = (await response.json()) as { detail?: string };
      return this.#say('refused', detail);
    }
    keep(this.#data, { actor: held.actor, serial: held.serial, isIn: true });
    this.#marks = new Set();
    this.#say('dropped');
  }
}

const data = readData();
// Without a secure line a browser makes no keys: the page says what to do then.
if (data && typeof crypto.subtle !== 'undefined') {
  document.getElementById('ballot-without')?.setAttribute('hidden', '');
  new Voting(data).begin();
}
