/** The pages on history. */
import type { Page } from '../../../../ui/page.ts';
import { agreementPage } from './agreement.tsx';
import { blocsPage } from './blocs.tsx';
import { driftPage } from './drift.tsx';
import { votesPage } from './list.tsx';
import { rollCallPage } from './roll-call.tsx';

/** The page of one roll call comes last: its address would be taken for the others. */
export const historyPages: readonly Page[] = [
  votesPage,
  agreementPage,
  driftPage,
  blocsPage,
  rollCallPage,
];
