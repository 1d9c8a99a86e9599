/** The pages of secret ballots. */
import type { Page } from '../../../../ui/page.ts';
import { ballotPage } from './ballot.tsx';

export const ballotPages: readonly Page[] = [ballotPage];
