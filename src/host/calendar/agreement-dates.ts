/** Dates of agreements: what falls due by their one clock, and what entered into force. */
import type { Asked } from '../../kernel/define-area.ts';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import { allChronicles } from '../../practices/agreements/chronicles.ts';
import { deadlines } from '../../practices/agreements/questions/deadlines.ts';
import { titleIn } from '../../practices/agreements/questions/shapes.ts';
import type { DeadlineKind } from '../../practices/agreements/rules/deadlines.ts';
import { revisionOf } from '../../practices/agreements/rules/revision.ts';
import { statusOn } from '../../practices/agreements/rules/status.ts';
import type { Locale } from '../../ui/text/locale.ts';
import type { DateRow, Group, Span } from './date-row.ts';

const GROUP_OF: Readonly<Record<DeadlineKind, Group>> = {
  'signature-closes': 'time-limit',
  'entry-into-force': 'into-force',
  effect: 'into-force',
  withdrawal: 'leaving',
  objection: 'time-limit',
  silence: 'time-limit',
  'opt-out': 'time-limit',
  expiry: 'leaving',
  window: 'time-limit',
  'declaration-ends': 'leaving',
  'next-step': 'time-limit',
};

const hrefOf = (agreement: string): string => `/agreements/${agreement}`;

async function dueOf(
  asked: Asked,
  actor: string | undefined,
  locale: Locale,
): Promise<DateRow[] | Refusal> {
  const found = await deadlines.answer(asked, { actor, locale });
  if (isRefusal(found)) return found;
  const counts = new Map<string, number>();
  return found.rows.map(({ agreement, about, ...row }) => {
    const key = `${row.kind}.${agreement}.${row.actor ?? 'all'}.${about}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return {
      ...row,
      // Several of one act are told apart by their order, as the practice's own feed does.
      key: count === 1 ? key : `${key}.${count}`,
      at: null,
      until: null,
      group: GROUP_OF[row.kind],
      href: hrefOf(agreement),
      isOverdue: row.on < asked.asOf,
    };
  });
}

/** Agreements that entered into force within the days, those alone that bind the actor. */
async function enteredOf(
  asked: Asked,
  { from, to, actor }: Span,
  locale: Locale,
): Promise<DateRow[]> {
  return (await allChronicles(asked)).flatMap(({ chronicle, dossiers }): DateRow[] => {
    const { history, decision } = chronicle;
    const { on } = decision;
    if (on === null || on > asked.asOf || on < from || on > to) return [];
    const isTheirs =
      actor === undefined || statusOn(actor, on, chronicle, dossiers).standing === 'party';
    if (!isTheirs) return [];
    return [
      {
        key: `entered-into-force.${history.agreement}`,
        on,
        at: null,
        until: null,
        group: 'into-force',
        kind: 'entered-into-force',
        title: titleIn(locale, history.adoption),
        actor: null,
        name: null,
        citation: history.adoption.finalClauses.entryIntoForce.citation,
        href: hrefOf(history.agreement),
        isOverdue: false,
        ...revisionOf(history),
      },
    ];
  });
}

/** All dates of agreements within the days. */
export async function agreementDates(
  asked: Asked,
  span: Span,
  locale: Locale,
): Promise<DateRow[] | Refusal> {
  const due = await dueOf(asked, span.actor, locale);
  if (isRefusal(due)) return due;
  return [...(await enteredOf(asked, span, locale)), ...due];
}
