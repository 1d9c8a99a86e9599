/** Static files with their fingerprint in the name, so that readers keep them for ever. */
import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import type { ResponseCache } from './response-cache.ts';
import type { HostEnv } from './viewer.ts';

export interface Asset {
  readonly href: string;
  readonly contentType: string;
  readonly body: string;
}

export interface Assets {
  readonly styleSheet: Asset;
  /** Style sheets that only some pages need. */
  readonly sheetsApart?: readonly (Asset & { isOn: (classes: ReadonlySet<string>) => boolean })[];
  /** Keeps open pages as the record stands; absent: they stay as they were read. */
  readonly live?: Asset;
  /** Scripts of single pages, by the name of their island. */
  readonly islands?: ReadonlyMap<string, Asset>;
  /** The picture beside the page's name. */
  readonly icon?: Asset;
  /** The script of the keyboard. */
  readonly keys?: Asset;
  readonly others: readonly Asset[];
}

const FOR_EVER = 'public, max-age=31536000, immutable';

/** A file under a name that changes with its content. */
export function assetOf(name: string, contentType: string, body: string): Asset {
  const fingerprint = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const dot = name.lastIndexOf('.');
  const href = `/assets/${name.slice(0, dot)}.${fingerprint}${name.slice(dot)}`;
  return { href, contentType, body };
}

/** Serves the files, compressed once. */
export function mountAssets(app: Hono<HostEnv>, assets: Assets, cache: ResponseCache): void {
  for (const asset of [
    assets.styleSheet,
    ...(assets.sheetsApart ?? []),
    ...[assets.live, assets.icon, assets.keys].filter((asset) => asset !== undefined),
    ...(assets.islands?.values() ?? []),
    ...assets.others,
  ]) {
    app.get(asset.href, (c) =>
      cache.respond(`asset ${asset.href}`, c.req.raw.headers, async () => ({
        status: 200,
        contentType: asset.contentType,
        body: asset.body,
        headers: { 'cache-control': FOR_EVER, vary: 'Accept-Encoding' },
      })),
    );
  }
}
