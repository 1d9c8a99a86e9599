/** What observers handed in, and what became of it. */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { FATES } from '../../payloads/session-inputs.ts';
import { fateOf } from '../../rules/sessions/inputs.ts';
import { OfSession, SessionHead, orNull, readSession, titleOfItem } from './reading.ts';

const InputRow = z.object({
  input: z.string(),
  title: z.string(),
  actor: z.string(),
  name: z.string(),
  item: z.string().nullable(),
  itemTitle: z.string().nullable(),
  concerns: z.string().nullable(),
  language: z.string(),
  words: z.string().nullable(),
  digest: z.string().nullable(),
  at: z.string(),
  /** What became of it; null: nothing was said yet. */
  fate: z.enum(FATES).nullable(),
  answers: z.array(
    z.object({
      fate: z.enum(FATES),
      symbol: z.string().nullable(),
      paragraph: z.string().nullable(),
      reason: z.string().nullable(),
      at: z.string(),
      act: z.string(),
    }),
  ),
  act: z.string(),
});
export type InputRow = z.output<typeof InputRow>;

export const inputs = defineQuestion({
  name: 'meetings.inputs',
  title: 'What did observers hand in, and what became of it?',
  input: OfSession,
  output: z.object({ head: SessionHead, rows: z.array(InputRow) }),
  example: { session: 'first-session' },
  async answer(asked, input) {
    const reading = await readSession(asked, input);
    if (isRefusal(reading)) return reading;
    const { head, session } = reading;
    const rows = [...session.inputs.values()].map((one): InputRow => {
      const { payload, recordedAt } = one.fact;
      return {
        input: one.input,
        title: payload.title,
        actor: one.fact.actor,
        name: reading.nameOf(one.fact.actor),
        item: orNull(payload.item),
        itemTitle: titleOfItem(session, payload.item, input.locale),
        concerns: orNull(payload.concerns),
        language: payload.language,
        words: orNull(payload.words),
        digest: orNull(payload.document?.digest),
        at: recordedAt,
        fate: fateOf(one),
        answers: one.answers.map(({ act, payload: answer, recordedAt: at }) => ({
          fate: answer.fate,
          symbol: orNull(answer.symbol),
          paragraph: orNull(answer.paragraph),
          reason: orNull(answer.reason),
          at,
          act,
        })),
        act: one.act,
      };
    });
    return { head, rows };
  },
});
