/** Deposits over time against what was needed. */
import type { Markup } from '../../../ui/markup.ts';
import type { PageRequest } from '../../../ui/page.ts';
import {
  type CurveEvent,
  RatificationCurve,
} from '../../../ui/ratification-curve/ratification-curve.tsx';
import type { Curve as CurveAnswer, Shown } from './answers.ts';

interface CurveProps {
  readonly request: PageRequest;
  readonly shown: Shown;
  readonly curve: CurveAnswer;
}

/** The picture has room for a count and a weight; the finding has all conditions. */
const SERIES_MAX = 2;

function seriesOf({ series }: CurveAnswer) {
  const count = series.find((one) => one.unit === 'count');
  const weight = series.find((one) => one.unit === 'percent');
  return [count, weight].filter((one) => one !== undefined).slice(0, SERIES_MAX);
}

function eventsOf({ request, curve }: CurveProps): CurveEvent[] {
  const { text } = request;
  const events: CurveEvent[] = [{ on: curve.adoptedOn, label: text('agreements.step.adopted') }];
  if (curve.fulfilledOn !== null) {
    events.push({ on: curve.fulfilledOn, label: text('agreements.step.met') });
  }
  if (curve.entryIntoForceOn !== null && curve.entryIntoForceOn <= request.asOf) {
    events.push({
      on: curve.entryIntoForceOn,
      label: text('agreements.step.in-force'),
      strong: true,
    });
  }
  return events;
}

/** The curve; null where no consent is on record. */
export function Curve(props: CurveProps): Markup | null {
  const { request, curve } = props;
  const { text } = request;
  const drawn = seriesOf(curve);
  const last = drawn[0]?.points.at(-1);
  if (last === undefined) return null;
  const waiting =
    curve.fulfilledOn !== null && curve.entryIntoForceOn !== null
      ? { waiting: { from: curve.fulfilledOn, to: curve.entryIntoForceOn } }
      : {};
  return (
    <section aria-labelledby="curve-title">
      <h2 id="curve-title">{text('agreements.curve.title')}</h2>
      <RatificationCurve
        text={text}
        id="curve"
        label={text('agreements.curve.label')}
        from={curve.adoptedOn}
        to={request.asOf > last.on ? request.asOf : last.on}
        series={drawn.map((one) => ({
          label: one.label,
          unit: one.unit,
          points: one.points.map((point) => ({ on: point.on, value: point.have })),
          ...(one.need === null ? {} : { threshold: one.need }),
        }))}
        {...waiting}
        events={eventsOf(props)}
      />
    </section>
  );
}
