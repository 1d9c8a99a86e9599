/** What a kind of act is called, in the reader's language. */
import type { ActDefinition } from '../../kernel/define-area.ts';
import type { Text } from '../../ui/text/text.ts';

function said(text: Text, key: string): string | null {
  const words = text(key);
  return words === key ? null : words;
}

/** What the practice calls this kind of act, else its type. */
export function actWords(text: Text, type: string): string {
  const [area = '', verb = ''] = type.split('.');
  return said(text, `${area}.act.${verb}`) ?? said(text, `${area}.event.${verb}`) ?? type;
}

/** What one does by an act of this kind. Definitions say it in English; others have its name. */
export function actTitle(text: Text, { type, title }: ActDefinition): string {
  if (text.locale === 'en') return title;
  const words = actWords(text, type);
  return words === type ? title : words;
}
