/** `concord attach`: uploads a document and prints what an act names it by. */
import { basename } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { ATTACHMENT_BYTES_MAX, Attachment } from '../kernel/attachment.ts';
import { typeOfDocument } from '../kernel/attachment-type.ts';
import { Failed, type NodeClient } from './node-client.ts';
import type { Terminal } from './program.ts';
import { answerText } from './show-answer.ts';

const Kept = z.object({
  digest: Attachment.shape.digest,
  mediaType: Attachment.shape.mediaType,
  sizeBytes: Attachment.shape.sizeBytes,
});

/** The command. What the document is, its bytes say; `--type` is held against them. */
export function attachCommand(client: NodeClient, terminal: Terminal): Command {
  const command = new Command('attach')
    .description('Upload a document (a scan), so that an act can name it')
    .argument('<file>')
    .option('--type <media type>', 'what it is meant to be, such as application/pdf')
    .option('--name <name>', 'its name in the act; absent: that of the file')
    .option('--json', 'what the act names it by, as JSON');
  return command.action(async (file: string) => {
    const { type, name, json } = command.opts<{ type?: string; name?: string; json?: true }>();
    const bytes = await terminal.readBytes(file);
    // Told before it is sent over a slow line; the node looks for itself.
    if (bytes.byteLength > ATTACHMENT_BYTES_MAX) {
      throw new Failed(`${file} is larger than ${ATTACHMENT_BYTES_MAX} bytes.`);
    }
    const claimed = type ?? typeOfDocument(bytes) ?? 'application/octet-stream';
    const kept = Kept.parse(JSON.parse(await client.post('/api/attachments', bytes, claimed)));
    const attachment: Attachment = { ...kept, name: name ?? basename(file) };
    const shown = json === true ? JSON.stringify(attachment) : answerText(attachment, false);
    terminal.write(`${shown}\n`);
  });
}
