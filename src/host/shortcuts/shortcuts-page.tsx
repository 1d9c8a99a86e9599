/** The keys that pages know, and, where there is a script, the way to be rid of them. */
import type { Hono } from 'hono';
import type { PageContent } from '../../ui/page.ts';
import type { Text } from '../../ui/text/text.ts';
import { destinationsOf, linkTo } from '../destinations/destinations.ts';
import { chooseLocale } from '../pages/locale.ts';
import { SHORTCUTS_PATH } from '../pages/paths.ts';
import { showPage } from '../pages/show-page.ts';
import type { Services } from '../services.ts';
import type { HostEnv } from '../viewer.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['/', 'search'],
  ['Ctrl K', 'palette'],
  ['?', 'help'],
];

interface Shortcut {
  readonly keys: string;
  readonly does: string;
}

function shortcutsIn(text: Text, serves: Services['serves']): Shortcut[] {
  const places = destinationsOf(serves).flatMap((place) => {
    const { keys, label } = linkTo(place, text);
    return keys === undefined ? [] : [{ keys, does: text('host.shortcuts.go', { place: label }) }];
  });
  return [...KEYS.map(([keys, key]) => ({ keys, does: text(`host.shortcuts.${key}`) })), ...places];
}

function shortcutsContent(text: Text, serves: Services['serves']): PageContent {
  const title = text('host.shortcuts');
  return {
    title,
    description: text('host.shortcuts.why'),
    breadcrumb: [],
    body: (
      <>
        <h1>{title}</h1>
        <p>{text('host.shortcuts.why')}</p>
        <table class="keys">
          <thead>
            <tr>
              <th scope="col">{text('host.shortcuts.key')}</th>
              <th scope="col">{text('host.shortcuts.does')}</th>
            </tr>
          </thead>
          <tbody>
            {shortcutsIn(text, serves).map(({ keys, does }) => (
              <tr>
                <td dir="ltr">
                  {keys.split(' ').map((key) => (
                    <>
                      <kbd>{key}</kbd>{' '}
                    </>
                  ))}
                </td>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p
          data-keys-switch
          data-off={text('host.shortcuts.off')}
          data-on={text('host.shortcuts.on')}
          hidden
        >
          <button type="button">{text('host.shortcuts.off')}</button>
        </p>
      </>
    ),
  };
}

/** Mounts the page; it lists only what the house has. */
export function mountShortcuts(app: Hono<HostEnv>, services: Services): void {
  app.get(SHORTCUTS_PATH, (c) =>
    showPage(services, c, shortcutsContent(services.textIn(chooseLocale(c)), services.serves)),
  );
}
