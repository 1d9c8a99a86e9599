/** What a practice is to its own pages. */
import type { Locale } from '../../ui/text/locale.ts';
import type { Script } from './script.ts';

export interface PracticeInside {
  readonly script: Script;
  /** Where one goes back to: the node's own page of the practice. */
  home(): string;
  /** The cookie by which whoever asks has a role from now on. */
  roleCookie(actor: string): string;
}

/** The way on along the path, wherever one is. */
export const NEXT_PATH = '/practice/next';

/** What one of the cast is called; the code where it is none of them. */
export function castName({ cast }: Script, actor: string, locale: Locale): string {
  return cast.find(({ id }) => id === actor)?.names[locale] ?? actor;
}
