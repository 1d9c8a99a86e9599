/** SVG into PNG. Program and fonts are some megabytes, and are read when the first is asked for. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Resvg, initWasm } from '@resvg/resvg-wasm';

const require = createRequire(import.meta.url);

const FONTS = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
] as const;

/** Where systems keep a font with the letters of Chinese; none of ours has them. */
const CHINESE = [
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/truetype/noto/NotoSansSC-Regular.otf',
  '/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc',
] as const;

const chineseFont = (): string | undefined => CHINESE.find((path) => existsSync(path));

/** Whether titles in Chinese can be drawn on this machine. */
export const drawsChinese = (): boolean => chineseFont() !== undefined;

let ready: Promise<readonly Uint8Array[]> | undefined;
let chinese: Promise<Uint8Array> | undefined;

async function prepare(): Promise<readonly Uint8Array[]> {
  await initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return Promise.all(FONTS.map((path) => readFile(require.resolve(path))));
}

async function fontsFor(hasChinese: boolean): Promise<Uint8Array[]> {
  // One that failed is tried again at the next request.
  ready ??= prepare().catch((error: unknown) => {
    ready = undefined;
    throw error;
  });
  const own = await ready;
  const path = hasChinese ? chineseFont() : undefined;
  if (path === undefined) return [...own];
  return [...own, await (chinese ??= readFile(path))];
}

/** Draws SVG in its own size. Nothing is read from elsewhere: neither files nor addresses. */
export async function pngOf(svg: string, hasChinese: boolean): Promise<Uint8Array> {
  const fontBuffers = await fontsFor(hasChinese);
  const font = { fontBuffers, defaultFontFamily: 'Noto Sans', sansSerifFamily: 'Noto Sans' };
  const drawing = new Resvg(svg, { font });
  try {
    const image = drawing.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}
