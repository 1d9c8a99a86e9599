/** The rows of the exchange between nodes, and of the programs that do something like it. */
import type { Row } from './levels.ts';
import type { Machine } from './machine.ts';
import { PIPELINED_ACTS, SERIAL_ACTS } from './measure-append.ts';
import type { Exchanged } from './measure-exchange.ts';
import type { PeerMeasured, PeersMeasured } from './measure-peers.ts';
import type { Followed } from './measure-replicate.ts';

export const APPENDED_PER_SECOND_MIN = 18_000;
export const REPLICATED_PER_SECOND_MIN = 14_000;

const number = (value: number, digits = 0): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const rate = (perSecond: number): string => `${number(perSecond)} acts/s`;

/** In proportion to the signatures that one core could verify at the time. */
function ofVerify(perSecond: number, { verifiesPerSecond }: Machine): string {
  const times = number(perSecond / verifiesPerSecond, 2);
  return `${times}× of Ed25519 verified, ${number(verifiesPerSecond)} /s a core`;
}

function aloneRows({ verified }: Exchanged): Row[] {
  return [
    { what: 'acts read and verified alone, one core', measured: rate(verified.verifiesPerSecond) },
    { what: 'acts composed and signed alone, one core', measured: rate(verified.signsPerSecond) },
  ];
}

function appendRows({ appended }: Exchanged): Row[] {
  const { pipelinedPerSecond, serialPerSecond, machine, processorSeconds } = appended;
  const processor = `${number((processorSeconds / PIPELINED_ACTS) * 1e6)} µs of processor each`;
  return [
    {
      what: `append ${number(PIPELINED_ACTS)} pipelined, each signed, on disk, rows applied`,
      measured: `${rate(pipelinedPerSecond)}, ${processor}`,
      ratio: ofVerify(pipelinedPerSecond, machine),
      level: `≥ ${rate(APPENDED_PER_SECOND_MIN)}`,
      met: pipelinedPerSecond >= APPENDED_PER_SECOND_MIN,
    },
    {
      what: `append ${number(SERIAL_ACTS)} one after another, a commit each`,
      measured: rate(serialPerSecond),
      ratio: ofVerify(serialPerSecond, machine),
    },
  ];
}

function followedRow(what: string, followed: Followed): Row {
  const { acts, seconds, processorSeconds, machine } = followed;
  const perSecond = acts / seconds;
  const processor = `${number((processorSeconds / acts) * 1e6)} µs of processor each`;
  return {
    what: `${what}, verified, on disk, rows applied`,
    measured: `${number(seconds, 2)} s, ${rate(perSecond)}, ${processor}`,
    ratio: ofVerify(perSecond, machine),
    level: `≥ ${rate(REPLICATED_PER_SECOND_MIN)}`,
    met: perSecond >= REPLICATED_PER_SECOND_MIN,
  };
}

function replicateRows({ acts: count, overHttp, inProcess, filled }: Exchanged): Row[] {
  const acts = number(count);
  return [
    followedRow(`replicate ${acts} acts between two nodes, over HTTP`, overHttp),
    followedRow(`replicate ${acts} acts between two nodes, in one process`, inProcess),
    {
      what: 'handed in signed, verified, judged, admitted, on disk, rows applied',
      measured: rate(filled.receivedPerSecond),
    },
  ];
}

/** What each program does of what a node does; see the head of its file in `bench/peers`. */
const DOES = {
  'ssb-db2': 'signs each, verifies what comes; no fsync, no rows; exchange without a network',
  hypercore: 'signs a tree for each append, verifies the tree; no fsync, no rows; in one process',
  pouchdb: 'unsigned, in memory; in one process',
} as const;

const KINDS = [
  ['serialPerSecond', 'append serially'],
  ['pipelinedPerSecond', 'append pipelined'],
  ['appendedPerSecond', 'append'],
  ['replicatedPerSecond', 'replicate'],
] as const;

function peerRows(name: keyof PeersMeasured, measured: PeerMeasured): Row[] {
  if ('fault' in measured) return [{ what: name, measured: measured.fault }];
  const { told, machine } = measured;
  return KINDS.flatMap(([kind, what]) => {
    const perSecond = told[kind];
    if (perSecond === undefined) return [];
    const ratio = `${ofVerify(perSecond, machine)}; ${DOES[name]}`;
    return [{ what: `${name}: ${what}`, measured: `${number(perSecond)} /s`, ratio }];
  });
}

/** What nodes do with each other, and beside it what others do. */
export function exchangeRows(exchanged: Exchanged, peers: PeersMeasured): Row[] {
  return [
    ...aloneRows(exchanged),
    ...appendRows(exchanged),
    ...replicateRows(exchanged),
    ...peerRows('ssb-db2', peers['ssb-db2']),
    ...peerRows('hypercore', peers.hypercore),
    ...peerRows('pouchdb', peers.pouchdb),
  ];
}
