/** Parts of the page of what was read: how surely, one statement, and what was passed over. */
import { isRefusal } from '../../kernel/refusal.ts';
import type { Proposal } from '../../practices/agreements/import/declarations/proposals.ts';
import type { ReadPage } from '../../practices/agreements/import/declarations/read-page.ts';
import { Figures } from '../../ui/card/card.tsx';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { FormFields } from '../../ui/form-fields/form-fields.tsx';
import { TickBoxes, QuotedStatement } from '../../ui/quoted-statement/quoted-statement.tsx';
import { formatDate } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Fields } from '../form.ts';
import { RefusalView } from '../pages/refusal-content.tsx';
import { fieldName, fieldsOf, valuesOf } from './reading-fields.ts';
import type { Became } from './record-read.ts';

const SURE_FROM = 80;
const LIKELY_FROM = 50;

/** How many statements were read, and how surely. */
export function Confidences(props: { text: Text; statements: readonly Proposal[] }) {
  const { text, statements } = props;
  const between = (from: number, below: number): number =>
    statements.filter(({ confidence }) => confidence >= from && confidence < below).length;
  return (
    <Figures
      figures={[
        { value: statements.length, label: text('agreements.reading.statements') },
        { value: between(SURE_FROM, 101), label: text('agreements.reading.sure') },
        { value: between(LIKELY_FROM, SURE_FROM), label: text('agreements.reading.likely') },
        { value: between(0, LIKELY_FROM), label: text('agreements.reading.doubtful') },
      ]}
    />
  );
}

type Reason = Proposal['reasons'][number];

function reasonText(text: Text, { kind, points, words, from }: Reason): string {
  const said = text(`agreements.reading.kind.${kind}`);
  const key = from === 'text' || from === 'heading' ? 'words' : from;
  return text(`agreements.reading.reason.${key}`, { words, kind: said, points });
}

interface StatementProps {
  readonly text: Text;
  readonly proposal: Proposal;
  readonly typed: Fields;
  readonly became: readonly Became[];
}

/** What on record it answers: reservations objected to, or what is withdrawn. */
function Answers({ text, proposal, typed }: StatementProps) {
  const { candidates, from } = proposal;
  if (candidates.length === 0) return null;
  const { answers } = valuesOf(proposal, typed);
  return (
    <TickBoxes
      id={`answers-${from}`}
      legend={text('agreements.reading.answers')}
      name={(act) => fieldName(from, `answers.${act}`)}
      options={candidates.map(({ act, actor, on, provisions, words }) => ({
        value: act,
        label: `${actor}, ${formatDate(text.locale, on)}, ${provisions.join(' ')}: ${words}`,
        checked: answers.has(act),
      }))}
    />
  );
}

function ActLinks({ text, ids, label }: { text: Text; ids: readonly string[]; label: string }) {
  return (
    <p>
      <b>{text(label)}</b>{' '}
      {ids.map((id) => (
        <a href={`/acts/${id}`} translate="no">
          {id.slice(0, 12)}
        </a>
      ))}
    </p>
  );
}

/** What became of it now, else that it is on record already, else its fields. */
function Body(props: StatementProps) {
  const { text, proposal, typed, became } = props;
  const refusals = became.filter(isRefusal);
  const ids = became.flatMap((one) => (isRefusal(one) ? [] : [one.id]));
  const told = refusals.map((refusal) => <RefusalView text={text} refusal={refusal} />);
  if (ids.length > 0) {
    return (
      <>
        <ActLinks text={text} ids={ids} label="agreements.reading.recorded" />
        {told}
      </>
    );
  }
  const { recordedAs } = proposal;
  const already =
    recordedAs === null ? null : (
      <ActLinks text={text} ids={[recordedAs]} label="agreements.reading.already" />
    );
  // An objection may have been recorded to some reservations and still be open to others.
  if (already !== null && proposal.candidates.length === 0) return already;
  const { first, more } = fieldsOf(text, proposal, typed);
  return (
    <>
      {told}
      {already}
      <input type="hidden" name={fieldName(proposal.from, 'shown')} value="1" />
      <FormFields text={text} id="reading" fields={first} />
      <Answers {...props} />
      <details class="form-more">
        <summary>{text('agreements.reading.more')}</summary>
        <FormFields text={text} id="reading" fields={more} />
      </details>
    </>
  );
}

/** One statement word for word, beside the fields that say what it is. */
export function Statement(props: StatementProps) {
  const { text, proposal } = props;
  const { confidence, from, language, ordinal, reasons, under } = proposal;
  const name = proposal.participant || text('agreements.reading.nobody');
  return (
    <QuotedStatement
      id={`statement-${from}`}
      title={`${name}, ${ordinal}`}
      level={2}
      words={[...under, proposal.text].join('\n')}
      language={language}
      confidence={confidence}
      confidenceLabel={text('agreements.reading.confidence', { confidence })}
      why={text('agreements.reading.why')}
      reasons={reasons.map((reason) => reasonText(text, reason))}
    >
      <Body {...props} />
    </QuotedStatement>
  );
}

/** What belongs to no statement, and who bears no words: nothing is dropped in silence. */
export function Passed({ text, read }: { text: Text; read: ReadPage }) {
  const told = read.skipped.filter(({ reason }) => reason !== 'participant');
  return (
    <>
      {told.length === 0 ? null : (
        <details>
          <summary>{text('agreements.reading.passed', { count: told.length })}</summary>
          <DataTable
            text={text}
            id="passed"
            caption={text('agreements.reading.passed', { count: told.length })}
            columns={[
              { key: 'words', label: text('agreements.reading.text') },
              { key: 'reason', label: text('agreements.reading.why') },
            ]}
            rows={told.map(({ words, reason }) => ({
              cells: { words, reason: text(`agreements.reading.skipped.${reason}`) },
            }))}
          />
        </details>
      )}
      {read.silent.length === 0 ? null : (
        <p>
          {text('agreements.reading.silent')} <bdi>{read.silent.join(', ')}</bdi>
        </p>
      )}
    </>
  );
}
