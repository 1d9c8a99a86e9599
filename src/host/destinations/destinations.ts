/** The places of a node that one can go to from everywhere: one list, in which each room stands. */
import type { Text } from '../../ui/text/text.ts';

/** The columns of the footer, in their order. */
export const DESTINATION_SECTIONS = ['explore', 'help', 'machines', 'node'] as const;

export type DestinationSection = (typeof DESTINATION_SECTIONS)[number];

export interface Destination {
  readonly path: string;
  readonly section: DestinationSection;
  /** Key of its name among the texts. */
  readonly name: string;
  /** It stands in the head of each page as well. */
  readonly isMain?: true;
  /** The key after `g` that leads there, as `KeyboardEvent.code` names it, without `Key`. */
  readonly letter?: string;
}

/** A room adds a line here; what the house has no route for is shown to nobody. */
const ALL: readonly Destination[] = [
  { path: '/', section: 'explore', name: 'host.front', letter: 'H' },
  main('agreements', 'A'),
  main('meetings', 'M'),
  main('actors', 'P'),
  main('notices', 'N'),
  { ...other('explore', 'calendar', 'C'), isMain: true },
  other('explore', 'network', 'W'),
  other('explore', 'search', 'S'),
  other('help', 'guide', 'U'),
  other('help', 'practice'),
  other('help', 'shortcuts', 'K'),
  { path: '/api', section: 'machines', name: 'host.section.api', letter: 'I' },
  other('machines', 'feeds'),
  other('machines', 'export'),
  other('machines', 'mcp'),
  { path: '/record', section: 'node', name: 'host.section.record', letter: 'R' },
  other('node', 'log', 'L'),
  other('node', 'verify', 'V'),
  other('node', 'health'),
  other('node', 'gallery', 'D'),
];

function main(area: string, letter: string): Destination {
  return {
    path: `/${area}`,
    section: 'explore',
    name: `host.section.${area}`,
    isMain: true,
    letter,
  };
}

function other(section: DestinationSection, name: string, letter?: string): Destination {
  const path = `/${name}`;
  return { path, section, name: `host.destination.${name}`, ...(letter && { letter }) };
}

/** Whether the house answers at a path. */
export type Serves = (path: string) => boolean;

/** The places that there are here. */
export function destinationsOf(serves: Serves): readonly Destination[] {
  return ALL.filter(({ path }) => serves(path));
}

/** `g a`, as a browser and a reader are told of it. */
export function keysOf({ letter }: Destination): string | undefined {
  return letter === undefined ? undefined : `g ${letter.toLowerCase()}`;
}

export interface PlaceLink {
  readonly href: string;
  readonly label: string;
  readonly keys?: string;
}

/** A place as a link in the reader's language. */
export function linkTo(destination: Destination, text: Text): PlaceLink {
  const keys = keysOf(destination);
  const { path: href, name } = destination;
  return { href, label: text(name), ...(keys && { keys }) };
}

/** The place under whose path an address lies, as `/agreements` for one of them. */
export function sectionOf(path: string, text: Text, serves: Serves) {
  const [, first = ''] = path.split('/');
  const found = destinationsOf(serves).find((one) => one.path === `/${first}` && first !== '');
  return found === undefined || found.path === path ? undefined : linkTo(found, text);
}

/** What stands in the footer: columns of links, none of them empty. */
export function footerColumns(text: Text, serves: Serves) {
  const here = destinationsOf(serves);
  return DESTINATION_SECTIONS.map((section) => ({
    label: text(`host.destinations.${section}`),
    links: here.filter((one) => one.section === section).map((one) => linkTo(one, text)),
  })).filter(({ links }) => links.length > 0);
}
