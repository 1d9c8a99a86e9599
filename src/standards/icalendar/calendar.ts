/** A calendar as typed objects (RFC 5545): events, each on a day or at a moment. */
import { z } from 'zod';
import { InstantText, PlainDateText } from '../../kernel/dates.ts';

/** Hours and minutes of some place; without a zone, of wherever one is. RFC 5545, 3.3.5. */
const LocalTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);

/** When something is: a whole day, a moment everywhere, or an hour of some zone. */
export const CalendarTime = z.union([
  z.strictObject({ day: PlainDateText }),
  z.strictObject({ at: InstantText }),
  z.strictObject({ local: LocalTime, zone: z.string().nullable() }),
]);

export const EVENT_STATUSES = ['TENTATIVE', 'CONFIRMED', 'CANCELLED'] as const;

export const CalendarEvent = z.strictObject({
  /** The same for ever, in every calendar. RFC 5545, 3.8.4.7. */
  uid: z.string().min(1),
  /** When it was last told anew. RFC 5545, 3.8.7.2. */
  stampedAt: InstantText,
  /** Grows with each change. RFC 5545, 3.8.7.4. */
  sequence: z.int().min(0),
  status: z.enum(EVENT_STATUSES).optional(),
  summary: z.string().optional(),
  description: z.string().optional(),
  location: z.string().optional(),
  url: z.string().optional(),
  categories: z.array(z.string()),
  start: CalendarTime,
  /** What comes after it: of whole days, the day after the last. RFC 5545, 3.8.2.2. */
  end: CalendarTime.optional(),
  /** Instead of an end: `PT1H30M`. */
  duration: z.string().optional(),
  /** How it comes again, as written: `FREQ=YEARLY`. It is never unrolled here. */
  recurrence: z.string().optional(),
});

/** A zone that events name, as the calendar defines it. RFC 5545, 3.6.5. */
const CalendarZone = z.strictObject({ id: z.string(), definition: z.string() });

export const Calendar = z.strictObject({
  productId: z.string().min(1),
  name: z.string().optional(),
  /** Where the calendar itself is to be read again. RFC 7986, 5.8. */
  source: z.string().optional(),
  zones: z.array(CalendarZone),
  events: z.array(CalendarEvent),
});

export type CalendarTime = z.output<typeof CalendarTime>;
export type CalendarEvent = z.output<typeof CalendarEvent>;
export type CalendarZone = z.output<typeof CalendarZone>;
export type Calendar = z.output<typeof Calendar>;
