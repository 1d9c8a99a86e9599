/** One agreement: where it stands, and why; with an actor: where that stands towards it. */
import type { Findable } from '../../../kernel/findable.ts';
import { show, status } from '../../../practices/agreements/questions/one.ts';
import type { Condition } from '../../../practices/agreements/clauses.ts';
import { formatNumber } from '../../../ui/text/format.ts';
import {
  type Answer,
  type Read,
  about,
  askOf,
  dated,
  listIn,
  dayIn,
  nameOf,
  say,
  titleOf,
} from './answer.ts';

type Shown = NonNullable<Awaited<ReturnType<typeof shownOf>>>;

const shownOf = (read: Read, { id }: Findable) =>
  askOf(read, show, { agreement: id, locale: read.locale });

function stateSentence(read: Read, { row }: Shown): string {
  const { title, state, entryIntoForceOn, endedOn } = row;
  const on = state === 'terminated' ? endedOn : entryIntoForceOn;
  if (on === null) return say(read, `state.${state}`, { title });
  return say(read, `state.${state}-on`, { title, on: dayIn(read, on) });
}

/** Those whom a clause names and who have not consented; where it names none, nobody. */
function notYet({ adoption, finding }: Shown): string[] {
  const counted = new Set(finding.counted.map(({ actor }) => actor));
  return namedIn(adoption.finalClauses.entryIntoForce.when).filter((id) => !counted.has(id));
}

function namedIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(namedIn);
  if ('any' in condition) return condition.any.flatMap(namedIn);
  return 'named' in condition ? condition.named : [];
}

/** Each condition that is not met: how much there is, and how much is needed. */
function lacking(read: Read, shown: Shown): string[] {
  const { thresholds, row } = shown;
  if (row.entryIntoForceOn !== null || row.state === 'terminated') return [];
  return thresholds
    .filter(({ enough, kind }) => !enough && !['event', 'on', 'silence'].includes(kind))
    .map((one) => {
      const have = formatNumber(read.locale, one.have);
      const need = formatNumber(read.locale, one.need);
      if (one.unit === 'percent') return say(read, 'lacks-percent', { have, need });
      const missing = one.kind === 'named' ? notYet(shown).map((id) => nameOf(read, id)) : [];
      if (missing.length === 0) return say(read, 'lacks', { have, need });
      return say(read, 'lacks-named', { have, need, missing: listIn(read, missing) });
    });
}

function reasonsOf(read: Read, shown: Shown): string[] {
  const { row, fulfilledOn } = shown;
  const isMet = fulfilledOn !== null && row.entryIntoForceOn !== null && row.state !== 'terminated';
  const met = isMet ? [say(read, 'met', { on: dayIn(read, fulfilledOn) })] : [];
  const { parties, contracting, signatories } = row;
  const counts = [
    ...(parties > 0 ? [say(read, 'counts.parties', { count: parties })] : []),
    ...(contracting > 0 ? [say(read, 'counts.contracting', { count: contracting })] : []),
    ...(signatories > 0 ? [say(read, 'counts.signatories', { count: signatories })] : []),
  ];
  return [...met, ...lacking(read, shown), ...counts];
}

/** Where the agreement stands, and why. */
export async function aboutAgreement(read: Read, agreement: Findable): Promise<Answer | null> {
  const shown = await shownOf(read, agreement);
  if (shown === null) return null;
  const path = `/agreements/${agreement.id}`;
  const { id, citation } = shown.finding.rule;
  return {
    kind: 'agreement',
    text: stateSentence(read, shown),
    reasons: reasonsOf(read, shown),
    href: dated(path, read),
    links: [
      { label: say(read, 'link.why'), href: `${dated(path, read)}#why` },
      { label: say(read, 'link.takes'), href: dated(`${path}/what-it-takes`, read) },
    ],
    rule: { id, citation },
    about: about(read, agreement),
    asOf: read.asked.asOf,
  };
}

const TOLD = new Set(['party', 'contracting', 'provisional', 'signatory', 'withdrawn', 'none']);

/** Where an actor stands towards an agreement. */
export async function aboutStanding(
  read: Read,
  agreement: Findable,
  actor: Findable,
): Promise<Answer | null> {
  const { locale } = read;
  const found = await askOf(read, status, { agreement: agreement.id, actor: actor.id, locale });
  if (found === null) return null;
  const { standing, since } = found;
  const names = { actor: titleOf(actor, read), title: titleOf(agreement, read) };
  const isTold = TOLD.has(standing);
  const on = since === null || standing === 'none' ? {} : { on: dayIn(read, since) };
  const key = `standing.${isTold ? standing : 'other'}${'on' in on && isTold ? '-on' : ''}`;
  const stands = read.text(`agreements.standing.${standing}`);
  const state = await aboutAgreement(read, agreement);
  const path = `/agreements/${agreement.id}/${actor.id}`;
  return {
    kind: 'standing',
    text: say(read, key, { ...names, ...on, stands }),
    reasons: state === null ? [] : [state.text],
    href: dated(path, read),
    links: [{ label: say(read, 'link.why'), href: dated(path, read) }],
    rule: { id: found.finding.rule.id, citation: found.finding.rule.citation },
    about: about(read, actor, agreement),
    asOf: read.asked.asOf,
  };
}
