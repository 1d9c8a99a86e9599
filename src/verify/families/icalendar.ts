/**
 * Calendars of many programs: whether each is read, and whether what is read of it is written again
 * as it was.
 */
import { isDeepStrictEqual } from 'node:util';
import { readCalendar } from '../../standards/icalendar/read-calendar.ts';
import { writeCalendar } from '../../standards/icalendar/write-calendar.ts';
import { compared, type Family, type Outcome, type TruthFolder } from '../family.ts';

const FOLDER = 'notices/ical';
const DEPTH_MAX = 6;

function calendarsBelow(folder: TruthFolder, path: string, depth = 0): string[] {
  if (depth > DEPTH_MAX) return [];
  return folder.list(path).flatMap((name) => {
    const below = `${path}/${name}`;
    if (/\.ics$/i.test(name)) return [below];
    return folder.read(below) === null ? calendarsBelow(folder, below, depth + 1) : [];
  });
}

function again(name: string, bytes: Uint8Array): { outcome: Outcome; events: number } {
  const read = readCalendar(bytes);
  if ('fault' in read) {
    const outcome = { case: name, outcome: 'missed', reason: read.fault } as const;
    return { outcome, events: 0 };
  }
  const isSame = read.calendars.every((calendar) => {
    const reread = readCalendar(writeCalendar(calendar));
    return 'calendars' in reread && isDeepStrictEqual(reread.calendars, [calendar]);
  });
  const events = read.calendars.reduce((sum, calendar) => sum + calendar.events.length, 0);
  return { outcome: compared(name, isSame ? 'the same' : 'another', 'the same'), events };
}

export const calendars: Family = {
  files: [FOLDER],
  run(folder) {
    const all = calendarsBelow(folder, FOLDER).map((path) =>
      again(path.slice(FOLDER.length + 1), folder.read(path) ?? new Uint8Array()),
    );
    const events = all.reduce((sum, one) => sum + one.events, 0);
    return Promise.resolve([
      {
        name: 'notices/ical: read, written and read the same',
        outcomes: all.map(({ outcome }) => outcome),
        remarks: [`events among them: ${events}`],
      },
    ]);
  },
};
