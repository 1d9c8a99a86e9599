/** All acts of the house: which of them a practice has seen, and the form for each other. */
import type { ActDefinition, Area } from '../../kernel/define-area.ts';
import type { PageContent } from '../../ui/page.ts';
import { Progress } from '../../ui/progress/progress.tsx';
import { StatusChip } from '../../ui/status-chip/status-chip.tsx';
import { actTitle } from '../acts/act-words.ts';
import { DoAs, DoForMe } from './buttons.tsx';
import { castName } from './inside.ts';
import { type Progressed, isPossible } from './path.ts';
import type { PathShown } from './path-page.tsx';
import type { Prepared, Script } from './script.ts';

export interface AllActsShown extends PathShown {
  readonly areas: readonly Area[];
}

/** The kinds of act that a practice has prepared. */
function preparedKinds({ path, further }: Script): ReadonlySet<string> {
  return new Set([...path, ...further].map(({ type }) => type));
}

/** One that can be done, of the kind of act; else the first of its kind. */
function offered(script: Script, type: string, progress: Progressed): Prepared | undefined {
  const alike = [...script.path, ...script.further].filter((one) => one.type === type);
  const open = alike.filter(({ key }) => !progress.done.has(key));
  return open.find((one) => isPossible(one, progress)) ?? open[0] ?? alike[0];
}

function Offer(props: AllActsShown & { readonly prepared: Prepared }) {
  const { text, prepared, progress } = props;
  if (prepared.byNode) return <small>{text('practice.by-node')}</small>;
  const to = `/practice/acts#${prepared.type}`;
  if (!isPossible(prepared, progress)) {
    const label = text('practice.before.do');
    return <DoForMe {...props} fields={{ before: prepared.key, to }} label={label} />;
  }
  return (
    <>
      <DoAs {...props} isPlain />
      <DoForMe {...props} fields={{ act: prepared.key, to }} label={text('practice.act-for-me')} />
    </>
  );
}

function Kind(props: AllActsShown & { readonly definition: ActDefinition }) {
  const { text, definition, inside, progress } = props;
  const { type } = definition;
  const prepared = offered(inside.script, type, progress);
  if (prepared === undefined) return null;
  const name = castName(inside.script, prepared.by, text.locale);
  return (
    <li id={type}>
      <span>
        {actTitle(text, definition)} <small>{name}</small>
      </span>{' '}
      {progress.kinds.has(type) ? (
        <StatusChip text={text} status="in-force" label={text('practice.done')} />
      ) : (
        <Offer {...props} prepared={prepared} />
      )}
    </li>
  );
}

/** The page of all acts, by area. */
export function allActsPage(shown: AllActsShown): PageContent {
  const { text, areas, inside, progress } = shown;
  const prepared = preparedKinds(inside.script);
  const known = areas
    .map(({ name, acts }) => ({ name, acts: acts.filter(({ type }) => prepared.has(type)) }))
    .filter(({ acts }) => acts.length > 0)
    .toSorted((one, other) => other.acts.length - one.acts.length);
  const acts = known.flatMap((area) => area.acts);
  const done = acts.filter(({ type }) => progress.kinds.has(type)).length;
  const state = done === acts.length ? 'done' : 'running';
  return {
    title: text('practice.acts'),
    breadcrumb: [
      { href: '/', label: text('host.front') },
      { href: '/practice', label: text('practice.path') },
    ],
    body: (
      <>
        <div class="title">
          <h1>{text('practice.acts')}</h1>
          <p>{text('practice.acts.lead')}</p>
        </div>
        <Progress
          text={text}
          label={text('practice.acts.kinds')}
          state={state}
          done={done}
          total={acts.length}
        />
        {known.map((area) => (
          <section>
            <h2>{text(`host.area.${area.name}`)}</h2>
            <ul class="plain-list practice-acts">
              {area.acts.map((definition) => (
                <Kind {...shown} definition={definition} />
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  };
}
