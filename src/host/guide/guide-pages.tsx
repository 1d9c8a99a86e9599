/** `/guide`: what people do on a node, task by task, for whom, and with pictures of the pages. */
import { refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { definedRules } from '../../kernel/law.ts';
import { GuideText } from '../../ui/guide-text/guide-text.tsx';
import type { Block } from '../../ui/guide-text/markdown.ts';
import type { Markup } from '../../ui/markup.ts';
import type { Page, PageRequest } from '../../ui/page.ts';
import { directionOf } from '../../ui/text/locale.ts';
import type { Text } from '../../ui/text/text.ts';
import { UNKNOWN_RULE } from '../host-rules.ts';
import { ruleAnchor } from '../search/house-shelf.ts';
import { guidePictures } from './guide-pictures.ts';
import { type Task, readTask, readTasks } from './read-task.ts';
import { GUIDE_PATH, PARTS, PEOPLE, type Person, taskHref, taskNamed } from './tasks.ts';

/** What is read as files only stands in the repository. */
const OTHER_FILE = /^(?:\.\.\/)+/;
/** An address that is complete; one with a gap to be filled in leads nowhere. */
const ADDRESS = /^\/[a-z0-9/?=&%.+-]*$/i;

function hrefOf(target: string): string | null {
  if (OTHER_FILE.test(target)) return null;
  const task = target.endsWith('.md') ? taskNamed(target.slice(0, -'.md'.length)) : null;
  if (task !== null) return taskHref(task);
  return target.endsWith('.md') ? null : target;
}

/** Where what stands in code leads: a page of this node, or a rule on the page of the law. */
function placeOf(code: string): string | null {
  if (ADDRESS.test(code)) return code;
  const isRule = definedRules().some(({ id }) => id === code);
  return isRule ? `/law#${ruleAnchor(code)}` : null;
}

/** With the headings that every task has, in the reader's words. */
function headed(blocks: readonly Block[], text: Text): Block[] {
  const names = PARTS.values();
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const part = names.next().value;
    return part === undefined ? block : { ...block, words: text(`guide.part.${part}`) };
  });
}

function People({ text, people }: { text: Text; people: readonly Person[] }): Markup {
  return (
    <p class="subtitle">
      {text('guide.for')}{' '}
      {people.map((person, at) => (
        <>
          {at === 0 ? null : ' · '}
          <a href={`${GUIDE_PATH}#${person}`}>{text(`guide.person.${person}`)}</a>
        </>
      ))}
    </p>
  );
}

/** The body; one that nobody has translated yet says so, and which language it is in. */
function Body({ text, task }: { text: Text; task: Task }): Markup {
  const { locale } = task;
  const isOther = locale !== text.locale;
  const given = {
    hrefOf,
    placeOf,
    pictureOf: (file: string) => guidePictures().get(file) ?? null,
  };
  if (!isOther) return <GuideText blocks={headed(task.blocks, text)} {...given} />;
  return (
    <>
      <p>{text('guide.untranslated')}</p>
      <div lang={locale} dir={directionOf(locale)}>
        <GuideText blocks={task.blocks} {...given} />
      </div>
    </>
  );
}

function onlyTask(request: PageRequest, task: Task) {
  const { text } = request;
  const title = text(`guide.task.${task.id}`);
  return {
    title,
    description: text('guide.lead'),
    breadcrumb: [{ label: text('guide.title'), href: GUIDE_PATH }],
    body: (
      <>
        <div class="title">
          <h1>{title}</h1>
          <People text={text} people={task.people} />
        </div>
        <Body text={text} task={task} />
      </>
    ),
  };
}

const taskPage: Page = {
  path: `${GUIDE_PATH}/:task`,
  section: 'guide',
  isTimeless: true,
  examples: [taskHref('record-a-deposit'), taskHref('ask-from-a-program')],
  render: async (request) => {
    const id = taskNamed(request.params['task'] ?? '');
    if (id !== null) return onlyTask(request, readTask(id, request.locale));
    return refuse(UNKNOWN_RULE, said('The guide has no task of that name.'), {
      remedy: said('Choose one of the guide.'),
    });
  },
};

function ForPerson({ text, person }: { text: Text; person: Person }): Markup {
  const tasks = readTasks(text.locale).filter(({ people }) => people.includes(person));
  return (
    <section>
      <h2 id={person}>{text(`guide.person.${person}`)}</h2>
      <p>{text(`guide.person.${person}.comes`)}</p>
      <ul>
        {tasks.map(({ id }) => (
          <li>
            <a href={taskHref(id)}>{text(`guide.task.${id}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where somebody tries everything out first, where the node has such a room. */
function Practice({ text, serves }: Pick<PageRequest, 'text' | 'serves'>): Markup | null {
  if (!serves?.('/practice')) return null;
  return (
    <p>
      <a href="/practice">{text('guide.practice')}</a>
    </p>
  );
}

const guidePage: Page = {
  path: GUIDE_PATH,
  section: 'guide',
  isTimeless: true,
  examples: [GUIDE_PATH],
  render: async ({ text, serves }) => ({
    title: text('guide.title'),
    description: text('guide.lead'),
    breadcrumb: [],
    body: (
      <>
        <div class="title">
          <h1>{text('guide.title')}</h1>
          <p>{text('guide.lead')}</p>
          <Practice text={text} {...(serves && { serves })} />
        </div>
        <div class="guide-people">
          {PEOPLE.map((person) => (
            <ForPerson text={text} person={person} />
          ))}
        </div>
      </>
    ),
  }),
};

/** The guide and each of its tasks. */
export const guidePages: readonly Page[] = [guidePage, taskPage];
