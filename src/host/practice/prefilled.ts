/** The form of a prepared act, as one would have filled it in. */
import type { ActDefinition } from '../../kernel/define-area.ts';
import { writtenFields } from '../acts/payload-form/write-payload.ts';
import { PAYLOAD, nodeOf } from '../acts/payload-form/walk.ts';
import type { Fields } from '../form.ts';
import { MARKING } from '../releases/release-fields.ts';
import { actorOf } from './done.ts';
import { type Prepared, type Told, payloadOf } from './script.ts';

/** What stands in the fields, by their names. */
export function prefilled(definition: ActDefinition, prepared: Prepared, told: Told): Fields {
  const { by, marking, recorded, register, type } = prepared;
  const audience =
    marking === undefined
      ? {}
      : { [`${MARKING}.level`]: marking.level, [`${MARKING}.to`]: marking.to.join(' ') };
  return {
    type,
    register,
    actor: actorOf(prepared),
    ...(by === actorOf(prepared) ? {} : { author: by }),
    basis: recorded === undefined ? 'signed' : 'recorded',
    ...(recorded === undefined ? {} : { source: recorded }),
    ...writtenFields(nodeOf(definition), PAYLOAD, payloadOf(prepared, told)),
    ...audience,
  };
}
