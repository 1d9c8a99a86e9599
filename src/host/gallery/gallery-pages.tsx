/** The gallery: every component with its examples, live, as the pages of this node have them. */
import { own } from '../../kernel/own.ts';
import { refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import type { Example } from '../../ui/example.ts';
import { gallery } from '../../ui/gallery.ts';
import type { Page, PageRequest } from '../../ui/page.ts';
import { Specimen, Swatches } from '../../ui/specimen/specimen.tsx';
import { UNKNOWN_RULE } from '../host-rules.ts';
import { notesOf, tokensOf } from './component-notes.ts';

const GALLERY_PATH = '/gallery';

const names = Object.keys(gallery).sort();

const hrefOf = (name: string): string => `${GALLERY_PATH}/${name}`;

function Purpose({ name }: { name: string }) {
  const { purpose } = notesOf(name);
  return purpose === '' ? null : (
    <p lang="en" dir="auto">
      {purpose}
    </p>
  );
}

function Tokens({ text }: Pick<PageRequest, 'text'>) {
  return (
    <>
      {(
        [
          ['colour', 'colours'],
          ['type', 'type'],
          ['space', 'space'],
        ] as const
      ).map(([of, key]) => (
        <section>
          <h2>{text(`host.gallery.${key}`)}</h2>
          <Swatches of={of} names={tokensOf(of)} />
        </section>
      ))}
    </>
  );
}

function Components({ text }: Pick<PageRequest, 'text'>) {
  return (
    <section>
      <h2>{text('host.gallery.components')}</h2>
      <ul class="plain-list cards">
        {names.map((name) => (
          <li class="card">
            <h3>
              <a href={hrefOf(name)} translate="no">
                {name}
              </a>
            </h3>
            <Purpose name={name} />
            <p>
              <small>
                {text('host.gallery.states', { count: own(gallery, name)?.length ?? 0 })}
              </small>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** All components, and what they are made with. */
const allPage: Page = {
  path: GALLERY_PATH,
  section: 'gallery',
  isTimeless: true,
  examples: [GALLERY_PATH],
  render: async ({ text }) => ({
    title: text('host.gallery'),
    description: text('host.gallery.lead'),
    breadcrumb: [],
    body: (
      <>
        <div class="title">
          <h1>{text('host.gallery')}</h1>
          <p>{text('host.gallery.lead')}</p>
        </div>
        <Components text={text} />
        <Tokens text={text} />
      </>
    ),
  }),
};

interface ShownProps {
  readonly request: PageRequest;
  readonly name: string;
  readonly examples: readonly Example[];
}

function Shown({ request: { text }, name, examples }: ShownProps) {
  const { classes } = notesOf(name);
  return (
    <>
      <div class="title">
        <h1 translate="no">{name}</h1>
        <Purpose name={name} />
      </div>
      {examples.map((example, at) => (
        <Specimen id={`example-${at}`} title={example.name}>
          {example.document ? <p>{text('host.gallery.whole')}</p> : example.render(text)}
        </Specimen>
      ))}
      {classes.length === 0 ? null : (
        <section>
          <h2>{text('host.gallery.classes')}</h2>
          <p>
            {classes.map((one) => (
              <>
                <code translate="no">.{one}</code>{' '}
              </>
            ))}
          </p>
        </section>
      )}
      <nav aria-label={text('host.gallery.others')}>
        <p>
          {names
            .filter((other) => other !== name)
            .map((other, at) => (
              <>
                {at === 0 ? null : ' · '}
                <a href={hrefOf(other)} translate="no">
                  {other}
                </a>
              </>
            ))}
        </p>
      </nav>
    </>
  );
}

/** One component with all its examples. */
const componentPage: Page = {
  path: `${GALLERY_PATH}/:component`,
  section: 'gallery',
  isTimeless: true,
  examples: [hrefOf('data-table'), hrefOf('layout')],
  render: async (request) => {
    const name = request.params['component'] ?? '';
    const examples = own(gallery, name);
    if (examples === undefined) {
      const remedy = said('Choose one from the gallery.');
      const reason = said('There is no component {$name}.', { name: name.slice(0, 100) });
      return refuse(UNKNOWN_RULE, reason, { remedy });
    }
    const { text } = request;
    return {
      title: name,
      description: notesOf(name).purpose,
      breadcrumb: [{ href: GALLERY_PATH, label: text('host.gallery') }],
      body: <Shown request={request} name={name} examples={examples} />,
    };
  },
};

export const galleryPages: readonly Page[] = [allPage, componentPage];
