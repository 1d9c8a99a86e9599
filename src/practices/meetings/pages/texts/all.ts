/** The pages on texts. */
import type { Page } from '../../../../ui/page.ts';

export const textPages: readonly Page[] = [];
