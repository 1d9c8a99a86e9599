/** The pages on sessions. */
import type { Page } from '../../../../ui/page.ts';

export const sessionPages: readonly Page[] = [];
