/** `/api/docs/acts/{type}`: what an act says, an example, and where it is tried. */
import type { ActDefinition, Area } from '../../../kernel/define-area.ts';
import type { PageContent } from '../../../ui/page.ts';
import type { Text } from '../../../ui/text/text.ts';
import { jsonSchemaOf } from '../json-schema.ts';
import { draftExample } from '../openapi.ts';
import { JsonShown } from './answer-shown.tsx';
import { docsBreadcrumb, SchemaTable, Snippets } from './docs-parts.tsx';
import { actSnippets } from './snippets.ts';

/** What is particular about a kind of act, each as the key of a sentence. */
export function particularsOf(act: ActDefinition): readonly string[] {
  return [
    ...(act.opens === true ? ['opens'] : []),
    ...(act.awaited === true ? ['awaited'] : []),
    ...(act.reserved === true ? ['reserved'] : []),
    ...((act.narrowable ?? []).length > 0 ? ['narrowable'] : []),
    ...(act.carries === true ? ['carries'] : []),
  ];
}

/** The page of one kind of act. */
export function actDocs(
  { area, act }: { readonly area: Area; readonly act: ActDefinition },
  text: Text,
  origin: string,
): PageContent {
  const particulars = particularsOf(act);
  const names = (act.narrowable ?? []).join(', ');
  return {
    title: act.type,
    description: act.title,
    breadcrumb: docsBreadcrumb(text),
    body: (
      <>
        <div class="title">
          <h1>
            <code translate="no">{act.type}</code>
          </h1>
          <p>{act.title}</p>
          <p>
            <code translate="no">POST /api/acts</code> ·{' '}
            <a href={`/acts/new?type=${act.type}`}>{text('host.docs.act.form')}</a>
          </p>
        </div>
        <h2 id="members">{text('host.docs.payload')}</h2>
        <SchemaTable text={text} id="payload" schema={jsonSchemaOf(act.payload, 'input')} />
        <h2 id="who">{text('host.docs.act.who')}</h2>
        <p>{text('host.docs.act.who.why')}</p>
        {particulars.length === 0 ? null : (
          <ul>
            {particulars.map((key) => (
              <li>{text(`host.docs.act.${key}`, { names })}</li>
            ))}
          </ul>
        )}
        <h2 id="judged">{text('host.docs.act.judged')}</h2>
        <p>{text('host.docs.act.judged.why', { area: area.title })}</p>
        <h2 id="example">{text('host.docs.example')}</h2>
        <JsonShown value={draftExample(act)} />
        <h2 id="code">{text('host.docs.code')}</h2>
        <Snippets snippets={actSnippets(draftExample(act), origin)} />
      </>
    ),
  };
}
