/** All texts of the practice: of its acts, and of its pages. */
import type { Catalogue } from '../../../ui/text/text.ts';
import { noticeActsText } from './acts/acts-text.ts';
import { noticesText } from './notices-text.ts';
import { noticesSaid } from './said/notices-said.ts';

export const noticeCatalogues: readonly Catalogue[] = [noticeActsText, noticesText, noticesSaid];
