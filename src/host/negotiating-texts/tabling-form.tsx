/** The page on which a text is tabled: what was handed in, and what was understood of it. */
import { own } from '../../kernel/own.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { type DraftRemark, type ReadDraft } from '../../standards/bracketed-text/read-text.ts';
import { writeWords } from '../../standards/bracketed-text/write-words.ts';
import { type Field, FormFields } from '../../ui/form-fields/form-fields.tsx';
import { directionOfText } from '../../ui/legal-text/legal-text.tsx';
import type { PageContent } from '../../ui/page.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import type { Fields } from '../form.ts';
import { PostForm } from '../pages/post-form.tsx';
import { RefusalView } from '../pages/refusal-content.tsx';

export const TABLING_PATH = '/meetings/table-text';

export interface TablingShown {
  readonly text: Text;
  readonly session: Session;
  readonly typed: Fields;
  /** What was understood of what was handed in; null before anything was. */
  readonly read: ReadDraft | null;
  readonly refusal?: Refusal;
}

const key = (name: string): string => `meetings.text.new.${name}`;
const WORDS_ROWS = 14;

/** The fields of the form, filled with what was typed. */
export function tablingFields(text: Text, typed: Fields): Field[] {
  const field = (name: string, label: string) => {
    return { name, label: text(label), value: own(typed, name) ?? '' };
  };
  const hinted = (name: string, label: string, hint: string) => {
    return { ...field(name, label), hint: text(hint) };
  };
  return [
    {
      ...hinted('words', key('words'), key('words.hint')),
      kind: 'textarea',
      rows: WORDS_ROWS,
    },
    {
      ...hinted('file', key('file'), key('file.hint')),
      kind: 'file',
      accept: '.xml,.akn,.txt,.md,text/plain,text/markdown,application/xml,application/akn+xml',
    },
    {
      ...hinted('name', key('name'), key('name.hint')),
      kind: 'text',
      required: true,
      lengthMax: 63,
    },
    { ...field('session', key('session')), kind: 'text', required: true, lengthMax: 63 },
    { ...hinted('title', key('heading'), key('heading.hint')), kind: 'text', lengthMax: 300 },
    { ...field('symbol', 'meetings.field.symbol'), kind: 'text', lengthMax: 80 },
    { ...field('language', 'meetings.field.language'), kind: 'text', lengthMax: 20 },
    { ...hinted('actor', 'host.acts.actor', 'host.acts.actor.hint'), kind: 'text', lengthMax: 63 },
    {
      ...hinted('source', 'host.acts.source', 'host.acts.source.hint'),
      kind: 'text',
      lengthMax: 400,
    },
  ];
}

function Remarks({ text, remarks }: { text: Text; remarks: readonly DraftRemark[] }) {
  return (
    <ul>
      {remarks.map(({ line, what }) => (
        <li>
          <b>{line === 0 ? text(key('whole')) : text(key('line'), { line })}</b>:{' '}
          <span lang="en" dir="auto">
            {what}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What was understood, or why nothing was. */
function Read({ text, read }: { text: Text; read: ReadDraft | null }) {
  if (read === null) return null;
  if ('faults' in read) {
    return (
      <section id="read" class="notice" role="alert">
        <h2>{text(key('faults'))}</h2>
        <Remarks text={text} remarks={read.faults} />
      </section>
    );
  }
  const { language, provisions, title } = read.draft;
  return (
    <section id="read">
      <h2>{text(key('was-read'), { count: provisions.length })}</h2>
      {read.remarks.length === 0 ? null : (
        <>
          <h3>{text(key('remarks'))}</h3>
          <Remarks text={text} remarks={read.remarks} />
        </>
      )}
      <div class="negotiated" lang={language} dir={directionOfText(language)}>
        <p>
          <b>{title}</b>
        </p>
        {provisions.map(({ kind, number, words }) => (
          <div class={`negotiated-provision negotiated-${kind}`}>
            <div class="negotiated-words">
              {number === undefined ? '' : `${number} `}
              {writeWords(words)}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}

/** The form, and above it what was understood of what was handed in. */
export function tablingPage(shown: TablingShown): PageContent {
  const { read, refusal, session, text, typed } = shown;
  return {
    title: text(key('title')),
    breadcrumb: [
      { href: '/', label: text('host.front') },
      { href: '/meetings', label: text('meetings.title') },
    ],
    body: (
      <>
        <h1>{text(key('title'))}</h1>
        <p>{text(key('lead'))}</p>
        {refusal === undefined ? null : <RefusalView text={text} refusal={refusal} />}
        <Read text={text} read={read} />
        <PostForm action={TABLING_PATH} token={session.formToken} carriesFiles>
          {read !== null && 'draft' in read ? (
            <p>
              <button type="submit" name="step" value="record">
                {text(key('record'))}
              </button>
            </p>
          ) : null}
          <FormFields text={text} id="tabling" fields={tablingFields(text, typed)} />
          <button type="submit" name="step" value="read">
            {text(key('read'))}
          </button>
        </PostForm>
      </>
    ),
  };
}
