/** What a table itself holds by a name; what every object has, such as `constructor`, is not it. */
export function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
