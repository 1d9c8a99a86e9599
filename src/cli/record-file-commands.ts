/** `concord export` and `concord verify-file`: a register as one file, and its proof offline. */
import { Command } from 'commander';
import type { ActReport, RecordFileReport } from '../kernel/record-file-report.ts';
import { isProofFile } from '../kernel/proof-file.ts';
import { verifyRecordFile } from '../kernel/verify-record-file.ts';
import { type NodeClient, Refused } from './node-client.ts';
import { exportAll } from './export-all.ts';
import { tellProof } from './proof-command.ts';
import type { Terminal } from './program.ts';
import { harmless, tableText } from './show-answer.ts';

/** More failures than this are counted, not listed. */
const FAILURES_SHOWN_MAX = 20;

/** Fetches a register as a file. */
export function exportCommand(client: NodeClient, terminal: Terminal): Command {
  const command = new Command('export')
    .description('Fetch a register as one file that verifies without a node')
    .argument('<register>', 'such as agreements/paris-agreement, or all for the public record')
    .requiredOption('--to <file>', 'where to put it; for all: a folder')
    .option('--as-of <date>', 'the day of the answer that goes with it');
  return command.action(async (register: string) => {
    const { to, asOf } = command.opts<{ to: string; asOf?: string }>();
    if (register === 'all') return exportAll(client, terminal, to);
    const query = new URLSearchParams({ register, ...(asOf === undefined ? {} : { asOf }) });
    const body = await client.get(`/api/record/export?${query.toString()}`);
    await terminal.save(to, body);
    terminal.complain(
      `${to}: ${Buffer.byteLength(body)} bytes. Check it: concord verify-file ${to}`,
    );
  });
}

const countOf = (acts: readonly ActReport[], verdict: ActReport['verdict']): number =>
  acts.filter((act) => act.verdict === verdict).length;

function actLines({ acts }: RecordFileReport): string[] {
  const told = acts.filter(({ verdict }) => verdict !== 'verified');
  const rows = told.slice(0, FAILURES_SHOWN_MAX).map((act) => ({
    verdict: act.verdict,
    act: act.act,
    type: act.type,
    actor: act.actor,
    why: act.reasons.join('; '),
  }));
  const more = told.length - rows.length;
  return [
    `acts: ${acts.length} (${countOf(acts, 'verified')} verified, ` +
      `${countOf(acts, 'partly')} partly, ${countOf(acts, 'fails')} failing)`,
    ...(rows.length > 0 ? [tableText(rows, false)] : []),
    ...(more > 0 ? [`… and ${more} more`] : []),
  ];
}

function documentLines({ documents }: RecordFileReport): string[] {
  return documents.map(({ digest, name, state }) => {
    const what = JSON.stringify(name);
    return `document ${what} ${digest}: ${state}`;
  });
}

function answerLines({ answer }: RecordFileReport): string[] {
  if (answer === null) return [];
  const { question, asOf, verifiedActs, otherActs } = answer;
  const others = otherActs === 0 ? '' : `, ${otherActs} in other registers`;
  return [
    `answer: ${question} as of ${asOf}, resting on ${verifiedActs} acts of the file${others}`,
  ];
}

/** The report for eyes: the verdict first, then what it rests on, then what cannot be known. */
export function reportText(report: RecordFileReport): string {
  const { genesis } = report;
  const lines = [
    report.verified ? 'VERIFIED: everything in the file holds.' : 'NOT VERIFIED.',
    ...report.faults.map((fault) => `fault: ${fault}`),
    ...(report.register === null
      ? []
      : [
          `register: ${report.register} (${report.network ?? ''}), kept by ` +
            `${report.custodian ?? 'nobody shown'}, exported at ${report.exportedAt ?? ''}`,
        ]),
    ...(genesis === null
      ? []
      : [`rests on: key ${genesis.key} of ${genesis.actor} – compare it with what they published`]),
    ...(report.register === null ? [] : actLines(report)),
    ...documentLines(report),
    ...answerLines(report),
    ...report.gaps.map((gap) => `gap: ${gap}`),
    'No file can show:',
    ...report.limits.map((limit) => `- ${limit}`),
  ];
  return lines.flatMap((line) => line.split('\n').map(harmless)).join('\n');
}

/** The first key is another than the one that the reader expects. */
function isOtherKey({ genesis }: RecordFileReport, expected: string | undefined): boolean {
  return expected !== undefined && genesis?.key !== expected.trim().toLowerCase();
}

/** Verifies a file; it speaks to no node. Refused, exit code 1, where anything fails. */
export function verifyFileCommand(terminal: Terminal): Command {
  const command = new Command('verify-file')
    .description('Verify a file made by export or proof; needs no node')
    .argument('<file>', 'a file, or - for standard input')
    .option('--operator-key <id>', 'the first key that you expect, as its operator published it')
    .option('--json', 'the whole report as JSON');
  return command.action(async (file: string) => {
    const { json, operatorKey } = command.opts<{ json?: true; operatorKey?: string }>();
    const bytes = await terminal.readBytes(file);
    if (isProofFile(bytes)) return tellProof(terminal, bytes, { json, operatorKey });
    const report = verifyRecordFile(bytes);
    terminal.write(json === true ? `${JSON.stringify(report)}\n` : `${reportText(report)}\n`);
    if (report.verified && !isOtherKey(report, operatorKey)) return;
    throw new Refused({
      reason: report.verified
        ? `The file rests on key ${report.genesis?.key ?? ''}, and not on the one that you expect.`
        : 'The file does not verify.',
      rule: 'record.file',
      citation: 'Concord record files, "Verifying"',
    });
  });
}
