/** Collects rows that could not be used, of which there may be very many. */
import { FAULTS_TOLD_MAX, type RowFault } from './roll-calls.ts';

export class Faults {
  readonly told: RowFault[] = [];
  count = 0;

  add(table: RowFault['table'], line: number, reason: string): void {
    this.count += 1;
    if (this.told.length < FAULTS_TOLD_MAX) this.told.push({ table, line, reason });
  }
}
