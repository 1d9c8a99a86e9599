/** The pages on decisions. */
import type { Page } from '../../../../ui/page.ts';

export const decisionPages: readonly Page[] = [];
