/** The pages on sessions. */
import type { Page } from '../../../../ui/page.ts';
import { credentialsPage } from './credentials.tsx';
import { documentsPage } from './documents.tsx';
import { inputsPage } from './inputs.tsx';
import { orderPage } from './order.tsx';
import { sessionPage } from './session.tsx';
import { speakersPage } from './speakers.tsx';

export const sessionPages: readonly Page[] = [
  sessionPage,
  speakersPage,
  documentsPage,
  credentialsPage,
  inputsPage,
  orderPage,
];
