/** The words of the pages of actors, in the six languages of the United Nations. */
import type { Catalogue } from '../../ui/text/text.ts';
import ar from './text/ar.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import es from './text/es.json' with { type: 'json' };
import fr from './text/fr.json' with { type: 'json' };
import ru from './text/ru.json' with { type: 'json' };
import zh from './text/zh.json' with { type: 'json' };

export const actorText: Catalogue = { ar, en, es, fr, ru, zh };
