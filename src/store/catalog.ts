/** All areas of a node, found by the type of an act and by the name of a table. */
import type { ActDefinition, Area } from '../kernel/define-area.ts';
import type { AnyTable } from '../kernel/table.ts';
import { PROVENANCE_COLUMNS, tableFault } from './area-tables.ts';
import { keysArea } from './keys-area.ts';
import { mandatesArea } from './mandates-area.ts';
import { registersArea } from './registers-area.ts';
import { streamsArea } from './streams-area.ts';

/** Areas that the store itself needs, so that it can judge authority. */
export const OWN_AREAS: readonly Area[] = [keysArea, mandatesArea, registersArea, streamsArea];

export interface Found {
  readonly area: Area;
  readonly definition: ActDefinition;
}

export interface Catalog {
  readonly areas: readonly Area[];
  find(type: string): Found | null;
  /** Throws for a table that no area defines: rows go nowhere else. */
  table(name: string): AnyTable;
}

function once<Value>(map: Map<string, Value>, name: string, value: Value): void {
  if (map.has(name)) throw new Error(`${name} is defined twice`);
  map.set(name, value);
}

/** Gathers the areas. Throws where a name stands twice or a table cannot be made. */
export function catalogOf(given: readonly Area[]): Catalog {
  const areas = [...OWN_AREAS, ...given];
  const [byName, byType, byTable] = [
    new Map<string, Area>(),
    new Map<string, Found>(),
    new Map<string, AnyTable>(),
  ];
  for (const area of areas) {
    once(byName, area.name, area);
    for (const definition of area.acts) once(byType, definition.type, { area, definition });
    for (const table of area.tables) {
      const fault = tableFault(table, PROVENANCE_COLUMNS);
      if (fault) throw new Error(`table ${table.name}: ${fault}`);
      once(byTable, table.name, table);
    }
  }
  return {
    areas,
    find: (type) => byType.get(type) ?? null,
    table: (name) => {
      const table = byTable.get(name);
      if (!table) throw new Error(`no area defines the table ${name}`);
      return table;
    },
  };
}
