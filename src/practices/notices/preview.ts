/** What would follow from an act in a channel, before it is recorded. */
import type { ActOf } from '../../kernel/act.ts';
import type { Asked, Consequence } from '../../kernel/define-area.ts';
import { issue } from './acts/all.ts';
import { channelOf } from './acts/rows.ts';
import { Notice, readNumber } from './payloads/notice.ts';
import { type Reading, openDesk } from './readings.ts';
import { addresseesOf } from './rules/addressees.ts';
import { deadlineOf } from './rules/notice-state.ts';
import { missingSerials } from './rules/numbering.ts';

/** Numbers of the sender that the notice would leave out; told to the sender, who asks. */
function skipped({ archive }: Reading, actor: string, number: string | undefined): Consequence[] {
  if (number === undefined) return [];
  const { serial, year } = readNumber(number);
  const before = [...archive.notices.values()].flatMap((fact) => {
    const given = fact.notice.number;
    if (fact.actor !== actor || given === undefined) return [];
    const read = readNumber(given);
    return read.year === year ? [read.serial] : [];
  });
  const missing = missingSerials([...before, serial]);
  if (missing.length === 0) return [];
  const numbers = missing.map((one) => `${one}/${year}`).join(', ');
  return [{ key: 'notices.follows.skipped', values: { numbers } }];
}

/** An instant to the minute, as it is typed. */
const minuteOf = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;

/** Whom a notice would reach and by when they are to acknowledge it, as the asker may know it. */
export async function preview(asked: Asked, act: ActOf<unknown>): Promise<readonly Consequence[]> {
  const { header, payload } = act;
  if (header.type !== issue.type) return [];
  const notice = Notice.parse(payload);
  const desk = await openDesk(asked, [channelOf(header)]);
  const [reading] = desk.readings;
  if (reading === undefined) return [];
  const addressed = addresseesOf(notice.to, header.issuedAt, desk.actors).filter(
    ({ actor }) => actor !== header.actor,
  );
  const { acknowledgeBy } = deadlineOf(notice, header.issuedAt, reading.channel);
  const isDue = acknowledgeBy !== null && addressed.length > 0;
  return [
    { key: 'notices.follows.reaches', values: { count: addressed.length } },
    ...(isDue ? [{ key: 'notices.follows.due', values: { at: minuteOf(acknowledgeBy) } }] : []),
    ...skipped(reading, header.actor, notice.number),
  ];
}
