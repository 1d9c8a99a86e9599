/** What is sent out by e-mail when an act of a kind is admitted, made for one addressee. */
import type { Refusal } from '../kernel/refusal.ts';
import type { Content } from './markup.ts';
import type { PageRequest } from './page.ts';

export interface Letter {
  readonly subject: string;
  /** The whole in plain text, for readers that show no more. */
  readonly text: string;
  /** The same, marked up. */
  readonly body: Content;
  /** The path of its page. */
  readonly href: string;
}

/** Which act is sent out, and how it reads as the addressee may see it. */
export interface Mailing {
  /** The act's type, `agreements.notify`. */
  readonly type: string;
  compose(request: PageRequest, act: string): Promise<Letter | Refusal>;
}
