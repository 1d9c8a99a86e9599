/** Where a tile is, as C2SP tlog-tiles writes it: `0/x001/234`, `1/017.p/5`, `entries/000`. */

export interface TilePath {
  readonly level: number | 'entries';
  readonly tile: number;
  readonly width: number;
}

const WIDTH_FULL = 256;
const LEVEL_MAX = 63;

const PATH = /^(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** Reads the part of an address behind `tile/`; null where no tile is written so. */
export function readTilePath(path: string): TilePath | null {
  const [, level, elements = '', part] = PATH.exec(path) ?? [];
  if (level === undefined) return null;
  const asked = {
    level: level === 'entries' ? level : Number(level),
    tile: Number(elements.replaceAll(/[x/]/g, '')),
    width: Number(part ?? WIDTH_FULL),
  } as const;
  const isHigh = asked.level !== 'entries' && asked.level > LEVEL_MAX;
  // Each tile has one address: no part that is whole, and no more zeros than there must be.
  return isHigh || tilePath(asked) !== path ? null : asked;
}

/** The path of a tile; one of full width has no part. */
export function tilePath({ level, tile, width }: TilePath): string {
  const digits = String(tile);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const elements = padded.match(/\d{3}/g) ?? [];
  const written = elements.map((one, at) => (at < elements.length - 1 ? `x${one}` : one));
  return `${level}/${written.join('/')}${width === WIDTH_FULL ? '' : `.p/${width}`}`;
}
