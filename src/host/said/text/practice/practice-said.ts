import type { Catalogue } from '../../../../ui/text/text.ts';
import ar from './ar.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

/** What refusals and rules of practices say, by the English sentence and by the rule. */
export const practiceSaid: Catalogue = { ar, es, fr, ru, zh };
