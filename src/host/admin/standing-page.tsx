/** Why a node signs nothing, what is missing, and how it comes to sign again. */
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { type Field, FormFields } from '../../ui/form-fields/form-fields.tsx';
import type { PageContent } from '../../ui/page.ts';
import { formatInstant } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Waiting } from '../../store/standing.ts';
import type { Session } from '../account/sign-in.ts';
import { PostForm } from '../pages/post-form.tsx';
import { Codes, FormRefusal } from './form-parts.tsx';
import { adminBreadcrumb } from './offices-page.tsx';
import type { Standing } from './standing.ts';

export const STANDING_PATH = '/admin/standing';
const FORM = 'standing';

export interface StandingShown extends Standing {
  readonly text: Text;
  readonly session: Session;
  readonly operator: string;
}

function Why({ text, waiting }: { text: Text; waiting: Waiting | null }) {
  if (waiting === null) return <p>{text('host.admin.standing.signs')}</p>;
  const { why, since, backupAt } = waiting;
  const on = formatInstant(text.locale, backupAt ?? since);
  return (
    <p role="status" class="notice">
      {text(`host.admin.standing.${why}`, { on })}
    </p>
  );
}

function Missing({ text, waiting }: { text: Text; waiting: Waiting | null }) {
  if (waiting === null || waiting.behind.length === 0) return null;
  const columns = ['stream', 'seq'].map((key) => ({
    key,
    label: text(`host.admin.standing.${key}`),
    ...(key === 'seq' ? { numeric: true } : {}),
  }));
  const rows = waiting.behind.map(({ stream, seq }) => ({
    cells: { stream: <Codes codes={[stream]} />, seq: String(seq) },
  }));
  const caption = text('host.admin.standing.missing');
  return <DataTable text={text} id="missing" {...{ caption, columns, rows }} />;
}

function Answers({ text, answers }: StandingShown) {
  if (answers.length === 0) return null;
  const columns = ['peer', 'outcome', 'taken'].map((key) => ({
    key,
    label: text(`host.admin.standing.${key}`),
    ...(key === 'taken' ? { numeric: true } : {}),
  }));
  const rows = answers.map((answer) => {
    const streams = [...answer.forks, ...answer.left];
    const state = answer.fault !== null ? 'silent' : streams.length > 0 ? 'left' : 'whole';
    return {
      cells: {
        peer: <Codes codes={[answer.peer]} />,
        outcome: (
          <>
            {text(`host.admin.standing.answer.${state}`)}{' '}
            {streams.length > 0 ? <Codes codes={streams} /> : <bdi>{answer.fault ?? ''}</bdi>}
          </>
        ),
        taken: String(answer.taken),
      },
    };
  });
  const caption = text('host.admin.standing.answers');
  return <DataTable text={text} id="answers" {...{ caption, columns, rows }} />;
}

function Forms(shown: StandingShown) {
  const { text, session, operator, waiting, refusal } = shown;
  if (waiting === null) return null;
  const name: Field = {
    kind: 'text',
    name: 'confirmed',
    label: text('host.admin.standing.name'),
    hint: text('host.admin.standing.name.hint', { operator }),
    required: true,
    value: '',
  };
  return (
    <>
      <FormRefusal text={text} id={FORM} refusal={refusal ?? undefined} fields={[]} />
      <section>
        <h2>{text('host.admin.standing.ask')}</h2>
        <p>{text('host.admin.standing.ask.why')}</p>
        <PostForm action={STANDING_PATH} token={session.formToken}>
          <button type="submit">{text('host.admin.standing.ask')}</button>
        </PostForm>
      </section>
      <section>
        <h2>{text('host.admin.standing.go-on')}</h2>
        <p>{text('host.admin.standing.go-on.why')}</p>
        <PostForm action={STANDING_PATH} token={session.formToken}>
          <FormFields text={text} id={FORM} fields={[name]} />
          <button type="submit">{text('host.admin.standing.go-on')}</button>
        </PostForm>
      </section>
    </>
  );
}

/** The page for administrators. */
export function standingPage(shown: StandingShown): PageContent {
  const { text, waiting } = shown;
  const title = text('host.admin.standing');
  return {
    title,
    breadcrumb: adminBreadcrumb(text),
    body: (
      <>
        <h1>{title}</h1>
        <Why text={text} waiting={waiting} />
        <Missing text={text} waiting={waiting} />
        <Answers {...shown} />
        <Forms {...shown} />
      </>
    ),
  };
}
