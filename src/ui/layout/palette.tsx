import { Icon } from '../icon/icon.tsx';
import type { Markup } from '../markup.ts';
import type { Text } from '../text/text.ts';

export interface PaletteProps {
  text: Text;
  /** Where words are sent for suggestions, and the page that lists the keys. */
  suggestHref: string;
  helpHref: string;
}

/** The list of places that a script opens by keys; without one it is never seen. */
export function Palette({ text, suggestHref, helpHref }: PaletteProps): Markup {
  return (
    <dialog
      id="palette"
      class="palette"
      aria-label={text('ui.palette')}
      data-suggest={suggestHref}
      data-help={helpHref}
      data-search={text('ui.palette.search')}
      data-count={text('ui.palette.count')}
      data-none={text('ui.palette.none')}
      data-close={text('ui.palette.close')}
    >
      <p class="palette-field">
        <Icon name="search" />
        <input
          type="text"
          aria-label={text('ui.palette')}
          placeholder={text('ui.palette')}
          autocomplete="off"
          spellcheck={false}
          maxlength={200}
        />
        <kbd>Esc</kbd>
      </p>
    </dialog>
  );
}
