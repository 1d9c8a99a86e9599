/** Gathers the rows that acts leave, without a database to write them to. */
import type { AdmittedAct } from '../../src/kernel/define-area.ts';
import type { RowChange } from '../../src/kernel/table.ts';
import { keyOf } from '../../src/store/area-tables.ts';
import type { Catalog } from '../../src/store/catalog.ts';
import { RowBuffer } from '../../src/store/row-buffer.ts';
import type { Row } from './memory-record.ts';

export class MemoryRows extends RowBuffer {
  readonly #catalog: Catalog;
  readonly gathered: { table: string; key: string; row: Row }[] = [];

  constructor(catalog: Catalog) {
    super(catalog);
    this.#catalog = catalog;
  }

  override add(changes: readonly RowChange[], act: AdmittedAct<unknown>, audience: number): void {
    const { register, position, ledger } = act.admission;
    for (const { table, put } of changes) {
      const row: Row = { ...put, act: act.id, register, position, ledger, audience };
      const key = JSON.stringify(keyOf(this.#catalog.table(table)).map((name) => row[name]));
      this.gathered.push({ table, key, row });
    }
  }

  override flush(): Promise<void> {
    return Promise.resolve();
  }
}
