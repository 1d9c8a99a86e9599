/** The page of a recorded act: what it says, who signed it, and that it verifies. */
import type { Attachment } from '../../kernel/attachment.ts';
import type { RelatedPage } from '../../kernel/define-area.ts';
import type { KnownDocument } from '../../kernel/attachment-type.ts';
import type { PageContent } from '../../ui/page.ts';
import { formatDate, formatInstant } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';
import type { RecordedAct } from '../../store/contract.ts';
import { base64Url, signedActJson } from '../../kernel/signed-act-json.ts';
import type { DoubtfulAct } from '../../store/doubtful-acts.ts';
import { DoubtShown } from '../keys/doubt-shown.tsx';
import { AttachmentList } from '../attachments/attachment-list.tsx';
import { type Standing, StandingShown } from '../releases/standing-shown.tsx';
import { chosenLines } from '../releases/share-shown.tsx';
import { ActAdmission, type Wait } from './act-admission.tsx';
import { type Entry, Entries, linkTo } from './act-entries.tsx';
import { actWords } from './act-words.ts';
import { type Verification, verifyRecorded } from './recorded-act.ts';

interface Shown {
  readonly text: Text;
  readonly act: RecordedAct;
}

function RegisterLink({ register }: { register: string }) {
  return (
    <a href={`/record?register=${encodeURIComponent(register)}`} translate="no">
      {register}
    </a>
  );
}

function Header({ text, act }: Shown) {
  const { header } = act;
  const { basis } = header;
  const audience = header.marking.to.length === 0 ? '' : ` → ${header.marking.to.join(', ')}`;
  const entries: Entry[] = [
    [text('host.record.type'), header.type, 'code'],
    [
      text('host.record.actor'),
      <a href={`/actors/${header.actor}`} translate="no">
        {header.actor}
      </a>,
    ],
    [
      text('host.record.author'),
      // Whoever holds a mandate is in the registry; a node's operator need not be.
      header.mandate === null ? (
        <span translate="no">{header.author}</span>
      ) : (
        <a href={`/actors/${header.author}`} translate="no">
          {header.author}
        </a>
      ),
    ],
    [text('host.record.mandate'), linkTo(header.mandate)],
    [
      text('host.record.basis'),
      basis.kind === 'recorded'
        ? `${text('ui.basis.recorded')}: ${basis.source}`
        : text('ui.basis.signed'),
    ],
    [
      text('host.record.register'),
      header.register === null ? null : <RegisterLink register={header.register} />,
    ],
    [
      text('host.record.effective'),
      header.effectiveOn === null ? null : formatDate(text.locale, header.effectiveOn),
    ],
    [text('host.record.issued'), formatInstant(text.locale, header.issuedAt)],
    [text('host.record.marking'), `TLP:${header.marking.level.toUpperCase()}${audience}`],
    ...chosenLines(text, act.payload).map((line): Entry => [text('host.releases.to'), line]),
    [text('host.record.stream'), `${header.stream} · ${header.seq}`],
    [text('host.record.previous'), linkTo(header.prev)],
  ];
  return <Entries entries={entries} />;
}

function Payload({ text, act }: Shown) {
  return (
    <section>
      <h2>{text('host.record.payload')}</h2>
      <pre tabindex={0} translate="no">
        {JSON.stringify(act.payload, null, 2)}
      </pre>
      {act.signed.parts.includes(null) ? <p>{text('host.record.withheld')}</p> : null}
    </section>
  );
}

function Signature({ text, act, verified }: Shown & { verified: Verification }) {
  const entries: Entry[] = [
    [text('host.record.id'), act.id, 'code'],
    [text('host.record.signature'), base64Url(act.signed.signature), 'code'],
    [text('host.record.public-key'), base64Url(act.publicKey), 'code'],
    [text('host.record.key'), act.header.key, 'code'],
  ];
  return (
    <section>
      <h2>{text('host.record.signature')}</h2>
      <ul>
        {verified.checks.map((check) => (
          <li class={check.holds ? 'check-holds' : 'check-fails'}>
            {check.holds ? '✓' : '✗'} {check.detail}
          </li>
        ))}
      </ul>
      <Entries entries={entries} />
      <p>{text('host.record.how')}</p>
      <details>
        <summary>{text('host.record.exact')}</summary>
        <pre tabindex={0} translate="no">
          {signedActJson(act.signed).header}
        </pre>
      </details>
    </section>
  );
}

function Related({ text, related }: { text: Text; related: readonly RelatedPage[] }) {
  if (related.length === 0) return null;
  return (
    <p>
      {related.map(({ href, label }, at) => (
        <>
          {at === 0 ? null : ' · '}
          <a href={href}>{text(label)}</a>
        </>
      ))}
    </p>
  );
}

/** What the page of a recorded act is made of. */
export interface RecordedActShown extends Shown {
  readonly named: readonly Attachment[];
  /** What the node holds of the documents that the act names, by digest. */
  readonly held: ReadonlyMap<string, KnownDocument>;
  /** Pages of what the act is about. */
  readonly related: readonly RelatedPage[];
  /** Where one corrects it, for whoever may. */
  readonly correctHref: string | null;
  /** What became of its release; null where the node has no such acts. */
  readonly standing: Standing | null;
  /** What whoever is signed in may say of its release. */
  /** How it stands with the custodian, where it has no place in its register yet. */
  readonly wait: Wait | null;
  /** By what it is in doubt; null where its signer stands by it. */
  readonly doubt: DoubtfulAct | null;
  readonly sayings: readonly { readonly key: string; readonly href: string }[];
}

/** The page of a recorded act; it is verified anew each time it is shown. */
export function recordedActPage(shown: RecordedActShown): PageContent {
  const { text, act, named, held, correctHref, related, standing, sayings, wait, doubt } = shown;
  const verified = verifyRecorded(act);
  const json = `/api/acts/${act.id}`;
  return {
    title: `${text('host.record.act')} ${act.id.slice(0, 12)}`,
    breadcrumb: [{ href: '/', label: text('host.front') }],
    alternates: [{ href: json, label: 'JSON', type: 'application/json' }],
    body: (
      <>
        <h1>
          {actWords(text, act.header.type)} · <span translate="no">{act.header.actor}</span>
        </h1>
        <p>
          <b>{text(verified.holds ? 'host.record.verified' : 'host.record.not-verified')}</b>
        </p>
        <DoubtShown text={text} doubt={doubt} />
        <Related text={text} related={related} />
        {standing === null ? null : <StandingShown text={text} standing={standing} />}
        <section>
          <h2>{text('host.record.header')}</h2>
          <Header text={text} act={act} />
        </section>
        <Payload text={text} act={act} />
        <AttachmentList text={text} attachments={named} held={held} />
        <ActAdmission text={text} act={act} wait={wait} />
        <Signature text={text} act={act} verified={verified} />
        <p>
          <a href={json} download={`${act.id}.json`}>
            {text('host.record.download')}
          </a>
          {act.admission === null ? null : (
            <>
              {' · '}
              <a href={`/record/proof?act=${act.id}`} download>
                {text('host.record.proof')}
              </a>
              {' · '}
              <a href="/verify">{text('host.record.proof.verify')}</a>
            </>
          )}
          {correctHref === null ? null : (
            <>
              {' · '}
              <a href={correctHref}>{text('host.record.correct')}</a>
            </>
          )}
          {sayings.map(({ key, href }) => (
            <>
              {' · '}
              <a href={href}>{text(key)}</a>
            </>
          ))}
        </p>
      </>
    ),
  };
}
