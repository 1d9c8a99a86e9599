/**
 * One row for each membership, with columns named `stateSignature`, `stateRat`, `stateForce`, and
 * the kind of consent told by the column that holds its date: as the data sets on international
 * environmental agreements (`manyID`, `stateID`) do.
 */
import { type Dialect, type RowReading, columnOf } from '../dialect.ts';
import { type TableAct, type TableInstrument, quoted } from '../table.ts';
import { readTableDate } from '../table-dates.ts';

const COLUMNS = {
  member: /^stateid$/,
  treaty: /^manyid$/,
  otherTreaty: /^treatyid$/,
  signature: /^statesignature$/,
  consent: /^staterat$/,
  force: /^stateforce$/,
  withdrawal: /^statewithdrawal$/,
  accession: /^accession$/,
  acceptance: /^acceptance$/,
  approval: /^approval$/,
  succession: /^succession$/,
  notification: /^consent$/,
  provisional: /^provisionalapp$/,
} as const;
type Column = keyof typeof COLUMNS;

const KINDS: readonly (readonly [Column, TableInstrument])[] = [
  ['accession', 'accession'],
  ['acceptance', 'acceptance'],
  ['approval', 'approval'],
];

class MembershipRow {
  readonly acts: TableAct[] = [];
  readonly remarks: string[] = [];
  readonly faults: string[] = [];
  private readonly cells: readonly string[];
  private readonly at: Readonly<Record<Column, number>>;

  constructor(cells: readonly string[], at: Readonly<Record<Column, number>>) {
    this.cells = cells;
    this.at = at;
  }

  text(column: Column): string {
    const cell = this.cells[this.at[column]] ?? '';
    return cell === 'NA' ? '' : cell;
  }

  date(column: Column): string | null {
    const date = readTableDate(this.text(column));
    if ('fault' in date) this.faults.push(`${column}: ${date.fault}`);
    return 'on' in date ? date.on : null;
  }

  /** The instrument of consent: told by the column that holds the day of consent, too. */
  private instrumentOn(day: string): TableInstrument {
    return KINDS.find(([column]) => this.date(column) === day)?.[1] ?? 'ratification';
  }

  private readConsent(): void {
    const [consent, succession, force] = [
      this.date('consent'),
      this.date('succession'),
      this.date('force'),
    ];
    const effect = force === null ? {} : { effectiveOn: force };
    if (succession !== null) {
      this.acts.push({ act: 'deposit', instrument: 'succession', on: succession, ...effect });
      if (consent !== null && consent < succession) {
        const instrument = this.instrumentOn(consent);
        this.acts.push({ act: 'deposit', instrument, on: consent, byPredecessor: true });
      }
      return;
    }
    if (consent === null) {
      if (force !== null) this.remarks.push(`In force from ${force} without a date of consent.`);
      return;
    }
    const instrument = this.instrumentOn(consent);
    this.acts.push({ act: 'deposit', instrument, on: consent, ...effect });
  }

  read(): RowReading {
    const [signature, provisional] = [this.date('signature'), this.date('provisional')];
    if (signature !== null) {
      // One that succeeded did not sign before: the table repeats what its predecessor did.
      const inherited = (this.date('succession') ?? '') > signature;
      this.acts.push({ act: 'sign', on: signature, ...(inherited ? { byPredecessor: true } : {}) });
    }
    if (provisional !== null) this.acts.push({ act: 'apply-provisionally', on: provisional });
    this.readConsent();
    const withdrawal = this.date('withdrawal');
    // The table gives the day on which membership ended, not that of the notice.
    if (withdrawal !== null) {
      this.acts.push({ act: 'withdraw', on: withdrawal, effectiveOn: withdrawal });
    }
    const [member, treaty] = [this.text('member'), this.text('treaty') || this.text('otherTreaty')];
    if (member === '') this.faults.push(`No member is named in ${quoted(treaty)}.`);
    const { acts, remarks, faults } = this;
    return {
      participant: member,
      ...(member === '' ? {} : { code: member }),
      ...(treaty === '' ? {} : { treaty }),
      acts,
      remarks,
      faults: [...new Set(faults)],
    };
  }
}

function columnsIn(header: readonly string[]): Record<Column, number> {
  const entries = Object.entries(COLUMNS).map(([name, words]) => [name, columnOf(header, words)]);
  // fromEntries forgets the keys; they are exactly those of COLUMNS.
  return Object.fromEntries(entries) as Record<Column, number>;
}

export const memberships: Dialect = {
  name: 'memberships',
  readerFor(header) {
    const at = columnsIn(header);
    if (at.member === -1 || at.consent === -1) return null;
    return (cells) => new MembershipRow(cells, at).read();
  },
};
