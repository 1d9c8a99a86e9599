/**
 * `concord key`: recovery of keys, m of n. Recovery keys are made and used without a node, and
 * never come near one: a node gives out what is to be approved, and takes the approvals.
 */
import { Command } from 'commander';
import { z } from 'zod';
import { ActId, ActType, Header } from '../kernel/act.ts';
import { ActorId } from '../kernel/actor-id.ts';
import { AUTHORITY_REGISTER, Approval, KEY_PAYLOADS } from '../kernel/authority-acts.ts';
import { generateKey, keyFromSeed, seedOf } from '../kernel/key.ts';
import { approve } from '../kernel/key-recovery.ts';
import { base64Url } from '../kernel/signed-act-json.ts';
import { Failed, type NodeClient } from './node-client.ts';
import type { Terminal } from './program.ts';
import { answerText } from './show-answer.ts';

/** The steps that need no node. */
export const OFFLINE_STEPS: ReadonlySet<string> = new Set(['make', 'approve']);

/** What recovery keys are asked to approve, as it travels in a file. */
const Request = z.strictObject({
  network: Header.shape.network,
  actor: ActorId,
  type: ActType,
  after: ActId,
  payload: z.record(z.string(), z.json()),
});
type Request = z.infer<typeof Request>;

function parsed<Value>(schema: z.ZodType<Value>, text: string, what: string): Value {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new Failed(`${what} cannot be read.`);
  }
}

/** The request, with a payload that its kind of act accepts but for the approvals. */
async function readRequest(terminal: Terminal, file: string): Promise<Request> {
  const request = parsed(Request, await terminal.read(file), `The request ${file}`);
  return { ...request, payload: payloadOf(request.type, request.payload) };
}

const PENDING = { key: '0'.repeat(32), signature: 'A'.repeat(86) };

const isKeyType = (type: string): type is keyof typeof KEY_PAYLOADS =>
  Object.hasOwn(KEY_PAYLOADS, type);

function payloadOf(type: string, payload: Record<string, unknown>): Request['payload'] {
  if (!isKeyType(type)) throw new Failed(`${type} is no act on keys.`);
  // What is to be approved has no approvals yet; the form is judged as if it had.
  const accepted = KEY_PAYLOADS[type].safeParse({ ...payload, approvals: [PENDING] });
  if (!accepted.success) throw new Failed(`The content does not fit ${type}: check its members.`);
  const said = Object.entries(accepted.data).filter(([name]) => name !== 'approvals');
  return z.record(z.string(), z.json()).parse(Object.fromEntries(said));
}

function makeCommand(terminal: Terminal): Command {
  const command = new Command('make')
    .description('Make a key for recovery; needs no node')
    .requiredOption('--to <file>', 'where its secret goes: keep it apart from the node');
  return command.action(async () => {
    const { to } = command.opts<{ to: string }>();
    const key = generateKey();
    await terminal.save(to, `${Buffer.from(seedOf(key)).toString('hex')}\n`, 'secret');
    terminal.write(`${JSON.stringify({ key: key.id, publicKey: base64Url(key.publicBytes) })}\n`);
  });
}

/** What is approved, in lines for the eyes of whoever holds the key. */
function lines({ network, actor, type, after, payload }: Request): string[] {
  return [
    `In ${network}, for ${actor}, after act ${after}:`,
    `${type} ${JSON.stringify(payload)}`,
    'Approve it only if you were told the same over another channel.',
  ];
}

function approveCommand(terminal: Terminal): Command {
  const command = new Command('approve')
    .description('Approve a request with a recovery key; needs no node')
    .argument('<request>', 'a file made by key request, or - for standard input')
    .requiredOption('--key <file>', 'the secret of a recovery key, as key make wrote it')
    .requiredOption('--to <file>', 'where the approval goes');
  return command.action(async (file: string) => {
    const { key: secret, to } = command.opts<{ key: string; to: string }>();
    const request = await readRequest(terminal, file);
    const seed = Buffer.from((await terminal.read(secret)).trim(), 'hex');
    if (seed.byteLength !== 32) throw new Failed(`${secret} holds no key.`);
    for (const line of lines(request)) terminal.complain(line);
    const approval = approve(request, keyFromSeed(seed));
    await terminal.save(to, `${JSON.stringify(approval)}\n`);
    terminal.complain(`${to}: approved by ${approval.key}.`);
  });
}

/** The commands that need no node. */
export function offlineKeyCommand(terminal: Terminal): Command {
  return new Command('key')
    .description('Recovery of keys, m of n')
    .addCommand(makeCommand(terminal))
    .addCommand(approveCommand(terminal));
}

const Recovery = z.object({ lastKeyAct: ActId.nullable() });
const Index = z.object({ network: Header.shape.network });

function requestCommand(client: NodeClient, terminal: Terminal): Command {
  const command = new Command('request')
    .description('Put down what recovery keys are to approve')
    .argument('<type>', 'keys.recover, keys.rotate, keys.set-recovery, keys.revoke, keys.register')
    .requiredOption('--actor <id>', 'whose keys')
    .requiredOption('--payload <json>', 'what the act says, without approvals')
    .requiredOption('--to <file>', 'where the request goes');
  return command.action(async (type: string) => {
    const { actor, payload, to } = command.opts<Record<'actor' | 'payload' | 'to', string>>();
    const said = parsed(z.record(z.string(), z.unknown()), payload, 'The payload');
    const { network } = parsed(Index, await client.get('/api'), 'What the node says of itself');
    const query = new URLSearchParams({ actor });
    const answer = await client.get(`/api/keys/recovery?${query.toString()}`);
    const { lastKeyAct: after } = parsed(Recovery, answer, 'What the node knows of recovery');
    if (after === null) throw new Failed(`${actor} has no keys in this record.`);
    const request: Request = { network, actor, type, after, payload: payloadOf(type, said) };
    await terminal.save(to, `${JSON.stringify(request)}\n`);
    terminal.complain(`${to}: hand it to those who hold recovery keys.`);
  });
}

function submitCommand(client: NodeClient, terminal: Terminal): Command {
  const command = new Command('submit')
    .description('Record what was approved')
    .argument('<request>', 'the file that was approved')
    .argument('<approvals...>', 'the approvals')
    .option('--source <text>', 'where it comes from, if the custodian records it');
  return command.action(async (file: string, approvals: string[]) => {
    const { source } = command.opts<{ source?: string }>();
    const { type, actor, payload } = await readRequest(terminal, file);
    const given = await Promise.all(
      approvals.map(async (one) => parsed(Approval, await terminal.read(one), one)),
    );
    const basis = source === undefined ? { kind: 'signed' } : { kind: 'recorded', source };
    const draft = { type, register: AUTHORITY_REGISTER, actor, basis };
    const body = JSON.stringify({ ...draft, payload: { ...payload, approvals: given } });
    const answer = await client.post('/api/acts', body);
    terminal.write(`${answerText(JSON.parse(answer), terminal.isTerminal)}\n`);
  });
}

/** All commands on recovery. */
export function keyCommand(client: NodeClient, terminal: Terminal): Command {
  return offlineKeyCommand(terminal)
    .addCommand(requestCommand(client, terminal))
    .addCommand(submitCommand(client, terminal));
}
