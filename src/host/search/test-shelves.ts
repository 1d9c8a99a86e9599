/** The shelves of the shipped world without a database, for tests of what questions name. */
import { fileURLToPath } from 'node:url';
import type { Findable } from '../../kernel/findable.ts';
import { readWorldActors } from '../../world/actors.ts';
import { LANGUAGES } from '../../world/actor-types.ts';
import { readWorldAgreements } from '../../world/agreements.ts';
import { readWorldMeetings } from '../../world/meetings.ts';
import type { OpenShelf } from './open-shelves.ts';
import { indexFor } from './shelf-index.ts';

const WORLD = fileURLToPath(new URL('../../../world', import.meta.url));

function actorThings(): Findable[] {
  const { actors, aliases } = readWorldActors(`${WORLD}/actors`);
  const others = Map.groupBy(aliases, ({ id }) => id);
  return actors.map(({ id, kind, names, officialName }) => {
    const own = (others.get(id) ?? []).map(({ name }) => name);
    const official = officialName ? [officialName] : [];
    return { kind, id, href: `/actors/${id}`, title: names, names: [id, ...official, ...own] };
  });
}

function agreementThings(): Findable[] {
  return readWorldAgreements(`${WORLD}/agreements`).map(({ id, title, shortTitle }) => ({
    kind: 'agreement',
    id,
    href: `/agreements/${id}`,
    title: { ...title, en: title.en ?? id },
    names: [...(shortTitle ? [shortTitle] : []), id.replaceAll('-', ' ')],
  }));
}

function bodyThings(): Findable[] {
  return readWorldMeetings(`${WORLD}/meetings`).bodies.map(({ body: id, ...names }) => ({
    kind: 'body',
    id,
    href: `/meetings/bodies/${id}`,
    title: { ...Object.fromEntries(LANGUAGES.map((one) => [one, names[one]])), en: names.en },
    names: [id.replaceAll('-', ' ')],
  }));
}

async function shelfOf(name: string, things: readonly Findable[]): Promise<OpenShelf> {
  return { shelf: { name, load: async () => things }, index: await indexFor(things) };
}

/** Actors, agreements and bodies of the world as every reader sees them. */
export const worldShelves = (): Promise<readonly OpenShelf[]> =>
  Promise.all([
    shelfOf('actors', actorThings()),
    shelfOf('agreements', agreementThings()),
    shelfOf('meetings', bodyThings()),
  ]);
