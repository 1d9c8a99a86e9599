/** The choice of a kind of act: by area, and where an area has many, by topic. */
import type { ActDefinition, Area } from '../../kernel/define-area.ts';
import type { PageContent } from '../../ui/page.ts';
import type { Text } from '../../ui/text/text.ts';
import { breadcrumb } from './act-form.tsx';
import { actTitle } from './act-words.ts';

interface KindsProps {
  readonly text: Text;
  readonly acts: readonly ActDefinition[];
  /** What every address carries on. */
  readonly carried: Readonly<Record<string, string>>;
  /** Beside each other, not below. */
  readonly beside?: boolean;
}

function Kinds({ text, acts, carried, beside = false }: KindsProps) {
  return (
    <ul class={`plain-list ${beside ? 'cards' : 'spaced'}`}>
      {acts.map((act) => (
        <li>
          <a href={`/acts/new?${new URLSearchParams({ type: act.type, ...carried }).toString()}`}>
            {actTitle(text, act)}
          </a>
          <br />
          <small translate="no">{act.type}</small>
        </li>
      ))}
    </ul>
  );
}

function Topics({ text, area, carried }: Omit<KindsProps, 'acts'> & { readonly area: Area }) {
  if (area.topics === undefined) {
    return <Kinds text={text} acts={area.acts} carried={carried} beside />;
  }
  return (
    <div class="cards">
      {area.topics.map(({ key, acts }) => (
        <section class="card">
          <h3>{text(`${area.name}.topic.${key}`)}</h3>
          <Kinds text={text} acts={acts} carried={carried} />
        </section>
      ))}
    </div>
  );
}

interface Choice {
  readonly text: Text;
  readonly areas: readonly Area[];
  readonly register?: string | undefined;
}

/** All kinds of acts; of one register, where it is named, those of its area alone. */
export function chooseActPage({ text, areas, register = '' }: Choice): PageContent {
  const room = register.split('/')[0] ?? '';
  const named = areas.some(({ name }) => name === room);
  const shown = areas
    .filter((one) => one.acts.length > 0 && (!named || one.name === room))
    .toSorted((one, other) => other.acts.length - one.acts.length);
  const carried = named ? { register } : {};
  return {
    title: text('host.acts.choose'),
    breadcrumb: breadcrumb(text).slice(0, 1),
    body: (
      <>
        <div class="title">
          <h1>{text('host.acts.choose')}</h1>
          <p>{text('host.acts.choose.lead')}</p>
          {named ? (
            <p>
              {text('host.acts.register')}:{' '}
              <a href={`/record?register=${encodeURIComponent(register)}`} translate="no">
                {register}
              </a>
            </p>
          ) : null}
        </div>
        {shown.map((area) => (
          <section>
            <h2>{text(`host.area.${area.name}`)}</h2>
            <Topics text={text} area={area} carried={carried} />
          </section>
        ))}
      </>
    ),
  };
}
