/** A text as a draft, to be written to a file or tabled again. */
import { z } from 'zod';
import { PlainDateText } from '../../../../kernel/dates.ts';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import { PROVISION_KINDS } from '../../../../standards/bracketed-text/bracketed-text.ts';
import { Inline } from '../../payloads/negotiating-text.ts';
import { DocumentSymbol, Name } from '../../payloads/parts.ts';
import { draftOf } from '../../rules/texts/draft-of.ts';
import { agreedOnly, inTheRoom } from '../../rules/texts/views.ts';
import { unknownHere } from '../shapes.ts';
import { openText, tabledOn, versionOf } from './shapes.ts';

const Provision = z.object({
  id: z.string(),
  kind: z.enum(PROVISION_KINDS),
  parent: z.string().optional(),
  number: z.string().optional(),
  words: z.array(Inline),
});

export const textDraft = defineQuestion({
  name: 'meetings.text-draft',
  title: 'What is a text as a draft, in the form in which one is tabled?',
  input: z.strictObject({
    text: Name,
    view: z.enum(['room', 'clean']).default('room'),
    /** The symbol of a version; absent: as it stands. */
    version: DocumentSymbol.optional(),
  }),
  output: z.object({
    title: z.string(),
    symbol: z.string(),
    language: z.string(),
    /** The day on which it was tabled. */
    tabledOn: PlainDateText,
    provisions: z.array(Provision),
  }),
  example: { text: 'draft-declaration' },
  async answer(asked, { text: name, view, version }) {
    const opened = await openText(asked, name);
    if (isRefusal(opened)) return opened;
    const state = version === undefined ? opened.state : versionOf(opened, version);
    if (state === null) return unknownHere(said('There is no version of that symbol here.'));
    const { standings } = state;
    const draft = draftOf(state, view === 'room' ? inTheRoom(standings) : agreedOnly(standings));
    return {
      ...draft,
      symbol: version ?? draft.symbol,
      tabledOn: tabledOn(state),
      provisions: draft.provisions.map(({ words, ...provision }) => {
        return { ...provision, words: [...words] };
      }),
    };
  },
});
