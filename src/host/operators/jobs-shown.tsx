/** Work that is not done: what it is at, why it was given up, and what to do with it. */
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Progress } from '../../ui/progress/progress.tsx';
import { StatusChip } from '../../ui/status-chip/status-chip.tsx';
import { formatInstant } from '../../ui/text/format.ts';
import type { Session } from '../account/sign-in.ts';
import { PostForm } from '../pages/post-form.tsx';
import { STILL_MILLISECONDS_MAX } from '../work-progress.ts';
import type { JobListed } from './node-state.ts';
import type { OverviewShown } from './overview-page.tsx';

export const JOBS_PATH = '/admin/jobs';
/** What ended longer ago is not looked at any more. */
const TOLD_HOURS_MAX = 24;
const HOUR = 3_600_000;

const STATUSES = { running: 'pending', waiting: 'none', failed: 'withdrawn' } as const;

type Shown = Pick<OverviewShown, 'text' | 'session'>;

function JobButton(props: Shown & { job: JobListed; act: 'retry' | 'drop' }) {
  const { text, session, job, act } = props;
  return (
    <PostForm action={`${JOBS_PATH}/${job.id}`} token={tokenOf(session)}>
      <input type="hidden" name="do" value={act} />
      <button type="submit" class="button-plain">
        {text(`host.operators.jobs.${act}`)}
        <span class="hidden-visually">
          {' '}
          {job.kind} {job.id}
        </span>
      </button>
    </PostForm>
  );
}

const tokenOf = ({ formToken }: Session): string => formToken;

function rowOf(shown: Shown, job: JobListed) {
  const { text } = shown;
  const at = job.at.toISOString();
  return {
    cells: {
      kind: (
        <bdi dir="ltr" translate="no">
          {job.kind}
        </bdi>
      ),
      state: (
        <StatusChip
          text={text}
          status={STATUSES[job.state]}
          label={text(`host.operators.jobs.state.${job.state}`)}
        />
      ),
      at: <time datetime={at}>{formatInstant(text.locale, at)}</time>,
      attempts: String(job.attempts),
      fault: job.fault === null ? null : <bdi>{job.fault}</bdi>,
      do: (
        <>
          {job.state === 'failed' ? <JobButton {...shown} job={job} act="retry" /> : null}
          {job.state === 'running' ? null : <JobButton {...shown} job={job} act="drop" />}
        </>
      ),
    },
  };
}

/** The table of work. */
export function JobsShown({ text, session, jobs, state }: OverviewShown) {
  if (state === null) return null;
  const columns = ['kind', 'state', 'at', 'attempts', 'fault', 'do'].map((key) => ({
    key,
    label: text(`host.operators.jobs.${key}`),
    ...(key === 'attempts' ? { kind: 'number' as const } : {}),
  }));
  const caption = text('host.operators.jobs');
  const rows = jobs.map((job) => rowOf({ text, session }, job));
  return (
    <section id="jobs">
      <h2>{caption}</h2>
      {rows.length === 0 ? (
        <EmptyState icon="check" title={text('host.operators.jobs.none')}>
          <p>{text('host.operators.jobs.none.why')}</p>
        </EmptyState>
      ) : (
        <DataTable text={text} id="jobs-table" captionHidden {...{ caption, columns, rows }} />
      )}
    </section>
  );
}

/** How far long work has come, that of the last day. */
export function LongWork({ text, progress, now }: OverviewShown) {
  const age = (toldAt: string): number => now.getTime() - Date.parse(toldAt);
  const recent = progress.filter(({ toldAt }) => age(toldAt) < TOLD_HOURS_MAX * HOUR);
  if (recent.length === 0) return null;
  return (
    <section>
      <h2>{text('host.operators.progress')}</h2>
      {recent.map(({ task, done, total, toldAt }) => {
        const isStill = age(toldAt) > STILL_MILLISECONDS_MAX;
        const state = done === total ? 'done' : isStill ? 'failed' : 'running';
        return <Progress text={text} label={task} {...{ state, done, total }} />;
      })}
    </section>
  );
}
