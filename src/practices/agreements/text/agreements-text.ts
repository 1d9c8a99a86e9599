import type { Catalogue } from '../../../ui/text/text.ts';
import en from './en.json' with { type: 'json' };

/** The words of the practice's pages. What rules write in findings is English. */
export const agreementsText: Catalogue = { en };
