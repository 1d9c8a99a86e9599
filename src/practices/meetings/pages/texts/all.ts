/** The pages on texts. */
import type { Page } from '../../../../ui/page.ts';
import { textComparePage } from './text-compare.tsx';
import { textPrintPage } from './text-print.tsx';
import { textPage } from './text.tsx';

export const textPages: readonly Page[] = [textPage, textComparePage, textPrintPage];
