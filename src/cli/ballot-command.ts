/** `concord ballot …`: voting by secret ballot without a browser, and checking what came of it. */
import { setTimeout } from 'node:timers/promises';
import { Command } from 'commander';
import { z } from 'zod';
import { checkBallots } from '../kernel/check-ballots.ts';
import { RecordFile } from '../kernel/record-file.ts';
import { SPOILT, askForPaper, markPaper, takePaper } from '../kernel/secret-ballot.ts';
import { Failed, type NodeClient, Refused } from './node-client.ts';
import type { Terminal } from './program.ts';

const BallotBox = z.object({
  register: z.string(),
  ballot: z.int(),
  key: z.string().nullable(),
  papers: z.array(z.object({ blinded: z.string(), signature: z.string().nullable() })),
});
type BallotBox = z.output<typeof BallotBox>;

/** A paper as it is kept in a file until it is used: whoever has it can use it. */
const Paper = z.strictObject({
  session: z.string(),
  register: z.string(),
  decision: z.string(),
  ballot: z.int(),
  key: z.string(),
  asked: z.strictObject({
    serial: z.string(),
    key: z.string(),
    blinded: z.string(),
    inverse: z.string(),
  }),
});
type Paper = z.output<typeof Paper>;

const LOOKS_MAX = 60;
const LOOK_MILLISECONDS = 500;

async function boxOf(
  client: NodeClient,
  { session, decision, ballot }: { session: string; decision: string; ballot?: number },
): Promise<BallotBox> {
  const query = new URLSearchParams({ session, decision });
  if (ballot !== undefined) query.set('ballot', String(ballot));
  const text = await client.get(`/api/meetings/ballot-box?${query.toString()}`);
  return BallotBox.parse(JSON.parse(text));
}

function takeCommand(client: NodeClient, terminal: Terminal): Command {
  const command = new Command('take')
    .description('Take a ballot paper in a member’s name, and keep it in a file')
    .argument('<session>')
    .argument('<decision>')
    .requiredOption('--actor <actor>', 'the member that votes')
    .requiredOption('--paper <file>', 'where to keep the paper; whoever has the file can use it');
  return command.action(async (session: string, decision: string) => {
    const { actor, paper: file } = command.opts<{ actor: string; paper: string }>();
    const { ballot, key, register } = await boxOf(client, { session, decision });
    if (key === null) throw new Failed('No papers of this ballot were prepared yet.');
    const asked = askForPaper({ register, decision, ballot }, key);
    const paper: Paper = { session, register, decision, ballot, key, asked };
    // Kept before it is asked for: a member has one, and without the file nobody can use it.
    await terminal.save(file, `${JSON.stringify(paper)}\n`, 'secret');
    const payload = { decision, ballot, blinded: asked.blinded };
    const act = { type: 'meetings.take-ballot-paper', register, actor, payload };
    await client.post('/api/acts', JSON.stringify(act));
    terminal.complain(`${file} is the paper. Use it: concord ballot cast ${file} --mark …`);
  });
}

async function handedTo(client: NodeClient, paper: Paper): Promise<string> {
  for (let looks = 0; looks < LOOKS_MAX; looks++) {
    const { papers } = await boxOf(client, paper);
    const own = papers.find(({ blinded }) => blinded === paper.asked.blinded);
    if (own?.signature) return own.signature;
    await setTimeout(LOOK_MILLISECONDS);
  }
  throw new Failed('The paper was not handed out. Try again later; the file stays good.');
}

/** What is marked; nothing at all has to be said in so many words. */
function marksIn(given: { mark: readonly string[]; blank?: true; spoil?: true }): string[] {
  const { mark, blank, spoil } = given;
  const ways = [mark.length > 0, blank === true, spoil === true].filter(Boolean).length;
  if (ways !== 1) throw new Failed('Say what is marked: --mark once or more, --blank, or --spoil.');
  return spoil === true ? [SPOILT] : [...mark];
}

function castCommand({ client, unnamed }: Clients, terminal: Terminal): Command {
  const command = new Command('cast')
    .description('Mark a paper and put it into the box, by a request that says not whose it is')
    .argument('<paper>', 'the file that holds it')
    .option('--mark <mark...>', 'yes, no or abstain; in an election, candidates', [])
    .option('--blank', 'leave it blank')
    .option('--spoil', 'spoil it');
  return command.action(async (file: string) => {
    const marks = marksIn(command.opts<{ mark: string[]; blank?: true; spoil?: true }>());
    const read = Paper.safeParse(JSON.parse(await terminal.read(file)));
    if (!read.success) throw new Failed(`${file} holds no ballot paper.`);
    const { asked, ballot, decision, key, session } = read.data;
    const signature = await handedTo(client, read.data);
    const paper = takePaper(read.data, key, asked, signature);
    if (paper === null) throw new Failed('What was handed out is no valid paper. Tell the chair.');
    const cast = markPaper(read.data, { ...asked, paper }, marks);
    const slot = `/api/ballots/${session}/${decision}/${ballot}`;
    await unnamed.post(slot, JSON.stringify(cast));
    terminal.write(`${cast.serial}\n`);
    terminal.complain(
      'It is in the box; above is its serial, your receipt. Destroy the file of the paper: ' +
        'whoever has it, or the receipt, learns how you voted.',
    );
  });
}

/** The acts of a record file, as far as they are for whoever had it made. */
function actsIn(text: string) {
  const file = RecordFile.safeParse(JSON.parse(text));
  if (!file.success) throw new Failed('This is no record file: make one with concord export.');
  return file.data.acts.map(({ signed: { header, parts } }) => {
    // The header of an act names these, whatever else is wrong with it.
    const named = JSON.parse(header) as { type: string; register: string | null; actor: string };
    const told = parts.flatMap((part) => (part === null ? [] : [JSON.parse(part.text) as object]));
    return { ...named, payload: Object.assign({}, ...told) as unknown };
  });
}

/** Checks every secret ballot in a record file; refused where anything does not hold. */
export function checkCommand(terminal: Terminal): Command {
  return new Command('check')
    .description('Check every secret ballot in a record file, without a node')
    .argument('<file>', 'the record file of a session')
    .action(async (file: string) => {
      const reports = checkBallots(actsIn(await terminal.read(file)));
      for (const { ballot, ballots, decision, faults, marks, papers, spoilt } of reports) {
        const counts = [...marks].map(([mark, count]) => `${mark || 'blank'} ${count}`);
        terminal.write(
          `${decision}, ballot ${ballot}: ${papers} papers, ${ballots} ballots: ` +
            `${[...counts, `spoilt ${spoilt}`].join(', ')}\n`,
        );
        for (const fault of faults) terminal.write(`  FAILS: ${fault}\n`);
      }
      terminal.write('That the acts themselves hold is told by: concord verify-file\n');
      if (reports.every(({ faults }) => faults.length === 0)) return;
      throw new Refused({
        reason: 'A ballot does not hold.',
        rule: 'meetings.ballot-paper',
        citation: 'RFC 9474; Concord meetings, "Secret ballots"',
      });
    });
}

/** One that says who asks, and one that does not. */
export interface Clients {
  readonly client: NodeClient;
  readonly unnamed: NodeClient;
}

/** The commands of a secret ballot. */
export function ballotCommand(clients: Clients, terminal: Terminal): Command {
  return new Command('ballot')
    .description('Vote by secret ballot, and check what the box held')
    .addCommand(takeCommand(clients.client, terminal))
    .addCommand(castCommand(clients, terminal))
    .addCommand(checkCommand(terminal));
}
