/**
 * The Merkle log as others read it (C2SP tlog-tiles), and the door at which other logs have their
 * checkpoints cosigned (C2SP tlog-witness). All of it is for everyone: leaves are ids of acts,
 * which say nothing of an act that the reader does not have.
 */
import type { Hono } from 'hono';
import { noteTextOf } from '../../kernel/signed-note.ts';
import { WITNESS_BODY_BYTES_MAX } from '../../kernel/witness.ts';
import type { CosignAnswer } from '../../store/log-witness.ts';
import { chooseLocale } from '../pages/locale.ts';
import { showPage } from '../pages/show-page.ts';
import { ADD_CHECKPOINT_PATH } from '../protection.ts';
import type { Services } from '../services.ts';
import type { HostEnv } from '../viewer.ts';
import { forkJson, logPage, readLog } from './log-page.tsx';
import { readTilePath } from './tile-path.ts';

const PLAIN = 'text/plain; charset=utf-8';
const BYTES = 'application/octet-stream';
/** What a tile begins with stays so for ever. */
const IMMUTABLE = 'public, max-age=31536000, immutable';
const ENTRY_LENGTH_BYTES = 2;

const STATUS: Readonly<Record<CosignAnswer['verdict'], number>> = {
  cosigned: 200,
  malformed: 400,
  unsigned: 403,
  unknown: 404,
  conflict: 409,
  forked: 409,
  unproven: 422,
};

function plain(text: string, status: number, type = PLAIN): Response {
  return new Response(text, {
    status,
    headers: { 'content-type': type, 'cache-control': 'no-store' },
  });
}

/** The answer in the form of the protocol: lines of signatures, a size, or a reason. */
function answered(answer: CosignAnswer): Response {
  const status = STATUS[answer.verdict];
  if ('lines' in answer) return plain(answer.lines, status);
  if ('size' in answer) return plain(`${answer.size}\n`, status, 'text/x.tlog.size');
  return plain(`${answer.reason}\n`, status);
}

/** Leaves one after another, each behind its length in two bytes. */
function bundleOf(entries: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(ENTRY_LENGTH_BYTES);
      length.writeUInt16BE(entry.byteLength);
      return [length, entry];
    }),
  );
}

async function tileBytes({ store }: Services, path: string): Promise<Uint8Array | null> {
  const asked = readTilePath(path);
  if (!asked) return null;
  const { level, tile, width } = asked;
  if (level !== 'entries') return store.log.tile(level, tile, width);
  const entries = await store.log.entries(tile, width);
  return entries && bundleOf(entries);
}

/** Mounts the log under `/log/`, and its page for people at `/log`. */
export function mountLog(app: Hono<HostEnv>, services: Services): void {
  const { store } = services;
  app.get('/log', async (c) => {
    const shown = await readLog(store);
    return showPage(services, c, logPage(services.textIn(chooseLocale(c)), shown), {
      section: 'record',
    });
  });
  app.get('/log/forks', async (c) => {
    const forks = await store.witnesses.forks();
    return c.json(forks.map(forkJson), 200, { 'cache-control': 'no-store' });
  });
  app.get('/log/checkpoint', async () => {
    const checkpoint = await store.log.checkpoint();
    return checkpoint
      ? plain(noteTextOf(checkpoint.note), 200)
      : plain('No tree was signed yet.\n', 404);
  });
  app.get('/log/tile/*', async (c) => {
    const bytes = await tileBytes(services, c.req.path.slice('/log/tile/'.length));
    if (!bytes) return plain('The log has no such tile.\n', 404);
    // Buffers of node are views of bytes; the standard's type does not know their shared kind.
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: { 'content-type': BYTES, 'cache-control': IMMUTABLE },
    });
  });
  app.post(ADD_CHECKPOINT_PATH, async (c) => {
    const body = await c.req.text();
    if (body.length > WITNESS_BODY_BYTES_MAX) return plain('The request is too large.\n', 400);
    return answered(await store.witnesses.addCheckpoint(body));
  });
}
