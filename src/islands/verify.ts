/**
 * The page that verifies the proof of an act, on the reader's own computer: from a node, or from a
 * disk without any network. It says each step in the reader's language, and sends nothing.
 */
import { own } from './own.ts';
import type { Bytes } from './proof/bytes.ts';
import { type Members, list, members, text } from './proof/canonical.ts';
import { type Report, verifyProof } from './proof/verify-proof.ts';

type Texts = Readonly<Record<string, string>>;

/** Larger ones are no proofs of one act. */
const FILE_BYTES_MAX = 16 * 1024 * 1024;
/** The one language of the six that is written from the right. */
const FROM_THE_RIGHT = 'ar';

const written = document.getElementById('texts')?.textContent ?? '{}';
// The page holds its texts by language and key; the server's own test sees to it.
const languages = JSON.parse(written) as Readonly<Record<string, Texts>>;
const main = document.getElementById('result');
const field = document.querySelector<HTMLInputElement>('input[type="file"]');
const choice = document.querySelector<HTMLSelectElement>('select');
let shown: Report | 'unable' | null = null;

const say = (key: string): string =>
  own(own(languages, document.documentElement.lang) ?? {}, key) ?? key;

type Child = Node | string;

function make(tag: string, name: string, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(tag);
  if (name !== '') element.className = name;
  element.append(...children);
  return element;
}

/** Names and numbers are the same in every language, and read from the left. */
function code(value: string): HTMLElement {
  const element = make('code', '', value);
  element.dir = 'ltr';
  element.translate = false;
  return element;
}

function facts(rows: readonly (readonly [string, string])[]): HTMLElement {
  const told = rows.filter(([, value]) => value !== '');
  const entries = told.flatMap(([key, value]) => [
    make('dt', '', say(key)),
    make('dd', '', code(value)),
  ]);
  return make('dl', 'facts', ...entries);
}

const instant = (seconds: number): string => new Date(seconds * 1000).toISOString();

function factsOf({ act, file, log, cosigners }: Report): HTMLElement {
  const header: Members = act?.header ?? {};
  const genesis = members(file['genesis']);
  const witnesses = members(file['witnesses']);
  const asked = `${cosigners.length}/${list(witnesses['keys']).length}`;
  const names = cosigners.map(({ name, atSeconds }) => `${name} ${instant(atSeconds)}`);
  return facts([
    ['host.record.type', act?.type ?? ''],
    ['host.record.actor', text(header['actor'])],
    ['host.record.author', text(header['author'])],
    ['host.record.register', text(file['register'])],
    ['host.record.issued', text(header['issuedAt'])],
    ['host.record.effective', text(header['effectiveOn'])],
    ['host.record.id', act?.id ?? ''],
    ['host.verify.exported', text(file['exportedAt'])],
    ['host.verify.log', log?.origin ?? ''],
    ['host.verify.leaf', log ? `${log.index} / ${log.size}` : ''],
    ['host.verify.cosigned', [asked, ...names].join('\n')],
    ['host.verify.genesis', `${text(genesis['key'])} ${text(genesis['actor'])}`],
  ]);
}

function contentOf({ act }: Report): Child[] {
  if (!act) return [];
  const content = make('pre', '', JSON.stringify(act.payload, null, 2));
  content.tabIndex = 0;
  content.dir = 'ltr';
  const withheld = act.withheld > 0 ? [make('p', '', say('host.record.withheld'))] : [];
  return [make('h2', '', say('host.record.payload')), content, ...withheld];
}

/** Where nobody is asked to cosign, that nobody failed to says nothing. */
function isEmpty({ file }: Report, { step, faults }: Report['steps'][number]): boolean {
  return step === 'witnesses' && faults.length === 0 && members(file['witnesses'])['quorum'] === 0;
}

function stepOf(report: Report, told: Report['steps'][number]): HTMLElement {
  const { step, faults } = told;
  const reasons = faults.map((fault) => make('p', 'why', say(`host.verify.fault.${fault}`)));
  if (isEmpty(report, told)) {
    return make('li', 'check-empty', make('span', 'mark', '–'), say('host.verify.no-witness'));
  }
  const isHeld = faults.length === 0;
  const mark = make('span', 'mark', isHeld ? '✓' : '✗');
  const words = make('div', '', say(`host.verify.step.${step}`), ...reasons);
  return make('li', isHeld ? 'check-holds' : 'check-fails', mark, words);
}

function limits(): Child[] {
  const all = ['genesis', 'later', 'witnesses'].map((one) =>
    make('li', '', say(`host.verify.limit.${one}`)),
  );
  return [make('h2', '', say('host.verify.limits')), make('ul', '', ...all)];
}

function bodyOf(report: Report): Child[] {
  const said = say(report.verified ? 'host.verify.verified' : 'host.verify.failed');
  const verdict = make('p', report.verified ? 'verdict good' : 'verdict bad', said);
  const isRead = report.steps.length > 1;
  return [
    verdict,
    make('h2', '', say('host.verify.steps')),
    make('ol', 'steps-held', ...report.steps.map((told) => stepOf(report, told))),
    ...(isRead ? [make('h2', '', say('host.verify.facts')), factsOf(report)] : []),
    ...contentOf(report),
    ...limits(),
  ];
}

function show(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = say(element.dataset['text'] ?? '');
  }
  document.title = say('host.verify.title');
  if (shown === null) return main?.replaceChildren();
  const body =
    shown === 'unable' ? [make('p', 'verdict bad', say('host.verify.unable'))] : bodyOf(shown);
  main?.replaceChildren(...body);
}

function speak(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = language === FROM_THE_RIGHT ? 'rtl' : 'ltr';
  show();
}

async function read(file: File): Promise<void> {
  const bytes: Bytes = new Uint8Array(await file.slice(0, FILE_BYTES_MAX + 1).arrayBuffer());
  const isTooLarge = bytes.byteLength > FILE_BYTES_MAX;
  // What WebCrypto does not know it throws at; nothing that a file holds makes it throw.
  shown = await verifyProof(isTooLarge ? new Uint8Array() : bytes).catch(() => 'unable' as const);
  show();
}

field?.addEventListener('change', () => {
  const [file] = field.files ?? [];
  if (file) void read(file);
});
choice?.addEventListener('change', () => speak(choice.value));
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer?.files ?? [];
  if (file) void read(file);
});
// From a disk there is nothing to save: it is saved.
if (location.protocol === 'file:') document.getElementById('save')?.remove();
