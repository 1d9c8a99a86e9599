/** One row for each thing that happened: date, country, action, treaty. */
import { CODE, type Dialect, PARTICIPANT, TREATY, columnOf, optional } from '../dialect.ts';
import { meaningOf } from '../meanings.ts';
import { quoted } from '../table.ts';
import { readTableDate } from '../table-dates.ts';

const DATE = /^(date|on|day)$/;
const ACTION = /^(action|act|event)$/;

export const events: Dialect = {
  name: 'dated events',
  readerFor(header) {
    const at = {
      date: columnOf(header, DATE),
      action: columnOf(header, ACTION),
      participant: columnOf(header, PARTICIPANT),
      code: columnOf(header, CODE),
      treaty: columnOf(header, TREATY),
    };
    if (at.date === -1 || at.action === -1 || at.participant === -1) return null;
    return (cells) => {
      const action = cells[at.action] ?? '';
      const meaning = meaningOf(action);
      const date = readTableDate(cells[at.date] ?? '');
      const named = { participant: cells[at.participant] ?? '', ...optional(cells, at) };
      if ('fault' in date) return { ...named, acts: [], remarks: [], faults: [date.fault] };
      if (!('on' in date) || !meaning) {
        const remark = meaning
          ? 'It has no date.'
          : `${quoted(action)} is no act that is recorded.`;
        return { ...named, acts: [], remarks: [remark], faults: [] };
      }
      return { ...named, acts: [{ ...meaning, on: date.on }], remarks: [], faults: [] };
    };
  },
};
