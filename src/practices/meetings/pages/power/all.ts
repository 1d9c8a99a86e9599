/** The pages on power. */
import type { Page } from '../../../../ui/page.ts';

export const powerPages: readonly Page[] = [];
