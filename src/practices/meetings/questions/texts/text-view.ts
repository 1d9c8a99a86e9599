/** A text without what is open, or as one actor would have it, today or as of a version. */
import { z } from 'zod';
import { ActorId } from '../../../../kernel/actor-id.ts';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import { PROVISION_KINDS } from '../../../../standards/bracketed-text/bracketed-text.ts';
import { DocumentSymbol, Name } from '../../payloads/parts.ts';
import { plainPieces } from '../../rules/texts/plain-pieces.ts';
import { showText } from '../../rules/texts/show-text.ts';
import type { Decide } from '../../rules/texts/show-words.ts';
import type { TextState } from '../../rules/texts/text-state.ts';
import { agreedOnly, asWanted, inTheRoom } from '../../rules/texts/views.ts';
import { InLanguage, unknownHere } from '../shapes.ts';
import { type OpenText, HeadShape, headOf, openText, versionOf } from './shapes.ts';

export const VIEWS = ['clean', 'actor', 'room'] as const;
export type View = (typeof VIEWS)[number];

const Row = z.object({
  provision: z.string(),
  kind: z.enum(PROVISION_KINDS),
  number: z.string(),
  depth: z.int(),
  words: z.string(),
});

/** How a view decides; an actor's groups speak for it where it is silent. */
function decidingAs(state: TextState, view: View, actors: readonly string[]): Decide {
  if (view === 'clean') return agreedOnly(state.standings);
  return view === 'actor' ? asWanted(state.standings, actors) : inTheRoom(state.standings);
}

/** An actor, and the groups among those who took part that it belongs to. */
function wanting({ reading, state }: OpenText, actor: string | undefined, day: string) {
  if (actor === undefined) return [];
  const taking = new Set([...state.issues.values()].flatMap((issue) => issue.by));
  const { registry } = reading.archive;
  const groups = [...taking].filter((one) => registry.membersOn(one, day).includes(actor));
  return [actor, ...groups];
}

export const textView = defineQuestion({
  name: 'meetings.text-view',
  title: 'What does a text say clean, or as one actor would have it?',
  input: z.strictObject({
    text: Name,
    view: z.enum(VIEWS).default('clean'),
    /** As whom one would have it. */
    actor: ActorId.optional(),
    /** The symbol of a version; absent: as it stands. */
    version: DocumentSymbol.optional(),
    locale: InLanguage,
  }),
  output: z.object({ ...HeadShape, version: z.string().nullable(), rows: z.array(Row) }),
  example: { text: 'draft-declaration', view: 'actor', actor: 'KEN' },
  async answer(asked, { text: name, view, actor, version, locale }) {
    const opened = await openText(asked, name);
    if (isRefusal(opened)) return opened;
    const state = version === undefined ? opened.state : versionOf(opened, version);
    if (state === null) return unknownHere(said('There is no version of that symbol here.'));
    const decide = decidingAs(state, view, wanting(opened, actor, asked.asOf));
    return {
      ...headOf(opened, locale),
      version: version ?? null,
      rows: showText(state, decide).map(({ depth, id, kind, number, pieces }) => {
        return { provision: id, kind, number, depth, words: plainPieces(pieces) };
      }),
    };
  },
});
