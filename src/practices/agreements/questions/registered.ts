/** The registration of an agreement: by an act of its register, or as its adoption tells of it. */
import { z } from 'zod';
import type { Known } from '../chronicles.ts';
import { Day } from './shapes.ts';

export const Registered = z
  .object({ number: z.string(), on: Day, act: z.string().nullable() })
  .nullable();

/** How it is registered on a day. UN Charter Art. 102. */
export function registrationOf({ chronicle }: Known, day: string): z.output<typeof Registered> {
  const { adoption, events } = chronicle.history;
  const event = events.find((one) => one.kind === 'register' && one.on <= day);
  if (event) return { number: String(event.detail['number']), on: event.on, act: event.act };
  const told = adoption.registration;
  return told ? { number: told.number, on: told.on ?? null, act: null } : null;
}
