/** A letter as an e-mail: plain text and the same marked up, with the address of its page. */
import type { Letter } from '../../ui/letter.ts';
import type { Text } from '../../ui/text/text.ts';
import { letterDocument } from './letter-document.tsx';

export interface Message {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Header lines end where a line ends: a subject has none. */
const oneLine = (subject: string): string => subject.replaceAll(/[\r\n\t]+/g, ' ').trim();

/** In place of a marked act: that there is something to read, and where one signs in to do so. */
export function sealedLetter(text: Text, act: string): Letter {
  const body = text('host.mail.sealed.text');
  return { subject: text('host.mail.sealed.subject'), text: body, body, href: `/acts/${act}` };
}

/** That a notice was not acknowledged in time, and where one reads which; marked or not. */
export function overdueLetter(text: Text, act: string): Letter {
  const body = text('host.webhooks.letter.text');
  return { subject: text('host.webhooks.letter.subject'), text: body, body, href: `/acts/${act}` };
}

/** The message for one letter. `origin` is the node's own address. */
export async function messageOf(letter: Letter, text: Text, origin: string): Promise<Message> {
  const address = `${origin}${letter.href}`;
  const html = await letterDocument(letter, text, address);
  return {
    subject: oneLine(letter.subject),
    text: `${letter.text.trimEnd()}\n\n${address}\n`,
    html: `<!doctype html>${html}`,
  };
}
