import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import type { Catalogue } from './text.ts';
import zh from './zh.json' with { type: 'json' };

/** The words of the components: labels, states, counts. Rooms add their own catalogue. */
export const uiText: Catalogue = { ar, en, es, fr, ru, zh };
