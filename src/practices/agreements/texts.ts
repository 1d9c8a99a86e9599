/** The words of the pages of this practice. */
import type { Catalogue } from '../../ui/text/text.ts';
import en from './text/en.json' with { type: 'json' };

export const agreementsText: Catalogue = { en };
