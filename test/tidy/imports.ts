/** Which room may build on which: the rules of docs/ARCHITECTURE.md. */
import { posix } from 'node:path';
import { type Habit, isTest } from './source-file.ts';

/** Practices from left to right; each may use those before it, through their `area.ts`. */
export const PRACTICES = [
  'actors',
  'agreements',
  'meetings',
  'commitments',
  'contributions',
  'programmes',
  'notices',
  'cases',
] as const;

/** Each room of src/ and the other rooms that it may import from. The host composes them all. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  standards: ['kernel'],
  ui: ['kernel'],
  practices: ['kernel', 'standards', 'ui'],
  sectors: ['kernel', 'standards', 'ui', 'practices'],
  world: ['kernel', 'standards', 'practices'],
  store: ['kernel'],
  federation: ['kernel', 'store'],
  cli: ['kernel'],
  islands: [],
  verify: ['kernel', 'standards', 'practices', 'world', 'store'],
  host: [
    'kernel',
    'standards',
    'ui',
    'practices',
    'sectors',
    'world',
    'store',
    'federation',
    'islands',
  ],
};

const IMPORT = /(?:\bfrom|\bimport) *\(?\s*'(?<target>\.[^']*)'/g;

/** Tests may look into any room; what ships may not. */
export const roomsKeepTheirOrder: Habit = (file) => {
  if (!file.path.startsWith('src/') || isTest(file) || !/\.tsx?$/.test(file.path)) return [];
  const [, room = ''] = file.path.split('/');
  if (!(room in ROOMS)) return [`${file.path} is in no room of the house`];
  return [...file.text.matchAll(IMPORT)].flatMap((found) => {
    const target = posix.join(posix.dirname(file.path), found.groups?.['target'] ?? '');
    const why = objection(file.path, target);
    return why ? [`${file.path} imports ${target}: ${why}`] : [];
  });
};

/** Why one file may not import another, or null when it may. */
export function objection(from: string, to: string): string | null {
  const [, room = '', folder = ''] = from.split('/');
  const [top, targetRoom = '', targetFolder = ''] = to.split('/');
  if (top !== 'src') return 'what ships does not rest on what does not';
  if (room !== targetRoom) return betweenRooms(room, targetRoom, to);
  if (folder === targetFolder) return null;
  if (room === 'practices') return betweenPractices(folder, targetFolder, to);
  return room === 'sectors' ? betweenSectors(folder) : null;
}

function betweenRooms(room: string, targetRoom: string, to: string): string | null {
  if (!ROOMS[room]?.includes(targetRoom)) return `${room} may not build on ${targetRoom}`;
  const asksForFace = room === 'sectors' && targetRoom === 'practices';
  return asksForFace && !isFace(to) ? 'a practice is used through its area.ts' : null;
}

/** Only the list of sectors knows them all. */
function betweenSectors(folder: string): string | null {
  return folder === 'index.ts' ? null : 'a sector knows no other sector';
}

function betweenPractices(folder: string, targetFolder: string, to: string): string | null {
  const order: readonly string[] = PRACTICES;
  const place = order.indexOf(targetFolder);
  if (place < 0 || place > order.indexOf(folder)) return 'a practice builds on those left of it';
  return isFace(to) ? null : 'a practice is used through its area.ts';
}

function isFace(path: string): boolean {
  return /^src\/practices\/[a-z-]+\/area\.ts$/.test(path);
}
