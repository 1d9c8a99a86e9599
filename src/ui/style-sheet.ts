import { readFileSync } from 'node:fs';

/** The order is the cascade: values, elements, then components from small to large. */
const sheets = [
  'tokens/tokens.css',
  'base/base.css',
  'icon/icon.css',
  'status-chip/status-chip.css',
  'marking-banner/marking-banner.css',
  'layout/layout.css',
  'layout/page-header.css',
  'layout/as-of-bar.css',
  'layout/palette.css',
  'view-links/view-links.css',
  'data-table/data-table.css',
  'finding/finding.css',
  'world-map/world-map.css',
  'wording/wording.css',
  'meter/meter.css',
  'share-bar/share-bar.css',
  'hemicycle/hemicycle.css',
  'steps/steps.css',
  'stage-track/stage-track.css',
  'ratification-curve/ratification-curve.css',
  'year-chart/year-chart.css',
  'heat-map/heat-map.css',
  'thing/thing.css',
  'timeline/timeline.css',
  'thread/thread.css',
  'filters/filters.css',
  'card/card.css',
  'definition-list/definition-list.css',
  'refusal/refusal.css',
  'form-fields/form-fields.css',
  'choices/choices.css',
  'pagination/pagination.css',
  'progress/progress.css',
  'search-results/search-results.css',
  'empty-state/empty-state.css',
] as const;

/**
 * Sheets of components that few pages have: a page is served with one where it has a class that
 * begins so. They come after all others in the cascade.
 */
const apart = [
  { path: 'ask-box/ask-box.css', classes: ['ask-box'] },
  { path: 'answer/answer.css', classes: ['answer'] },
  { path: 'comparison/comparison.css', classes: ['comparison'] },
  { path: 'bar-list/bar-list.css', classes: ['bar-list'] },
  { path: 'month-grid/month-grid.css', classes: ['month-'] },
  { path: 'field-group/field-group.css', classes: ['field-group'] },
  { path: 'coalition-board/coalition-board.css', classes: ['coalition-board'] },
  { path: 'funnel/funnel.css', classes: ['funnel'] },
  { path: 'guide-text/guide-text.css', classes: ['guide-'] },
  { path: 'help-link/help-link.css', classes: ['help-link'] },
  { path: 'matrix/matrix.css', classes: ['matrix'] },
  { path: 'network/network.css', classes: ['network'] },
  { path: 'picture-links/picture-links.css', classes: ['picture-links'] },
  { path: 'sankey/sankey.css', classes: ['sankey'] },
  { path: 'seat-plan/seat-plan.css', classes: ['seat-plan'] },
  { path: 'specimen/specimen.css', classes: ['specimen', 'plain-list swatches'] },
  { path: 'version-tree/version-tree.css', classes: ['version-'] },
  { path: 'vote-order/vote-order.css', classes: ['vote-order'] },
  { path: 'quoted-statement/quoted-statement.css', classes: ['quoted-statement'] },
  { path: 'official-paper/official-paper.css', classes: ['paper'] },
  {
    path: 'legal-text/legal-text.css',
    classes: ['legal-text', 'text-contents', 'changed-words', 'beside', 'provision'],
  },
  { path: 'negotiated-text/negotiated-text.css', classes: ['negotiated', 'open-', 'drafting'] },
  { path: 'negotiated-text/comments.css', classes: ['open-comment', 'open-articles'] },
  { path: 'numbered-lines/numbered-lines.css', classes: ['numbered-lines'] },
  { path: 'practice-band/practice-band.css', classes: ['practice-'] },
] as const;

/** Without what only its authors read: an eighth less to fetch, compressed. */
export function compact(sheet: string): string {
  return sheet
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .trim();
}

const joined = new Map<string, string>();

const HERE = new URL('.', import.meta.url);

function sheetOf(paths: readonly string[], folder: URL): string {
  const key = `${folder.href} ${paths.join()}`;
  const held = joined.get(key);
  if (held !== undefined) return held;
  const sheet = compact(paths.map((path) => readFileSync(new URL(path, folder), 'utf8')).join(''));
  joined.set(key, sheet);
  return sheet;
}

/**
 * The style sheet of every page, read once per process.
 * @param folder where the components' folders lie; a bundle says where it has put their CSS.
 */
export const styleSheet = (folder: URL = HERE): string => sheetOf(sheets, folder);

/** A sheet that only some pages need. */
export interface SheetApart {
  readonly name: string;
  readonly css: string;
  /** Whether a page needs it, by what stands in its class attributes. */
  readonly isOn: (classes: ReadonlySet<string>) => boolean;
}

const CLASS = 'class="';

/** What stands in the class attributes of a page: it is read once, and not for every sheet. */
export function classesIn(html: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = html.indexOf(CLASS); at !== -1; at = html.indexOf(CLASS, at)) {
    at += CLASS.length;
    const end = html.indexOf('"', at);
    if (end === -1) break;
    found.add(html.slice(at, end));
  }
  return found;
}

/** The sheets that only some pages need, in the order of the cascade. */
export const sheetsApart = (folder: URL = HERE): readonly SheetApart[] =>
  apart.map(({ path, classes }) => ({
    name: path.slice(path.indexOf('/') + 1),
    css: sheetOf([path], folder),
    isOn: (there) => [...there].some((one) => classes.some((name) => one.startsWith(name))),
  }));

/** All of them in one, for a gallery. */
export const wholeStyleSheet = (folder: URL = HERE): string =>
  [styleSheet(folder), ...sheetsApart(folder).map(({ css }) => css)].join('');

/** The files that make the sheets, for whoever bundles them. */
export const styleSheetFiles: readonly string[] = [...sheets, ...apart.map(({ path }) => path)];
