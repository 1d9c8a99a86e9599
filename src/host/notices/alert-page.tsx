/** The page on which a file of an alert is handed in, and on which it is said what it is worth. */
import type { Refusal } from '../../kernel/refusal.ts';
import type { SignatureReport } from '../../standards/cap/signature.ts';
import { type Fault, type Verdict, faultText } from '../../standards/cap/verdict.ts';
import { DefinitionList } from '../../ui/definition-list/definition-list.tsx';
import { FormFields } from '../../ui/form-fields/form-fields.tsx';
import type { PageContent } from '../../ui/page.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import type { Fields } from '../form.ts';
import { PostForm } from '../pages/post-form.tsx';
import { RefusalView } from '../pages/refusal-content.tsx';
import type { Proposal, Proposed } from './notice-of-cap.ts';

/** What was made of a file that was handed in. */
export interface AlertRead {
  readonly verdict: Verdict;
  readonly outcome: Proposal | Refusal;
}

export interface AlertFormShown {
  readonly text: Text;
  readonly session: Session;
  readonly channel: string;
  readonly title: string;
  /** Null before a file was handed in. */
  readonly read: AlertRead | null;
  /** Why there is nothing to be read. */
  readonly refusal?: Refusal;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** The fields of the act's form as they would be typed. */
export function typedOf({ type, register, payload, marking }: Proposed): Fields {
  const said = Object.entries(payload).map(([name, value]): [string, string] => [
    `payload.${name}`,
    textOf(value),
  ]);
  const audience = marking && {
    'marking.level': marking.level,
    'marking.to': marking.to.join(' '),
  };
  return { type, register, ...Object.fromEntries(said), ...audience };
}

function Faults({ title, faults }: { title: string; faults: readonly Fault[] }) {
  if (faults.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul lang="en" dir="ltr">
        {faults.map((fault) => (
          <li>{faultText(fault)}</li>
        ))}
      </ul>
    </>
  );
}

interface SignaturesProps {
  readonly text: Text;
  readonly signatures: readonly SignatureReport[];
}

/** What each signature is worth; that there is none is said, too. */
function Signatures({ text, signatures }: SignaturesProps) {
  return (
    <>
      <h3>{text('notices.alert-file.signatures')}</h3>
      {signatures.length === 0 ? <p>{text('notices.alert-file.unsigned')}</p> : null}
      <ul>
        {signatures.map(({ said, key }) => (
          <li>
            <span lang="en">{said}</span>
            {key === null ? null : (
              <>
                {' '}
                {text('notices.alert-file.key')} <code dir="ltr">{key.fingerprint}</code>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Leads to the form of the act, filled in: by POST, since a whole alert fits into no address. */
function ToForm({ text, session, proposed }: Shown & { readonly proposed: Proposed }) {
  return (
    <PostForm action="/acts/new" token={session.formToken} carriesFiles>
      {Object.entries(typedOf(proposed)).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p>{text('notices.alert-file.nothing-yet')}</p>
      <button type="submit" name="step" value="change">
        {text('notices.alert-file.continue')}
      </button>
    </PostForm>
  );
}

type Shown = Pick<AlertFormShown, 'text' | 'session'>;

function Taken({ text, session, proposal }: Shown & { readonly proposal: Proposal }) {
  const { alert, proposed, signatures } = proposal;
  const { subject } = proposed.payload;
  return (
    <>
      <DefinitionList
        items={[
          { term: text('notices.alert-file.subject'), content: <bdi>{textOf(subject)}</bdi> },
          { term: text('notices.alert-file.sender'), content: <bdi>{alert.sender}</bdi> },
          { term: text('notices.alert-file.identifier'), content: alert.identifier, code: true },
          { term: text('notices.alert-file.sent'), content: alert.sent, code: true },
          {
            term: text('notices.alert-file.status'),
            content: `${alert.status} · ${alert.msgType} · ${alert.scope}`,
            code: true,
          },
        ]}
      />
      <Signatures text={text} signatures={signatures} />
      <ToForm text={text} session={session} proposed={proposed} />
    </>
  );
}

function Read({ text, session, read }: Shown & { readonly read: AlertRead }) {
  const { outcome, verdict } = read;
  return (
    <section id="read">
      <h2>{text(`notices.alert-file.${verdict.valid ? 'valid' : 'invalid'}`)}</h2>
      {'proposed' in outcome ? null : <RefusalView text={text} refusal={outcome} />}
      <Faults title={text('notices.alert-file.errors')} faults={verdict.errors} />
      <Faults title={text('notices.alert-file.warnings')} faults={verdict.warnings} />
      {'proposed' in outcome ? <Taken text={text} session={session} proposal={outcome} /> : null}
    </section>
  );
}

/** The form for a file, and above it what was read of the one that was handed in. */
export function alertFormPage(shown: AlertFormShown): PageContent {
  const { text, session, channel, title, read, refusal } = shown;
  const file = {
    kind: 'file',
    name: 'file',
    label: text('notices.alert-file.file'),
    hint: text('notices.alert-file.file.hint'),
    accept: '.cap,.xml,application/cap+xml,application/xml,text/xml',
    required: true,
  } as const;
  return {
    title: text('notices.alert-file.title'),
    breadcrumb: [
      { href: '/', label: text('host.front') },
      { href: '/notices', label: text('notices.title') },
      { href: `/notices/${channel}`, label: title },
    ],
    body: (
      <>
        <h1>{text('notices.alert-file.title')}</h1>
        <p>{text('notices.alert-file.lead')}</p>
        {refusal === undefined ? null : <RefusalView text={text} refusal={refusal} />}
        {read === null ? null : <Read text={text} session={session} read={read} />}
        <PostForm action={`/notices/${channel}/alert-file`} token={session.formToken} carriesFiles>
          <FormFields text={text} id="alert" fields={[file]} />
          <button type="submit">{text('notices.alert-file.read')}</button>
        </PostForm>
      </>
    ),
  };
}
