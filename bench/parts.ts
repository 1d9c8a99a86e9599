/** Parts of the bench that need a process of their own: this program, started again. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type BareJob, serveBytes } from './bare-server.ts';
import { type FillJob, type Filled, fillCustodian } from './exchange-world.ts';
import { type AppendJob, type Appended, append } from './measure-append.ts';
import { type HistoryJob, type HistoryMeasured, measureHistoryPart } from './measure-history.ts';
import { type FollowJob, type Followed, follow } from './measure-replicate.ts';
import { type ReadJob, type Reading, readPages } from './readers.ts';
import { type ServeJob, serve, serveNotes } from './serve.ts';
import { type SizeJob, type SizeResult, measureSize } from './size.ts';

/** Where something is served; of a new node, the link for its first administrator. */
interface Served {
  readonly address: string;
  readonly firstLink?: string | null;
}

/** What each part is given, and what it gives back. */
interface Parts {
  size: { job: SizeJob; result: SizeResult };
  read: { job: ReadJob; result: Reading };
  serve: { job: ServeJob; result: Served };
  history: { job: HistoryJob; result: HistoryMeasured };
  append: { job: AppendJob; result: Appended };
  fill: { job: FillJob; result: Filled };
  follow: { job: FollowJob; result: Followed };
  serveNotes: { job: ServeJob; result: Served };
  bare: { job: BareJob; result: Served };
}
export type PartName = keyof Parts;

type Message<Name extends PartName> = { name: Name; job: Parts[Name]['job'] };
type Answer<Name extends PartName> = { result: Parts[Name]['result'] } | { fault: string };

/** Parts that go on until their parent lets go of them. */
const SERVERS = { serve, serveNotes, bare: serveBytes };
type ServerName = keyof typeof SERVERS;

/** A server that stops when its parent disconnects. */
function staying<Job>(start: (job: Job) => Promise<Served & { stop(): Promise<void> }>) {
  return async (job: Job): Promise<Served> => {
    const started = await start(job);
    process.once('disconnect', () => void started.stop());
    const { address, firstLink = null } = started;
    return { address, firstLink };
  };
}

const PARTS: { [Name in PartName]: (job: Parts[Name]['job']) => Promise<Parts[Name]['result']> } = {
  size: measureSize,
  read: readPages,
  history: measureHistoryPart,
  append,
  fill: fillCustodian,
  follow,
  serve: staying(serve),
  serveNotes: staying(serveNotes),
  bare: staying(serveBytes),
};

async function answer<Name extends PartName>(message: Message<Name>): Promise<Answer<Name>> {
  try {
    return { result: await PARTS[message.name](message.job) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Does what the parent asks for; a server goes on until the parent disconnects. */
export async function actAsPart(): Promise<void> {
  // Only `begin` sends to this process.
  const [message] = (await once(process, 'message')) as [Message<PartName>];
  process.send?.(await answer(message));
  if (!(message.name in SERVERS)) process.disconnect();
}

/** The name of the part that this process is to be, as its parent set it. */
export const PART_ARGUMENT = '--part';

async function begin<Name extends PartName>(
  name: Name,
  job: Parts[Name]['job'],
): Promise<{ child: ChildProcess; result: Parts[Name]['result'] }> {
  const [, program = ''] = process.argv;
  const child = fork(program, [PART_ARGUMENT], { execArgv: process.execArgv });
  const ended = once(child, 'exit').then(() => ({ fault: `the process for ${name} ended` }));
  child.send({ name, job });
  // Only `actAsPart` sends from there.
  const told = once(child, 'message').then(([first]) => first as Answer<Name>);
  const said = await Promise.race([told, ended]);
  if ('fault' in said) throw new Error(said.fault);
  return { child, result: said.result };
}

/** Has a part done in a process of its own. */
export async function inOwnProcess<Name extends PartName>(
  name: Name,
  job: Parts[Name]['job'],
): Promise<Parts[Name]['result']> {
  const { child, result } = await begin(name, job);
  if (child.exitCode === null) await once(child, 'exit');
  return result;
}

/** Serves while the work is done. */
export async function whileServing<Name extends ServerName, Result>(
  name: Name,
  job: Parts[Name]['job'],
  work: (address: string, firstLink: string, pid: number) => Promise<Result>,
): Promise<Result> {
  const { child, result } = await begin(name, job);
  try {
    return await work(result.address, result.firstLink ?? '', child.pid ?? 0);
  } finally {
    child.disconnect();
    if (child.exitCode === null) await once(child, 'exit');
  }
}
