/** Notices as tables keep them: STIX objects and annexes have rows of their own. */
import { z } from 'zod';
import { CapContent } from './content.ts';
import { Notice, Update } from './notice.ts';

const StoredContent = z
  .discriminatedUnion('standard', [
    z.strictObject({ standard: z.literal('stix'), count: z.int() }),
    CapContent,
  ])
  .nullable();
export type StoredContent = z.output<typeof StoredContent>;

export const StoredNotice = Notice.omit({ annex: true }).extend({
  content: StoredContent.default(null),
});
export type StoredNotice = z.output<typeof StoredNotice>;

/** What an update changes, without its reason and without the notice that it names. */
export const StoredUpdate = Update.omit({ notice: true }).extend({
  content: StoredContent.optional(),
});
export type StoredUpdate = z.output<typeof StoredUpdate>;
