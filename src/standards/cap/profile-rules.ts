/**
 * Rules beyond the schema, as data: what the data dictionary of CAP says in words. One that the
 * standard puts as MUST or SHALL is an error; what it recommends, or what leaves those who receive
 * the alert without what they need, is a warning.
 */
import type { Rule } from '../../kernel/law.ts';
import type { CapAlert } from './alert.ts';
import type { ProfileRule } from './profile-rule.ts';
import { alertRules } from './rules-of-alerts.ts';
import { areaRules } from './rules-of-areas.ts';
import { infoRules } from './rules-of-infos.ts';
import { resourceRules } from './rules-of-resources.ts';
import type { Fault } from './verdict.ts';
import type { CapVersion } from './versions.ts';

interface Whole {
  readonly alert: CapAlert;
  readonly version: CapVersion;
}

function judged<Part>(
  rules: readonly ProfileRule<Part>[],
  part: Part,
  path: string,
  { alert, version }: Whole,
): Fault[] {
  return rules
    .filter(({ versions }) => versions === undefined || versions.includes(version))
    .flatMap(({ rule, weight, find }) =>
      find(part, alert).map(([place, what]) => {
        const below = place === '' ? path : `${path}/${place}`;
        return { rule, weight, path: below, line: 0, what };
      }),
    );
}

/** Every way in which an alert of a version breaks what the standard says beyond its schema. */
export function profileFaults(alert: CapAlert, version: CapVersion): Fault[] {
  const whole = { alert, version };
  return [
    ...judged(alertRules, alert, 'alert', whole),
    ...alert.infos.flatMap((info, at) => {
      const path = `alert/info[${at + 1}]`;
      return [
        ...judged(infoRules, info, path, whole),
        ...info.resources.flatMap((resource, number) =>
          judged(resourceRules, resource, `${path}/resource[${number + 1}]`, whole),
        ),
        ...info.areas.flatMap((area, number) =>
          judged(areaRules, area, `${path}/area[${number + 1}]`, whole),
        ),
      ];
    }),
  ];
}

/** All rules beyond the schema, for whoever wants to read them. */
export const profileRules: readonly Rule[] = [
  alertRules,
  infoRules,
  resourceRules,
  areaRules,
].flatMap((rules) => rules.map(({ rule }) => rule));
