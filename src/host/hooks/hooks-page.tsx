/** The page of one's own webhooks: what they are told of, how they stand, and what was sent. */
import type { Area } from '../../kernel/define-area.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { type Field, FormFields } from '../../ui/form-fields/form-fields.tsx';
import type { Markup } from '../../ui/markup.ts';
import type { PageContent } from '../../ui/page.ts';
import { formatInstant } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import type { Fields } from '../form.ts';
import { PostForm } from '../pages/post-form.tsx';
import { RefusalView } from '../pages/refusal-content.tsx';
import { SIGNATURE_HEADER } from '../webhooks/signature.ts';
import { DELIVERY_HEADER } from './event.ts';
import { type HookVerb, URL_CHARACTERS_MAX } from './hook-acts.ts';
import { FILTERS } from './hook-filter.ts';
import type { Delivery, Hook } from './hook-tables.ts';

export const HOOKS_PATH = '/account/webhooks';
const NAME_CHARACTERS_MAX = 200;

export interface HooksShown {
  readonly text: Text;
  readonly session: Session;
  readonly areas: readonly Area[];
  readonly hooks: readonly Hook[];
  readonly deliveries: readonly Delivery[];
  readonly typed?: Fields;
  readonly refusal?: Refusal;
  /** The secret of a hook that was just made or given another; it is shown this once. */
  readonly secret?: string;
}

/** The areas whose names the house has words for; others go by their own. */
function areaLabel(text: Text, { name, title }: Area): string {
  const key = `host.section.${name}`;
  const known = text(key);
  return known === key ? title : known;
}

function fieldsOf({ text, areas, typed = {} }: HooksShown): Field[] {
  const plain = (['register', 'actor', 'type'] as const).map(
    (name): Field => ({
      kind: 'text',
      name,
      label: text(`host.hooks.${name}`),
      hint: text(`host.hooks.${name}.hint`),
      value: typed[name] ?? '',
      lengthMax: NAME_CHARACTERS_MAX,
    }),
  );
  return [
    {
      kind: 'url',
      name: 'url',
      label: text('host.hooks.url'),
      hint: text('host.hooks.url.hint'),
      value: typed['url'] ?? '',
      required: true,
      lengthMax: URL_CHARACTERS_MAX,
    },
    {
      kind: 'select',
      name: 'area',
      label: text('host.hooks.area'),
      value: typed['area'] ?? '',
      options: [
        { value: '', label: text('host.hooks.area.all') },
        ...areas.map((area) => ({ value: area.name, label: areaLabel(text, area) })),
      ],
    },
    ...plain,
  ];
}

function Secret({ text, secret }: HooksShown): Markup | null {
  if (secret === undefined) return null;
  return (
    <div role="status" class="notice">
      <p>{text('host.hooks.secret', { header: SIGNATURE_HEADER })}</p>
      <pre translate="no" tabindex={0}>
        {secret}
      </pre>
    </div>
  );
}

function stateOf(text: Text, { pausedAs, attempts }: Hook): string {
  if (pausedAs !== null) return text(`host.hooks.state.${pausedAs}`);
  if (attempts > 0) return text('host.hooks.state.retrying', { count: attempts });
  return text('host.hooks.state.active');
}

function Told({ text, hook }: { text: Text; hook: Hook }): Markup {
  const asked = FILTERS.flatMap((name) => hook.filter[name] ?? []);
  if (asked.length === 0) return <span>{text('host.hooks.of.all')}</span>;
  return (
    <bdi dir="ltr" translate="no">
      {asked.join(' · ')}
    </bdi>
  );
}

const verbsFor = ({ pausedAs }: Hook): readonly HookVerb[] => [
  'test',
  pausedAs === null ? 'pause' : 'resume',
  'rotate',
  'remove',
];

function Verbs({ shown, hook }: { shown: HooksShown; hook: Hook }): Markup {
  const { text, session } = shown;
  return (
    <>
      {verbsFor(hook).map((verb) => (
        <PostForm action={`${HOOKS_PATH}/${hook.id}/${verb}`} token={session.formToken}>
          <button type="submit" class="button-plain">
            {text(`host.hooks.do.${verb}`)}
          </button>
        </PostForm>
      ))}
    </>
  );
}

function Hooks(shown: HooksShown): Markup {
  const { text, hooks } = shown;
  if (hooks.length === 0) {
    const title = text('host.hooks.none');
    return <EmptyState title={title}>{text('host.hooks.none.why')}</EmptyState>;
  }
  return (
    <DataTable
      text={text}
      id="webhooks"
      caption={text('host.hooks')}
      captionHidden
      columns={(['url', 'of', 'state', 'do'] as const).map((key) => ({
        key,
        label: text(`host.hooks.${key}`),
      }))}
      rows={hooks.map((hook) => ({
        cells: {
          url: (
            <bdi dir="ltr" translate="no">
              {hook.url}
            </bdi>
          ),
          of: <Told text={text} hook={hook} />,
          state: stateOf(text, hook),
          do: <Verbs shown={shown} hook={hook} />,
        },
      }))}
    />
  );
}

function outcomeOf(text: Text, { sentAt, fault }: Delivery): string {
  if (sentAt === null) return fault ?? '';
  const at = formatInstant(text.locale, sentAt.toISOString());
  return text('host.hooks.deliveries.sent', { at });
}

function Deliveries({ text, deliveries }: HooksShown): Markup | null {
  if (deliveries.length === 0) return null;
  return (
    <section>
      <h2>{text('host.hooks.deliveries')}</h2>
      <DataTable
        text={text}
        id="deliveries"
        caption={text('host.hooks.deliveries')}
        captionHidden
        columns={[
          { key: 'act', label: text('host.hooks.deliveries.act') },
          { key: 'at', label: text('host.hooks.deliveries.at') },
          { key: 'state', label: text('host.hooks.state') },
          { key: 'id', label: text('host.hooks.deliveries.id') },
        ]}
        rows={deliveries.map((one) => ({
          cells: {
            act:
              one.act === null ? (
                text('host.hooks.deliveries.test')
              ) : (
                <a href={`/acts/${one.act}`} translate="no">
                  {one.act.slice(0, 12)}…
                </a>
              ),
            at: formatInstant(text.locale, one.begunAt.toISOString()),
            state: outcomeOf(text, one),
            id: <span translate="no">{one.id.slice(0, 8)}</span>,
          },
        }))}
      />
    </section>
  );
}

/** The page of a person's webhooks. */
export function hooksPage(shown: HooksShown): PageContent {
  const { text, session, refusal } = shown;
  return {
    title: text('host.hooks'),
    breadcrumb: [
      { href: '/', label: text('host.front') },
      { href: '/account', label: text('host.account') },
    ],
    body: (
      <>
        <div class="title">
          <h1>{text('host.hooks')}</h1>
          <p>{text('host.hooks.why')}</p>
        </div>
        <Secret {...shown} />
        {refusal === undefined ? null : <RefusalView text={text} refusal={refusal} />}
        <Hooks {...shown} />
        <PostForm action={HOOKS_PATH} token={session.formToken}>
          <FormFields text={text} id="webhook" fields={fieldsOf(shown)} />
          <button type="submit">{text('host.hooks.add')}</button>
        </PostForm>
        <h2>{text('host.hooks.verify')}</h2>
        <p>{text('host.hooks.verify.how', { header: DELIVERY_HEADER })}</p>
        <Deliveries {...shown} />
      </>
    ),
  };
}
