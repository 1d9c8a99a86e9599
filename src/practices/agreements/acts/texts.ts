/** The text of an agreement: as it is fixed, language by language, and as amendments change it. */
import { type AdmittedAct, defineAct } from '../../../kernel/define-area.ts';
import { FixedText, TextChanges, namedOnly } from '../payloads/texts.ts';
import { put } from '../../../kernel/table.ts';
import { textTable } from '../tables.ts';
import { agreementOf, eventRow } from './event.ts';

/** A text is long, so that the event only names it; its words have a row of their own. */
function textRows(kind: 'fix-text' | 'change-text', act: AdmittedAct<FixedText | TextChanges>) {
  const { language, on } = act.payload;
  const row = put(textTable, {
    entry: act.id,
    agreement: agreementOf(act.header),
    kind,
    language,
    fixed_on: on,
    content: act.payload,
  });
  return [...eventRow(kind, act, { detail: namedOnly(act.payload) }), row];
}

export const fixText = defineAct({
  type: 'agreements.fix-text',
  title: 'Put down the text',
  payload: FixedText,
  awaited: true,
  opens: true,
  example: {
    on: '2024-03-01',
    language: 'en',
    title: 'Convention on the Common River',
    provisions: [
      { id: 'art_1', kind: 'art' as const, number: 'Article 1', heading: 'Aim' },
      { id: 'art_1__para_1', kind: 'para' as const, number: '1.', text: 'The river is shared.' },
    ],
  },
  apply: (act) => textRows('fix-text', act),
});

export const changeText = defineAct({
  type: 'agreements.change-text',
  title: 'Say how the amendment changes the text',
  payload: TextChanges,
  awaited: true,
  example: {
    on: '2026-03-01',
    language: 'en',
    changes: [{ change: 'repeal' as const, provision: 'art_7' }],
  },
  apply: (act) => textRows('change-text', act),
});

export const textActs = [fixText, changeText];
