/** Finds agreements by a title, a short title or an id, as people type them. */
import { z } from 'zod';
import { defineQuestion } from '../../../kernel/define-area.ts';
import { allChronicles } from '../chronicles.ts';
import { agreementStateOn } from '../rules/agreement-state.ts';
import { searchTitles } from '../rules/title-search.ts';
import { rowOf } from './list.ts';
import { AgreementRow, InLanguage } from './shapes.ts';

export const MATCHES_MAX = 50;
const Limit = z.coerce.number().int().min(1).max(MATCHES_MAX).default(20);

export const search = defineQuestion({
  name: 'agreements.search',
  title: 'Which agreements bear a title like this?',
  input: z.strictObject({ text: z.string().max(200), limit: Limit, locale: InLanguage }),
  output: z.object({
    rows: z.array(z.object({ row: AgreementRow, matched: z.string(), score: z.int() })),
  }),
  example: { text: 'CTBT' },
  async answer(asked, { text, limit, locale }) {
    const all = (await allChronicles(asked)).filter(
      ({ chronicle }) => agreementStateOn(chronicle, asked.asOf) !== 'not-adopted',
    );
    const byId = new Map(all.map((known) => [known.chronicle.history.agreement, known]));
    const titled = all.map(({ chronicle: { history } }) => ({
      agreement: history.agreement,
      titles: [
        ...Object.values(history.adoption.title),
        ...Object.values(history.adoption.shortTitles ?? {}),
        history.adoption.shortTitle,
        history.agreement,
      ].flatMap((title) => (title ? [title] : [])),
    }));
    const rows = searchTitles(titled, text, limit).flatMap(({ agreement, title, score }) => {
      const known = byId.get(agreement);
      return known ? [{ row: rowOf(known, asked.asOf, locale), matched: title, score }] : [];
    });
    return { rows };
  },
});
