/** The style sheets and scripts that a node serves with its pages. */
import type { Page } from '../ui/page.ts';
import { sheetsApart, styleSheet } from '../ui/style-sheet.ts';
import { type Assets, assetOf } from './assets.ts';
import { islandText } from './islands.ts';

const styleAsset = (name: string, css: string) => assetOf(name, 'text/css; charset=utf-8', css);

function styleAssets() {
  return {
    styleSheet: styleAsset('concord.css', styleSheet()),
    sheetsApart: sheetsApart().map(({ name, css, isOn }) => ({ ...styleAsset(name, css), isOn })),
  };
}

const scriptAsset = (island: string) =>
  assetOf(`${island}.js`, 'text/javascript; charset=utf-8', islandText(island));

/** The script by which open pages follow the record, and those of single pages. */
function scriptAssets(pages: readonly Page[]) {
  const names = new Set(pages.flatMap(({ island }) => (island === undefined ? [] : [island])));
  const islands = new Map([...names].map((name) => [name, scriptAsset(name)]));
  return { live: scriptAsset('live'), islands };
}

/** Two circles that share some of their ground, in colours that stand out on light and on dark. */
const ICON = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
  '<rect width="32" height="32" rx="7" fill="#0a5c94"/>',
  '<g fill="none" stroke="#fff" stroke-width="2.6">',
  '<circle cx="12" cy="16" r="7.4"/><circle cx="20" cy="16" r="7.4"/></g></svg>',
].join('');

/** All of them: those of every page, and those of some. */
export const pageAssets = (pages: readonly Page[]): Assets => ({
  ...styleAssets(),
  ...scriptAssets(pages),
  keys: scriptAsset('keys'),
  icon: assetOf('concord.svg', 'image/svg+xml', ICON),
  others: [],
});
