/** One step of the path: what happens in real life, the acts, and what changed by them. */
import type { Markup } from '../../ui/markup.ts';
import type { PageContent } from '../../ui/page.ts';
import { StatusChip } from '../../ui/status-chip/status-chip.tsx';
import { actWords } from '../acts/act-words.ts';
import { DoAs, DoForMe } from './buttons.tsx';
import { castName } from './inside.ts';
import { type Step, VERIFY, isPossible } from './path.ts';
import { PathProgress, type PathShown } from './path-page.tsx';
import type { Prepared } from './script.ts';
import { own } from '../../kernel/own.ts';

export interface StepShown extends PathShown {
  readonly step: Step;
  /** The finding to which the step led; null where it is open, or leads to none. */
  readonly why: Markup | null;
}

/** Where what a step changed is looked at. */
const LOOK: Readonly<Record<string, string>> = {
  commission: '/meetings/bodies/ilvara-commission',
  session: '/meetings/sessions/ilvara-session',
  draft: '/meetings/texts/ilvara-draft',
  brackets: '/meetings/texts/ilvara-draft',
  vote: '/meetings/sessions/ilvara-session/decisions/adoption',
  adoption: '/agreements/ilvara-convention',
  signatures: '/agreements/ilvara-convention',
  deposits: '/agreements/ilvara-convention',
  reservation: '/agreements/ilvara-convention/reservations',
  force: '/agreements/ilvara-convention',
  notice: '/notices/ilvara-notices',
  change: '/agreements/ilvara-convention',
};

function ActLine(props: StepShown & { readonly prepared: Prepared; readonly isFirst: boolean }) {
  const { text, inside, prepared, progress, isFirst } = props;
  const id = progress.done.get(prepared.key);
  const name = castName(inside.script, prepared.by, text.locale);
  const words = actWords(text, prepared.type);
  return (
    <li class={isFirst ? 'practice-first' : undefined}>
      <span>
        {id === undefined ? words : <a href={`/acts/${id}`}>{words}</a>} <small>{name}</small>
      </span>{' '}
      {id === undefined ? null : (
        <StatusChip text={text} status="in-force" label={text('practice.done')} />
      )}
      {id === undefined && isPossible(prepared, progress) ? (
        <DoAs {...props} isPlain={!isFirst} />
      ) : null}
    </li>
  );
}

/** What stands before the step, where steps before it were left out. */
function Before(shown: StepShown) {
  const { text, step, progress } = shown;
  const first = step.acts.find(({ key }) => !progress.done.has(key));
  if (first === undefined || isPossible(first, progress)) return null;
  return (
    <div class="notice">
      <p>{text('practice.before')}</p>
      <DoForMe
        {...shown}
        fields={{ before: first.key, to: `/practice/steps/${step.key}` }}
        label={text('practice.before.do')}
      />
    </div>
  );
}

function Acts(shown: StepShown) {
  const { text, step, progress } = shown;
  const open = step.acts.filter(({ key }) => !progress.done.has(key));
  const first = open.find((one) => isPossible(one, progress));
  return (
    <section>
      <h2>{text('practice.to-do')}</h2>
      <ol class="practice-acts">
        {step.acts.map((prepared) => (
          <ActLine {...shown} prepared={prepared} isFirst={prepared === first} />
        ))}
      </ol>
      {open.length === 0 ? null : (
        <DoForMe
          {...shown}
          fields={{ step: step.key, to: `/practice/steps/${step.key}` }}
          label={text(open.length < step.acts.length ? 'practice.rest-for-me' : 'practice.for-me')}
        />
      )}
    </section>
  );
}

function Verified({ text, inside }: StepShown) {
  return (
    <section>
      <h2>{text('practice.to-do')}</h2>
      <ol>
        <li>
          <a href={`/practice/steps/${VERIFY}/file`}>{text('practice.verify.file')}</a>
        </li>
        <li>
          <a href="/verify">{text('practice.verify.page')}</a>
        </li>
        <li>
          <a href={`${inside.home()}/practice`}>{text('practice.throw-away.there')}</a>
        </li>
      </ol>
    </section>
  );
}

function Changed({ text, step, why }: StepShown) {
  const href = own(LOOK, step.key);
  if (!step.isDone) return null;
  return (
    <section id="changed">
      <h2>{text('practice.changed')}</h2>
      <p>{text(`practice.changed.${step.key}`)}</p>
      {href === undefined ? null : (
        <p>
          <a href={href}>{text('practice.look')}</a>
        </p>
      )}
      {why}
    </section>
  );
}

function Next({ text, step, progress }: StepShown) {
  const at = progress.steps.findIndex(({ key }) => key === step.key);
  const [before, after] = [progress.steps[at - 1], progress.steps[at + 1]];
  return (
    <nav class="practice-next" aria-label={text('practice.steps')}>
      {before === undefined ? null : (
        <a href={`/practice/steps/${before.key}`} rel="prev">
          {text(`practice.step.${before.key}`)}
        </a>
      )}
      {after === undefined ? null : (
        <a
          href={`/practice/steps/${after.key}`}
          rel="next"
          class={step.isDone ? 'button' : undefined}
        >
          {text('practice.next')}: {text(`practice.step.${after.key}`)}
        </a>
      )}
    </nav>
  );
}

/** The page of a step. */
export function stepPage(shown: StepShown): PageContent {
  const { text, step, progress } = shown;
  const number = progress.steps.findIndex(({ key }) => key === step.key) + 1;
  const title = text(`practice.step.${step.key}`);
  return {
    title,
    breadcrumb: [
      { href: '/', label: text('host.front') },
      { href: '/practice', label: text('practice.path') },
    ],
    body: (
      <>
        <div class="title">
          <p class="kind">{text('practice.step', { number, total: progress.steps.length })}</p>
          <h1>{title}</h1>
          <p>{text(`practice.life.${step.key}`)}</p>
        </div>
        <Before {...shown} />
        <Changed {...shown} />
        {step.key === VERIFY ? <Verified {...shown} /> : <Acts {...shown} />}
        <Next {...shown} />
        <PathProgress text={text} progress={progress} />
      </>
    ),
  };
}
