/** Who voted in a body, and how often. */
import { z } from 'zod';
import { PlainDateText } from '../../../../kernel/dates.ts';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { Name } from '../../payloads/parts.ts';
import type { PastRollCall } from '../../load-roll-calls.ts';
import { InLanguage, nameOf } from '../shapes.ts';
import { bodyTitle, openPast } from './opening.ts';

const VoterRow = z.object({
  actor: z.string(),
  name: z.string(),
  votes: z.int(),
  firstOn: PlainDateText,
  lastOn: PlainDateText,
});

interface Voted {
  votes: number;
  readonly firstOn: string;
  lastOn: string;
}

function votedIn(rollCalls: readonly PastRollCall[], personOf: (actor: string) => string) {
  const found = new Map<string, Voted>();
  for (const { on, yes, no, abstain } of rollCalls) {
    for (const actors of [yes, no, abstain]) {
      for (const actor of actors) {
        const known = found.get(actor) ?? { votes: 0, firstOn: on, lastOn: on };
        known.votes += 1;
        known.lastOn = on;
        found.set(actor, known);
      }
    }
  }
  const persons = new Map<string, Voted>();
  for (const [actor, voted] of found) {
    const person = personOf(actor);
    const known = persons.get(person) ?? { ...voted, votes: 0 };
    const firstOn = known.firstOn < voted.firstOn ? known.firstOn : voted.firstOn;
    const lastOn = known.lastOn > voted.lastOn ? known.lastOn : voted.lastOn;
    persons.set(person, { votes: known.votes + voted.votes, firstOn, lastOn });
  }
  return persons;
}

export const voters = defineQuestion({
  name: 'meetings.voters',
  title: 'Who voted in a body, from when to when, and how often?',
  input: z.strictObject({ body: Name, locale: InLanguage }),
  output: z.object({ body: z.string(), title: z.string(), rows: z.array(VoterRow) }),
  example: { body: 'general-conference' },
  async answer(asked, { body, locale }) {
    const past = await openPast(asked, body);
    if (isRefusal(past)) return past;
    const persons = votedIn(past.rollCalls, (actor) => past.actors.personOf(actor));
    const { compare } = new Intl.Collator(locale);
    const rows = [...persons].map(([actor, voted]) => {
      return { actor, name: nameOf(locale, actor, past.actors), ...voted };
    });
    return {
      body,
      title: await bodyTitle(asked, body, locale),
      rows: rows.sort((one, other) => compare(one.name, other.name)),
    };
  },
});
