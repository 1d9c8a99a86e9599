/** Why an agreement is in force or not: meters, steps, and the finding down to its acts. */
import { FindingView } from '../../../ui/finding/finding.tsx';
import type { Markup } from '../../../ui/markup.ts';
import { Meter } from '../../../ui/meter/meter.tsx';
import type { PageRequest } from '../../../ui/page.ts';
import { PlainDate } from '../../../ui/plain-date/plain-date.tsx';
import { Steps } from '../../../ui/steps/steps.tsx';
import type { Shown } from './answers.ts';

const METERS_MAX = 4;

/** What is so or not, of which a meter would show nothing. */
const NOT_DRAWN: ReadonlySet<string> = new Set(['event', 'on', 'silence']);

function Meters({ request, shown }: { request: PageRequest; shown: Shown }): Markup | null {
  const drawn = shown.thresholds.filter(({ kind }) => !NOT_DRAWN.has(kind));
  if (drawn.length === 0) return null;
  return (
    <div class="meters">
      {drawn.slice(0, METERS_MAX).map((one) => (
        <Meter
          text={request.text}
          label={one.label}
          value={one.have}
          threshold={one.need}
          unit={one.unit}
          met={one.enough}
          series={one.kind === 'weight' ? 2 : 1}
        />
      ))}
    </div>
  );
}

function Path({ request, shown }: { request: PageRequest; shown: Shown }): Markup | null {
  const { text } = request;
  const { fulfilledOn, row } = shown;
  if (fulfilledOn === null || row.entryIntoForceOn === null) return null;
  return (
    <Steps
      steps={[
        {
          title: <PlainDate text={text} on={fulfilledOn} />,
          detail: text('agreements.step.met'),
        },
        {
          title: shown.delay,
          detail: text('agreements.step.delay'),
        },
        {
          title: <PlainDate text={text} on={row.entryIntoForceOn} />,
          detail: text('agreements.step.in-force'),
          ...(row.state === 'fulfilled' ? { open: true } : {}),
        },
      ]}
    />
  );
}

/** What has ended is no good news, though it has a day. */
function toneOf(state: Shown['row']['state']): { tone?: 'no' } {
  return state === 'terminated' ? { tone: 'no' } : {};
}

function whyKey(state: Shown['row']['state']): string {
  if (state === 'terminated') return state;
  return state === 'in-force' || state === 'suspended' ? 'in-force' : 'not-in-force';
}

/** The finding on entry into force, with its meters and steps. */
export function Why({ request, shown }: { request: PageRequest; shown: Shown }): Markup {
  const { text } = request;
  const { state, endedOn, entryIntoForceOn } = shown.row;
  const on = endedOn ?? entryIntoForceOn;
  const since =
    on === null
      ? ''
      : ` ${text(state === 'fulfilled' ? 'agreements.from' : 'agreements.since')} ${on}`;
  const finding = {
    ...shown.finding,
    question: text(`agreements.why.${whyKey(state)}`),
    text: `${text(`agreements.state.${state}`)}${since}`,
  };
  return (
    <FindingView text={text} finding={finding} {...toneOf(state)} id="why">
      <Meters request={request} shown={shown} />
      <Path request={request} shown={shown} />
    </FindingView>
  );
}
