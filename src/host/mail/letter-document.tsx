/** A letter marked up: mail readers know no style sheets, so it says little of its looks. */
import type { Letter } from '../../ui/letter.ts';
import type { Text } from '../../ui/text/text.ts';

/** The document as HTML text. */
export async function letterDocument(letter: Letter, text: Text, address: string): Promise<string> {
  const page = (
    <html lang={text.locale} dir={text.direction}>
      <head>
        <meta charset="utf-8" />
        <title>{letter.subject}</title>
      </head>
      <body style="font-family: Georgia, serif; line-height: 1.5; max-width: 42em">
        {letter.body}
        <p>
          <a href={address}>{address}</a>
        </p>
      </body>
    </html>
  );
  return (await page).toString();
}
