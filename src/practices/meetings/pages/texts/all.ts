/** The pages on texts. */
import type { Page } from '../../../../ui/page.ts';
import { textComparePage } from './text-compare.tsx';
import { textPage } from './text.tsx';

export const textPages: readonly Page[] = [textPage, textComparePage];
