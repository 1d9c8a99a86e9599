/** The pictures of the guide, as files that carry the fingerprint of what they show. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { Hono } from 'hono';
import type { GuidePicture } from '../../ui/guide-text/guide-text.tsx';
import type { HostEnv } from '../viewer.ts';
import { GUIDE_PATH } from './tasks.ts';

const FOLDER = new URL('../../../docs/pictures/guide/', import.meta.url);
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Where the header of a PNG says how large it is (PNG 3.0, 11.2.1). */
const WIDTH_AT = 16;
const HEIGHT_AT = 20;

function sizeOf(png: Buffer): { width: number; height: number } {
  return { width: png.readUInt32BE(WIDTH_AT), height: png.readUInt32BE(HEIGHT_AT) };
}

function pictureOf(file: string): GuidePicture {
  const png = readFileSync(new URL(file, FOLDER));
  const mark = createHash('sha256').update(png).digest('hex').slice(0, 12);
  const href = `${GUIDE_PATH}/pictures/${file.replace(/\.png$/, '')}.${mark}.png`;
  return { href, ...sizeOf(png) };
}

let found: ReadonlyMap<string, GuidePicture> | null = null;

/** Each picture by the name of its file; looked at once. */
export function guidePictures(): ReadonlyMap<string, GuidePicture> {
  const files = (): string[] =>
    existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.endsWith('.png')) : [];
  return (found ??= new Map(files().map((file) => [file, pictureOf(file)])));
}

/** Serves them; a picture that is made anew has another address. */
export function mountGuidePictures(app: Hono<HostEnv>): void {
  for (const [file, { href }] of guidePictures()) {
    app.get(href, (c) => {
      const body = new Uint8Array(readFileSync(new URL(file, FOLDER)));
      return c.body(body, 200, { 'content-type': 'image/png', 'cache-control': FOR_EVER });
    });
  }
}
