/** The page on which a text is put down: what was handed in, and what was read of it. */
import { own } from '../../kernel/own.ts';
import { citationOf } from '../../practices/agreements/provision.ts';
import type { ReadText, Remark } from '../../standards/akoma-ntoso/text-document.ts';
import { type Field, FormFields } from '../../ui/form-fields/form-fields.tsx';
import { directionOfText } from '../../ui/legal-text/legal-text.tsx';
import type { PageContent } from '../../ui/page.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import type { Fields } from '../form.ts';
import { PostForm } from '../pages/post-form.tsx';
import { RefusalView } from '../pages/refusal-content.tsx';

export interface TextFormShown {
  readonly text: Text;
  readonly session: Session;
  readonly agreement: string;
  readonly typed: Fields;
  /** What was read of what was handed in; null before anything was. */
  readonly read: ReadText | null;
  readonly refusal?: Refusal;
}

const FORM = 'text';
const WORDS_ROWS = 14;

function choice(
  text: Text,
  name: string,
  label: string,
  typed: Fields,
  options: [string, string][],
) {
  const shown = options.map(([value, key]) => ({ value, label: text(key) }));
  const value = own(typed, name) ?? options[0]?.[0] ?? '';
  return { kind: 'select', name, label: text(label), value, options: shown } as const;
}

/** The fields of the form, filled with what was typed. */
export function textFields(text: Text, typed: Fields): Field[] {
  const field = (name: string, label: string) => {
    return { name, label: text(label), value: own(typed, name) ?? '' };
  };
  const hinted = (name: string, label: string, hint: string) => {
    return { ...field(name, label), hint: text(hint) };
  };
  const key = (name: string) => `agreements.text.new.${name}`;
  return [
    { ...field('words', key('words')), kind: 'textarea', rows: WORDS_ROWS },
    {
      name: 'file',
      label: text(key('file')),
      hint: text(key('file.hint')),
      kind: 'file',
      accept: '.xml,.akn,.txt,.md,text/plain,text/markdown,application/xml,application/akn+xml',
    },
    {
      ...hinted('language', 'agreements.text.language', key('language.hint')),
      kind: 'text',
      lengthMax: 20,
    },
    { ...hinted('title', key('title'), key('title.hint')), kind: 'text', lengthMax: 500 },
    { ...field('on', 'agreements.text.put-down-on'), kind: 'date', required: true },
    choice(text, 'authentic', key('authenticity'), typed, [
      ['true', 'agreements.text.authentic'],
      ['false', 'agreements.text.translation'],
    ]),
    { ...hinted('actor', 'host.acts.actor', 'host.acts.actor.hint'), kind: 'text', lengthMax: 63 },
    choice(text, 'basis', 'host.acts.basis', typed, [
      ['recorded', 'host.acts.basis.recorded'],
      ['signed', 'host.acts.basis.signed'],
    ]),
    {
      ...hinted('source', 'host.acts.source', 'host.acts.source.hint'),
      kind: 'text',
      lengthMax: 400,
    },
  ];
}

function Remarks({
  text,
  title,
  remarks,
}: {
  text: Text;
  title: string;
  remarks: readonly Remark[];
}) {
  if (remarks.length === 0) return null;
  const where = (line: number): string =>
    line === 0 ? text('agreements.text.new.whole') : text('agreements.text.new.line', { line });
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {remarks.map(({ line, what }) => (
          <li>
            <b>{where(line)}</b>: <span lang="en">{what}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const EXCERPT_CHARACTERS = 90;

function excerpt(words: string): string {
  const line = words.replaceAll('\n', ' ');
  if (line.length <= EXCERPT_CHARACTERS) return line;
  return `${line.slice(0, EXCERPT_CHARACTERS).toWellFormed()}…`;
}

function Provisions({ read }: { read: Extract<ReadText, { document: unknown }> }) {
  const { language, provisions } = read.document;
  return (
    <ol class="text-contents plain-list" lang={language} dir={directionOfText(language)}>
      {provisions.map(({ heading, id, number, text: words }) => (
        <li class={`depth-${Math.min(id.split('__').length - 1, 4)}`}>
          <code dir="ltr" title={citationOf(id)}>
            {id}
          </code>{' '}
          <b>{[number, heading].filter(Boolean).join(' – ')}</b> {excerpt(words)}
        </li>
      ))}
    </ol>
  );
}

/** What was read, or why it could not be. */
function Read({ text, read }: Pick<TextFormShown, 'text' | 'read'>) {
  if (read === null) return null;
  if ('faults' in read) {
    return (
      <section id="read" class="notice" role="alert">
        <Remarks text={text} title={text('agreements.text.new.faults')} remarks={read.faults} />
      </section>
    );
  }
  const { length } = read.document.provisions;
  return (
    <section id="read">
      <h2>{text('agreements.text.new.was-read', { count: length })}</h2>
      <p>
        <b>{read.document.title}</b> <code>{read.document.language}</code>
      </p>
      <Remarks text={text} title={text('agreements.text.new.remarks')} remarks={read.remarks} />
      <details open={length <= 200}>
        <summary>{text('agreements.text.contents')}</summary>
        <Provisions read={read} />
      </details>
    </section>
  );
}

/** The form, and below what was handed in what was read of it. */
export function textFormPage(shown: TextFormShown): PageContent {
  const { agreement, read, refusal, session, text, typed } = shown;
  const action = `/agreements/${agreement}/text/new`;
  const isReadable = read !== null && 'document' in read;
  return {
    title: text('agreements.text.put-down'),
    breadcrumb: [
      { href: '/', label: text('host.front') },
      { href: '/agreements', label: text('agreements.title') },
      { href: `/agreements/${agreement}/text`, label: agreement },
    ],
    body: (
      <>
        <h1>{text('agreements.text.put-down')}</h1>
        <p>{text('agreements.text.new.lead')}</p>
        {refusal === undefined ? null : <RefusalView text={text} refusal={refusal} />}
        <Read text={text} read={read} />
        <PostForm action={action} token={session.formToken} carriesFiles>
          {isReadable ? (
            <p>
              <button type="submit" name="step" value="record">
                {text('agreements.text.new.record')}
              </button>
            </p>
          ) : null}
          <FormFields text={text} id={FORM} fields={textFields(text, typed)} />
          <button type="submit" name="step" value="read">
            {text('agreements.text.new.read')}
          </button>
        </PostForm>
      </>
    ),
  };
}
