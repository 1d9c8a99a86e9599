/** One side's copy of a mirrored agreement beside the other's: by its hash, or by its record. */
import { type Refusal, isRefusal } from '../../../../kernel/refusal.ts';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import { FormFields } from '../../../../ui/form-fields/form-fields.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page, PageContent, PageRequest } from '../../../../ui/page.ts';
import { datesOf } from '../../../../ui/page-dates.ts';
import { RefusalNotice } from '../../../../ui/refusal/refusal.tsx';
import { spoken, spokenRule } from '../../../../ui/text/spoken.ts';
import { mirror } from '../../questions/mirror.ts';
import { terms } from '../../questions/drafts.ts';
import { show } from '../../questions/one.ts';
import type { Mirrored, Terms } from '../answers.ts';
import { agreementHref } from '../links.ts';
import { Compared } from './mirror-compared.tsx';

/** What the other side gave. */
export type Given =
  | { readonly acts: string }
  | { readonly terms: string; readonly consents: readonly string[] };

interface FormProps {
  readonly request: PageRequest;
  readonly typed: { readonly terms: string; readonly consents: string; readonly acts: string };
}

/** By address alone, so that the answer can be sent on. */
function ByHash({ request, typed }: FormProps): Markup {
  const { text } = request;
  const kept = new URLSearchParams(datesOf(request));
  return (
    <form method="get" action={request.path} class="form">
      <h3>{text('agreements.mirror.by-hash')}</h3>
      {[...kept].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <FormFields
        text={text}
        id="hash"
        fields={[
          {
            kind: 'text',
            name: 'terms',
            label: text('agreements.mirror.hash'),
            hint: text('agreements.mirror.hash.hint'),
            value: typed.terms,
            required: true,
            lengthMax: 64,
          },
          {
            kind: 'textarea',
            name: 'consents',
            rows: 3,
            code: true,
            label: text('agreements.mirror.consents'),
            hint: text('agreements.mirror.consents.hint'),
            value: typed.consents,
          },
        ]}
      />
      <button type="submit">{text('agreements.mirror.compare')}</button>
    </form>
  );
}

function ByFile({ request, typed }: FormProps): Markup {
  const { text, path } = request;
  if (!request.signedIn) return <p>{text('agreements.mirror.sign-in')}</p>;
  return (
    <form
      method="post"
      action={`${path}${datesOf(request)}`}
      class="form"
      encType="multipart/form-data"
    >
      <h3>{text('agreements.mirror.by-file')}</h3>
      <div class="field">
        <label for="mirror-file">{text('agreements.mirror.file')}</label>
        <input id="mirror-file" type="file" name="file" accept=".json,.jsonl,application/json" />
      </div>
      <FormFields
        text={text}
        id="record"
        fields={[
          {
            kind: 'textarea',
            name: 'acts',
            rows: 6,
            code: true,
            label: text('agreements.mirror.acts'),
            hint: text('agreements.mirror.acts.hint'),
            value: typed.acts,
          },
        ]}
      />
      <button type="submit">{text('agreements.mirror.compare')}</button>
    </form>
  );
}

function Ours({ request, own }: { request: PageRequest; own: Terms }): Markup {
  const { text } = request;
  return (
    <p>
      <b>{text('agreements.mirror.ours')}</b>{' '}
      {own.hash === null ? text('agreements.mirror.none') : <code translate="no">{own.hash}</code>}
    </p>
  );
}

function Fault({ request, refusal }: { request: PageRequest; refusal: Refusal }): Markup {
  const { text } = request;
  const { reason, remedy } = refusal.said;
  const given = { id: 'refusal', what: spoken(text, reason), rule: spokenRule(text, refusal.rule) };
  const done = remedy === undefined ? {} : { remedy: spoken(text, remedy) };
  return <RefusalNotice text={text} {...given} {...done} />;
}

/** What was given, or else the copy of whoever keeps one, as far as its acts came here. */
async function comparedWith(
  request: PageRequest,
  given: Given | null,
  { agreement, keepers }: Terms,
): Promise<readonly Mirrored[] | Refusal> {
  const sides = given === null ? keepers.map((keeper) => ({ with: keeper })) : [given];
  const found: Mirrored[] = [];
  for (const side of sides) {
    const answer = await request.ask(mirror, { agreement, ...side, locale: request.locale });
    if (isRefusal(answer)) return answer;
    found.push(answer);
  }
  return found;
}

function typedOf(given: Given | null): FormProps['typed'] {
  if (given === null) return { terms: '', consents: '', acts: '' };
  return 'acts' in given
    ? { terms: '', consents: '', acts: given.acts }
    : { terms: given.terms, consents: given.consents.join('\n'), acts: '' };
}

interface BodyProps {
  readonly request: PageRequest;
  readonly given: Given | null;
  readonly own: Terms;
  readonly answers: readonly Mirrored[];
  readonly refusal: Refusal | null;
}

function Body({ request, given, own, answers, refusal }: BodyProps): Markup {
  const form = { request, typed: typedOf(given) };
  return (
    <>
      <p class="lead">{request.text('agreements.mirror.lead')}</p>
      {answers.length === 0 ? <Ours request={request} own={own} /> : null}
      {refusal === null ? null : <Fault request={request} refusal={refusal} />}
      {answers.map((answer) => (
        <Compared request={request} compared={answer} />
      ))}
      <h2>{request.text('agreements.mirror.elsewhere')}</h2>
      <section>
        <ByHash {...form} />
      </section>
      <section>
        <ByFile {...form} />
      </section>
    </>
  );
}

/** The page, with what the other side gave compared; a fault is shown above the forms. */
export async function mirrorContent(
  request: PageRequest,
  given: Given | null,
  fault: Refusal | null = null,
): Promise<PageContent | Refusal> {
  const { locale, text } = request;
  const agreement = request.params['agreement'] ?? '';
  const shown = await request.ask(show, { agreement, locale });
  if (isRefusal(shown)) return shown;
  const own = await request.ask(terms, { agreement });
  if (isRefusal(own)) return own;
  const found = own.mirrored ? await comparedWith(request, given, own) : [];
  const outcome = isRefusal(found) ? { answers: [], refusal: found } : { answers: found };
  const body = { request, given, own, refusal: fault, ...outcome };
  return {
    title: `${text('agreements.mirror.title')} – ${shown.row.title}`,
    breadcrumb: [
      { label: 'Concord', href: '/' },
      { label: text('agreements.title'), href: '/agreements' },
      { label: shown.row.title, href: agreementHref(agreement, request) },
    ],
    body: (
      <>
        <div class="title">
          <p class="kind">
            <a href={agreementHref(agreement, request)}>{shown.row.title}</a>
          </p>
          <h1>{text('agreements.mirror.title')}</h1>
        </div>
        {own.mirrored ? (
          <Body {...body} />
        ) : (
          <EmptyState title={text('agreements.mirror.one-custodian')}>
            <p>{text('agreements.mirror.one-custodian.next')}</p>
          </EmptyState>
        )}
      </>
    ),
  };
}

export const mirrorPage: Page = {
  path: '/agreements/:agreement/mirror',
  section: 'agreements',
  examples: ['/agreements/paris-agreement/mirror'],
  render(request) {
    const hash = request.search.get('terms')?.trim() ?? '';
    const consents = (request.search.get('consents') ?? '').split(/\s+/).filter(Boolean);
    return mirrorContent(request, hash === '' ? null : { terms: hash, consents });
  },
};
