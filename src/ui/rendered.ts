import type { Markup } from './markup.ts';
import { createText } from './text/text.ts';
import { uiText } from './text/ui-text.ts';

/** The components' own texts in English, for tests. */
export const english = createText('en', [uiText]);

/** The components' own texts in Arabic, for tests of what runs right to left. */
export const arabic = createText('ar', [uiText]);

/** Markup as the HTML that is sent. */
export async function rendered(markup: Markup | null): Promise<string> {
  return String((await markup) ?? '');
}
