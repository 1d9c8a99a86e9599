/** Where pages of a text lead: its views, its issues, and forms of acts upon it. */
import type { PageRequest } from '../../../../ui/page.ts';
import { datesIn } from '../../../../ui/page-dates.ts';
import { registerOf } from '../../registers.ts';
import { actHref } from '../links.ts';
import type { ProvisionShown } from './text-answers.ts';

/** The anchor of an issue on its page. */
export const issueAnchor = (issue: string): string => `i-${issue.replaceAll(':', '--')}`;

/** A view of the text, as of the dates of the page. */
export function viewHref(
  text: string,
  request: PageRequest,
  query: Readonly<Record<string, string>> = {},
  below = '',
): string {
  const all = new URLSearchParams({ ...query, ...datesIn(request) });
  const path = `/meetings/texts/${text}${below}`;
  return all.size === 0 ? path : `${path}?${all.toString()}`;
}

/** The form by which one supports or opposes an issue, or one of its alternatives. */
export function standHref(
  text: string,
  issue: string,
  stance: 'support' | 'oppose',
  alternative?: number,
): string {
  const which = alternative === undefined ? {} : { alternative: String(alternative) };
  const payload = { issue, stance, ...which };
  return actHref({ verb: 'stand-on-change', register: registerOf('text', text), payload });
}

/** The form by which whoever presides settles an issue. */
export function settleHref(text: string, issue: string): string {
  const payload = { issue, as: 'accepted' };
  return actHref({ verb: 'settle-change', register: registerOf('text', text), payload });
}

/** The form by which one joins those who propose a change, or takes over one withdrawn. */
export function takeUpHref(text: string, change: string, verb: 'join' | 'take-over'): string {
  const payload = { change };
  return actHref({ verb: `${verb}-change`, register: registerOf('text', text), payload });
}

/** The form by which whoever proposed a change withdraws it. */
export function withdrawHref(text: string, change: string): string {
  const payload = { change };
  return actHref({ verb: 'withdraw-change', register: registerOf('text', text), payload });
}

/** A change to the words of a provision to begin with, as its form takes it. */
function changeOf({ id, pieces }: ProvisionShown): object {
  const first = pieces.find((piece) => piece.kind === 'words');
  if (first === undefined) return { kind: 'replace-provision', provision: id, words: ['…'] };
  const { offset, run, text } = first;
  const to = { run, offset: offset + text.length };
  return { kind: 'replace', from: { run, offset }, to, words: [text] };
}

/** The form by which one proposes a change to a provision, begun with its first words. */
export function proposeHref(text: string, provision: ProvisionShown): string {
  const payload = { change: JSON.stringify(changeOf(provision), null, 2) };
  return actHref({ verb: 'propose-change', register: registerOf('text', text), payload });
}
