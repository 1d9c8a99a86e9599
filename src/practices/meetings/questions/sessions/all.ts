/** What the practice answers on sessions. */
import type { Question } from '../../../../kernel/define-area.ts';
import { agenda } from './agenda.ts';
import { credentials } from './credentials.ts';
import { documents } from './documents.ts';
import { inputs } from './inputs.ts';
import { session } from './session.ts';
import { speakers } from './speakers.ts';

export const sessionQuestions: readonly Question[] = [
  session,
  agenda,
  documents,
  speakers,
  credentials,
  inputs,
];
