/** Who signs on this node and for whom: keys, mandates, and the form for another office. */
import { own } from '../../kernel/own.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { listKeys } from '../../store/key-questions.ts';
import type { listMandates } from '../../store/mandate-questions.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { type Field, FormFields } from '../../ui/form-fields/form-fields.tsx';
import type { PageContent } from '../../ui/page.ts';
import { StatusChip } from '../../ui/status-chip/status-chip.tsx';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import type { Fields } from '../form.ts';
import type { AnswerTo } from '../front/answers.ts';
import { PostForm } from '../pages/post-form.tsx';
import { Codes, FormRefusal, withFault } from './form-parts.tsx';

type Key = AnswerTo<typeof listKeys>['rows'][number];
type Mandate = AnswerTo<typeof listMandates>['rows'][number];

export interface OfficesShown {
  readonly text: Text;
  readonly session: Session;
  readonly operator: string;
  readonly today: string;
  readonly keys: readonly Key[];
  readonly mandates: readonly Mandate[];
  /** Ids of the keys that this node holds. */
  readonly held: ReadonlySet<string>;
  /** What an actor is called; null where it is not in the registry. */
  readonly nameOf: (actor: string) => string | null;
  /** Those who are entrusted with an actor. */
  readonly peopleOf: (actor: string) => readonly string[];
  readonly typed: Fields;
  readonly refusal?: Refusal;
}

const FORM = 'office';

/** The way to the administrator's pages. */
export const adminBreadcrumb = (text: Text) => [
  { href: '/', label: text('host.front') },
  { href: '/admin', label: text('host.operators') },
];

/** An actor by its name and code; without a page where the registry does not know it. */
function ActorLink({ actor, name }: { actor: string; name: string | null }) {
  if (name === null) return <Codes codes={[actor]} />;
  return (
    <>
      <a href={`/actors/${actor}`}>
        <bdi>{name}</bdi>
      </a>{' '}
      <small>
        <Codes codes={[actor]} />
      </small>
    </>
  );
}

/** The day on which an act was recorded, leading to the act. */
function Since({ act, at }: { act: string; at: string }) {
  return (
    <a href={`/acts/${act}`}>
      <time datetime={at}>{at.slice(0, 10)}</time>
    </a>
  );
}

function EndLink({ text, id, of }: { text: Text; id: string; of: string }) {
  return (
    <a href={`/admin/offices/end/${id}`}>
      {text('host.admin.revoke')}
      <span class="hidden-visually"> {of}</span>
    </a>
  );
}

/** Who signs with the key, and the way to let somebody else do so. */
function Entrusted({ shown, actor }: { shown: OfficesShown; actor: string }) {
  const { text, peopleOf } = shown;
  const names = peopleOf(actor);
  return (
    <>
      {names.map((name) => (
        <>
          <bdi>{name}</bdi> ·{' '}
        </>
      ))}
      <a href={`/admin/people?actors=${actor}#new`}>
        {text('host.admin.people.invite')}
        <span class="hidden-visually"> {actor}</span>
      </a>
    </>
  );
}

function keyRow(shown: OfficesShown, key: Key) {
  const { text, held, operator, nameOf } = shown;
  const place = held.has(key.key) ? 'here' : 'elsewhere';
  const counts = key.endedBy === null;
  return {
    cells: {
      holder: <ActorLink actor={key.actor} name={nameOf(key.actor)} />,
      place: text(`host.admin.keys.${place}`),
      people: counts ? <Entrusted shown={shown} actor={key.actor} /> : null,
      since: <Since act={key.registeredBy} at={key.recordedAt} />,
      state: counts ? (
        <StatusChip text={text} status="party" label={text('host.admin.counts')} />
      ) : (
        <a href={`/acts/${key.endedBy}`}>{text('host.admin.revoked')}</a>
      ),
      end:
        counts && key.actor !== operator ? (
          <EndLink text={text} id={key.key} of={key.actor} />
        ) : null,
    },
  };
}

function KeyTable(shown: OfficesShown) {
  const { text, keys } = shown;
  const columns = ['holder', 'place', 'people', 'since', 'state', 'end'].map((key) => ({
    key,
    label: text(`host.admin.keys.${key}`),
  }));
  const rows = keys.map((key) => keyRow(shown, key));
  const caption = text('host.admin.keys');
  const downloads = [{ href: '/api/keys/list?format=csv', label: 'CSV' }];
  return (
    <section>
      <h2>{caption}</h2>
      <DataTable text={text} id="keys" captionHidden {...{ caption, columns, rows, downloads }} />
    </section>
  );
}

