/** The tasks of the user guide, and the people for whom they are. */

/** Who comes with a task, in the order in which the guide names them. */
export const PEOPLE = [
  'depositary',
  'desk-officer',
  'delegate',
  'secretariat',
  'duty-officer',
  'programme-manager',
  'journalist',
  'citizen',
  'analyst',
  'operator',
] as const;

export type Person = (typeof PEOPLE)[number];

/** Each task by the name of its file, in the order in which the guide tells them. */
export const TASKS = [
  'is-it-in-force',
  'what-binds-two-states',
  'how-two-states-vote',
  'what-is-due',
  'what-would-it-take',
  'import-a-spreadsheet',
  'record-a-deposit',
  'full-powers',
  'reservations-and-objections',
  'notify-the-parties',
  'convene-a-session',
  'credentials',
  'table-a-text',
  'put-to-the-vote',
  'decide-by-silence',
  'issue-a-notice',
  'acknowledge-a-notice',
  'follow-what-happens',
  'verify-a-file',
  'ask-from-a-program',
  'follow-another-node',
  'lost-key',
] as const;

export type TaskId = (typeof TASKS)[number];

/** The parts of every task, in their order; the words of their headings are texts. */
export const PARTS = ['when', 'steps', 'wrong', 'on'] as const;

export const GUIDE_PATH = '/guide';

/** Where a task is read. */
export const taskHref = (task: TaskId): string => `${GUIDE_PATH}/${task}`;

/** The task of that name, where there is one. */
export const taskNamed = (name: string): TaskId | null => TASKS.find((one) => one === name) ?? null;
