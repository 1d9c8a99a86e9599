/** The pages on bodies. */
import type { Page } from '../../../../ui/page.ts';

export const bodyPages: readonly Page[] = [];
