/** The pages on power. */
import type { Page } from '../../../../ui/page.ts';
import { powerPage } from './power.tsx';

export const powerPages: readonly Page[] = [powerPage];
