/** The pages on positions. */
import type { Page } from '../../../../ui/page.ts';

export const positionPages: readonly Page[] = [];
