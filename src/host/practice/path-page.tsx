/** The guided path as a whole: how far one has come, who one can be, and the way out. */
import type { PageContent } from '../../ui/page.ts';
import { Progress } from '../../ui/progress/progress.tsx';
import { StatusChip } from '../../ui/status-chip/status-chip.tsx';
import { SendButton, type Walked } from './buttons.tsx';
import { NEXT_PATH } from './inside.ts';
import { type Progressed, nextStep } from './path.ts';

export interface PathShown extends Walked {
  readonly progress: Progressed;
}

/** How far the path has been gone, in words and as a bar. */
export function PathProgress({ text, progress }: Pick<PathShown, 'text' | 'progress'>) {
  const done = progress.steps.filter(({ isDone }) => isDone).length;
  const total = progress.steps.length;
  const state = done === total ? 'done' : 'running';
  return (
    <Progress text={text} label={text('practice.steps')} state={state} done={done} total={total} />
  );
}

function StepList({ text, progress }: PathShown) {
  const next = nextStep(progress);
  return (
    <ol class="practice-steps">
      {progress.steps.map(({ key, isDone }) => (
        <li aria-current={key === next?.key ? 'step' : undefined}>
          <a href={`/practice/steps/${key}`}>{text(`practice.step.${key}`)}</a>{' '}
          {isDone ? (
            <StatusChip text={text} status="in-force" label={text('practice.done')} />
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function Roles({ text, session, inside }: PathShown) {
  return (
    <section id="roles">
      <h2>{text('practice.roles')}</h2>
      <p>{text('practice.roles.lead')}</p>
      <ul class="plain-list practice-roles">
        {inside.script.cast.map(({ id, names, role }) => (
          <li>
            <b>{names[text.locale]}</b> <small>{text(`practice.role.${role}`)}</small>{' '}
            {session.person.id === id ? (
              <StatusChip text={text} status="party" label={text('practice.role.yours')} />
            ) : (
              <SendButton
                action="/practice/role"
                token={session.formToken}
                fields={{ actor: id, to: '/practice' }}
                label={text('practice.role.take', { name: names[text.locale] })}
                isPlain
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The page from which the path is gone. */
export function pathPage(shown: PathShown): PageContent {
  const { text, progress, inside } = shown;
  const next = nextStep(progress);
  const isBegun = progress.done.size > 0;
  const go = isBegun ? 'practice.go-on' : 'practice.go';
  return {
    title: text('practice.path'),
    breadcrumb: [{ href: '/', label: text('host.front') }],
    body: (
      <>
        <div class="title">
          <h1>{text('practice.path')}</h1>
          <p>{text('practice.path.lead')}</p>
        </div>
        <PathProgress text={text} progress={progress} />
        {next === null ? (
          <p role="status">{text('practice.all-done')}</p>
        ) : (
          <p>
            <a class="button" href={NEXT_PATH}>
              {text(go)}: {text(`practice.step.${next.key}`)}
            </a>
          </p>
        )}
        <StepList {...shown} />
        <section>
          <h2>{text('practice.acts')}</h2>
          <p>
            <a href="/practice/acts">{text('practice.acts.lead')}</a>
          </p>
        </section>
        <Roles {...shown} />
        <section>
          <h2>{text('practice.throw-away')}</h2>
          <p>{text('practice.throw-away.lead')}</p>
          <p>
            <a href={`${inside.home()}/practice`}>{text('practice.throw-away.there')}</a>
          </p>
        </section>
      </>
    ),
  };
}
