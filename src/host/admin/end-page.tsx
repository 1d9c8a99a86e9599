/** Asks for the source before a mandate or a key is revoked. */
import type { Refusal } from '../../kernel/refusal.ts';
import { DefinitionList } from '../../ui/definition-list/definition-list.tsx';
import { type Field, FormFields } from '../../ui/form-fields/form-fields.tsx';
import type { PageContent } from '../../ui/page.ts';
import { formatDate } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import { PostForm } from '../pages/post-form.tsx';
import type { Ending } from './end-authority.ts';
import { FormRefusal, withFault } from './form-parts.tsx';
import { adminBreadcrumb } from './offices-page.tsx';

const FORM = 'end';

function itemsOf(text: Text, ending: Ending) {
  if (ending.kind === 'key') {
    return [
      { term: text('host.admin.keys.holder'), content: ending.key.actor, code: true },
      { term: text('host.record.key'), content: ending.id, code: true },
    ];
  }
  const { actor, holder, covers, registers, fromOn } = ending.mandate;
  const where = registers?.join(', ') ?? text('host.admin.all-registers');
  return [
    { term: text('host.admin.mandates.actor'), content: actor, code: true },
    { term: text('host.admin.mandates.holder'), content: holder, code: true },
    { term: text('host.admin.mandates.covers'), content: covers.join(', '), code: true },
    { term: text('host.admin.mandates.registers'), content: where },
    { term: text('host.admin.mandates.from'), content: formatDate(text.locale, fromOn) },
  ];
}

export interface EndShown {
  readonly text: Text;
  readonly session: Session;
  readonly ending: Ending;
  readonly source: string;
  readonly refusal?: Refusal;
}

/** The page before a revocation. */
export function endPage({ text, session, ending, source, refusal }: EndShown): PageContent {
  const title = text(`host.admin.end.${ending.kind}`);
  const field: Field = {
    kind: 'text',
    name: 'source',
    label: text('host.admin.office.source'),
    hint: text('host.admin.office.source.hint'),
    value: source,
    required: true,
    lengthMax: 400,
  };
  const fields = [withFault(field, refusal)];
  return {
    title,
    breadcrumb: [
      ...adminBreadcrumb(text),
      { href: '/admin/offices', label: text('host.admin.offices') },
    ],
    body: (
      <>
        <h1>{title}</h1>
        <p>{text('host.admin.end.why')}</p>
        <FormRefusal text={text} id={FORM} refusal={refusal} fields={fields} />
        <DefinitionList items={itemsOf(text, ending)} />
        <PostForm action={`/admin/offices/end/${ending.id}`} token={session.formToken}>
          <FormFields text={text} id={FORM} fields={fields} />
          <button type="submit">{text('host.admin.revoke')}</button>
        </PostForm>
      </>
    ),
  };
}