function MandateState({ text, mandate }: { text: Text; mandate: Mandate }) {
  if (mandate.standing) {
    return <StatusChip text={text} status="party" label={text('host.admin.stands')} />;
  }
  if (mandate.revokedBy === null) return <>{text('host.admin.outside-days')}</>;
  return <a href={`/acts/${mandate.revokedBy}`}>{text('host.admin.revoked')}</a>;
}

function MandateTable({ text, mandates, nameOf }: OfficesShown) {
  const columns = ['holder', 'actor', 'covers', 'registers', 'from', 'to', 'since', 'state', 'end'];
  const rows = mandates.map((mandate) => ({
    cells: {
      holder: <ActorLink actor={mandate.holder} name={nameOf(mandate.holder)} />,
      actor: <ActorLink actor={mandate.actor} name={nameOf(mandate.actor)} />,
      covers: <Codes codes={mandate.covers} />,
      registers:
        mandate.registers === null ? (
          text('host.admin.all-registers')
        ) : (
          <Codes codes={mandate.registers} />
        ),
      from: mandate.fromOn,
      to: mandate.toOn,
      since: <Since act={mandate.mandate} at={mandate.recordedAt} />,
      state: <MandateState text={text} mandate={mandate} />,
      end:
        mandate.revokedBy === null ? (
          <EndLink text={text} id={mandate.mandate} of={`${mandate.actor} → ${mandate.holder}`} />
        ) : null,
    },
  }));
  return (
    <section>
      <h2>{text('host.admin.mandates')}</h2>
      <DataTable
        text={text}
        id="mandates"
        caption={text('host.admin.mandates')}
        captionHidden
        columns={columns.map((key) => ({
          key,
          label: text(`host.admin.mandates.${key}`),
          ...(key === 'from' || key === 'to' ? { kind: 'date' as const } : {}),
        }))}
        rows={rows}
        downloads={[{ href: '/api/mandates/list?format=csv', label: 'CSV' }]}
      />
    </section>
  );
}

/** The fields of the form; their names are those of the API. */
export function officeFields({
  text,
  typed,
  refusal,
  today,
}: Pick<OfficesShown, 'text' | 'typed' | 'refusal' | 'today'>): Field[] {
  const base = (name: string, label: string) => ({
    name,
    label: text(`host.admin.office.${label}`),
    value: own(typed, name) ?? '',
  });
  const hinted = (name: string, label: string) => ({
    ...base(name, label),
    hint: text(`host.admin.office.${label}.hint`),
  });
  const fields: Field[] = [
    { ...hinted('actor', 'actor'), kind: 'text', required: true, lengthMax: 63 },
    { ...hinted('office', 'id'), kind: 'text', lengthMax: 63 },
    { ...base('title', 'title'), kind: 'text', lengthMax: 200 },
    { ...base('exemptFromFullPowers', 'exempt'), kind: 'checkbox' },
    { ...hinted('source', 'source'), kind: 'text', required: true, lengthMax: 400 },
    { ...hinted('mandate.covers', 'covers'), kind: 'textarea', rows: 2, code: true },
    { ...hinted('mandate.registers', 'registers'), kind: 'textarea', rows: 2, code: true },
    {
      ...base('mandate.fromOn', 'from'),
      kind: 'date',
      value: typed['mandate.fromOn'] ?? today,
    },
    { ...hinted('mandate.toOn', 'to'), kind: 'date' },
  ];
  return fields.map((field) => withFault(field, refusal));
}

/** The page of offices. */
export function officesPage(shown: OfficesShown): PageContent {
  const { text, session, refusal } = shown;
  const fields = officeFields(shown);
  const title = text('host.admin.offices');
  return {
    title,
    breadcrumb: adminBreadcrumb(text),
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{text('host.admin.offices.why')}</p>
        <FormRefusal text={text} id={FORM} refusal={refusal} fields={fields} />
        <MandateTable {...shown} />
        <KeyTable {...shown} />
        <section>
          <h2 id="new">{text('host.admin.office.new')}</h2>
          <p>{text('host.admin.office.new.why')}</p>
          <PostForm action="/admin/offices" token={session.formToken}>
            <FormFields text={text} id={FORM} fields={fields} />
            <button type="submit">{text('host.admin.office.do')}</button>
          </PostForm>
        </section>
      </>
    ),
  };
}
