/** Where an act stands in its register, or how it stands with whoever decides on that. */
import { formatInstant } from '../../ui/text/format.ts';
import { ruleKey } from '../../ui/text/spoken.ts';
import type { Text } from '../../ui/text/text.ts';
import type { awaitingActs } from '../../store/awaiting.ts';
import type { RecordedAct } from '../../store/contract.ts';
import { type Refusal } from '../../kernel/refusal.ts';
import { type Entry, Entries, linkTo } from './act-entries.tsx';

type Answer = Exclude<Awaited<ReturnType<typeof awaitingActs.answer>>, Refusal>;

/** How an act stands with the custodian of its register. */
export interface Wait {
  readonly row: Answer['rows'][number];
  readonly handedAt: Date | null;
}

interface Shown {
  readonly text: Text;
  readonly act: RecordedAct;
  readonly wait: Wait | null;
}

function Waiting({ text, wait: { row, handedAt } }: { text: Text; wait: Wait }) {
  const { custodian, issuedAt, refused } = row;
  if (refused) {
    const on = formatInstant(text.locale, refused.on);
    const { rule, reason, citation } = refused;
    // The reason stands as it was recorded; what the rule says, pages know in their own language.
    const known = text.has(ruleKey(rule)) ? text(ruleKey(rule)) : null;
    return (
      <>
        <p>{text('host.record.refused', { custodian, on, rule, reason })}</p>
        {known === null ? null : <p>{known}</p>}
        <p translate="no">
          <small>{citation}</small>
        </p>
      </>
    );
  }
  const since = formatInstant(text.locale, issuedAt);
  const at = handedAt && formatInstant(text.locale, handedAt.toISOString());
  return (
    <p>
      {text('host.record.awaits', { custodian, since })}{' '}
      {at === null ? text('host.record.not-handed') : text('host.record.handed', { at })}
    </p>
  );
}

function Placed({ text, act }: Pick<Shown, 'text' | 'act'>) {
  const { admission } = act;
  if (admission === null) return <p>{text('host.record.not-admitted')}</p>;
  const entries: Entry[] = [
    [text('host.record.register'), admission.register],
    [text('host.record.position'), String(admission.position)],
    [text('host.record.recorded'), formatInstant(text.locale, admission.recordedAt)],
    [text('host.record.admitted-by'), linkTo(admission.by)],
  ];
  return <Entries entries={entries} />;
}

/** The admission of an act, what became of it, or for whom it waits. */
export function ActAdmission({ text, act, wait }: Shown) {
  return (
    <section>
      <h2>{text('host.record.admission')}</h2>
      {wait ? <Waiting text={text} wait={wait} /> : <Placed text={text} act={act} />}
    </section>
  );
}
