/**
 * `/verify` as one HTML file with all that it needs inside. Its own policy lets run what it was
 * made with, by hash, and lets it reach nothing; the policy stands in the file too, so that a copy
 * on a disk is bound by it like the page of a node.
 */
import { hash } from 'node:crypto';
import { locales, directionOf, localeNames } from '../../ui/text/locale.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Services } from '../services.ts';
import en from '../text/en.json' with { type: 'json' };
import { VERIFY_STYLE } from './verify-style.ts';

/** What the page says of an act, in words that the record's own pages have. */
const RECORD_TEXTS = ['type', 'actor', 'author', 'register', 'issued', 'effective', 'id'];
const SHARED = [...RECORD_TEXTS, 'payload', 'withheld'].map((name) => `host.record.${name}`);
const TEXTS: readonly string[] = [
  ...SHARED,
  ...Object.keys(en).filter((key) => key.startsWith('host.verify.')),
];

const sourceOf = (content: string): string => `'sha256-${hash('sha256', content, 'base64')}'`;

export interface VerifyPage {
  readonly html: string;
  /** The Content-Security-Policy of the page. */
  readonly policy: string;
}

function textsIn(services: Services): string {
  const all = locales.map((locale) => {
    const text = services.textIn(locale);
    return [locale, Object.fromEntries(TEXTS.map((key) => [key, text(key)]))];
  });
  // Nothing in it may end the element that it stands in.
  return JSON.stringify(Object.fromEntries(all)).replaceAll('<', '\\u003c');
}

/** Words that the page changes by itself where another language is chosen. */
function Words({ text, name }: { text: Text; name: string }) {
  return <span data-text={`host.verify.${name}`}>{text(`host.verify.${name}`)}</span>;
}

function Body({ text }: { text: Text }) {
  return (
    <>
      <header>
        <h1>
          <Words text={text} name="title" />
        </h1>
        <label>
          <Words text={text} name="language" />{' '}
          <select>
            {locales.map((locale) => (
              <option value={locale} lang={locale} selected={locale === text.locale}>
                {localeNames[locale]}
              </option>
            ))}
          </select>
        </label>
      </header>
      <main id="main">
        <p class="lead">
          <Words text={text} name="lead" />
        </p>
        <noscript>
          <p>{text('host.verify.no-script')}</p>
        </noscript>
        <label class="open">
          <b>
            <Words text={text} name="choose" />
          </b>
          <Words text={text} name="drop" />
          <input type="file" accept=".json,application/json" />
        </label>
        <div id="result" aria-live="polite" />
      </main>
      <footer id="save">
        <p>
          <a href="/verify" download="concord-verify.html">
            <Words text={text} name="save" />
          </a>{' '}
          <Words text={text} name="save.how" />
        </p>
      </footer>
    </>
  );
}

/** The whole page in a language; the style sheet is that of the house. */
export async function verifyPage(
  services: Services,
  text: Text,
  script: string,
): Promise<VerifyPage> {
  const style = services.assets.styleSheet.body + VERIFY_STYLE;
  const allowed = `script-src ${sourceOf(script)}; style-src ${sourceOf(style)}`;
  const inFile = `default-src 'none'; ${allowed}; base-uri 'none'; form-action 'none'`;
  const page = (
    <html lang={text.locale} dir={directionOf(text.locale)}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={inFile} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{text('host.verify.title')}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <Body text={text} />
        <script
          type="application/json"
          id="texts"
          dangerouslySetInnerHTML={{ __html: textsIn(services) }}
        />
        <script type="module" dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  );
  const html = `<!doctype html>\n${(await page).toString()}`;
  return { html, policy: `${inFile}; frame-ancestors 'none'` };
}
