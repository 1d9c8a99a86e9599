/**
 * The member of a table that the table itself holds by a name. What comes from outside may be
 * called `constructor` or `__proto__`; an object answers to those by its prototype, and then a
 * function stands where nothing was listed. So nothing is read by a name but through this.
 */
export function own<T>(
  table: Readonly<Record<string, T>> | null | undefined,
  name: string,
): T | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Whether the table itself holds something by the name. */
export const isOwn = (table: object, name: string): boolean => Object.hasOwn(table, name);
