/** Every property is tried with the same seed, so that the same code gives the same answer. */
import fc from 'fast-check';
import { seedOf } from './property-runs.ts';

const seed = seedOf(process.env['CONCORD_PROPERTY_SEED']);
fc.configureGlobal(seed === undefined ? {} : { seed });
