/** The session of the example conference. */
import type { DraftAct } from '../../src/kernel/submission.ts';
import type { Drafting } from './drafting.ts';

export const SESSION = 'meetings/first-session';

export const sessionActs = (draft: Drafting): readonly DraftAct[] => [
  draft('convene', SESSION, {
    body: 'general-conference',
    title: { en: 'First session' },
    opensOn: '2026-03-02',
    closesOn: '2026-03-06',
  }),
];
