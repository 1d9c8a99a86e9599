/** `concord proof`: one act as a file that verifies without a node; and what verifying it says. */
import { Command } from 'commander';
import { type ProofFileReport, verifyProofFile } from '../kernel/verify-proof-file.ts';
import { type NodeClient, Refused } from './node-client.ts';
import type { Terminal } from './program.ts';
import { harmless } from './show-answer.ts';

/** Fetches the proof of an act, to standard output. */
export function proofCommand(client: NodeClient, terminal: Terminal): Command {
  const command = new Command('proof')
    .description('Fetch one act with all that proves it, as a file that verifies without a node')
    .argument('<act>', 'the id of an act, 64 characters');
  return command.action(async (act: string) => {
    const query = new URLSearchParams({ act });
    terminal.write(await client.get(`/api/record/proof?${query.toString()}`));
  });
}

function actLines({ act, register, network, exportedAt }: ProofFileReport): string[] {
  if (!act) return [];
  const withheld = act.withheldParts === 0 ? '' : `, ${act.withheldParts} parts withheld`;
  return [
    `act: ${act.act}`,
    `${act.type} by ${act.author} in the name of ${act.actor}${withheld}`,
    `register: ${register ?? ''} (${network ?? ''}), exported at ${exportedAt ?? ''}`,
  ];
}

function logLines({ log, cosigners }: ProofFileReport): string[] {
  if (!log) return [];
  const seen = cosigners.map(({ name, atSeconds }) => {
    return `cosigned: ${name} at ${new Date(atSeconds * 1000).toISOString()}`;
  });
  return [`log: ${log.origin}, leaf ${log.index} of ${log.size}`, ...seen];
}

const NO_WITNESS = 'witnesses: the operator asks for none; only its own word is behind the log';

/** The report for eyes: the verdict first, then each step, then what cannot be known. */
export function proofText(report: ProofFileReport): string {
  const { genesis, steps, limits } = report;
  const lines = [
    report.verified ? 'VERIFIED: the act is proven.' : 'NOT VERIFIED.',
    ...actLines(report),
    ...logLines(report),
    ...steps.map(({ step, faults }) =>
      faults.length === 0 ? `holds: ${step}` : `FAILS: ${step}: ${faults.join(' ')}`,
    ),
    ...(report.log && report.quorum === 0 ? [NO_WITNESS] : []),
    ...(genesis === null
      ? []
      : [`rests on: key ${genesis.key} of ${genesis.actor} – compare it with what they published`]),
    'No file can show:',
    ...limits.map((limit) => `- ${limit}`),
  ];
  return lines.flatMap((line) => line.split('\n').map(harmless)).join('\n');
}

/** Verifies the proof of an act and says what was found; refused where anything fails. */
export function tellProof(
  terminal: Terminal,
  bytes: Uint8Array,
  { json, operatorKey }: { json?: true | undefined; operatorKey?: string | undefined },
): void {
  const report = verifyProofFile(bytes);
  terminal.write(json === true ? `${JSON.stringify(report)}\n` : `${proofText(report)}\n`);
  const isExpected =
    operatorKey === undefined || report.genesis?.key === operatorKey.trim().toLowerCase();
  if (report.verified && isExpected) return;
  throw new Refused({
    reason: report.verified
      ? `The file rests on key ${report.genesis?.key ?? ''}, and not on the one that you expect.`
      : 'The file does not verify.',
    rule: 'record.file',
    citation: 'Concord record files, "Verifying"',
  });
}
