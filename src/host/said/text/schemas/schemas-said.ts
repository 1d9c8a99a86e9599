import type { Catalogue } from '../../../../ui/text/text.ts';
import ar from './ar.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

/** What our schemas say of what is typed, by the English words. */
export const schemasSaid: Catalogue = { ar, es, fr, ru, zh };
