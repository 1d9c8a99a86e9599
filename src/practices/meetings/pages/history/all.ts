/** The pages on history. */
import type { Page } from '../../../../ui/page.ts';

export const historyPages: readonly Page[] = [];
