import type { Catalogue } from '../../ui/text/text.ts';
import en from './en.json' with { type: 'json' };

/** The words of the host's own pages: signing in, tokens, act forms, the record. */
export const hostText: Catalogue = { en };
