import { raw } from 'hono/html';
import { own } from '../../kernel/own.ts';
import type { Content, Markup } from '../markup.ts';
import { formatNumber } from '../text/format.ts';
import type { Text } from '../text/text.ts';
import { type Atlas, atlas, type CountryShape, mapWidth } from './atlas.ts';

/** One country's place in the question that the map answers. */
export interface MapEntry {
  /** ISO 3166 numeric code, three digits. */
  numericCode: string;
  name: string;
  href: string;
  /** Key of its category. */
  category: string;
  /** What stands beside the name under the pointer: "bound since 4 November 2016". */
  label: string;
}

export interface MapCategory {
  key: string;
  label: string;
}

export interface WorldMapProps {
  text: Text;
  /** Unique on the page. */
  id: string;
  entries: readonly MapEntry[];
  /** In order of weight; each has its own colour, and from the third on its own pattern. */
  categories: readonly MapCategory[];
  /** The categories are steps of one quantity, most first: one colour, ever lighter. */
  steps?: true;
  /** Says what the map shows. */
  caption?: Content;
}

/** More than these cannot be told apart on a map. */
export const mapCategoriesMax = 6;
const dotRadius = 9;

/**
 * A map of the world by category. It is for the eye and the pointer: ears and keys have the table
 * beside it, which holds the same links, and the counts in the legend.
 */
export function WorldMap(props: WorldMapProps): Markup {
  const { text, id, entries, steps = false } = props;
  const patterned = steps ? 0 : Math.max(0, props.categories.length - firstPattern);
  const categories = props.categories.slice(0, mapCategoriesMax);
  const world = atlas(entries.some((entry) => entry.numericCode === '010'));
  const named = new Set(entries.map((entry) => entry.numericCode));
  return (
    <figure class={steps ? 'world-map map-steps' : 'world-map'} id={id}>
      <svg viewBox={`0 0 ${mapWidth} ${world.height}`} aria-hidden="true" focusable="false">
        <Patterns id={id} count={patterned} />
        {raw(`<path class="map-land" d="${restOfTheWorld(world, named)}"/>`)}
        {categories.map((category, index) => (
          <g class={`map-${index + 1}`}>
            {raw(
              entries
                .filter((entry) => entry.category === category.key)
                .map((entry) =>
                  country(world.shapes.get(entry.numericCode), entry, patternFor(id, index, steps)),
                )
                .join(''),
            )}
          </g>
        ))}
      </svg>
      <figcaption>
        {props.caption === undefined ? null : <p class="map-caption">{props.caption}</p>}
        <Legend text={text} id={id} entries={entries} categories={categories} steps={steps} />
        <p class="map-note">{text('ui.map.boundaries')}</p>
      </figcaption>
    </figure>
  );
}

/** Land about which nothing is said, as one path: it needs no name and takes few bytes. */
function restOfTheWorld(world: Atlas, named: ReadonlySet<string>): string {
  const rest = [...world.shapes.values()].filter((shape) => !named.has(shape.numericCode));
  return rest.map((shape) => shape.path).join('');
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(value: string): string {
  return value.replace(/[&<>"']/g, (character) => own(escapes, character) ?? character);
}

/** Text by hand, as two hundred elements through the renderer would cost the page a millisecond. */
function country(shape: CountryShape | undefined, entry: MapEntry, fill: string | null) {
  if (shape === undefined) return '';
  const dot =
    shape.dot === null
      ? ''
      : `<circle cx="${shape.dot[0]}" cy="${shape.dot[1]}" r="${dotRadius}"/>`;
  const land = shape.path === '' ? '' : `<path d="${shape.path}"/>`;
  const pattern =
    fill === null || shape.path === ''
      ? ''
      : `<path class="map-pattern" fill="${escape(fill)}" d="${shape.path}"/>`;
  const title = `<title>${escape(`${entry.name}: ${entry.label}`)}</title>`;
  return `<a href="${escape(entry.href)}" tabindex="-1">${title}${land}${pattern}${dot}</a>`;
}

/** The first two differ enough in lightness alone; the others carry lines or points as well. */
const firstPattern = 2;

/** The pattern of a category; steps differ in lightness and need none. */
function patternFor(id: string, index: number, steps: boolean): string | null {
  return steps || index < firstPattern ? null : `url(#${id}-pattern-${index + 1})`;
}

const patternShapes = [
  'M-3,3l6,-6M0,12l12,-12M9,15l6,-6',
  'M6,4v4M4,6h4',
  'M0,6h12',
  'M6,0v12',
] as const;

function Patterns({ id, count }: { id: string; count: number }): Markup {
  return (
    <defs>
      {patternShapes.slice(0, count).map((shape, index) => (
        <pattern
          id={`${id}-pattern-${index + firstPattern + 1}`}
          width="12"
          height="12"
          patternUnits="userSpaceOnUse"
        >
          <path class="map-mark" d={shape} />
        </pattern>
      ))}
    </defs>
  );
}

interface LegendProps {
  text: Text;
  id: string;
  entries: readonly MapEntry[];
  categories: readonly MapCategory[];
  steps: boolean;
}

function Legend({ text, id, entries, categories, steps }: LegendProps): Markup {
  return (
    <ul class="map-legend plain-list">
      {categories.map((category, index) => {
        const count = entries.filter((entry) => entry.category === category.key).length;
        return (
          <li>
            <Swatch index={index} fill={patternFor(id, index, steps)} /> {category.label}{' '}
            <b class="number">{formatNumber(text.locale, count)}</b>
          </li>
        );
      })}
    </ul>
  );
}

function Swatch({ index, fill }: { index: number; fill: string | null }): Markup {
  return (
    <svg class={`map-swatch map-${index + 1}`} viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="5" />
      {fill === null ? null : <rect class="map-pattern" width="24" height="24" fill={fill} />}
    </svg>
  );
}
