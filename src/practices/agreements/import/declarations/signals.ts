/** All signals; what headings say; and which kind explains the words of another. */
import { NON_RECOGNITIONS, OBJECTIONS, WITHDRAWALS } from './answering-signals.ts';
import { NOTIFICATIONS, OPTIONS, POLITICAL, TERRITORIES } from './declaring-signals.ts';
import { INTERPRETATIONS, RESERVATIONS } from './reserving-signals.ts';
import { type ReadKind, type Signal, signal } from './signal.ts';

export const SIGNALS: readonly Signal[] = [
  ...OBJECTIONS,
  ...WITHDRAWALS,
  ...NON_RECOGNITIONS,
  ...RESERVATIONS,
  ...INTERPRETATIONS,
  ...TERRITORIES,
  ...OPTIONS,
  ...NOTIFICATIONS,
  ...POLITICAL,
];

/** What the heading that stands over a statement says of its kind. */
export const HEADING_SIGNALS: readonly Signal[] = [
  signal('reservation', 64, '\\b(?:reservations?|réserves?|reservas?)\\b'),
  signal('interpretative', 70, '\\b(?:understandings?|interpretati\\w+|entendimientos?)\\b'),
  signal('objection', 80, '\\bobjections?\\b'),
  signal('optional', 34, '\\bdeclarations?\\b'),
  signal('notification', 60, '\\bnotifications?\\b'),
  signal('territorial', 70, '\\bterritorial\\b'),
];

/** Where one kind is as certain as this, signals of another were its words only. */
export const OVERRULES: readonly {
  readonly kind: ReadKind;
  readonly from: number;
  readonly over: readonly ReadKind[];
}[] = [
  // To make reservations later reserves nothing.
  { kind: 'political', from: 95, over: ['reservation', 'optional', 'notification'] },
  { kind: 'withdrawal', from: 90, over: ['reservation', 'objection', 'optional', 'notification'] },
  { kind: 'objection', from: 85, over: ['reservation', 'interpretative', 'political', 'optional'] },
  {
    kind: 'non-recognition',
    from: 88,
    over: ['interpretative', 'optional', 'political', 'reservation'],
  },
  // The clause under which it is reserved is named in the same breath.
  { kind: 'reservation', from: 88, over: ['optional', 'notification', 'territorial'] },
  { kind: 'territorial', from: 84, over: ['reservation', 'optional', 'political'] },
  { kind: 'interpretative', from: 85, over: ['optional', 'notification'] },
  { kind: 'optional', from: 90, over: ['notification', 'political'] },
];
