/**
 * `npm run bench`: measures what the product is held to, beside what the machine can do, and prints
 * one table. It says what is not met and ends with 0: whether that is a failure, a person decides.
 * `--full` records 300,000 acts too, whatever that takes; else only where it will not take long.
 * `--exchange` measures nothing but what nodes exchange, and the programs beside it; both with
 * `--acts N` of another number than 100,000. `--voting` measures a roll call and nothing else,
 * `--history` those of the past, `--text` a text under negotiation, `--search` the search.
 */
import { exchangeRows } from './exchange-rows.ts';
import { measureMachine, slower } from './machine.ts';
import { historyRows } from './history-rows.ts';
import { LEVEL_ACTS, type Size, rowsOf } from './levels.ts';
import { measureExchange, REPLICATED_ACTS } from './measure-exchange.ts';
import { measureImport } from './measure-import.ts';
import { measureLive } from './measure-live.ts';
import { measurePages } from './measure-page.ts';
import { measurePeers } from './measure-peers.ts';
import { measureTaxii } from './measure-taxii.ts';
import { measureVoting } from './measure-voting.ts';
import { measureSearch } from './measure-search.ts';
import { measureStarts } from './measure-start.ts';
import { measurePower } from './measure-power.ts';
import { measureTakes } from './measure-takes.ts';
import { measureText } from './measure-text.ts';
import { measureTextPage } from './measure-text-page.ts';
import { PART_ARGUMENT, actAsPart, inOwnProcess, whileServing } from './parts.ts';
import { type Rig, startRig } from './rigs.ts';
import { searchRows } from './search-rows.ts';
import { tableOf } from './table.ts';
import { textPageRows, textRows } from './text-rows.ts';
import { votingRows } from './voting-rows.ts';

const SIZES = [3000, LEVEL_ACTS];
const LARGEST = 300_000;
const LARGEST_SECONDS_MAX = 100;

function say(line: string): void {
  process.stderr.write(`bench: ${line}\n`);
}

function checkoutFolder(): string {
  return process.env['CONCORD_CHECKOUT'] ?? process.cwd();
}

/** One size, with what the machine could do around it: others may use it at the same time. */
async function measureOne(rig: Rig, acts: number): Promise<Size> {
  say(`recording ${acts} acts, then asking`);
  const connection = await rig.database(`measured_${acts}`);
  const checkout = checkoutFolder();
  const before = measureMachine();
  const result = await inOwnProcess('size', { checkout, folder: rig.folder, connection, acts });
  return { ...result, machine: slower(before, measureMachine()) };
}

async function measureSizes(rig: Rig, full: boolean): Promise<Map<number, Size>> {
  const sizes = new Map<number, Size>();
  for (const acts of SIZES) sizes.set(acts, await measureOne(rig, acts));
  const seconds = sizes.get(LEVEL_ACTS)?.recorded.seconds ?? Number.POSITIVE_INFINITY;
  const expected = (seconds * LARGEST) / LEVEL_ACTS;
  if (full || expected <= LARGEST_SECONDS_MAX) sizes.set(LARGEST, await measureOne(rig, LARGEST));
  else say(`${LARGEST} acts would take about ${Math.round(expected)} s: see --full`);
  return sizes;
}

function actsAsked(): number {
  const at = process.argv.indexOf('--acts');
  return at === -1 ? REPLICATED_ACTS : Number(process.argv[at + 1]);
}

/** What nodes exchange, and beside it what other programs do. */
async function measureExchanges(rig: Rig) {
  const acts = actsAsked();
  say(`exchanging ${acts} acts between nodes`);
  const exchanged = await measureExchange(rig, acts);
  say('the same by other programs');
  return { exchanged, peers: await measurePeers(checkoutFolder(), acts) };
}

async function benchExchange(): Promise<void> {
  const rig = await startRig();
  try {
    const { exchanged, peers } = await measureExchanges(rig);
    process.stdout.write(`${tableOf(exchangeRows(exchanged, peers))}\n`);
  } finally {
    await rig.stop();
  }
}

async function benchVoting(): Promise<void> {
  const rig = await startRig();
  try {
    say('voting');
    process.stdout.write(`${tableOf(votingRows(await measureVoting(rig)))}\n`);
  } finally {
    await rig.stop();
  }
}

async function benchText(): Promise<void> {
  const rig = await startRig();
  try {
    say('negotiating a text');
    const rows = [...textRows(measureText()), ...textPageRows(await measureTextPage(rig))];
    process.stdout.write(`${tableOf(rows)}\n`);
  } finally {
    await rig.stop();
  }
}

/** Roll calls of the past, recorded and asked about in a process of their own. */
async function measureHistory(rig: Rig) {
  say('recording roll calls of the past');
  const connection = await rig.database('measured_history');
  const checkout = checkoutFolder();
  const alone = await inOwnProcess('history', { checkout, folder: rig.folder, connection });
  say('importing them into a node');
  return { ...alone, imported: await measureImport(rig, checkout) };
}

async function benchHistory(): Promise<void> {
  const rig = await startRig();
  try {
    process.stdout.write(`${tableOf(historyRows(await measureHistory(rig)))}\n`);
  } finally {
    await rig.stop();
  }
}

async function benchSearch(): Promise<void> {
  const rig = await startRig();
  try {
    say('searching the world');
    process.stdout.write(`${tableOf(searchRows(await measureSearch(rig)))}\n`);
  } finally {
    await rig.stop();
  }
}

async function bench(full: boolean): Promise<void> {
  const machine = measureMachine();
  const rig = await startRig();
  try {
    const sizes = await measureSizes(rig, full);
    const levelled = sizes.get(LEVEL_ACTS);
    if (!levelled) throw new Error('the size of the levels was not measured');
    say('reading pages');
    const connection = rig.connection(`measured_${LEVEL_ACTS}`);
    const { folder } = rig;
    const [agreement = ''] = levelled.agreements;
    const { pages, live, taxii } = await whileServing(
      'serve',
      { folder, connection },
      async (address) => ({
        pages: await measurePages(address, levelled.agreements),
        live: await measureLive(address, { folder, connection, agreement }),
        taxii: await measureTaxii(address, { folder, connection }),
      }),
    );
    const { exchanged, peers } = await measureExchanges(rig);
    say('finding smallest sets');
    const takes = measureTakes();
    const text = { ...measureText(), page: await measureTextPage(rig) };
    const power = measurePower();
    say('starting nodes');
    const starts = await measureStarts(checkoutFolder());
    say('voting');
    const voting = await measureVoting(rig);
    const history = await measureHistory(rig);
    const rows = rowsOf({
      voting,
      text,
      history,
      machine,
      sizes,
      pages,
      live,
      taxii,
      starts,
      takes,
      power,
      exchanged,
      peers,
    });
    process.stdout.write(`${tableOf(rows)}\n`);
  } finally {
    await rig.stop();
  }
}

if (process.argv.includes(PART_ARGUMENT)) await actAsPart();
else if (process.argv.includes('--exchange')) await benchExchange();
else if (process.argv.includes('--voting')) await benchVoting();
else if (process.argv.includes('--history')) await benchHistory();
else if (process.argv.includes('--search')) await benchSearch();
else if (process.argv.includes('--text')) await benchText();
else await bench(process.argv.includes('--full'));
