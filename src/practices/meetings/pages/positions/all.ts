/** The pages on positions. */
import type { Page } from '../../../../ui/page.ts';
import { packagesPage } from './packages.tsx';
import { positionsPage } from './positions.tsx';

export const positionPages: readonly Page[] = [positionsPage, packagesPage];
